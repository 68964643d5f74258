"""Two values in, an outcome out: relation, rule and reason.

Comparators are pure, symmetric and total: they never raise for values they are registered for.
Which comparator serves is decided by the pair of value types alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from claims.compare.cause import Cause, compare_causes
from claims.compare.days import compare_days
from claims.compare.deed import (
    Doer,
    Where,
    compare_doers,
    compare_places,
    compare_yes_no,
)
from claims.compare.office import Office, compare_offices
from claims.compare.outcome import not_comparable
from claims.compare.participation import Statement, compare_participation, missing
from claims.compare.quantity import compare_quantities
from claims.model import Outcome
from claims.values.days import Days
from claims.values.quantity import Quantity
from claims.values.yes_no import YesNo

COMPARATORS: Final[dict[tuple[type, type], Callable[[Any, Any], Outcome]]] = {
    (Quantity, Quantity): compare_quantities,
    (Statement, Statement): compare_participation,
    (Days, Days): compare_days,
    (YesNo, YesNo): compare_yes_no,
    (Doer, Doer): compare_doers,
    (Where, Where): compare_places,
    (Office, Office): compare_offices,
    (Cause, Cause): compare_causes,
}


def compare(left: object, right: object) -> Outcome:
    """Compare two values by the comparator for their pair of types.

    Returns:
        Not comparable, with the reason, where no comparator is registered for the pair.
    """
    comparator = COMPARATORS.get((type(left), type(right)))
    if comparator is None:
        names = " and ".join(sorted((type(left).__name__, type(right).__name__)))
        return not_comparable("types", f"nothing compares {names}")
    return comparator(left, right)


__all__ = ["COMPARATORS", "Cause", "Doer", "Office", "Statement", "Where", "compare", "missing"]
