"""The ledger of a question: every answer a row, and the low and high of what is said.

An open end stays open ("or more"): "more than 1,000" sets no high. Denials, plans and conditions
set neither. The program calls no answer the best one; people do, by settling a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claims.model import Certainty, Polarity, Target, standing
from claims.report.best import best_of
from claims.report.block import judged_lines, labelled, look_alike_lines, word_line
from claims.report.byline import short_speaker_words, source_words, wording_legend
from claims.report.count import support_words
from claims.report.identity import short_annotation, short_claim, short_conflict, short_id
from claims.report.layout import clean, wrap
from claims.report.quote import quote_lines
from claims.report.wording import (
    answer_words,
    number_words,
    plural,
    relation_words,
    value_words,
    verdict_words,
)
from claims.values.days import Days
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from claims.report.hint import Hint
    from claims.report.view import Case, Row, Sheet

_STATED: Final = (Certainty.ASSERTED, Certainty.HEDGED)
_INDENT: Final = " " * 10
_OPEN: Final = {
    "count": ("fewer", "more"),
    "measure": ("less", "more"),
    "days": ("earlier", "later"),
}


@dataclass(frozen=True, slots=True)
class End:
    """The lowest or highest that is said, who says it, and whether somebody leaves it open.

    Args:
        sort: What it is an end of: "count", "measure" or "days".
        says_so: Whether the value itself leaves it open: "at least 14".
    """

    value: str
    speakers: tuple[str, ...]
    is_open: bool
    sort: str = "count"
    says_so: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """From the lowest to the highest answer; None for an end that nobody states."""

    low: End | None
    high: End | None


def spread_of(rows: Sequence[Row]) -> Spread | None:
    """Find the low and high of some answers.

    2,500, "more than 1,000" and 3,500 spread from "more than 1,000" to "3,500 or more".

    Returns:
        None where the answers are no amounts in one unit and no days, or are fewer than two.
    """
    stated = [row for row in rows if is_stated(row)]
    units = {_unit(row) for row in stated}
    if len(stated) < 2 or len(units) != 1 or None in units:
        return None
    return Spread(_end(stated, 0), _end(stated, 1))


def is_stated(row: Row) -> bool:
    """Whether an answer may be the lowest or highest: no denial, plan or condition.

    Nor what the article that said so took back.
    """
    if all(entry.claim.withdrawn for entry in row.entries):
        return False
    return row.answer.certainty in _STATED and row.answer.polarity is Polarity.AFFIRMED


def _unit(row: Row) -> str | None:
    match row.answer.value:
        case Quantity(unit=unit):
            return f"amount:{unit}"
        case Days(earliest=first, latest=last) if first or last:
            return "days"
        case _:
            return None


def ends_of(row: Row) -> tuple[Any, Any]:
    """Give the least and the most that an answer says; None for an end that it leaves open."""
    match row.answer.value:
        case Quantity(low=low, high=high):
            return low, high
        case Days(earliest=first, latest=last):
            return first, last
        case _:
            return None, None


def _end(rows: Sequence[Row], side: int) -> End | None:
    """Find the lowest (side 0) or highest (side 1) that is said.

    Who leaves an end open reaches at least as far as the other one: of 9 and "at least 14" the
    highest is "at least 14".
    """
    told = [(ends_of(row)[side], ends_of(row)[1 - side], row) for row in rows]
    known = [
        (rest if end is None else end, end is None, row)
        for end, rest, row in told
        if (end, rest) != (None, None)
    ]
    if all(is_open for _, is_open, _ in known):
        return None
    ends = [end for end, _, _ in known]
    extreme = max(ends) if side else min(ends)
    closed = [row for end, is_open, row in known if end == extreme and not is_open]
    holders = closed or [row for end, _, row in known if end == extreme]
    speakers = {short_speaker_words(row.first): None for row in holders}
    words = value_words(holders[0].answer.value)
    is_open = len(known) < len(rows) or any(is_open for _, is_open, _ in known)
    return End(words, tuple(speakers), is_open, _sort(holders[0]), says_so=not closed)


def _sort(row: Row) -> str:
    match row.answer.value:
        case Days():
            return "days"
        case Quantity(unit="" | "person"):
            return "count"
        case _:
            return "measure"


def end_words(end: End | None, side: str) -> str:
    """Tell an end of the spread: "3,500 or more (The New York Times)"."""
    if end is None:
        return "not stated"
    return f"{end_value(end, side)} ({'; '.join(end.speakers)})"


def end_value(end: End, side: str) -> str:
    """Tell an end of the spread without its speakers: "3,500 or more"."""
    return f"{end.value}{_open_words(end, side)}"


def _open_words(end: End, side: str) -> str:
    """Tell that somebody leaves an end open: "or more", "or fewer", "or earlier"."""
    told = end.is_open and not end.says_so
    return f" or {_OPEN[end.sort][side == 'high']}" if told else ""


def _hint_words(hint: Hint) -> str:
    """Tell where the three figures of a sum stand."""
    three = (hint.total, *hint.parts)
    told = (
        f"{answer_words(claim)} {clean(claim.subject)} ({short_claim(claim.id)})" for claim in three
    )
    return "; ".join(told)


def spread_words(rows: Sequence[Row]) -> str:
    """Tell low and high in a few words, without their speakers; empty where there is no spread."""
    spread = spread_of(rows)
    if spread is None:
        return ""
    low = "?" if spread.low is None else spread.low.value
    high = "?" if spread.high is None else spread.high.value
    more = "" if spread.high is None else _open_words(spread.high, "high")
    return f"{low} to {high}{more}"


def render_sheet(sheet: Sheet, width: int) -> str:
    """Render the ledger of one question with its conflicts and look-alikes."""
    id_ = short_id(Target.QUESTION, sheet.question.id)
    lines = wrap(sheet.question.text, width, f"{id_}  ", "    ")
    lines += wrap(_summary(sheet), width, "  ")
    lines += _spread_lines(sheet, width)
    for hint in sheet.hints:
        lines += labelled("sum", f"{hint.words}, {_hint_words(hint)}", width)
    for row in sheet.rows:
        lines += ["", *_row_lines(row, width)]
    if sheet.cases:
        lines += ["", *_case_lines(sheet.cases, width)]
    if sheet.look_alikes:
        lines += ["", *look_alike_lines(sheet.look_alikes, width)]
    legend = wording_legend(article for row in sheet.rows for article in row.articles)
    lines += ["", *wrap(legend, width)] if legend else []
    for word in standing(sheet.words):
        said = word_line(word, outdated=word.id in sheet.outdated)
        lines += wrap(f"{said} [{short_annotation(word.id)}]", width, "  note    ")
    return "\n".join(lines)


def _summary(sheet: Sheet) -> str:
    status = f" · {verdict_words(sheet.status)}" if sheet.words else ""
    answers = plural(len(sheet.rows), "answer")
    return f"{sheet.question.kind.value} · {answers} in {support_words(sheet.support)}{status}"


def _spread_lines(sheet: Sheet, width: int) -> Iterator[str]:
    spread = spread_of(sheet.rows)
    if spread is not None:
        yield from labelled("low", end_words(spread.low, "low"), width)
        yield from labelled("high", end_words(spread.high, "high"), width)
    best = best_of(sheet.cases)
    if best is not None:
        told = f"{number_words(best.amount)}, settled by {best.signed}, on {best.source}"
        yield from labelled("best", told, width)


def _row_lines(row: Row, width: int) -> list[str]:
    first = row.first
    source = f"{support_words(row.support)}: {source_words(first, first.article)}"
    lines = labelled(answer_words(first.claim), source, width)
    lines += quote_lines(first, width, _INDENT + "  ")
    told = {first.article.id}
    for entry in row.entries:
        for article in entry.articles:
            if article.id not in told:
                told.add(article.id)
                lines += wrap(f"also {source_words(entry, article)}", width, _INDENT)
    return lines


def _case_lines(cases: Sequence[Case], width: int) -> Iterator[str]:
    for case in cases:
        sides = " / ".join(answer_words(side.claim) for side in (case.left, case.right))
        id_ = short_conflict(case.conflict.id, case.relation)
        text = f"{sides}: {case.conflict.reason} [{case.conflict.rule}]"
        yield from wrap(text, width, f"{relation_words(case.conflict).upper()}  {id_}  ", "  ")
        yield from judged_lines(case, width)
