"""The ledger of every question, the articles and notes on claims, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.model import Target, standing
from claims.report.byline import (
    added_words,
    author_words,
    file_words,
    origin_words,
    published_words,
    short_speaker_words,
    voice_words,
)
from claims.report.count import support_words
from claims.report.facts import article_facts, claim_facts, outdated_among
from claims.report.identity import short_id
from claims.report.ledger import end_words, spread_of
from claims.report.markdown.escape import code, md, paragraphs, table
from claims.report.markdown.part import outlet_cell, word_lines
from claims.report.wording import RELATIONS, answer_words, as_of_words, plural, statement_words

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import ArticleEntry, Entry, Row, Sheet

_ANSWER_HEADS = ("Answer", "Held by", "Who says so", "As of", "Published", "Where")
_SINGLE_HEADS = ("Question", "Answer", "Who says so", "Where")
_ARTICLE_HEADS = (
    *("Id", "Article", "Author", "Outlet", "Published", "Words"),
    *("Added", "Read from", "SHA-256"),
)


def ledger_section(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Tell every answer to every question, questions with a single answer in one table."""
    found = list(sheets)
    several = [sheet for sheet in found if len(sheet.rows) > 1]
    single = [sheet for sheet in found if len(sheet.rows) == 1]
    yield from paragraphs(
        "## Ledger",
        f"{plural(len(found), 'question')}, of which {len(several):,} with more than one answer. "
        "No answer is called the right one.",
    )
    for sheet in several:
        yield from _question(sheet)
    if single:
        yield from paragraphs("### Questions with one answer")
        yield from table(_SINGLE_HEADS, map(_single, single))


def _question(sheet: Sheet) -> Iterator[str]:
    id_ = code(short_id(Target.QUESTION, sheet.question.id))
    parts = _spread(sheet), _hints(sheet), _marks(sheet)
    yield from paragraphs(f"### {md(sheet.question.text)} {id_}", *parts)
    yield from table(_ANSWER_HEADS, map(_answer, sheet.rows))


def _spread(sheet: Sheet) -> str:
    spread = spread_of(sheet.rows)
    if spread is None:
        return ""
    low, high = end_words(spread.low, "low"), end_words(spread.high, "high")
    return f"Low: {md(low)}. High: {md(high)}."


def _hints(sheet: Sheet) -> str:
    sums = "; ".join(hint.words for hint in sheet.hints)
    return f"Sums among the figures: {md(sums)}." if sums else ""


def _marks(sheet: Sheet) -> str:
    words = [RELATIONS[case.relation] for case in (*sheet.cases, *sheet.look_alikes)]
    return f"Findings: {', '.join(dict.fromkeys(words))}." if words else ""


def _answer(row: Row) -> tuple[str, ...]:
    first = row.first
    return (
        md(answer_words(first.claim)),
        support_words(row.support),
        md(voice_words(first)),
        md(as_of_words(row.answer.as_of)) or "unknown",
        md(published_words(first.article)),
        ", ".join(code(file_words(article)) for article in row.articles),
    )


def _single(sheet: Sheet) -> tuple[str, ...]:
    row = sheet.rows[0]
    return (
        md(sheet.question.text),
        md(answer_words(row.first.claim)),
        md(short_speaker_words(row.first)),
        ", ".join(code(file_words(article)) for article in row.articles),
    )


def article_section(articles: Iterable[ArticleEntry]) -> Iterator[str]:
    """List the articles with the hashes by which anybody can check them."""
    found = list(articles)
    yield from paragraphs("## Articles", f"{plural(len(found), 'article')}.")
    yield from table(_ARTICLE_HEADS, map(_article, found))
    words = [(entry, word) for entry in found for word in standing(entry.words)]
    for entry, word in words:
        outdated = outdated_among([word], article_facts(entry.article))
        said = word_lines([word], outdated)[0].removeprefix("- ")
        yield f"- {code(file_words(entry.article))}: {said}"
    if words:
        yield ""


def _article(entry: ArticleEntry) -> tuple[str, ...]:
    article = entry.article
    file = f"text {code(article.text_id)}"
    if entry.sha256 is not None:
        file = f"file {code(entry.sha256)}, {file}"
    title = md(article.title or "title unknown")
    address = f", {code(article.address)}" if article.address else ""
    return (
        code(short_id(Target.ARTICLE, article.id)),
        f"{title}, {code(file_words(article))}{address}",
        md(author_words(article)),
        outlet_cell(article),
        md(published_words(article)),
        article.rendition.value,
        md(added_words(entry)),
        code(origin_words(entry)),
        file,
    )


def note_section(notes: Iterable[tuple[Entry, Annotation]]) -> Iterator[str]:
    """Tell what people said of single claims."""
    said_of = list(notes)
    public = standing(word for _, word in said_of)
    found = [(entry, word) for entry, word in said_of if word in public]
    if not found:
        return
    yield from paragraphs("## Notes on claims")
    for entry, word in found:
        said = word_lines([word], outdated_among([word], claim_facts(entry)))[0].removeprefix("- ")
        yield f"- {md(statement_words(entry.claim))} ({code(file_words(entry.article))}): {said}"
    yield ""
