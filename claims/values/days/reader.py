"""Find days in running words: dates, months, years, relative days, each as far as it is said.

No precision is added: "last month" is a whole month. Times of day are not days, and "may" and
"march" as other words are not months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from claims.errors import UnreadableValue
from claims.values.days import month_day, relative, weekday, year
from claims.values.days.clock import find_clock_times
from claims.values.days.need import Need, Words, needs_of
from claims.values.days.opener import opened
from claims.values.days.rule import Rule
from claims.values.days.value import Days
from claims.values.days.word import MONTH, SEASON, SEASONS, WEEKDAY


@dataclass(frozen=True, slots=True)
class FoundDays:
    """Days and where they stand in the words that were searched.

    Args:
        value: The interval.
        start: First character, a word like "since" included.
        end: One past the last character.
        opener: The word that leaves an end open, in lower case; empty where there is none.
    """

    value: Days
    start: int
    end: int
    opener: str = ""


class _Reading(NamedTuple):
    """Days that a rule read; None where the words are a date that does not exist."""

    start: int
    end: int
    value: Days | None


_RULES: Final[tuple[Rule, ...]] = (
    *month_day.RULES,
    *year.RULES,
    *weekday.RULES,
    *relative.RULES,
)
_TRIGGER: Final = re.compile(
    rf"\d|\b(?:{MONTH}|{WEEKDAY}|{SEASON})\b|\b(?:ago|yesterday|today|tonight|tomorrow|"
    r"century|centuries|week|weekend|month|year|decade|quarter|half|night|morning|afternoon|evening|"
    r"days|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|millennium|"
    r"christmas|new|halloween|bastille|boxing|armistice|remembrance|valentine|fools)",
    re.IGNORECASE,
)
_OTHER_WORDS: Final = re.compile(r"may|march|second|mar|sun|sat|fall|jan|dec|new")
_CAPITAL: Final = re.compile(r"\s[A-Z]")
_JOINT: Final = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?|\s?[-–—]\s?", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FROM: Final = re.compile(r"(?<![\w-])(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_LONGEST_JOINT: Final = 14


def find_days(text: str, *, anchor: date | None = None) -> Iterator[FoundDays]:
    """Find every stated day, month, year or relative day, in order.

    "on March 18" with the anchor 5 April 2021 is 18 March 2021; without an anchor it stays a
    month and a day.

    Args:
        text: Normalised words of a sentence or paragraph.
        anchor: The day of publication, None where it is not known to the day.

    Yields:
        Days that do not overlap; longer readings win over shorter ones that begin in them.
    """
    if _TRIGGER.search(text) is None:
        return
    behind = 0
    for reading in _joined(text, _chosen(text, anchor)):
        if reading.value is None:
            continue
        value, opener, start, end = opened(text, reading.value, reading.start, reading.end)
        start = max(start, behind)
        behind = end
        yield FoundDays(replace(value, text=text[start:end].rstrip(".")), start, end, opener)


def _chosen(text: str, anchor: date | None) -> Iterator[_Reading]:
    """Give the readings that stand first and are longest, in order and apart."""
    clock = [_Reading(start, end, None) for start, end in find_clock_times(text)]
    candidates = [*clock, *_all_readings(text, anchor)]
    behind = 0
    for reading in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if reading.start >= behind:
            behind = reading.end
            yield reading


def _all_readings(text: str, anchor: date | None) -> Iterator[_Reading]:
    words = Words(text)
    for rule, needs in _needing():
        if not words.meet(needs):
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.span(rule.group)
            if _is_other_word(text, start, end):
                continue
            try:
                value = rule.read(match, anchor)
            except (ValueError, OverflowError, UnreadableValue):
                yield _Reading(start, end, None)
                continue
            if value is not None:
                yield _Reading(start, end, value)


@cache
def _needing() -> tuple[tuple[Rule, tuple[Need, ...]], ...]:
    """Give every rule with what it needs; found out when first asked, since few commands ask."""
    return tuple((rule, needs_of(rule.pattern)) for rule in _RULES)


def _is_other_word(text: str, start: int, end: int) -> bool:
    """Whether "may" or "march" is another word here.

    A verb where it is not capitalised or opens a sentence, a surname after a capital letter; and
    whether a season belongs to a name ("the Winter Olympics").
    """
    printed = text[start:end]
    last = printed.rpartition(" ")[2]
    if last.istitle() and last.lower() in SEASONS and _CAPITAL.match(text, end):
        return True
    if _OTHER_WORDS.fullmatch(printed.rstrip(".")) or printed.startswith(
        ("may ", "march ", "mar ")
    ):
        return True
    if printed.lower() not in ("may", "march"):
        return False
    before = text[max(0, start - 40) : start].rstrip()
    opens = not before or before[-1] in ".!?:"
    earlier = before.split()[-1].strip('"') if before else ""
    return opens or (earlier[:1].isupper() and not earlier.endswith("'s"))


def _joined(text: str, readings: Iterator[_Reading]) -> Iterator[_Reading]:
    """Give the readings, two that a word makes one interval as one: "from Monday to Friday"."""
    held: _Reading | None = None
    for reading in readings:
        both = _both(text, held, reading) if held is not None else None
        if held is not None and both is None:
            yield held
        held = both or reading
    if held is not None:
        yield held


def _both(text: str, left: _Reading, right: _Reading) -> _Reading | None:
    """Make one interval of two days where words join them and they are in order."""
    if right.start - left.end > _LONGEST_JOINT or left.value is None or right.value is None:
        return None
    first, last = left.value.earliest, right.value.latest
    begins = right.value.earliest
    if first is None or last is None or begins is None or not first < begins:
        return None
    opens = _FROM.search(text, max(0, left.start - 16), left.start)
    word = opens["word"].lower() if opens is not None else ""
    joint = text[left.end : right.start]
    if not (_JOINT.fullmatch(joint) or (word == "between" and _AND.fullmatch(joint))):
        return None
    start = opens.start() if opens is not None else left.start
    return _Reading(start, right.end, Days(first, last))
