"""Two days of one happening: do they exclude each other?

Scope is settled before. A month holds its days, "last week" its Tuesday; two weekdays exclude
each other where neither is anchored, because news of one happening names days near each other. A
weekday that nothing anchors excludes no date: which week is meant is not known.
"""

from __future__ import annotations

from claims.compare.outcome import agreement, compatible, contradiction, not_comparable
from claims.model import Outcome
from claims.values.days import Days, days_apart


def compare_days(left: Days, right: Days) -> Outcome:
    """Compare two days stated of the same happening.

    Args:
        left: One interval of days.
        right: The other; the order does not matter.

    Returns:
        agreement, compatible or contradiction; not comparable where neither is known well
        enough to tell.
    """
    if _weekdays_differ(left, right):
        return contradiction("days.weekday", "they name two days of the week")
    apart = days_apart(left, right)
    if apart:
        return contradiction("days.disjoint", "the days exclude each other")
    if _same(left, right):
        return agreement("days.equal", "both name the same day")
    if apart is None:
        return not_comparable("days.open", "one of the days is not known well enough")
    return compatible("days.within", "one day lies within the other")


def _weekdays_differ(left: Days, right: Days) -> bool:
    """Whether both name nothing but a weekday, and not the same."""
    if left.resolved or right.resolved:
        return False
    return None not in (left.weekday, right.weekday) and left.weekday != right.weekday


def _same(left: Days, right: Days) -> bool:
    if left.resolved or right.resolved:
        return (left.earliest, left.latest) == (right.earliest, right.latest)
    named = (left.month, left.day, left.weekday)
    return named != (None, None, None) and named == (right.month, right.day, right.weekday)
