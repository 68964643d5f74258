"""Statements in time as Markdown: a table for each question that has updates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.report.block import by_question
from claims.report.byline import file_words, outlet_words, published_words, speaker_words
from claims.report.markdown.escape import code, md, paragraphs, table
from claims.report.timeline import NONE, statements_of, updates_among
from claims.report.wording import answer_words, as_of_words

if TYPE_CHECKING:
    from claims.report.timeline import Statement
    from claims.report.view import Docket

_HEADS = ("Published", "Answer", "Who says so", "Outlet", "Speaks of", "Where")


def timeline_section(docket: Docket) -> Iterator[str]:
    """Tell the statements of the questions with updates, the earliest first; none is said too."""
    updates = updates_among(docket.cases)
    yield from paragraphs("## What was said later", "" if updates else NONE)
    for question, cases in by_question(updates).items():
        sheet = docket.sheets.get(question)
        yield from paragraphs(f"### {md(cases[0].question)}")
        yield from table(_HEADS, map(_row, statements_of(sheet)) if sheet else ())


def _row(one: Statement) -> Sequence[str]:
    return (
        md(published_words(one.article)),
        md(answer_words(one.entry.claim)),
        md(speaker_words(one.entry)),
        md(outlet_words(one.article)),
        md(as_of_words(one.entry.claim.scope.as_of)) or "unknown",
        code(file_words(one.article)),
    )
