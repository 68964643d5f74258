"""Days told from the day of publication: "yesterday", "last month", "a year ago", "the past week".

Without that day they stay words. What is told from another day of the story ("the next day", "two
days later") is left alone.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from claims.values.days.count import (
    BOUND,
    EARLIEST,
    HALF,
    LATEST,
    MANY,
    UNIT,
    UNITS,
    count_of,
    go_back,
    numeral_of,
    unit_of,
)
from claims.values.days.period import PERIODS, month_of, part_of_period, week_of
from claims.values.days.rule import START, UNKNOWN, Rule, on, rule, within
from claims.values.days.value import Days
from claims.values.days.word import part, part_of

_DAYS: Final = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_SHIFT: Final = {
    "last": -1,
    "this": 0,
    "the": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_NARRATIVE: Final = ("previous", "following")


def _named(match: re.Match[str], anchor: date | None) -> Days:
    name = re.sub(r"\s+", " ", match["named"].lower())
    name = name if name in _DAYS else f"the {name}"
    return on(anchor + timedelta(days=_DAYS[name])) if anchor else UNKNOWN


def _period(match: re.Match[str], anchor: date | None) -> Days:
    """Read "last month", "late this year", "earlier this week", "the end of next week"."""
    relation = match["relation"].lower()
    if anchor is None or relation in _NARRATIVE:
        return UNKNOWN
    period = PERIODS[match["period"].lower()](anchor, _SHIFT[relation])
    first, last = part_of_period(period, part_of(match.groupdict()))
    side = re.sub(r"\s+", " ", (match["side"] or "").lower()).removeprefix("the ")
    if side in ("earlier", "so far"):
        last = max(first, min(last, anchor))
    elif side in ("later", "rest of", "remainder of"):
        first = min(last, max(first, anchor))
    return Days(first, last)


def _later_in(match: re.Match[str], anchor: date | None) -> Days:
    """Read "earlier in the year", "later in the month"."""
    if anchor is None:
        return UNKNOWN
    first, last = PERIODS[match["period"].lower()](anchor, 0)
    return Days(first, anchor) if match["side"].lower() == "earlier" else Days(anchor, last)


def _after_next(match: re.Match[str], anchor: date | None) -> Days:
    if anchor is None:
        return UNKNOWN
    shift = 2 if match["after"] else -2
    return within(PERIODS[match["period"].lower()](anchor, shift))


def _ago(match: re.Match[str], anchor: date | None) -> Days:
    """Read "three days ago" as the day, "a year ago" as half a year around that day.

    Weeks and months are calendar weeks and months; a round number of years is as rough as its last
    digit that counts. "More than" and "less than" leave one end open.
    """
    if anchor is None:
        return UNKNOWN
    unit = unit_of(match)
    low, high = count_of(match)
    bound = (match["bound"] or "").lower()
    if bound in LATEST:
        return Days(None, go_back(anchor, low, unit))
    if bound in EARLIEST:
        return Days(go_back(anchor, high, unit), anchor)
    if unit in ("day", "hour", "minute"):
        return Days(go_back(anchor, high, unit), go_back(anchor, low, unit))
    first, last = _around(match, anchor, (low, high), unit)
    return Days(first, min(last, anchor))


def _around(
    match: re.Match[str], anchor: date, counts: tuple[Decimal, Decimal], unit: str
) -> tuple[date, date]:
    """Give the room around a day that lies whole weeks, months or years back."""
    far, near = go_back(anchor, counts[1], unit), go_back(anchor, counts[0], unit)
    if unit in ("week", "fortnight"):
        return week_of(far)[0], week_of(near)[1]
    if unit == "month":
        return month_of(far)[0], month_of(near)[1]
    half = Decimal("0.5") if match["vague"] else max(Decimal("0.5"), numeral_of(match).digits)
    months = int(half * {"year": 12, "decade": 120, "century": 1200}[unit])
    return month_of(far, -months)[0], month_of(near, months)[1]


def _long_ago(match: re.Match[str], anchor: date | None) -> Days:
    """Read "decades ago": two at least."""
    return Days(None, go_back(anchor, Decimal(2), unit_of(match))) if anchor else UNKNOWN


def _ahead(match: re.Match[str], anchor: date | None) -> Days:
    """Read "two weeks from now", "in three days' time" as the day."""
    if anchor is None:
        return UNKNOWN
    low, high = count_of(match)
    return Days(go_back(anchor, -low, unit_of(match)), go_back(anchor, -high, unit_of(match)))


def _rolling(match: re.Match[str], anchor: date | None) -> Days:
    """Read "the past two decades" as the days up to publication, "the next 3 days" from it on."""
    if anchor is None:
        return UNKNOWN
    count = count_of(match)[1] if match["many"] else Decimal(1)
    if match["relation"].lower() in ("last", "past", "previous"):
        return Days(go_back(anchor, count, unit_of(match)), anchor)
    return Days(anchor + timedelta(days=1), go_back(anchor, -count, unit_of(match)))


def _within(match: re.Match[str], anchor: date | None) -> Days:
    """Read "within five days" as the days from publication on."""
    if anchor is None:
        return UNKNOWN
    return Days(anchor, go_back(anchor, -count_of(match)[1], unit_of(match)))


_PERIOD: Final = r"(?P<period>week|weekend|month|quarter|year|decade|century)"
_SIDE: Final = r"(?:(?P<side>earlier|later|so\s+far|(?:the\s+)?(?:rest|remainder)\s+of)\s+)?"
_RELATION: Final = r"(?P<relation>last|this|current|next|coming|upcoming|previous|following)"

RULES: Final[tuple[Rule, ...]] = (
    rule(
        r"(?<![\w-])(?P<named>(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|"
        r"today|tonight|tomorrow|this\s+(?:morning|afternoon|evening)|last\s+night)\b"
        r"(?:\s+(?:morning|afternoon|evening|night)\b)?",
        _named,
    ),
    rule(rf"{START}{_SIDE}{part()}?(?:the\s+)?{_RELATION}\s+{_PERIOD}\b(?!-)", _period),
    rule(
        rf"{START}(?P<side>)(?:(?P<part>early|late)\s+in|(?:the\s+)?"
        r"(?P<of>beginning|start|middle|end|close)\s+of)\s+(?P<relation>the)\s+"
        rf"{_PERIOD}\b(?!-)",
        _period,
    ),
    rule(
        rf"{START}(?P<side>(?:the\s+)?(?:rest|remainder)\s+of)\s+(?P<relation>the)\s+{_PERIOD}\b",
        _period,
    ),
    rule(
        rf"{START}(?P<side>earlier|later)\s+(?:in|on\s+in)\s+the\s+{_PERIOD}\b(?!\s+of\b)",
        _later_in,
    ),
    rule(
        rf"{START}the\s+{_PERIOD}\s+(?:(?P<after>after)\s+(?:the\s+)?next|before\s+last)\b",
        _after_next,
    ),
    rule(rf"{START}{BOUND}{MANY}\s+{UNITS}{HALF}\s+ago\b", _ago),
    rule(rf"{START}(?P<unit>day|week|month|year|decade|centurie)s\s+ago\b", _long_ago),
    rule(rf"{START}{MANY}\s+{UNITS}\s+(?:from\s+(?:now|today)|hence)\b", _ahead),
    rule(rf"{START}in\s+{MANY}\s+{UNITS}['’]?s?\s+time\b", _ahead),
    rule(rf"{START}(?:the\s+)?(?P<relation>past|last|next|coming)\s+{MANY}\s+{UNITS}", _rolling),
    rule(rf"{START}the\s+(?P<relation>past)\s+(?P<many>)(?P<vague>)(?P<unit>{UNIT})\b", _rolling),
    rule(rf"{START}within\s+(?:the\s+next\s+)?{MANY}\s+{UNITS}(?!\s+(?:of|after)\b)", _within),
)
