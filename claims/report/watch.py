"""What moved in the questions that people watch: answers that new articles add, low and high."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from claims.model import Target
from claims.report.block import labelled
from claims.report.byline import source_words
from claims.report.document import claim_document
from claims.report.identity import short_id, short_watch
from claims.report.layout import clean, wrap
from claims.report.ledger import end_value, spread_of
from claims.report.quote import quote_lines
from claims.report.wording import answer_words, day_words, plural

if TYPE_CHECKING:
    from claims.model import Question, Watch
    from claims.report.ledger import End
    from claims.report.view import Row

Document = dict[str, Any]

WATCHES_SCHEMA: Final = "claims/watches/1"
_INDENT: Final = " " * 12


@dataclass(frozen=True, slots=True)
class Move:
    """A question that is watched, with its answers of before and those that are new.

    Args:
        question: The question as it is now.
        before: The answers that an article from before the time in question gives.
        new: Those that only later articles give.
    """

    question: Question
    before: tuple[Row, ...]
    new: tuple[Row, ...]

    @property
    def ends(self) -> tuple[tuple[str, str], ...]:
        """The low and the high, each before and now; empty for one that is not stated."""
        was, now = _ends(self.before), _ends((*self.before, *self.new))
        return tuple(zip(was, now, strict=True))


def _ends(rows: Sequence[Row]) -> tuple[str, str]:
    """Give the low and high of answers; of one answer alone, both are what it says."""
    spread = spread_of(rows if len(rows) != 1 else (*rows, *rows))
    if spread is None:
        return "", ""
    return _end(spread.low, "low"), _end(spread.high, "high")


def _end(end: End | None, side: str) -> str:
    return "" if end is None else end_value(end, side)


@dataclass(frozen=True, slots=True)
class Watched:
    """A saved question and what became of it.

    Args:
        since: The time from which articles are new.
        moves: The questions that it leads to now; none where there are none yet.
    """

    watch: Watch
    since: datetime
    moves: tuple[Move, ...]

    @property
    def moved(self) -> bool:
        """Whether a new article adds an answer, and so perhaps moves low or high."""
        return any(move.new for move in self.moves)


def render_watched(watched: Watched, width: int) -> str:
    """Render what is new of one saved question."""
    watch = watched.watch
    lines = wrap(watch.words, width, f"{short_watch(watch.id)}  ", "    ")
    since = day_words(watched.since.date().isoformat())
    if not watched.moves:
        lines += wrap("no question with these words or claims", width, "  ")
    elif not watched.moved:
        count = plural(len(watched.moves), "question")
        lines += wrap(f"nothing new since {since} ({count})", width, "  ")
    for move in watched.moves:
        if move.new:
            lines += _move_lines(move, since, width)
    return "\n".join(lines)


def _move_lines(move: Move, since: str, width: int) -> Iterator[str]:
    id_ = short_id(Target.QUESTION, move.question.id)
    yield from wrap(f"{clean(move.question.text)} New since {since}:", width, f"  {id_}  ", "    ")
    for row in move.new:
        first = row.first
        said = f"{answer_words(first.claim)}: {source_words(first, first.article)}"
        yield from labelled("new", said, width)
        yield from quote_lines(first, width, _INDENT)
    for name, (was, now) in zip(("low", "high"), move.ends, strict=True):
        if move.before and was != now:
            yield from labelled(name, f"{was or 'not stated'} → {now or 'not stated'}", width)


def watches_document(found: Sequence[Watched]) -> Document:
    """Write what is new of saved questions."""
    return {"schema": WATCHES_SCHEMA, "watches": [_document(watched) for watched in found]}


def _document(watched: Watched) -> Document:
    watch = watched.watch
    return {
        "id": watch.id,
        "by": watch.by,
        "at": watch.at.isoformat(),
        "words": watch.words,
        "claims": list(watch.claims),
        "since": watched.since.isoformat(),
        "moved": watched.moved,
        "questions": [_move_document(move) for move in watched.moves],
    }


def _move_document(move: Move) -> Document:
    ends = {
        name: {"before": was or None, "now": now or None}
        for name, (was, now) in zip(("low", "high"), move.ends, strict=True)
    }
    return {
        "id": move.question.id,
        "text": move.question.text,
        "new": [
            {"answer": answer_words(row.first.claim), "claim": claim_document(row.first)}
            for row in move.new
        ],
        **ends,
    }
