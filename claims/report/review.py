"""One conflict as it is shown to somebody who is to judge it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from claims.model import standing
from claims.report.block import heading, labelled, word_line
from claims.report.byline import source_words, wording_legend
from claims.report.count import support_words
from claims.report.identity import short_annotation, short_conflict
from claims.report.layout import clean, wrap
from claims.report.passage import differing_names
from claims.report.quote import paragraph_lines
from claims.report.wording import answer_words, verdict_words

if TYPE_CHECKING:
    from claims.report.view import Case

_INDENT: Final = " " * 10
_MOST_ARTICLES: Final = 4


def render_page(
    case: Case, bodies: Mapping[str, str], place: tuple[int, int], width: int, *, blind: bool
) -> str:
    """Render a conflict to be judged: both answers in their paragraphs, sources, reason, words.

    The value, or the names that the other side lacks, are marked in the paragraphs.

    Args:
        case: The conflict.
        bodies: The texts of both sides, by id.
        place: Which of how many it is.
        width: Columns of a line.
        blind: Hide what people said, so that a second reading is one.
    """
    id_ = short_conflict(case.conflict.id, case.relation)
    lines = wrap(f"{heading(case)} {id_}", width, f"{place[0]} of {place[1]}  ")
    lines += wrap(case.question, width, "  ")
    for entry, other, held in (
        (case.left, case.right, case.conflict.left_support),
        (case.right, case.left, case.conflict.right_support),
    ):
        same = entry is case.right and entry.article.id == case.left.article.id
        source = source_words(entry, entry.article, same=same)
        if held.articles > 1:
            source = f"{source}; in {support_words(held)}"
        lines += ["", *labelled(answer_words(entry.claim), source, width)]
        body = bodies[entry.claim.text_id]
        lines += paragraph_lines(
            entry, body, width, _INDENT, differing_names(entry.claim, other.claim)
        )
        for article in entry.articles[1:_MOST_ARTICLES]:
            lines += wrap(f"also {source_words(entry, article)}", width, _INDENT)
    lines += ["", *labelled("why", f"{clean(case.conflict.reason)} [{case.conflict.rule}]", width)]
    if not blind:
        lines += _word_lines(case, width)
    legend = wording_legend((case.left.article, case.right.article))
    return "\n".join([*lines, *(wrap(legend, width, "  ") if legend else [])])


def _word_lines(case: Case, width: int) -> list[str]:
    lines: list[str] = []
    for word in standing(case.words):
        said = word_line(word, outdated=word.id in case.outdated)
        lines += labelled("said", f"{said} [{short_annotation(word.id)}]", width)
    if lines:
        lines += labelled("status", verdict_words(case.status), width)
    return lines
