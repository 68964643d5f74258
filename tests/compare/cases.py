"""Cases as JSON Lines, one a line, that a journalist can read and add to.

Amounts are written as they are printed. A statement about a meeting has a `role`, `who`, and where
they are not the usual `polarity`, `closed`, `universal` and `told` (whom else its article names).
Countries are written by name, anything else in small letters. Every case gives the `relation` and
`rule` that comparison must come to; `says` lists words that the reason must hold.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from claims.compare import Statement
from claims.data import load_tsv
from claims.model import Outcome, Polarity
from claims.values.party import Parties, Party

FOLDER: Final = Path(__file__).resolve().parent / "cases"

Case = dict[str, Any]


def read_cases(name: str) -> list[Any]:
    """Read one file of cases; each is called by its own words."""
    cases = [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]
    return [pytest.param(case, id=_label(case)) for case in cases]


def _label(case: Case) -> str:
    return str(case.get("case") or f"{case['left']} / {case['right']}")


@cache
def _codes() -> dict[str, str]:
    return {row["name"]: row["code"] for row in load_tsv("countries.tsv")}


def key_of(name: str) -> str:
    """Give the key of a party of a case."""
    code = _codes().get(name)
    return f"country:{code}" if code else f"words:{name}"


def party_of(name: str) -> Party:
    """Make a party of a case; what names nobody is vague."""
    return Party(key_of(name), name, vague=name not in _codes())


def statement_of(case: Case) -> Statement:
    """Make the statement that a case writes down."""
    members = tuple(map(party_of, case["who"]))
    closed, universal = case.get("closed", False), case.get("universal", False)
    listed = len(members) > 1 or closed or universal
    return Statement(
        value=Parties(members, "", closed, universal) if listed else members[0],
        role=case["role"],
        polarity=Polarity(case.get("polarity", "affirmed")),
        told=frozenset(map(key_of, case.get("told", ()))),
    )


def check_outcome(case: Case, outcome: Outcome) -> None:
    """Hold an outcome against its case."""
    assert (outcome.relation, outcome.rule) == (case["relation"], case["rule"]), outcome.reason
    for words in case.get("says", ()):
        assert words in outcome.reason
