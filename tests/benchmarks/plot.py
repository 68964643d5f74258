"""Growth drawn: seconds over claims, both on scales of powers of ten, as an SVG that reads aloud.

No library draws it: a line, its points and a few words are all there is. What it shows stands in
its description too, and as a table beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape

from tests.benchmarks.detection import Detected

_WIDTH: Final = 640
_HEIGHT: Final = 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 470, 30, 340
_LINES: Final = {"by answers": ("#0b5cad", ""), "all pairs": ("#b3400f", "6 4")}
"""Colour and dashes of each line: told apart without colours too."""

Points = Sequence[tuple[float, float]]


def draw(detected: Sequence[Detected]) -> str:
    """Draw the seconds of the processor that detection took, and the naive way beside it."""
    lines: dict[str, Points] = {
        "by answers": [(one.claims, one.processor_s) for one in detected],
        "all pairs": [(d.claims, d.all_pairs_s) for d in detected if d.all_pairs_s is not None],
    }
    drawn = {name: points for name, points in lines.items() if points}
    scale = _Scale([point for points in drawn.values() for point in points])
    return "\n".join(
        [
            _OPENING,
            '<title id="title">How the time of detection grows with the claims</title>',
            f'<desc id="told">{escape(told(detected))}</desc>',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
            *scale.grid(),
            *(_line(name, points, scale) for name, points in drawn.items()),
            _word("claims", (_LEFT + _RIGHT) / 2, _HEIGHT - 15),
            _word("seconds", _LEFT, _TOP - 12),
            "</svg>\n",
        ]
    )


_OPENING: Final = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
    ' aria-labelledby="title told" font-family="sans-serif" font-size="13">'
)


def _word(word: str, x: float, y: float, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{word}</text>'


def told(detected: Sequence[Detected]) -> str:
    """Say in words what the plot shows."""
    by_answers = (f"{one.claims:,} claims {_seconds(one.processor_s)}" for one in detected)
    tried = [one for one in detected if one.all_pairs_s is not None]
    naive = (f"{one.claims:,} claims {_seconds(one.all_pairs_s or 0.0)}" for one in tried)
    words = f"Seconds of the processor by answers: {', '.join(by_answers)}."
    if not tried:
        return words
    return f"{words} All pairs: {', '.join(naive)}; more were not tried."


def _seconds(seconds: float) -> str:
    return f"{seconds:,.2f} s" if seconds < 10 else f"{seconds:,.0f} s"


class _Scale:
    """Places points on scales of powers of ten."""

    def __init__(self, points: Points) -> None:
        self._x = _decades(x for x, _ in points)
        self._y = _decades(y for _, y in points)

    def x(self, claims: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * _share(claims, self._x)

    def y(self, seconds: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * _share(seconds, self._y)

    def grid(self) -> Iterable[str]:
        """Draw a line and a label for each power of ten."""
        for power in range(self._x[0], self._x[1] + 1):
            x = self.x(10**power)
            yield f'<path d="M{x:.1f} {_TOP}V{_BOTTOM}" stroke="#d0d0d0"/>'
            yield _word(f"{10**power:,}", x, _BOTTOM + 18)
        for power in range(self._y[0], self._y[1] + 1):
            y = self.y(10.0**power)
            yield f'<path d="M{_LEFT} {y:.1f}H{_RIGHT}" stroke="#d0d0d0"/>'
            yield _word(f"{10.0**power:,g}", _LEFT - 8, y + 4, anchor="end")


def _decades(values: Iterable[float]) -> tuple[int, int]:
    logs = [math.log10(value) for value in values]
    low, high = math.floor(min(logs)), math.ceil(max(logs))
    return low, max(high, low + 1)


def _share(value: float, decades: tuple[int, int]) -> float:
    low, high = decades
    return (math.log10(value) - low) / (high - low)


def _line(name: str, points: Points, scale: _Scale) -> str:
    colour, dashes = _LINES[name]
    places = [(scale.x(x), scale.y(y)) for x, y in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places)
    x, y = places[-1]
    return (
        f'<g stroke="{colour}" fill="{colour}"><polyline points="{path}" fill="none"'
        f' stroke-width="2" stroke-dasharray="{dashes}"/>{dots}'
        f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" stroke="none">{name}</text></g>'
    )
