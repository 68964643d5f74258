"""Articles, answers, quotes and people's words as Markdown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from claims.model import Genre, Rendition, standing
from claims.report.block import word_line
from claims.report.byline import (
    author_words,
    file_words,
    outlet_words,
    published_words,
    time_words,
    voice_words,
    wording_label,
)
from claims.report.identity import short_claim
from claims.report.layout import clean
from claims.report.markdown.escape import code, md
from claims.report.quote import anchor_place

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import Entry, Publication


def outlet_cell(article: Publication) -> str:
    """Name the outlet with the genre."""
    genre = "" if article.genre is Genre.UNKNOWN else f" ({article.genre.value})"
    return md(outlet_words(article)) + genre


def article_cell(article: Publication) -> str:
    """Name an article by its title and file."""
    title = f"{md(article.title)}, " if article.title else ""
    return title + code(file_words(article))


def source_cells(entry: Entry, article: Publication) -> tuple[str, ...]:
    """Tell author, outlet, publication and speakers, a cell each."""
    time = time_words(entry.claim, article)
    published = published_words(article) + (f"; {time}" if time else "")
    return md(author_words(article)), outlet_cell(article), md(published), md(voice_words(entry))


def quote_lines(entry: Entry, article: Publication) -> list[str]:
    """Give a quote with its anchor in bold, labelled where the words are not the outlet's."""
    opening, quote, closing = _quoted(entry)
    label = wording_label(article)
    said = f"*{label}* " if label else ""
    where = f"{code(file_words(article))}, characters {entry.claim.span.start} to "
    where += f"{entry.claim.span.end}, claim {code(short_claim(entry.claim.id))}"
    return [f"> {said}{opening}{quote}{closing}", ">", f"> — {where}", ""]


def _quoted(entry: Entry) -> tuple[str, str, str]:
    words = clean(entry.claim.quote)
    start, end = anchor_place(entry.claim)
    bold = f"**{md(words[start:end])}**" if end > start else ""
    before = md(words[:start]) + (" " if words[:start].endswith(" ") else "")
    after = (" " if words[end:].startswith(" ") else "") + _inline(words[end:])
    verbatim = entry.article.rendition is Rendition.VERBATIM
    return ("“", before + bold + after, "”") if verbatim else ("", before + bold + after, "")


def _inline(words: str) -> str:
    """Escape words that do not begin a line."""
    return md(f"x{words.strip()}")[1:]


def word_lines(words: Iterable[Annotation], outdated: Collection[str] = ()) -> list[str]:
    """List what people say, oldest first, each with name and day; corrected words are left out.

    Args:
        outdated: Ids of the words that were given on other facts.
    """
    lines = [f"- {md(word_line(word, outdated=word.id in outdated))}" for word in standing(words)]
    return [*lines, ""] if lines else []
