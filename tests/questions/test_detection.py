"""Detection: the examples that must come out right, from the text to the conflict."""

from __future__ import annotations

from collections import Counter

import pytest

from claims.extract import extract
from claims.model import Claim, Conflict, Kind, Relation, Text
from claims.questions import Context, TextFacts, detect
from claims.questions.conflict import LOOK_ALIKES_A_QUESTION
from claims.read import make_view
from tests.questions.cases import Case, read_cases
from tests.questions.sample import context_of, figure


def context_of_articles(articles: list[dict[str, str]], kind: str | None = None) -> Context:
    """Read articles; claims of one kind are kept, of "all", or their amounts and meetings."""
    context = Context({}, {}, {})
    for article in articles:
        text = Text(article["text"])
        found = extract(make_view(text), published=article["published"])
        facts = TextFacts(
            article["published"],
            1,
            frozenset(found.names),
            found.gist.words,
            frozenset(found.gist.weekdays),
        )
        context = Context(
            {
                **context.claims,
                **{c.id: c for c in found.claims if _is_meant(c, kind)},
            },
            {**context.events, **{event.id: event for event in found.events}},
            {**context.texts, text.id: facts},
        )
    return context


def _is_meant(claim: Claim, kind: str | None) -> bool:
    if kind == "all":
        return True
    if kind is not None:
        return claim.kind in kind.split()
    return claim.kind is Kind.QUANTITY or claim.scope.head == "participation"


def told(conflict: Conflict, context: Context) -> list[str]:
    """Write a conflict as the cases do."""
    sides = (context.claims[side].value.text for side in (conflict.left, conflict.right))
    return [str(conflict.relation), *sorted(sides)]


@pytest.mark.parametrize("case", read_cases("stories.jsonl"))
def test_a_story_comes_out_right(case: Case) -> None:
    """All its conflicts and look-alikes, and nothing else; the articles in any order."""
    for articles in (case["articles"], case["articles"][::-1]):
        context = context_of_articles(articles, case.get("kind"))
        found = detect(context).conflicts
        assert sorted(told(conflict, context) for conflict in found) == sorted(case["conflicts"])
        for words in case.get("says", ()):
            assert words in found[0].reason


def test_one_figure_among_many_places_has_three_look_alikes() -> None:
    """However many others look like it."""
    places = "KE UG PE CL GH TD".split()
    claims = [figure(p, str(n + 11), place=(f"place:{p}",)) for n, p in enumerate(places)]
    held = Counter(
        conflict.question
        for conflict in detect(context_of(claims)).conflicts
        if conflict.relation is Relation.DIFFERENT_SCOPE
    )
    assert max(held.values()) <= LOOK_ALIKES_A_QUESTION
