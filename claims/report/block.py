"""Conflicts as blocks of plain text: one a question, each distinct answer once.

Then look-alikes, a line each. Meaning is in the words: nothing depends on colour, and no score
is shown, only order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.model import Certainty, Relation, Target, standing
from claims.report.byline import source_words
from claims.report.correction import judgement_words
from claims.report.count import support_words
from claims.report.identity import short_claim, short_conflict, short_id
from claims.report.layout import clean, columns, wrap
from claims.report.quote import quote_lines
from claims.report.wording import (
    RELATIONS,
    answer_words,
    day_words,
    plural,
    relation_words,
    verdict_words,
)

if TYPE_CHECKING:
    from claims.model import Annotation, Support
    from claims.report.view import Case, Entry, Publication, Row, Sheet

_INDENT: Final = "  "
_LABEL: Final = 8
_MOST_ARTICLES: Final = 3
MOST_LOOK_ALIKES: Final = 10


@dataclass(frozen=True, slots=True)
class Side:
    """One distinct answer of a block, with the claims that give it."""

    id: str
    entries: tuple[Entry, ...]
    support: Support

    @property
    def first(self) -> Entry:
        """The claim that stands for the answer."""
        return self.entries[0]


def by_question(cases: Iterable[Case]) -> dict[str, list[Case]]:
    """Group conflicts by question, the question of the first conflict first."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.conflict.question, []).append(case)
    return groups


def heading(case: Case) -> str:
    """Name the relation of a conflict in capitals: "CONTRADICTION BETWEEN PLANS"."""
    plans = all(side.claim.certainty is Certainty.PLANNED for side in (case.left, case.right))
    return relation_words(case.conflict).upper() + (" BETWEEN PLANS" if plans else "")


def question_block(cases: Sequence[Case], sheet: Sheet | None, width: int) -> list[str]:
    """Render the conflicts of one question.

    Args:
        cases: Conflicts of one question, the highest rank first; at least one.
        sheet: The question with all its answers; None shows the two sides alone.
        width: Columns of a line.
    """
    sides = sides_of(cases, sheet)
    first = cases[0]
    lines = wrap(first.question, width, _title(first), _INDENT * 2)
    told: Publication | None = None
    for at, side in enumerate(sides, start=1):
        number = f"[{at}] " if len(cases) > 1 else ""
        lines += _answer_lines(side, number, told, width)
        told = _shown(side)[-1][1]
    for case in cases:
        lines += _why_lines(case, sides if len(cases) > 1 else (), width)
    if sheet is None:
        return lines + labelled("held by", _both_supports(first), width)
    lines += _others(sides, sheet, width)
    if any(sheet.row_of(side.entries[0].claim.id) is None for side in sides):
        return lines  # an answer to another question is not counted with those to this one
    return lines + labelled("in all", support_words(sheet.support), width)


def _both_supports(case: Case) -> str:
    held = case.conflict.left_support, case.conflict.right_support
    return " / ".join(map(support_words, held))


def _title(case: Case) -> str:
    return f"{heading(case)}  {short_id(Target.QUESTION, case.conflict.question)}  "


def pair_block(case: Case, width: int) -> list[str]:
    """Render one pair of answers."""
    return question_block([case], None, width)


def sides_of(cases: Sequence[Case], sheet: Sheet | None) -> list[Side]:
    """Give the distinct answers of some conflicts, in order of appearance."""
    sides: dict[str, Side] = {}
    for case in cases:
        held = case.conflict.left_support, case.conflict.right_support
        for entry, support in zip((case.left, case.right), held, strict=True):
            row = sheet.row_of(entry.claim.id) if sheet else None
            side = _side_of(entry, row, support)
            sides.setdefault(side.id, side)
    return list(sides.values())


def _side_of(entry: Entry, row: Row | None, support: Support) -> Side:
    """Put the claim that stands for an answer before the others."""
    if row is None:
        return Side(entry.claim.id, (entry,), support)
    others = [other for other in row.entries if other.claim.id != entry.claim.id]
    return Side(row.answer.id, (entry, *others), support)


def _answer_lines(side: Side, number: str, told: Publication | None, width: int) -> list[str]:
    """Render one answer: its value, who gives it, and the quote of the first of them."""
    held = _shown(side)
    indent = " " * (_LABEL + 2)
    lines = labelled(number + answer_words(side.first.claim), _source(*held[0], told), width)
    lines += quote_lines(side.first, width, indent + "  ")
    for entry, article in held[1:]:
        lines += wrap(f"also {_source(entry, article, held[0][1])}", width, indent)
    hidden = sum(len(entry.articles) for entry in side.entries) - len(held)
    if hidden:
        more = plural(hidden, "more source")
        lines += wrap(f"and {more}: claims question ID lists them", width, indent)
    if side.support.articles > 1:
        lines += wrap(f"in {support_words(side.support)}", width, indent)
    return lines


def _shown(side: Side) -> list[tuple[Entry, Publication]]:
    """Give the claims of an answer with their articles, as many as are shown."""
    held = [(entry, article) for entry in side.entries for article in entry.articles]
    return held[: _MOST_ARTICLES + 1]


def _source(entry: Entry, article: Publication, told: Publication | None) -> str:
    return source_words(entry, article, same=told is not None and told.id == article.id)


def labelled(label: str, text: str, width: int, room: int = _LABEL) -> list[str]:
    """Put a label beside text, or above it where it is too long for its column."""
    indent = " " * (room + 2)
    if columns(label) < room:
        return wrap(text, width, f"{_INDENT}{label:<{room}}")
    return wrap(label, width, _INDENT, _INDENT * 2) + wrap(text, width, indent)


def _why_lines(case: Case, sides: Sequence[Side], width: int) -> list[str]:
    """Say why two answers conflict: which, where there are several pairs, reason, rule, id."""
    pair = ""
    if sides:
        numbers = [str(at) for at, side in enumerate(sides, start=1) if _takes_part(side, case)]
        pair = f"[{'] and ['.join(numbers)}] {relation_words(case.conflict)}: "
    id_ = short_conflict(case.conflict.id, case.relation)
    text = f"{pair}{_sentence(case.conflict.reason)} [{case.conflict.rule}] {id_}"
    return labelled("why", text, width) + judged_lines(case, width)


def _takes_part(side: Side, case: Case) -> bool:
    ids = {entry.claim.id for entry in side.entries}
    return case.left.claim.id in ids or case.right.claim.id in ids


def _sentence(reason: str) -> str:
    words = clean(reason).strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."


def judged_lines(case: Case, width: int) -> list[str]:
    """Say what people made of a conflict; nothing where nobody spoke."""
    words = standing(case.words)
    if not words:
        return []
    latest = word_line(words[-1], outdated=words[-1].id in case.outdated)
    more = len(words) - 1
    id_ = short_conflict(case.conflict.id, case.relation)
    rest = f" ({plural(more, 'earlier word')}: claims history {id_})" if more else ""
    status = verdict_words(case.status)
    return labelled("status", f"{status}. {latest}{rest}", width)


def word_line(word: Annotation, *, outdated: bool = False) -> str:
    """Tell a person's word on one line: who, when, verdict, reason, note, source, tags.

    Args:
        outdated: Whether it was given on other facts than those of now.
    """
    signed = f"{clean(word.by)}, {day_words(word.at.date().isoformat())}"
    signed += ", internal" if word.is_internal else ""
    signed += ", given on other facts" if outdated else ""
    judged = " because ".join(part for part in (judgement_words(word), clean(word.reason)) if part)
    source = f"source: {clean(word.source)}" if word.source else ""
    tags = " ".join(f"#{clean(tag)}" for tag in word.tags)
    said = "; ".join(part for part in (judged, clean(word.note), source, tags) if part)
    return f"{signed}: {said}" if said else signed


def _others(sides: Iterable[Side], sheet: Sheet, width: int) -> list[str]:
    """Name the other answers of the question, which conflict with none of these."""
    shown = {side.id for side in sides}
    others = [row for row in sheet.rows if row.answer.id not in shown]
    if not others:
        return []
    words = [f"{answer_words(row.first.claim)} ({_id(row.first)})" for row in others[:5]]
    more = f"; {len(others) - 5} more" if len(others) > 5 else ""
    return labelled("also", f"{'; '.join(words)}{more}", width)


def _id(entry: Entry) -> str:
    return short_claim(entry.claim.id)


def look_alike_lines(cases: Sequence[Case], width: int, counted: int = 0) -> Iterator[str]:
    """List what looks like a conflict and is none: a line each, at most ten, and a count.

    Args:
        cases: The look-alikes that are kept, at most three a question.
        width: Columns of a line.
        counted: How many there are, where more were seen than kept.
    """
    if not cases:
        return
    of = f" of {counted}; three a question are kept" if counted > len(cases) else ""
    yield f"{RELATIONS[Relation.DIFFERENT_SCOPE].upper()} ({len(cases)}{of})"
    for case in cases[:MOST_LOOK_ALIKES]:
        yield from look_alike_line(case, width)
    if len(cases) > MOST_LOOK_ALIKES:
        more = len(cases) - MOST_LOOK_ALIKES
        yield f"{_INDENT}and {more} more: claims conflicts --relation different-scope --pairs"


def look_alike_line(case: Case, width: int) -> list[str]:
    """Tell one look-alike: its id, both answers, and why they are two things."""
    sides = " / ".join(answer_words(side.claim) for side in (case.left, case.right))
    id_ = short_conflict(case.conflict.id, case.relation)
    return wrap(f"{sides}: {_sentence(case.conflict.reason)}", width, f"{_INDENT}{id_}  ", "    ")
