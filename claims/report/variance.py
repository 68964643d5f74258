"""How two articles differ in their wording, as text and as JSON.

Words of one side alone stand in brackets with a sign, so that nothing is told by colour:
"killed [-nine-] {+ten+} people".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claims.model import Target
from claims.report.byline import article_words, file_words, wording_legend
from claims.report.document import publication_document
from claims.report.identity import short_id
from claims.report.layout import clean, wrap
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.read.variance import Change, Sentence, Variance
    from claims.report.view import Publication

Document = dict[str, Any]

COMPARISON_SCHEMA: Final = "claims/comparison/1"
_INDENT: Final = "    "


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles held against each other.

    Args:
        left: One.
        right: The other.
        origin: What tells that both have one origin; empty where nothing does.
        variance: What differs in their wording.
    """

    left: Publication
    right: Publication
    origin: str
    variance: Variance


@dataclass(frozen=True, slots=True)
class NearCopy:
    """An article that has one origin with another, and what tells so."""

    article: Publication
    reason: str


def render_comparison(found: Comparison, width: int) -> str:
    """Render what differs: sentences in other words, then those of one article alone."""
    lines: list[str] = []
    for article in (found.left, found.right):
        told = f"{article_words(article)}, {file_words(article)}"
        lines += wrap(told, width, f"{_id(article)}  ", _INDENT)
    lines += wrap(f"one origin: {found.origin or 'nothing tells so'}", width)
    lines += ["", *_changes(found, width)]
    for article, alone in (
        (found.left, found.variance.left),
        (found.right, found.variance.right),
    ):
        lines += _alone(article, alone, width)
    lines += wrap(_sum(found.variance), width)
    legend = wording_legend((found.left, found.right))
    return "\n".join([*lines, *(["", legend] if legend else [])])


def _id(article: Publication) -> str:
    return short_id(Target.ARTICLE, article.id)


def _changes(found: Comparison, width: int) -> Iterator[str]:
    changed = found.variance.changed
    if not changed:
        return
    signs = f"[-{_id(found.left)}-] {{+{_id(found.right)}+}}"
    yield f"IN OTHER WORDS ({len(changed)})  {signs}"
    for change in changed:
        yield from wrap(change_words(change), width, _INDENT)
    yield ""


def change_words(change: Change) -> str:
    """Tell a sentence in both wordings: "killed [-nine-] {+ten+} people"."""
    left, right = change.left.quote, change.right.quote
    told, at = "", 0
    for (start, end), (first, last) in change.turns:
        told += left[at:start]
        marks = [f"[-{left[start:end]}-]"] if start < end else []
        marks += [f"{{+{right[first:last]}+}}"] if first < last else []
        told += " ".join(marks)
        if start == end and told and not left[start:].startswith(" "):
            told += " "
        at = end
    return clean(" ".join((told + left[at:]).split()))


def _alone(article: Publication, alone: Sequence[Sentence], width: int) -> Iterator[str]:
    if not alone:
        return
    yield f"ONLY IN {_id(article)} ({len(alone)})"
    for sentence in alone:
        yield from wrap(clean(" ".join(sentence.quote.split())), width, _INDENT)
    yield ""


def _sum(variance: Variance) -> str:
    changed, left, right = len(variance.changed), len(variance.left), len(variance.right)
    if not changed + left + right:
        return "Nothing differs but capitals, punctuation and order."
    cut = "" if variance.whole else " Only the beginning of the longer text was looked at."
    same = plural(variance.same, "sentence stands", "sentences stand")
    return f"{same} in both, {changed} in other words, {left + right} in one alone.{cut}"


def comparison_document(found: Comparison) -> Document:
    """Write what differs; places count code points of either text, half-open."""
    variance = found.variance
    return {
        "schema": COMPARISON_SCHEMA,
        "left": publication_document(found.left),
        "right": publication_document(found.right),
        "origin": found.origin or None,
        "same": variance.same,
        "changed": [_change_document(change) for change in variance.changed],
        "left_only": [_sentence_document(one) for one in variance.left],
        "right_only": [_sentence_document(one) for one in variance.right],
        "whole": variance.whole,
    }


def _sentence_document(sentence: Sentence) -> Document:
    return {
        "quote": sentence.quote,
        "start": sentence.span.start,
        "end": sentence.span.end,
    }


def _change_document(change: Change) -> Document:
    words = [
        {"left": change.left.quote[a:b], "right": change.right.quote[c:d]}
        for (a, b), (c, d) in change.turns
    ]
    sides = {"left": _sentence_document(change.left), "right": _sentence_document(change.right)}
    return {**sides, "words": words}


def near_copy_lines(copies: Sequence[NearCopy], width: int) -> Iterator[str]:
    """Name the articles that have one origin with another, and how to see what differs."""
    if not copies:
        return
    yield f"  {plural(len(copies), 'article')} of one origin (claims compare ID ID: what differs)"
    for copy in copies:
        told = f"{article_words(copy.article)}, {file_words(copy.article)}: {copy.reason}"
        yield from wrap(told, width, f"  {_id(copy.article)}  ")
