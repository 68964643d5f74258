"""Storms by name: "Cyclone Mirel" comes once, to many places, each called in its way."""

from __future__ import annotations

from functools import cache

from claims.data import load_toml
from claims.questions.ladder.argument import is_name


def is_storm(key: str) -> bool:
    """Whether a key names a storm: "name:cyclone-mirel"."""
    return is_name(key) and key.partition(":")[2].partition("-")[0] in _storms()


@cache
def _storms() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["storms"])
