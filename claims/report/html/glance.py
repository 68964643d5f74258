"""A question in conflict in one line: what is answered, how the answers stand, what people say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from claims.model import Between, Relation
from claims.report.wording import answer_words, joined, plural, verdict_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.report.html.panel import Panel
    from claims.report.view import Case

MOST_QUESTIONS: Final = 20
_MOST_ANSWERS: Final = 4
_LONGEST: Final = 90
_FINDINGS: Final = {
    Relation.CONTRADICTION: ("contradiction", None),
    Relation.OMISSION: ("list that differs", "lists that differ"),
    Relation.UPDATE: ("update", None),
}
_PLACES: Final = {Between.ARTICLES: "between articles", Between.ONE_ARTICLE: "inside one article"}


def answers_glance(panel: Panel) -> str:
    """Tell the answers that stand against each other: "2,500 / 3,500", some and a count if many."""
    told = [_short(answer_words(one.side.first.claim)) for one in panel.answers]
    more = len(told) - _MOST_ANSWERS
    return " / ".join(told[:_MOST_ANSWERS]) + (f" and {more} more" if more > 0 else "")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def findings_glance(panel: Panel) -> str:
    """Tell how they stand: "2 contradictions between articles and 1 update inside one article"."""
    found = Counter((case.between, case.relation) for case in panel.cases)
    return joined(
        [
            f"{plural(found[between, relation], *names)} {where}"
            for between, where in _PLACES.items()
            for relation, names in _FINDINGS.items()
            if found[between, relation]
        ]
    )


def status_glance(cases: Sequence[Case]) -> str:
    """Tell what people decided, each status once: "open", "open and confirmed"."""
    return joined([verdict_words(one) for one in sorted({case.status for case in cases})])
