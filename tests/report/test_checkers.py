"""How often two people agree: known figures, and who counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claims.model import Annotation, Favour, Target, Verdict, fingerprint
from claims.report.checkers import cohens_kappa, find_agreements, render_checkers

_AT = datetime(2026, 5, 1, tzinfo=UTC)


def _counted(table: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    return [pair for pair, count in table.items() for _ in range(count)]


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # Two readers of grant proposals, the usual example of the textbooks.
        ({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}, 0.40),
        # The same share of agreement, 60 of 100, with other margins.
        ({("yes", "yes"): 45, ("yes", "no"): 15, ("no", "yes"): 25, ("no", "no"): 15}, 0.1304),
        ({("yes", "yes"): 25, ("yes", "no"): 35, ("no", "yes"): 5, ("no", "no"): 35}, 0.2593),
        # Three verdicts: 29 of 40 agreed, 531 of 1,600 by chance.
        (
            {
                ("a", "a"): 10, ("a", "b"): 4, ("a", "c"): 1,
                ("b", "a"): 2, ("b", "b"): 11, ("b", "c"): 2,
                ("c", "a"): 1, ("c", "b"): 1, ("c", "c"): 8,
            },
            (29 * 40 - (15 * 13 + 15 * 16 + 10 * 11)) / (1600 - (15 * 13 + 15 * 16 + 10 * 11)),
        ),
        ({("yes", "no"): 3, ("no", "yes"): 3}, -1.0),
        ({("yes", "yes"): 2, ("no", "no"): 1}, 1.0),
    ],
)  # fmt: skip
def test_kappa_is_that_of_known_figures(table: dict[tuple[str, str], int], kappa: float) -> None:
    """Tables with kappas that others worked out, and the ends of the scale."""
    assert cohens_kappa(_counted(table)) == pytest.approx(kappa, abs=5e-5)


def test_kappa_of_one_verdict_throughout_is_none() -> None:
    """Chance alone would agree as much."""
    assert cohens_kappa([("yes", "yes")] * 4) is None


def _said(by: str, of: str, verdict: Verdict | None, hours: int = 0) -> Annotation:
    seen = {"left_answer": "2,500", "right_answer": "3,500"}
    at = _AT + timedelta(hours=hours)
    favour = Favour.LEFT if verdict is Verdict.SETTLED else None
    return Annotation(
        Target.CONFLICT, fingerprint(of), by, at, verdict=verdict, seen=seen, favour=favour
    )


def test_the_latest_verdict_of_each_on_what_both_judged_counts() -> None:
    """Not notes, not earlier verdicts, not what one alone judged."""
    words = [
        _said("Bo", "one", Verdict.DISMISSED),
        _said("Ana", "one", Verdict.CONFIRMED),
        _said("Ana", "one", Verdict.DISMISSED, 1),
        _said("Ana", "two", Verdict.CONFIRMED),
        _said("Bo", "two", None),
        _said("Ana", "three", Verdict.SETTLED),
        _said("Bo", "three", Verdict.CONFIRMED),
        _said("Cy", "three", Verdict.CONFIRMED),
    ]
    found = {(one.left, one.right): one for one in find_agreements(words)}
    assert set(found) == {("Ana", "Bo"), ("Ana", "Cy"), ("Bo", "Cy")}
    ana_bo = found["Ana", "Bo"]
    assert (len(ana_bo.both), ana_bo.agreed, ana_bo.share) == (2, 1, 0.5)
    assert [left.judgement for left, _ in ana_bo.differing] == ["settled for left"]


def test_where_two_differ_is_listed_with_what_both_say() -> None:
    """The thing, its answers, and each verdict with its name."""
    words = [_said("Ana", "one", Verdict.DISMISSED), _said("Bo", "one", Verdict.CONFIRMED)]
    assert render_checkers(find_agreements(words), 100).splitlines() == [
        "Ana and Bo: 1 thing judged by both, 0 agreed (0%), kappa 0.00",
        f"  k{fingerprint('one')[:8]}  2,500 / 3,500. Ana: dismissed; Bo: confirmed",
    ]
    assert render_checkers([], 100) == "No two people judged the same thing yet."
