"""Which dates, periods and durations of the recognizers' inputs are in scope.

Out is what no article prints, or what this program will not guess:

* seasons, to which the set gives no days;
* calendar commands and chat: "my week", "tmrw", "w/c", "for 3 days from today", "rest this week";
* a day without its month ("the 27th"), and figures alone without a year, with two digits of it, or
  with two readings ("3-7-2017"); figures and words without the space between them ("Oct2");
* years in words, years before the month ("2015 June"), years before 1000 and of two digits;
* counts in several units ("1 month 21 days ago"), business days, numbered weeks;
* what is told from another day of a story ("the next day", "that weekend", "the previous month",
  "second Sunday"), or from a day that is itself counted ("two sundays from now");
* what leaves the day to the listener: "the week", "the day", "in 3 weeks", "between now and May".
"""

import re
from typing import Final

from tests.evaluation.amounts_scope import Case, Exclusion, leave_out

_COUNT: Final = r"(?:\d+|an?|one|two|three|four|few|couple)"
_JOINT: Final = re.compile(r"\b(?:from|between|to|and|until|till|through)\b", re.IGNORECASE)
_FIGURES: Final = re.compile(r"[\d\s/.,-]+")
_CLEAR: Final = re.compile(
    r"\d{4}(?:[-/.]\d{2}){0,2}|\d{4}[-–]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d\d?/\d{4}"
    r"|(?:1[3-9]|2\d|3[01])[-/.]\d\d?[-/.]\d{4}|\d\d?[-/.](?:1[3-9]|2\d|3[01])[-/.]\d{4}"
)


def _timex(case: Case) -> list[str]:
    values = [result.get("Value") or {} for result in case["Results"]]
    return [str(value.get("Timex", "")) for value in values]


def _is_season(case: Case) -> bool:
    return any(re.search(r"\b(?:SP|SU|FA|WI)$", timex) for timex in _timex(case))


def _lacks_month(case: Case) -> bool:
    return any(timex.startswith("XXXX-XX-") for timex in _timex(case))


def _is_unclear_figure(case: Case) -> bool:
    """Whether a date is figures alone that no rule of print makes a day, month or year."""
    return any(
        all(_FIGURES.fullmatch(part) for part in parts)
        and not all(_CLEAR.fullmatch(part) for part in parts)
        for parts in map(_parts, case["Results"])
    )


def _parts(result: Case) -> list[str]:
    return [part.strip() for part in _JOINT.split(result["Text"]) if part.strip()]


DATES_OUT: Final = (
    Exclusion("seasons without days", _is_season),
    Exclusion("a day without its month", _lacks_month),
    Exclusion("figures without a clear reading", _is_unclear_figure),
    leave_out(
        "calendar commands and chat",
        words=r"\bCortana\b.*\b(?:business|between|from)\b|\bset ooo\b|^schedule .* (?:for|in) ",
        label=r"\btmrw\b|\bw/c\b|\bmy\b|\brest (?:the|this|of week|of current|of my)\b"
        r"|[a-z]{3}\.?\d|\d[a-z]{4}",
    ),
    leave_out(
        "years in words, before the month, or without a century",
        label=r"\b(?:hundred|thousands?)\b|\bnineteen \w|twenty-tens|noughties"
        r"|\b\d{4} (?:june|may)\b"
        r"|\byear \d{3}$|^august \d\d$|^\d0's$|jan twenty|\bapril to \d{4}",
    ),
    leave_out(
        "counts in several units", label=r"\d (?:month|year)s?,? (?:and )?\d+ (?:month|day|year)"
    ),
    leave_out("business days and numbered weeks", label=r"business day|\bweek \d"),
    leave_out(
        "told from another day of a story",
        label=r"\bnext day$|^(?:the )?(?:same|that) |\bprevious\b"
        r"|^(?:first|second|third|fifth) \w+day$",
    ),
    leave_out(
        "counted from a day that is counted",
        label=rf"\b{_COUNT} (?:sun|mon)days? |in the future|\bhence$|from today$|\blater$",
    ),
    leave_out(
        "the day is left to the listener",
        label=rf"^(?:the |this |last |the last |past )?(?:day|weekend)$(?<!this weekend)|^the week$"
        rf"|^in {_COUNT} \w+$|\bnow\b(?<!from now)|the fifteen$",
    ),
)
DURATIONS_OUT: Final = (
    leave_out("no number", label=r"^(?:all|full|whole)[ -]"),
    leave_out("counts in several units", label=r"\d year|\d days \d month"),
    leave_out("business days", label=r"business day"),
)
