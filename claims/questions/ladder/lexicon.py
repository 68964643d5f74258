"""The words of comparison.toml on amounts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claims.data import load_toml


@cache
def words(name: str) -> frozenset[str]:
    """Give one list of comparison.toml on amounts."""
    table: dict[str, Any] = load_toml("comparison.toml")["amount"]
    return frozenset(table[name])


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Give one list of comparison.toml on amounts as a pattern of whole words."""
    listed = "|".join(sorted(map(re.escape, words(name)), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b")
