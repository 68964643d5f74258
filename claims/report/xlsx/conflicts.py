"""The sheet of conflicts: a row each, look-alikes after them, both sides beside each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from claims.model import Between, Target, standing
from claims.report.block import word_line
from claims.report.byline import speaker_words
from claims.report.identity import short_conflict, short_id
from claims.report.publication_day import inferred_day, known_day
from claims.report.wording import RELATIONS, answer_words
from claims.report.xlsx.cell import Cell, address_cell, day_cell, instant_cell
from claims.report.xlsx.table import Column, Table

if TYPE_CHECKING:
    from claims.model import Support
    from claims.report.view import Case, Entry
    from claims.report.xlsx.place import Places

NAME: Final = "conflicts"
_BETWEEN: Final = {Between.ARTICLES: "articles", Between.ONE_ARTICLE: "one article"}
Sides = Mapping[str, tuple[Callable[["Case"], "Entry"], Callable[["Case"], "Support"]]]
_SIDES: Final[Sides] = {
    "left": (lambda case: case.left, lambda case: case.conflict.left_support),
    "right": (lambda case: case.right, lambda case: case.conflict.right_support),
}


def conflicts_table(cases: Sequence[Case], places: Places) -> Table:
    """Make the sheet."""
    sides = {
        f"{side}_{name}": column
        for side, (entry_of, support_of) in _SIDES.items()
        for name, column in _of_side(entry_of, support_of, places).items()
    }
    return Table(NAME, {**_OF_THE_CONFLICT, **sides, **_OF_PEOPLE}, cases)


def _id(case: Case) -> str:
    return short_conflict(case.conflict.id, case.relation)


def _words(case: Case) -> str:
    said = standing(case.words)
    return " / ".join(word_line(word, outdated=word.id in case.outdated) for word in said)


_OF_THE_CONFLICT: Final[Mapping[str, Column]] = {
    "id": Column("Its short id", _id, 12),
    "relation": Column(
        "contradiction, update, lists differ; or not the same thing: a look-alike",
        lambda case: RELATIONS[case.relation],
        18,
    ),
    "between": Column(
        "Whether the two sides stand in two articles or in one",
        lambda case: _BETWEEN[case.between],
    ),
    "question": Column("What both sides answer", lambda case: case.question, 40),
    "question_id": Column(
        "Its short id", lambda case: short_id(Target.QUESTION, case.conflict.question), 12
    ),
    "kind": Column("What it is about", lambda case: case.conflict.kind.value),
    "reason": Column("Why the program says so", lambda case: case.conflict.reason, 50),
    "rule": Column("The rule that decided", lambda case: case.conflict.rule, 20),
    "found_at": Column("When it was first found", lambda case: instant_cell(case.found_at), 24),
}
_OF_PEOPLE: Final[Mapping[str, Column]] = {
    "status": Column("What people decided", lambda case: case.status),
    "words": Column("What people said, signed and dated", _words, 50),
}


def _of_side(
    entry_of: Callable[[Case], Entry], support_of: Callable[[Case], Support], places: Places
) -> dict[str, Column]:
    """Give the columns of one side."""

    def of(read: Callable[[Entry], Cell]) -> Callable[[Case], Cell]:
        return lambda case: read(entry_of(case))

    return {
        "answer": Column("What this side answers", of(lambda one: answer_words(one.claim)), 24),
        "quote": Column("Its words, on one line", of(lambda one: one.claim.quote), 60),
        "wording": Column(
            "verbatim, or digest or translation: then not the outlet's own words",
            of(lambda one: one.article.rendition.value),
        ),
        "who_says_so": Column("The chain of speakers", of(speaker_words), 30),
        "authors": Column("Who wrote it", of(lambda one: "; ".join(one.article.authors)), 20),
        "outlet": Column("Who published it", of(lambda one: one.article.outlet), 20),
        "published": Column("The day it bears", of(lambda one: day_cell(known_day(one.article)))),
        "published_inferred": Column(
            "The day where it is only inferred, or nobody knows how it is known",
            of(lambda one: day_cell(inferred_day(one.article))),
        ),
        "published_known_by": Column(
            "How the day is known", of(lambda one: one.article.published_known_by.value)
        ),
        "address": Column(
            "Where it was published", of(lambda one: address_cell(one.article.address)), 30
        ),
        "file": Column("The file that was read", of(lambda one: one.article.file), 20),
        "article_id": Column("The article", of(lambda one: places.article(one.article)), 12),
        "claim_id": Column("The claim among the answers", of(places.claim), 12),
        "articles": Column("How many articles say so", lambda case: support_of(case).articles),
        "origins_at_most": Column(
            "How many origins those have at most", lambda case: support_of(case).origins_at_most
        ),
    }
