"""Questions are worded as what their claims answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.questions.side import Side
from claims.questions.wording import question_text
from tests.questions.sample import figure, meeting, took_part


@pytest.mark.parametrize(
    ("role", "question"),
    [
        ("visit", "Who visited the market?"),
        ("svo:open", "Who did it: open (market)?"),
        ("visit:object", "Whom or what did the market visit?"),
        ("break_out:on", "When did the market break out?"),
        ("svo:hold_up:on", "When did the market hold up?"),
        ("be", "Who or what is the market?"),
        ("svo:open:on", "When did the market open?"),
        ("open:in", "Where was it: open (market)?"),
        ("close:why", "Why did the market close?"),
        ("die:of", "What did the market die of?"),
        ("cause", "Who or what caused the market?"),
        ("svo:sell:to", "To whom or what: sell (market)?"),
        ("post", "Who is market?"),
    ],
)
def test_acts_and_posts_are_no_meetings(role: str, question: str) -> None:
    """What is asked follows from the role: the verb, and what it leaves open."""
    told = took_part(None, "KE", role=role, head=role, args=("agent:country:KE",))
    claim = replace(told, subject="market")
    assert question_text([Side(claim)]) == question


def test_meetings_and_amounts_keep_their_own_words() -> None:
    """Who came, where the event has a name; how many."""
    event = meeting()
    asked = question_text([Side(took_part(event, "KE"), event)])
    assert asked == "Who was invited to, or took part in, the conference?"
    assert question_text([Side(figure())]).startswith("How many ")
