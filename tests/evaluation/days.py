"""How well stated days are read: the recognizers' dates, periods and durations.

An input is right when every labelled date is found, in order, and nothing else. Where the set gives
a past and a coming reading ("on Friday", "2 October") either is right. Their periods end before
the day that they give, and their ranges before the last month or year begins: ours hold their
ends, and may differ from theirs by that. The early, middle and late parts of a period, and what
lies weeks, months or years back, are cut by convention: ours is right when one of the two lies
within the other. A day that does not exist must not be read. What is in scope: `days_scope`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from claims.values.days import Days, FoundDays, find_days
from claims.values.quantity import FoundQuantity, find_quantities
from tests.evaluation.amounts_scope import Case, Tally, is_close, read_set, tally
from tests.evaluation.days_scope import DATES_OUT, DURATIONS_OUT
from tests.evaluation.layout import percent

HEADINGS: Final = ("days", "right", "of", "figure", "aim", "left out")

Ends = tuple[date | None, date | None]
"""First and last day of a labelled reading, both inside."""

_SECONDS: Final = {"second": 1, "day": 86400, "month": 30 * 86400, "year": 365 * 86400}
_ROUGH: Final = re.compile(
    r"\b(?:early|mid|late|end|beginning|start|middle|ago)\b|\bfew\b", re.IGNORECASE
)
_IMPOSSIBLE: Final = "0001-01-01"


def rows(shared: Path) -> Iterator[tuple[str, ...]]:
    """Give the rows of the table: dates, periods, both together, durations."""
    judged = recognizers(shared)
    judged["dates and periods"] = _together(judged["dates"], judged["periods"])
    for name in ("dates", "periods", "dates and periods", "durations"):
        found = judged[name]
        out = str(sum(found.left_out.values()))
        yield (
            f"recognizers: {name}",
            *(str(found.right), str(found.cases), percent(found.share), "85%", out),
        )


def _together(one: Tally, other: Tally) -> Tally:
    left_out: Counter[str] = one.left_out + other.left_out
    wrong = one.wrong + other.wrong
    return Tally(one.right + other.right, one.cases + other.cases, left_out, wrong)


def recognizers(shared: Path) -> dict[str, Tally]:
    """Judge the three sets.

    Raises:
        MeasuringDataMissing: One of them is not there.
    """
    folder = shared / "data" / "days"
    sets = {
        "dates": ("Date", DATES_OUT, days_right),
        "periods": ("DatePeriod", DATES_OUT, days_right),
        "durations": ("Duration", DURATIONS_OUT, durations_right),
    }
    return {
        name: tally(read_set(folder / f"recognizers-{parser}Parser.json"), rules, judge)
        for name, (parser, rules, judge) in sets.items()
    }


def days_right(case: Case) -> bool:
    """Whether the days found are those that are labelled."""
    told = (case.get("Context") or {}).get("ReferenceDateTime")
    found = list(find_days(case["Input"], anchor=date.fromisoformat(told[:10]) if told else None))
    wanted = [result for result in case["Results"] if not _is_impossible(result)]
    return len(found) == len(wanted) and all(map(_is_day, found, wanted))


def durations_right(case: Case) -> bool:
    """Whether the amounts of time found are those that are labelled."""
    found = [each for each in find_quantities(case["Input"]) if each.value.unit in _SECONDS]
    wanted = case["Results"]
    return len(found) == len(wanted) and all(map(_is_duration, found, wanted))


def _readings(result: Case) -> list[Mapping[str, str]]:
    value = result.get("Value") or {}
    return [value.get(name) or {} for name in ("PastResolution", "FutureResolution")]


def _is_impossible(result: Case) -> bool:
    return any(_IMPOSSIBLE in reading.values() for reading in _readings(result))


def _is_day(found: FoundDays, result: Case) -> bool:
    return any(_agrees(found.value, reading, result["Text"]) for reading in _readings(result))


def _agrees(value: Days, reading: Mapping[str, str], words: str) -> bool:
    """Whether our interval is the labelled one, as far as the conventions allow to say."""
    if "date" in reading:
        day = date.fromisoformat(reading["date"])
        return value.single == day or (_ROUGH.search(words) is not None and _holds(value, day))
    if not reading:
        return False
    first, last = _ends(reading)
    if value.earliest == first and _same_end(value.latest, last):
        return True
    return _ROUGH.search(words) is not None and _within_each_other(value, (first, last))


def _ends(reading: Mapping[str, str]) -> Ends:
    first = date.fromisoformat(reading["startDate"]) if "startDate" in reading else None
    last = date.fromisoformat(reading["endDate"]) if "endDate" in reading else None
    return first, last - timedelta(days=1) if last is not None else None


def _same_end(ours: date | None, theirs: date | None) -> bool:
    """Whether two last days are one, or ours is the end of the month or year theirs excludes."""
    if ours is None or theirs is None:
        return ours is theirs
    next_day = theirs + timedelta(days=1)
    begins = next_day.day == 1 and ours >= next_day
    month = begins and (ours.year, ours.month) == (next_day.year, next_day.month)
    year = begins and next_day.month == 1 and ours == date(next_day.year, 12, 31)
    return abs((ours - theirs).days) <= 1 or month or year


def _holds(value: Days, day: date) -> bool:
    first, last = value.earliest, value.latest
    return first is not None and last is not None and first <= day <= last


def _within_each_other(value: Days, theirs: Ends) -> bool:
    first, last = value.earliest, value.latest
    if first is None or last is None or theirs[0] is None or theirs[1] is None:
        return False
    inside = theirs[0] <= first and last <= theirs[1]
    return inside or (first <= theirs[0] and theirs[1] <= last)


def _is_duration(found: FoundQuantity, result: Mapping[str, Any]) -> bool:
    seconds = float(result["Value"]["PastResolution"]["duration"])
    ends = (found.value.low, found.value.high)
    length = _SECONDS[found.value.unit]
    return any(end is not None and is_close(float(end) * length, seconds) for end in ends)
