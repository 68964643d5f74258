"""Years, decades, centuries, quarters, seasons: "in 2016", "the 1990s", "Q3 2016", "last winter".

Four digits are a year only where a word beside them says so; of two digits the decade is read
("the '90s") and never the year.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from claims.values.days.period import half, part_of_period, quarter, season, whole_year, years
from claims.values.days.rule import START, UNKNOWN, Rule, rule, within
from claims.values.days.value import Days
from claims.values.days.word import (
    DECADES,
    NOT_MORE,
    ORDINALS,
    SEASON,
    SEASONS,
    YEAR,
    day_number,
    either,
    part,
    part_of,
)

_GOES_ON: Final = (
    "was|is|has|his|its|this|as|does|versus|unless|perhaps|always|across|plus|us|thus|less|ends|"
    "begins|shows|says|suggests|remains"
)
_NO_COUNT: Final = rf"{NOT_MORE}(?!\s+(?!(?:{_GOES_ON})\b)[a-z]+s\b)"
"""What must not follow a year: a plural, which the figure would count."""

_BEFORE: Final = (
    "in|since|from|during|until|till|before|after|around|circa|through|year|years|between|back in|"
    "as of|as early as|as late as|as far back as|early in|late in|later in|of|by|to"
)
_COUNTED: Final = re.compile(
    r"\b(?:average|total|number|maximum|minimum|sum|toll|group|crowd|force|team|population|capacity|"
    r"distance|height|altitude|speed|rate|price|cost|fine|range|most|some|all|out)\s+(?:of|to)\s+$"
)
_WHICH: Final = r"(?P<relation>this|last|next|the)\s+year"
_NUMBERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_SHIFT: Final = {"this": 0, "the": 0, "last": -1, "next": 1}
_CENTURY: Final = rf"(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{either(ORDINALS)})[\s-]+century"


def _year(match: re.Match[str], _: date | None) -> Days | None:
    """Read a year behind a word that goes with one, unless it is a count: "a total of 1500"."""
    start = match.start("only")
    if _COUNTED.search(match.string, max(0, start - 24), start):
        return None
    return within(whole_year(int(match["only"])))


def _part_of_year(match: re.Match[str], _: date | None) -> Days:
    return within(part_of_period(whole_year(int(match["year"])), part_of(match.groupdict())))


def _years(match: re.Match[str], _: date | None) -> Days | None:
    """Read "2014-2018", "2016-17", "between 1600 and 1900"."""
    first, last = match["first"], match["last"]
    final = int(first[: 4 - len(last)] + last)
    return within(years(int(first), final)) if int(first) < final else None


def _decade(match: re.Match[str], anchor: date | None) -> Days:
    """Read "the late 1990s", "the '90s", "the nineties"; two digits mean the last such decade."""
    printed = match["decade"].lower()
    first = DECADES.get(printed) or int(re.sub(r"\D", "", printed))
    if first < 100:
        if anchor is None:
            return UNKNOWN
        first += anchor.year // 100 * 100
        first -= 100 if first > anchor.year else 0
    return within(part_of_period(years(first, first + 9), part_of(match.groupdict())))


def _century(match: re.Match[str], _: date | None) -> Days | None:
    first = 100 * day_number(match["century"]) - 100
    period = years(first or 1, first + 99)
    return within(part_of_period(period, part_of(match.groupdict())))


def _millennium(_: re.Match[str], __: date | None) -> Days:
    return within(years(1999, 2001))


def _said_year(match: re.Match[str], anchor: date | None) -> int | None:
    """Give the year that a quarter or season is of, None where nothing tells it."""
    groups = match.groupdict()
    printed = groups.get("year") or groups.get("before")
    if printed:
        return int(printed)
    relation = groups.get("relation")
    if anchor is None or relation is None:
        return None
    return anchor.year + _SHIFT[relation.lower()]


def _quarter(match: re.Match[str], anchor: date | None) -> Days | None:
    """Read "Q3 2016", "the third quarter of 2016"; a bare "Q3" is the one nearest publication."""
    number = int(match["short"]) if match["short"] else _NUMBERS[match["long"].lower()]
    year = _said_year(match, anchor)
    if year is None and match["long"]:
        return None
    if year is None:
        return within(_nearest_quarter(anchor, number)) if anchor else UNKNOWN
    return within(quarter(year, number))


def _nearest_quarter(anchor: date, number: int) -> tuple[date, date]:
    return min(
        (quarter(anchor.year + shift, number) for shift in (-1, 0, 1)),
        key=lambda period: abs((period[0] - anchor).days + 45),
    )


def _half(match: re.Match[str], anchor: date | None) -> Days | None:
    number = int(match["short"]) if match["short"] else _NUMBERS[match["long"].lower()]
    year = _said_year(match, anchor)
    if year is None or number > 2:
        return UNKNOWN if match["relation"] else None
    return within(half(year, number))


def _season(match: re.Match[str], anchor: date | None) -> Days:
    """Read "the spring of 2014", "this summer", "last winter"; the last one is over."""
    first, last = SEASONS[match["season"].lower()]
    groups = match.groupdict()
    year = _said_year(match, None)
    if year is None and anchor is None:
        return UNKNOWN
    if year is None and anchor is not None:
        year = _season_year(anchor, (first, last), (groups["whose"] or "").lower())
    period = season(year or 1, first, last)
    return within(part_of_period(period, part_of(groups)))


def _season_year(anchor: date, months: tuple[int, int], whose: str) -> int:
    """Choose the year in which "last", "this" or "next" summer begins."""
    candidates = [anchor.year + shift for shift in (-2, -1, 0, 1, 2)]
    if whose == "last":
        return max(year for year in candidates if season(year, *months)[1] < anchor)
    if whose == "next":
        return min(year for year in candidates if season(year, *months)[0] > anchor)
    crossing = months[1] < months[0] and anchor.month <= months[1]
    return anchor.year - crossing


_OF_YEAR: Final = rf"(?:,?\s+(?:of\s+|in\s+)?(?:(?P<year>{YEAR}){NOT_MORE}|{_WHICH}\b))"
_QUARTER: Final = (
    r"(?:Q(?P<short>[1-4])\b|(?:the\s+)?(?P<long>first|second|third|fourth|final)\s+quarter)"
)
_HALF: Final = r"(?:H(?P<short>[12])\b|(?:the\s+)?(?P<long>first|second|last)\s+half)"

RULES: Final[tuple[Rule, ...]] = (
    rule(
        rf"{START}(?P<first>{YEAR})\s?[-–/]\s?(?P<last>{YEAR}|\d\d)(?![\w/-]|[.,]\d|\s?%)", _years
    ),
    rule(
        rf"{START}(?:from|between|in)\s+(?P<first>{YEAR})\s+(?:to|and|until|till|through)\s+"
        rf"(?P<last>{YEAR}){_NO_COUNT}",
        _years,
    ),
    rule(rf"{START}{part()}(?P<year>{YEAR}){_NO_COUNT}", _part_of_year),
    rule(rf"{START}(?:{_BEFORE})[\s-]+(?P<only>{YEAR}){_NO_COUNT}", _year, "only"),
    rule(rf"{START}(?:the\s+)?{part()}?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", _decade),
    rule(rf"(?<!\w)(?:the\s+)?{part()}?(?P<decade>['’][1-9]0['’]?s)\b", _decade),
    rule(rf"(?<!\w)the\s+{part()}?(?P<decade>[5-9]0['’]?s|{either(DECADES)})\b", _decade),
    rule(rf"{START}(?:the\s+)?{part()}?{_CENTURY}\b(?!\s*B\.?C)", _century),
    rule(r"\bthe\s+turn\s+of\s+the\s+millennium\b", _millennium),
    rule(rf"{START}(?:(?P<before>{YEAR})\s?|{part()})?{_QUARTER}{_OF_YEAR}?", _quarter),
    rule(rf"{START}(?:(?P<before>{YEAR})\s?)?{_HALF}{_OF_YEAR}", _half),
    rule(rf"{START}(?P<before>{YEAR})\s?H(?P<short>[12])\b(?P<long>)(?P<relation>)", _half),
    rule(
        rf"{START}(?:in\s+)?(?P<value>(?:(?P<whose>this|last|next|the)\s+)?{part()}?"
        rf"(?P<season>{SEASON})\s+(?:of\s+)?(?P<year>{YEAR}){NOT_MORE})",
        _season,
        "value",
    ),
    rule(
        rf"{START}(?:in\s+)?(?P<value>(?P<whose>this|last|next|the)\s+{part()}?"
        rf"(?P<season>{SEASON}))\b(?!\s+of\b)(?!-)",
        _season,
        "value",
    ),
    rule(
        rf"{START}in\s+(?P<value>(?P<whose>){part()}?(?P<season>{SEASON}))\b(?!\s+of\b)(?!-)",
        _season,
        "value",
    ),
)
