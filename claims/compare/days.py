"""Two days of one happening: do they exclude each other?

Scope is settled before. A month holds its days, "last week" its Tuesday; two weekdays exclude
each other where neither is anchored, because news of one happening names days near each other.
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


def _weekday(days: Days) -> int | None:
    if days.single is not None:
        return days.single.weekday()
    return None if days.resolved else days.weekday


def _weekdays_differ(left: Days, right: Days) -> bool:
    """Whether both name a weekday, at least one of them without its date, and not the same."""
    if left.resolved and right.resolved:
        return False
    one, other = _weekday(left), _weekday(right)
    return one is not None and other is not None and one != other


def _same(left: Days, right: Days) -> bool:
    if left.resolved or right.resolved:
        return (left.earliest, left.latest) == (right.earliest, right.latest)
    named = (left.month, left.day, left.weekday)
    return named != (None, None, None) and named == (right.month, right.day, right.weekday)
