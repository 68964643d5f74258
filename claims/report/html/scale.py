"""The picture of a disputed figure: low, high, and where each answer stands between them.

Only what is stated is drawn: denials, plans and conditions set neither end, as in the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.report.ledger import Spread, ends_of, is_stated, spread_of
from claims.report.wording import day_words, number_words

if TYPE_CHECKING:
    from claims.report.html.panel import Panel
    from claims.report.view import Row

MOST_ROWS: Final = 24
_LEFT: Final = 14
_RIGHT: Final = 346
_TOP: Final = 10
_ROW: Final = 56
_MOST_DAYS: Final = 2
_AT_THE_EDGE: Final = 60
"""So near to an edge words begin or end at a mark, so that they stay in the picture."""

End = Decimal | date | None


@dataclass(frozen=True, slots=True)
class Track:
    """One answer on the scale.

    Args:
        row: The answer.
        letter: Its letter in the report; empty where it conflicts with none.
        low: The least that it says; None where it leaves that open.
        high: The most.
        left: Where its mark begins, of a picture 360 wide.
        right: Where it ends; the same for a single figure.
        y: Its upper edge.
    """

    row: Row
    letter: str
    low: End
    high: End
    left: float
    right: float
    y: int

    @property
    def low_words(self) -> str:
        """The least that it says, in words."""
        return _words(self.low)

    @property
    def high_words(self) -> str:
        """The most that it says, in words."""
        return _words(self.high)

    @property
    def dates(self) -> str:
        """When its sources published it, each day once: "5 Apr 2021, 7 Apr 2021, +1"."""
        printed = dict.fromkeys(one.published for one in self.row.articles if one.published)
        days = list(map(day_words, printed))
        more = [f"+{len(days) - _MOST_DAYS}"] if len(days) > _MOST_DAYS else []
        return ", ".join([*days[:_MOST_DAYS], *more]) or "date unknown"

    @property
    def middle(self) -> float:
        """Where its date stands: below the middle of its mark."""
        return round((self.left + self.right) / 2, 1)

    @property
    def side(self) -> str:
        """How its date stands there, so that it stays in the picture."""
        if self.middle < _AT_THE_EDGE:
            return "start"
        return "end" if self.middle > _RIGHT - _AT_THE_EDGE else "middle"


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers to one question on a line from low to high.

    Args:
        panel: The question.
        spread: Low and high with their speakers.
        first: The least number or day that is named.
        last: The greatest.
        tracks: The answers, in the order of the ledger.
        left_out: How many answers have no place on it, because they are not plainly stated.
        more: How many have no room.
    """

    panel: Panel
    spread: Spread
    first: str
    last: str
    tracks: tuple[Track, ...]
    left_out: int
    more: int

    @property
    def height(self) -> int:
        """How high it is."""
        return _TOP + _ROW * len(self.tracks) + 24


def scale_of(panel: Panel) -> Scale | None:
    """Lay out the scale of a question; None where its answers are no figures or days."""
    rows = panel.sheet.rows if panel.sheet else ()
    spread = spread_of(rows)
    stated = [row for row in rows if is_stated(row)]
    known = [end for row in stated for end in ends_of(row) if end is not None]
    if spread is None or min(known) == max(known):
        return None
    first, last = min(known), max(known)
    shown = _letters_first(panel, stated)[:MOST_ROWS]
    tracks = tuple(_track(panel, row, at, (first, last)) for at, row in enumerate(shown))
    left_out, more = len(rows) - len(stated), len(stated) - len(shown)
    return Scale(panel, spread, _words(first), _words(last), tracks, left_out, more)


def _letters_first(panel: Panel, rows: Sequence[Row]) -> list[Row]:
    """Put the answers that conflict before the others, which may have no room."""
    return sorted(rows, key=lambda row: not panel.letter(row.first.claim))


def _track(panel: Panel, row: Row, at: int, bounds: tuple[End, End]) -> Track:
    low, high = ends_of(row)
    left = _LEFT if low is None else _place(low, bounds)
    right = _RIGHT if high is None else _place(high, bounds)
    letter = panel.letter(row.first.claim)
    return Track(row, letter, low, high, left, right, _TOP + _ROW * at)


def _place(end: End, bounds: tuple[End, End]) -> float:
    """Give where a number or day stands, a little inside the edges."""
    first, last, here = (_number(one) for one in (*bounds, end))
    inner = _RIGHT - _LEFT - 40
    return round(_LEFT + 20 + float((here - first) / (last - first)) * inner, 1)


def _number(end: End) -> Decimal:
    return Decimal(end.toordinal()) if isinstance(end, date) else Decimal(end or 0)


def _words(end: End) -> str:
    if end is None:
        return "open"
    return day_words(end.isoformat()) if isinstance(end, date) else number_words(end)
