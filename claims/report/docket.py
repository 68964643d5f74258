"""The listing of conflicts as one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.model import Relation, Target
from claims.report.block import (
    by_question,
    look_alike_lines,
    pair_block,
    question_block,
    word_line,
)
from claims.report.byline import wording_legend
from claims.report.count import count_lines
from claims.report.identity import short_id
from claims.report.layout import wrap

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import Case, Docket


def render_docket(
    docket: Docket, width: int, *, pairs: bool = False, explained: bool = False
) -> str:
    """Render conflicts, look-alikes and the sums.

    Args:
        docket: What to show, in order.
        width: Columns of a line.
        pairs: Show each pair by itself rather than a block a question.
        explained: Say why pairs were not comparable.
    """
    lines: list[str] = []
    for block in _blocks(docket, width, pairs=pairs):
        lines += [*block, ""]
    if not (docket.cases or docket.others or (pairs and docket.look_alikes)):
        lines += [_nothing(docket), ""]
    if not pairs:
        lines += _look_alikes(docket, width)
    lines += _gone_lines(docket, width)
    legend = _legend(docket)
    lines += [*wrap(legend, width), ""] if legend else []
    lines += count_lines(docket.sums, width, narrowed=docket.narrowed, explained=explained)
    return "\n".join(lines)


def _look_alikes(docket: Docket, width: int) -> list[str]:
    counted = 0 if docket.narrowed else docket.sums.of(Relation.DIFFERENT_SCOPE)
    lines = list(look_alike_lines(docket.look_alikes, width, counted))
    return [*lines, ""] if lines else []


def _legend(docket: Docket) -> str:
    shown = (*docket.cases, *docket.others)
    sides = [side for case in shown for side in (case.left, case.right)]
    return wording_legend(article for side in sides for article in side.articles)


def _gone_lines(docket: Docket, width: int) -> list[str]:
    """List what people judged and the program no longer sees."""
    if not docket.gone:
        return []
    lines = [f"JUDGED, NO LONGER DETECTED ({len(docket.gone)})"]
    for word in docket.gone:
        lines += wrap(f"{_judged_words(word)}: {word_line(word)}", width, "  ", "    ")
    return [*lines, ""]


def _judged_words(word: Annotation) -> str:
    sides = " / ".join(word.seen.get(f"{side}_answer", "?") for side in ("left", "right"))
    return f"{short_id(Target.CONFLICT, word.target_id)}  {sides}"


def _nothing(docket: Docket) -> str:
    if docket.narrowed:
        return "No conflict fits the filter." if not docket.look_alikes else "No conflict."
    if not docket.sums.articles:
        return "No articles yet; add some with: claims add FILE…"
    return "No conflict found. A disagreement that is not listed may still exist."


def _blocks(docket: Docket, width: int, *, pairs: bool) -> Iterator[list[str]]:
    shown: tuple[Case, ...] = (*docket.cases, *docket.others)
    if pairs:
        yield from (pair_block(case, width) for case in (*shown, *docket.look_alikes))
        return
    for cases in (docket.cases, *_by_relation(docket.others)):
        for question, group in by_question(cases).items():
            yield question_block(group, docket.sheets.get(question), width)


def _by_relation(cases: Iterable[Case]) -> list[list[Case]]:
    """Keep agreements and compatible answers in blocks of their own."""
    groups: dict[Relation, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.relation, []).append(case)
    return list(groups.values())
