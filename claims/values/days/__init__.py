"""Stated days as the interval they leave open.

"18 March 2021" is a day, "2017-04" a month, "in 2016" a year, "before 1 May 2021" everything up
to 30 April 2021. A date without its year, and a weekday that nothing anchors, stay unresolved:
they keep what was said (`month`, `day`, `weekday`) and no interval. Days are never shifted
between time zones, and no precision is added. Times of day are not days.
"""

from claims.values.days.clock import find_clock_times
from claims.values.days.reader import FoundDays, find_days
from claims.values.days.value import Days, days_apart, parse_iso, whole_month

__all__ = [
    "Days",
    "FoundDays",
    "days_apart",
    "find_clock_times",
    "find_days",
    "parse_iso",
    "whole_month",
]
