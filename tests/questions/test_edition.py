"""Claims of two versions of a text, matched by what they quote."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim, Kind, Span, Text
from claims.questions import compare_readings, sentence_number
from claims.values.quantity import parse_quantity
from tests.questions.cases import read_cases

_FIGURE: Final = re.compile(r"\[([\d,]+)\]")


def read(marked: str) -> tuple[str, list[Claim]]:
    """Read a text in which figures stand in brackets: a claim each, which quotes its sentence."""
    body = _FIGURE.sub(r"\1", marked)
    text = Text(body)
    starts = [0, *(end.end() for end in re.finditer(r"[.”] ", body)), len(body) + 1]
    claims = []
    for place, figure in enumerate(_FIGURE.finditer(marked)):
        at = figure.start() - 2 * place
        start, end = next((a, b - 1) for a, b in pairwise(starts) if a <= at < b)
        end = start + len(body[start:end].rstrip('."”'))
        claims.append(
            Claim(
                text_id=text.id,
                kind=Kind.QUANTITY,
                role="count",
                span=Span(start, end),
                quote=body[start:end],
                anchor=Span(at, at + len(figure[1])),
                subject="people",
                attribute="count",
                value=parse_quantity(figure[1]),
            )
        )
    return body, claims


def told(pairs: Any) -> list[str]:
    """Name claims by their figures, those of two readings together."""
    return sorted(f"{old.value.text} > {new.value.text}" for old, new in pairs)


@pytest.mark.parametrize("case", read_cases("edition.jsonl"))
def test_claims_are_matched_by_their_quotes(case: dict[str, Any]) -> None:
    """What goes on, what changed its value, what is gained and lost."""
    _, before = read(case["before"])
    body, after = read(case["after"])
    found = compare_readings(before, after, body)
    known = {claim.id: claim for claim in (*before, *after)}
    places = [(known[old], known[new]) for old, new in found.places.items()]
    assert told(places) == sorted(case.get("places", []))
    assert told(found.changed) == sorted(case.get("changed", []))
    assert sorted(one.value.text for one in found.gained) == sorted(case.get("gained", []))
    assert sorted(one.value.text for one in found.lost) == sorted(case.get("lost", []))


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_a_text_differs_in_nothing_from_itself(figures: list[int]) -> None:
    """Whatever stands in it, also twice."""
    body, claims = read(" ".join(f"It killed [{figure}] people." for figure in figures))
    found = compare_readings(claims, claims, body)
    assert (found.places, found.changed, found.gained, found.lost) == ({}, (), (), ())


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("", 1),
        ("It rained. ", 2),
        ("It rained in the U.S. ", 1),
        ("Mr. ", 1),
        ("A headline\n\n", 2),
        ("“It rained.” ", 2),
        ("It rained 2.5 inches. Why? ", 3),
        ("By Ann Example\n\nIt rained. It stopped! ", 4),
    ],
)
def test_sentences_are_counted(before: str, number: int) -> None:
    """Headings count as one each; a full stop inside a number or after a title ends none."""
    assert sentence_number(f"{before}Then it snowed.", len(before)) == number
