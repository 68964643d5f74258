"""How many origins the answers of questions have at most, counted for listings.

Conflicts keep theirs, counted when they were found; this counts those of questions that have
none, and of a question as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.questions import TextFacts, origin_links, origins_at_most
from claims.service.context import wording_facts

if TYPE_CHECKING:
    from claims.model import Question
    from claims.report.view import Entry, Happening
    from db import Session


def count_origins(
    session: Session, questions: Sequence[Question], known: Mapping[str, Entry]
) -> dict[str, int]:
    """Count the origins of questions and of their answers.

    Args:
        questions: The questions.
        known: Their claims, by id.

    Returns:
        The greatest number of independent origins, by the id of an answer or of a question.
    """
    texts = {
        question.id: {entry.claim.text_id for entry in _entries(question, known)}
        for question in questions
    }
    several = {id_ for ids in texts.values() if len(ids) > 1 for id_ in ids}
    facts = wording_facts(session, several)
    counts: dict[str, int] = {}
    for question in questions:
        counts[question.id] = _count(_entries(question, known), facts)
        for answer in question.answers:
            counts[answer.id] = _count((known[id_] for id_ in answer.claims if id_ in known), facts)
    return counts


def with_origins(session: Session, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Count the origins of what is said of a party's part in each event."""
    facts = wording_facts(
        session, {entry.claim.text_id for one in happenings for entry in one.entries}
    )
    return tuple(replace(one, origins=_count(one.entries, facts)) for one in happenings)


def explain_origins(session: Session, entries: Sequence[Entry]) -> list[tuple[Entry, Entry, str]]:
    """Say which of the claims of one answer have one origin, and why."""
    by_id = {entry.claim.id: entry for entry in entries}
    facts = wording_facts(session, {entry.claim.text_id for entry in entries})
    links = origin_links([entry.claim for entry in entries], facts)
    return [(by_id[left.id], by_id[right.id], reason) for left, right, reason in links]


def _entries(question: Question, known: Mapping[str, Entry]) -> list[Entry]:
    return [known[id_] for answer in question.answers for id_ in answer.claims if id_ in known]


def _count(entries: Iterable[Entry], facts: Mapping[str, TextFacts]) -> int:
    return origins_at_most((entry.claim for entry in entries), facts)
