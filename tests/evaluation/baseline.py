"""What a tool without scope would report: any two claims about one noun whose values differ.

Pairs every two claims of one kind with a shared head noun and different values, in one article or
in two, and calls them contradictions. Judged by the same rules as the program, it shows what
scope buys.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from tests.evaluation.conflicts import ConflictsDocument, ReportedConflict
from tests.evaluation.stated import ClaimsDocument


def pair_by_noun(claims: ClaimsDocument) -> ConflictsDocument:
    """Give the pairs as the program would print them.

    Args:
        claims: What ``claims list --json`` prints.
    """
    told: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for claim in claims["claims"]:
        head = claim["scope"].get("head") or ""
        if head:
            told[claim["kind"], head].append(claim)
    return {"conflicts": [pair for alike in told.values() for pair in _pairs(alike)]}


def _pairs(claims: list[Mapping[str, Any]]) -> Iterator[ReportedConflict]:
    for left, right in combinations(claims, 2):
        if _value(left) != _value(right):
            yield {
                "relation": "contradiction",
                "kind": left["kind"],
                "left": {"article": left["article"], "quote": left["quote"]},
                "right": {"article": right["article"], "quote": right["quote"]},
            }


def _value(claim: Mapping[str, Any]) -> object:
    """Give what a claim says, in one form for "two" and "2"; denied and affirmed differ."""
    value = {name: told for name, told in claim["value"].items() if name not in ("text", "name")}
    words = claim["value"].get("text", "").casefold() if set(value) <= {"type", "head"} else ""
    return claim["polarity"], repr(sorted(value.items())), words
