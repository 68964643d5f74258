"""Sentences, quotes and how near they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.passages import Nearness, document_of, fold, locate, nearness, split_sentences

ARTICLE = document_of(
    "The U.N. Envoy left. Twelve men stayed.\nThey \u201cwon\u201d\u2026 Twelve men!"
)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("It was Dr. Amsel. He fled.", 2),
        ("He left at 5 p.m. She stayed.", 1),
        ("It fell to 3.5 per cent.", 1),
        ('"Stop!" He did.', 2),
        ("Why? 12 men knew.", 2),
        ("and so on. and on.", 1),
        ("process.Russian words are glued.", 1),
    ],
)
def test_sentences_end_where_readers_see_it(line: str, count: int) -> None:
    """A stop, white space and a capital or a digit; not after an abbreviation."""
    assert len(list(split_sentences(line))) == count


@given(st.text())
def test_cutting_sentences_loses_nothing(line: str) -> None:
    """The sentences of a line make the line."""
    assert "".join(split_sentences(line)) == line


@given(st.text())
def test_folding_twice_changes_nothing(words: str) -> None:
    """White space, marks and dashes have one form."""
    once = fold(words)
    assert fold(once).split() == once.split()


@given(st.text(alphabet="aA .!\n\u00a0\u2019"))
def test_every_sentence_is_a_span_of_the_text(article: str) -> None:
    """Sentences follow one another with one space between."""
    document = document_of(article)
    assert " ".join(document.text[a:b] for a, b in document.sentences) == document.text


def test_a_quote_may_stand_in_several_places() -> None:
    """All of them count, and two places are not one long quote."""
    passage = locate({"a": ARTICLE}, "a", "twelve men")
    assert len(passage.spans) == 2
    assert passage.sentences == {1, 2}
    assert not passage.is_long


def test_an_ellipsis_parts_a_quote() -> None:
    """What stands on its sides is looked for by itself, if it is long enough."""
    document = document_of("Nine boats burned at the quay of Velmora on a cold Monday.")
    passage = locate({"a": document}, "a", "Nine boats burned \u2026 on a cold Monday ... x")
    assert len(passage.spans) == 2
    assert passage.exact


def test_a_misquoted_sentence_is_recognised_by_its_words() -> None:
    """Four words in five must be right, and only its sentence is known then."""
    document = document_of("Nine boats burned at the quay. The mayor fled.")
    passage = locate({"a": document}, "a", "Nine ships burned at the quay")
    assert not passage.exact
    assert passage.sentences == {0}
    assert not locate({"a": document}, "a", "Nine ships sank at the quay").is_located
    assert not locate({"a": document}, "a", "mayor flees now").is_located


def test_an_unknown_quote_may_hold_the_labelled_one() -> None:
    """Where the document lacks the words, the words themselves are compared."""
    documents = {"a": document_of("Nine boats burned at the quay.")}
    gold = locate(documents, "a", "boats burned at the quay")
    reported = locate(documents, "a", "two dozen old boats burned at the quay")
    assert not reported.is_located
    assert nearness(reported, gold) is Nearness.OVERLAP


def test_quotes_of_two_articles_are_apart() -> None:
    """The same words elsewhere are another claim."""
    documents = {"a": ARTICLE, "b": ARTICLE}
    one, other = (locate(documents, name, "twelve men") for name in documents)
    assert nearness(one, other) is Nearness.APART


@given(st.text(alphabet="aA .!\n\u00a0"))
def test_every_sentence_is_known_by_its_place_in_the_body(article: str) -> None:
    """Folding changes the words, never which sentence a character belongs to."""
    document = document_of(article)
    for number, (place, span) in enumerate(zip(document.places, document.sentences, strict=True)):
        assert fold(document.body[slice(*place)]) == document.text[slice(*span)]
        assert document.sentences_at(place) == {number}


def test_front_matter_is_no_part_of_the_body() -> None:
    """The title is a sentence without a place; offsets count from the first line below."""
    document = document_of('---\ntitle: "Boats burn"\n---\nNine boats burned.  Ten men\nfled.\n')
    assert document.body.startswith("Nine boats")
    assert document.sentences_at((0, 4)) == {1}
    assert document.sentence_around((0, 4)) == "Nine boats burned."
    assert document.sentence_around((15, 27)) == "Nine boats burned. Ten men"
