"""Storms by name: "Cyclone Mirel" comes once, to many places, each called in its way."""

from __future__ import annotations

from functools import cache

from claims.data import load_toml
from claims.questions.ladder.argument import is_name, names_among, slots
from claims.questions.side import Pair


def is_storm(key: str) -> bool:
    """Whether a key names a storm: "name:cyclone-mirel"."""
    return is_name(key) and key.partition(":")[2].partition("-")[0] in _storms()


def of_one_storm(pair: Pair) -> bool:
    """Whether both tell what one storm did; two places by name may be two landfalls."""
    one, other = (slots(side).get("agent", frozenset()) for side in (pair.left, pair.right))
    if not any(map(is_storm, one & other)):
        return False
    left, right = (slots(side).get("patient", frozenset()) for side in (pair.left, pair.right))
    return not (names_among(left) and names_among(right))


@cache
def _storms() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["storms"])
