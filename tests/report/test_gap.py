"""What a report leaves open: the counts add up, and what is not listed is counted."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from claims.model import Filter, Span
from claims.read import Unread
from claims.report.gap import (
    MOST_IN_ALL,
    MOST_OF_AN_ARTICLE,
    claim_parts,
    more_words,
    silence_words,
    silences_of,
)
from claims.report.view import Dossier
from claims.service.listing import list_articles, list_conflicts, list_questions
from claims.service.unread import unread_of
from db import Database
from tests.report.story import CLAIMS


@pytest.fixture
def dossier(empty_story: Database) -> Dossier:
    """Gather what a report tells of the story."""
    articles = tuple(list_articles(empty_story, Filter()))
    with empty_story.read() as session:
        unread = unread_of(session, (entry.article.text_id for entry in articles))
    return Dossier(
        list_conflicts(empty_story, Filter()),
        tuple(list_questions(empty_story, Filter())),
        articles,
        unread=unread,
    )


def _count(words: str) -> int:
    found = re.match(r"[\d,]+", words)
    assert found is not None
    return int(found[0].replace(",", ""))


def test_every_claim_is_in_one_part(dossier: Dossier) -> None:
    """Where a filter hides questions nothing is said of the parts."""
    assert sum(map(_count, claim_parts(dossier))) == len(CLAIMS) == dossier.docket.sums.claims
    assert claim_parts(replace(dossier, narrowed_to="kind date")) == []


def test_a_sentence_that_gave_no_claim_is_told(dossier: Dossier) -> None:
    """With the article it stands in."""
    (silence,) = silences_of(dossier)
    assert (silence.article.file, silence.more) == ("004.txt", 0)
    assert [one.holds for one in silence.sentences] == [("date",)]
    assert silence_words([silence]).startswith("1 sentence in 1 article holds a figure")


def test_what_has_no_room_is_counted(dossier: Dossier) -> None:
    """Of one article and of all together."""
    many = tuple(Unread(Span(at, at + 1), "x", ("figure",)) for at in range(60))
    articles = [
        replace(entry, article=replace(entry.article, text_id=f"{at}"))
        for at, entry in enumerate(dossier.articles * 5)
    ]
    unread = {f"{at}": many for at in range(len(articles))}
    silences = silences_of(replace(dossier, articles=tuple(articles), unread=unread))
    assert len(silences[0].sentences) == MOST_OF_AN_ARTICLE
    assert sum(len(one.sentences) for one in silences) == MOST_IN_ALL
    assert sum(len(one.sentences) + one.more for one in silences) == 60 * len(articles)
    assert more_words(silences[0]) == "40 more sentences, counted and not listed."
    assert more_words(silences[-1]) == "60 sentences, counted and not listed."


def test_none_is_said_too() -> None:
    """Where every such sentence gave a claim."""
    assert silence_words([]).startswith("Every sentence that holds a figure")
