"""How well this version finds claims and contradictions, in words and figures.

The figures ship with the program; a test compares them with those that were measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from claims.data import load_toml

INTRODUCTION: Final = (
    "Measured on news articles of which people labelled every answer and every disagreement. "
    "Recall is how much of what is there is found, precision how much of what is reported is "
    "right; a reported contradiction that no label holds counts as wrong."
)
HEADS: Final = (
    "What was measured",
    "Articles at hand while the rules were made",
    "Articles that nobody looked at",
)
_UNMEASURED: Final = "not measured"
_WORDS: Final[Mapping[tuple[str, str], str]] = {
    ("contradictions", "found"): "Contradictions: recall",
    ("contradictions", "right"): "Contradictions: precision",
    ("claims", "right"): "Claims that readers called right in every part: precision",
    ("answers", "all"): "Answers that stand in a claim, of every kind: recall",
    ("answers", "quantity"): "Amounts: recall",
    ("answers", "date"): "Days: recall",
    ("answers", "participants"): "Who took part: recall",
    ("answers", "actor"): "Who did it: recall",
    ("answers", "polarity"): "Did or did not: recall",
    ("answers", "place"): "Places: recall",
    ("answers", "attribution"): "Who said it, and reasons given: recall",
}


class Measure(NamedTuple):
    """One measured share, on articles of both sorts: "16 of 88 (18%)"."""

    name: str
    at_hand: str
    held_back: str


def measures() -> list[Measure]:
    """Give what was measured, what matters most to a reader first."""
    table = load_toml("measured.toml")
    return [
        Measure(words, _share(row, ""), _share(row, "held_back_"))
        for (part, name), words in _WORDS.items()
        for row in (table[part][name],)
    ]


def _share(row: Mapping[str, int], which: str) -> str:
    found, of = row.get(f"{which}found"), row.get(f"{which}of")
    if found is None or of is None:
        return _UNMEASURED
    return f"{found:,} of {of:,} ({found / of:.0%})" if of else f"{found:,} of {of:,}"
