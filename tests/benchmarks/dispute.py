"""Databases with as many conflicts as asked: two articles a story, two figures they dispute.

The texts are invented and hold the quotes, so that a report shows whole paragraphs. What the
program would find in them is stored without reading them: reports read what is stored.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from claims.extract import EXTRACTOR
from claims.model import (
    Answer,
    Article,
    AsOf,
    Claim,
    Conflict,
    Findings,
    Genre,
    Kind,
    KnownBy,
    Question,
    Relation,
    Run,
    Scope,
    Span,
    Speaker,
    Text,
    conflict_id,
    fingerprint,
)
from db import replace_claims, save_article, save_findings, save_run
from tests.benchmarks.asked import quantity

if TYPE_CHECKING:
    from db import Database

FIGURES: Final = 2
"""Figures that the two articles of a story dispute."""
_AT: Final = datetime(2026, 1, 5, tzinfo=UTC)
_FIRST: Final = date(2021, 1, 4)
_OUTLETS: Final = ("Harbour Gazette", "Evening Courier", "Daily Tribune", "Valley Post")
_THINGS: Final = ("people", "houses")
_REST: Final = (
    "Officials came to the quarter in the morning and spoke with those who had spent the night in "
    "the school. Roads to the north were not open by noon. A second report is to come within 14 "
    "days, and shops near the river stayed closed while crews looked at the walls."
)


@dataclass(frozen=True, slots=True)
class _Told:
    """One article of a story with its claims, a figure each."""

    article: Article
    claims: tuple[Claim, ...]


def fill_with_disputes(database: Database, conflicts: int) -> None:
    """Store so many contradictions between invented articles, with all that belongs to them."""
    with database.write() as session:
        run_id = save_run(session, Run("benchmark", EXTRACTOR, _AT, "A. Checker"))
        for number in range(-(-conflicts // FIGURES)):
            left, right = _articles(number)
            for told in (left, right):
                save_article(session, told.article, run_id, _AT)
                keys = {claim.id: [f"{number}"] for claim in told.claims}
                replace_claims(session, told.article.text.id, told.claims, [], keys, {}, run_id)
            pairs = list(zip(left.claims, right.claims, strict=True))
            room = conflicts - number * FIGURES
            save_findings(session, _findings(pairs[:room]), _AT)


def _articles(number: int) -> tuple[_Told, _Told]:
    dice = random.Random(number)  # noqa: S311 - the same on every machine, no secrets
    first, second = dice.sample(_OUTLETS, 2)
    day = _FIRST + timedelta(days=number)
    low = [dice.randrange(3, 400) for _ in range(FIGURES)]
    high = [one + dice.randrange(5, 90) for one in low]
    left = _article(number, first, day, low)
    return left, _article(number, second, day + timedelta(days=dice.randrange(3)), high)


def _article(number: int, outlet: str, day: date, figures: list[int]) -> _Told:
    told = [
        f"The flood in town {number} struck {n} {what}, police said." for n, what in _pairs(figures)
    ]
    text = Text("\n\n".join((f"Flood in town {number}", *(f"{one} {_REST}" for one in told))))
    article = Article(
        text,
        title=f"Flood in town {number}",
        authors=(f"Author {number % 90}",),
        outlet=outlet,
        genre=Genre.NEWS,
        published=day.isoformat(),
        file=f"{number}-{outlet.split(maxsplit=1)[0].lower()}.txt",
        language="en",
        known_by={"published": KnownBy.PAGE},
    )
    return _Told(article, tuple(_claims(text, number, figures, told)))


def _pairs(figures: list[int]) -> Iterator[tuple[int, str]]:
    return zip(figures, _THINGS, strict=True)


def _claims(text: Text, number: int, figures: list[int], told: list[str]) -> Iterator[Claim]:
    for (figure, thing), sentence in zip(_pairs(figures), told, strict=True):
        start = text.body.index(sentence)
        at = start + sentence.index(f" {figure} ") + 1
        yield Claim(
            text.id,
            Kind.QUANTITY,
            "strike",
            Span(start, start + len(sentence)),
            sentence,
            Span(at, at + len(str(figure))),
            f"{thing} in town {number}",
            "struck",
            quantity(figure, ""),
            Scope(head=thing, as_of=AsOf("2021-01-04", "2021-01-04", "published")),
            speakers=(Speaker("words:police", "police"),),
        )


def _findings(pairs: list[tuple[Claim, Claim]]) -> Findings:
    questions = tuple(_question(left, right) for left, right in pairs)
    conflicts = tuple(
        _conflict(question, left, right)
        for question, (left, right) in zip(questions, pairs, strict=True)
    )
    return Findings(questions, conflicts)


def _question(left: Claim, right: Claim) -> Question:
    words = f"How many {left.subject} were struck?"
    answers = tuple(
        Answer(fingerprint("answer", claim.id), claim.value, (claim.id,), speaker="words:police")
        for claim in (left, right)
    )
    id_ = fingerprint("question", words)
    return Question(id_, words, Kind.QUANTITY, answers, tally={"contradiction": 1})


def _conflict(question: Question, left: Claim, right: Claim) -> Conflict:
    return Conflict(
        id=conflict_id(left.id, right.id),
        relation=Relation.CONTRADICTION,
        kind=Kind.QUANTITY,
        rule="quantity.disjoint",
        reason=f"Same group ({left.scope.head}) and town; the amounts exclude each other.",
        rank=0.9,
        question=question.id,
        left=left.id,
        right=right.id,
    )
