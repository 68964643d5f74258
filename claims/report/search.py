"""What a search found: claims in their paragraphs, articles, people's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claims.model import Target
from claims.report.block import word_line
from claims.report.byline import article_words, file_words, speaker_words, wording_legend
from claims.report.correction import mark_words
from claims.report.document import annotation_document, claim_document, publication_document
from claims.report.identity import short_annotation, short_claim, short_id
from claims.report.layout import clean, underline, wrap
from claims.report.quote import passage_words
from claims.report.wording import flag_words, plural, statement_words
from claims.values.search import find_words

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import Entry, Publication
    from claims.values.search import QueryWord

Document = dict[str, Any]

SEARCH_SCHEMA: Final = "claims/search/1"
_FOUND: Final = "^"
_INDENT: Final = "    "


@dataclass(frozen=True, slots=True)
class Find:
    """One thing that was found: claims of one paragraph, an article, or a person's word.

    Args:
        entries: Claims whose quotes stand in one paragraph, the best first.
        body: The text they stand in.
        article: An article whose title, author or address was found.
        word: A person's word.
        about: The short id of what the word is about.
    """

    entries: tuple[Entry, ...] = ()
    body: str = ""
    article: Publication | None = None
    word: Annotation | None = None
    about: str = ""

    @property
    def size(self) -> int:
        """How many things it is."""
        return max(1, len(self.entries))


@dataclass(frozen=True, slots=True)
class Search:
    """What a query found.

    Args:
        query: The query as it was typed.
        words: The words that were looked for.
        finds: What is shown of it, the best first.
        total: How many claims, articles and words of people were found in all.
        complete: Whether they hold every word; else nothing did, and they hold some.
    """

    query: str
    words: tuple[QueryWord, ...]
    finds: tuple[Find, ...]
    total: int
    complete: bool = True


def render_search(search: Search, width: int) -> str:
    """Render what was found, with marks under the words that were looked for."""
    lines: list[str] = []
    if search.finds and not search.complete:
        words = ", ".join(map(str, search.words))
        lines += [*wrap(f"Nothing holds all of {words}. These hold some:", width), ""]
    for find in search.finds:
        lines += [*_find_lines(find, search.words, width), ""]
    legend = wording_legend(entry.article for find in search.finds for entry in find.entries)
    lines += [*wrap(legend, width), ""] if legend else []
    return "\n".join([*lines, *wrap(_summary(search), width)])


def _summary(search: Search) -> str:
    if not search.total:
        return f"Nothing holds {', '.join(map(str, search.words))}."
    shown = sum(find.size for find in search.finds)
    if shown == search.total:
        return plural(search.total, "find")
    return f"{shown:,} of {plural(search.total, 'find')}; all of them: --limit 0"


def _find_lines(find: Find, words: Sequence[QueryWord], width: int) -> Iterator[str]:
    if find.entries:
        yield from _claim_lines(find, words, width)
    if find.article is not None:
        article = find.article
        title = clean(article.title or "title unknown")
        yield from wrap(title, width, f"{short_id(Target.ARTICLE, article.id)}  ", _INDENT)
        yield from wrap(f"{article_words(article)}, {file_words(article)}", width, _INDENT)
        if article.address:
            yield from wrap(article.address, width, _INDENT)
    if find.word is not None:
        said = f"{short_annotation(find.word.id)}  on {find.about}: {word_line(find.word)}"
        yield from wrap(said, width, "", _INDENT)


def _claim_lines(find: Find, words: Sequence[QueryWord], width: int) -> Iterator[str]:
    for entry in find.entries:
        flags = flag_words(entry.flags)
        cited = speaker_words(entry) if entry.claim.speakers else ""
        told = ", ".join(part for part in (statement_words(entry.claim), cited) if part)
        made = ", ".join(part for part in (flags, mark_words(entry.claim)) if part)
        shown = told + (f" [{made}]" if made else "")
        yield from wrap(shown, width, f"{short_claim(entry.claim.id)}  ", _INDENT)
    first = find.entries[0]
    yield from wrap(f"{article_words(first.article)}, {file_words(first.article)}", width, _INDENT)
    passage = passage_words(first, find.body)
    marks = [(_FOUND, span) for span in _spans(passage, words)]
    yield from underline(passage, marks, width, _INDENT + "  ")


def _spans(text: str, words: Iterable[QueryWord]) -> list[tuple[int, int]]:
    """Find where the words that were looked for stand."""
    asked = tuple(words)
    return [
        (found.start, found.end)
        for found in find_words(text)
        if any(one.fits(found.word) for one in asked)
    ]


def search_document(search: Search) -> Document:
    """Write what was found, each claim, article and word of a person by itself."""
    return {
        "schema": SEARCH_SCHEMA,
        "query": search.query,
        "words": [str(asked) for asked in search.words],
        "complete": search.complete,
        "total": search.total,
        "finds": [document for find in search.finds for document in _find_documents(find)],
    }


def _find_documents(find: Find) -> Iterator[Document]:
    for entry in find.entries:
        yield {"type": "claim", "claim": claim_document(entry)}
    if find.article is not None:
        yield {"type": "article", "article": publication_document(find.article)}
    if find.word is not None:
        yield {"type": "annotation", "annotation": annotation_document(find.word)}
