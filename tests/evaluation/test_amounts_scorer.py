"""The rules by which claimed amounts are held against labelled ones, on labels of our own."""

from typing import Any

import pytest

from tests.evaluation.amounts import (
    has_value,
    has_value_and_bound,
    has_value_and_concept,
    has_value_and_unit,
    score,
    sentence_of,
)
from tests.evaluation.amounts_counted import content_words, counting_of, has_concept, has_unit

Label = dict[str, Any]


def label(
    value: str = "12", unit: str = "-", normalized: str = "", concept: str = "-", change: str = "="
) -> Label:
    """Write a label as the sentences have it."""
    return {
        "change": change,
        "value": value,
        "unit": unit,
        "normalized_unit": normalized or unit,
        "referred_concepts": concept,
    }


def claimed(subject: str, head: str = "", *, unit: str = "", text: str = "12") -> Label:
    """Write a claim of twelve as the program gives it."""
    return {
        "low": 12,
        "high": 12,
        "text": text,
        "unit": unit,
        "subject": subject,
        "head": head or subject,
        "modifiers": (),
        "names": (),
    }


@pytest.mark.parametrize(
    ("unit", "normalized", "claim", "right"),
    [
        ("km", "kilometre", claimed("road", unit="metre", text="12 km"), True),
        ("km", "kilometre", claimed("road", unit="year", text="12 years"), False),
        ("km", "kilometre", claimed("road"), False),
        ("$", "dollar", claimed("fine", unit="USD", text="$12"), True),
        ("%", "percentage", claimed("turnout", unit="percent", text="12 per cent"), True),
        ("percent", "percentage", claimed("turnout", unit="percent", text="12%"), True),
        ("euros", "euro", claimed("fine", unit="USD", text="$12"), False),
        ("league games", "league game", claimed("league games", "game"), True),
        ("games", "game", claimed("goals", "goal"), False),
        ("people", "people", claimed("people", "person", unit="person"), True),
        ("games", "game", claimed("games", "game", unit="year", text="12 years"), False),
        ("-", "-", claimed("index"), True),
        ("-", "-", claimed("index", unit="percent", text="12%"), False),
        ("-", "year of age", claimed("Ana Ruiz", unit="year"), True),
    ],
)
def test_a_unit_is_a_measure_a_counted_noun_or_none(
    unit: str, normalized: str, claim: Label, right: bool
) -> None:
    """A measure by its printed word or base, a noun by a shared word, none by none."""
    assert has_unit(claim, counting_of(label(unit=unit, normalized=normalized))) is right


@pytest.mark.parametrize(
    ("concept", "claim", "right"),
    [
        ("car sales, Lakeside Motors", claimed("monthly sales", "sale"), True),
        ("car sales, Lakeside Motors", claimed("profit"), False),
        ("car sales, Lakeside Motors", claimed("profit") | {"names": ("name:lakeside",)}, True),
        ("winding roads", claimed("miles", "mile") | {"modifiers": ("winding",)}, True),
        ("end of the year", claimed("head of the house"), False),
    ],
)
def test_a_concept_is_right_in_part_where_one_word_is_shared(
    concept: str, claim: Label, right: bool
) -> None:
    """Of the subject, the noun, its modifiers or the names; "of" and "the" are no words."""
    assert has_concept(claim, counting_of(label(unit="-", concept=concept))) is right


def test_a_label_without_a_concept_leaves_what_is_counted_to_the_unit() -> None:
    """Twelve boats are boats, whatever else is said of them."""
    boats = counting_of(label(unit="boats", normalized="boat"))
    assert has_concept(claimed("fishing boats", "boat"), boats)
    assert not has_concept(claimed("nets", "net"), boats)


def test_words_are_compared_without_their_endings() -> None:
    """Plurals and possessives; what only looks like a plural is treated alike on both sides."""
    assert content_words(["The cities' buses"]) == content_words(["city", "buse"])
    assert content_words(["class"]) == {"class"}


def test_unit_and_concept_need_the_value() -> None:
    """Right boats, wrong number."""
    boats = {"text": "", "quantities": [label("13", unit="boats", normalized="boat")]}
    wanted = sentence_of(boats).wanted[0]
    assert not has_value_and_unit(claimed("boats", "boat"), wanted)
    assert not has_value_and_concept(claimed("boats", "boat"), wanted)


def test_each_label_and_each_claim_is_used_once() -> None:
    """Two claims of twelve meet one label; what each measure finds is counted by itself."""
    sentences = [
        sentence_of({"text": "12", "quantities": [label(unit="boats", concept="harbour")]})
    ]
    claims = [claimed("boats", "boat"), claimed("nets", "net")]
    measures = (has_value, has_value_and_bound, has_value_and_unit, has_value_and_concept)
    found = score(sentences, lambda _: claims, measures)
    assert [each.hits for each in found] == [1, 1, 1, 0]
    assert {(each.wanted, each.claimed) for each in found} == {(1, 2)}


def test_the_number_one_in_words_is_left_out_on_both_sides() -> None:
    """It is no checkable amount."""
    sentences = [sentence_of({"text": "one boat", "quantities": [label("1", unit="boat")]})]
    one = claimed("boat") | {"low": 1, "high": 1, "text": "one"}
    found = score(sentences, lambda _: [one], (has_value,))
    assert (found[0].wanted, found[0].claimed) == (0, 0)
