"""Answering a question in a reader's words: by a party's part in events, or by stored questions.

"who invited India" is answered by a row an event; anything else by the stored questions that
share most words with it. Nothing is guessed: without a shared word there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import db
from claims.errors import NotFound
from claims.model import CONFLICTS, Filter, Kind, Relation
from claims.report.hint import find_hints
from claims.report.participation import by_event
from claims.report.role import ORGANISING, PRESENCE
from claims.service import gather
from claims.service.asked import asked_parties, asked_roles, content_words
from claims.service.case import complete_cases
from claims.service.identity import is_id
from claims.service.origin import with_origins
from claims.service.sheet import complete_sheets
from claims.values.party import Parties, Party

if TYPE_CHECKING:
    from claims.model import Claim, Question
    from claims.report.view import Case, Happening, Sheet
    from db import Session

_PARTY_KINDS: Final = (Kind.PARTICIPANTS, Kind.ACTOR, Kind.POLARITY)
_BEST: Final = 5
_SHORT: Final = 3
_OPENING: Final = 4


@dataclass(frozen=True, slots=True)
class Found:
    """What a question leads to.

    Args:
        parties: Parties that the question names, by key, where it asks for their part in events.
        happenings: Their part, an event each; empty where the question is another.
        cases: Conflicts and look-alikes among those claims.
        sheets: Stored questions, best first; empty where happenings answer.
    """

    parties: Mapping[str, str]
    happenings: tuple[Happening, ...] = ()
    cases: tuple[Case, ...] = ()
    sheets: tuple[Sheet, ...] = ()


def ask(database: db.Database, text: str, narrow: Filter) -> Found:
    """Find what answers a question, given in words or as an id.

    Raises:
        NotFound: Nothing shares a word with it, or there is no such id.
    """
    with database.read() as session:
        if is_id(text, "q"):
            return Found({}, sheets=(sheet_of(session, db.get_question(session, text)),))
        roles, parties = asked_roles(text), asked_parties(text)
        if roles and parties:
            found = _participation(session, parties, roles, narrow)
            if found.happenings:
                return found
        return _matching(session, text, narrow)


def _participation(
    session: Session, parties: Mapping[str, str], roles: tuple[str, ...], narrow: Filter
) -> Found:
    """Gather what is said of some parties' part in events."""
    family = _family(roles)
    listed = db.list_claims(session, replace(narrow, kinds=narrow.kinds or _PARTY_KINDS))
    about = [one for one in listed if _is_about(one.claim, parties, family)]
    found = gather.entries(session, about)
    events = db.events_of(session, {entry.claim.text_id for entry in found})
    known = {event.id: event for event in events}
    return Found(
        parties=parties,
        happenings=with_origins(session, by_event(found, known, _groups(session), roles)),
        cases=tuple(_cases_among(session, {entry.claim.id for entry in found})),
    )


def _groups(session: Session) -> dict[str, str]:
    """Give the united event of each claim, as the questions found it."""
    questions = db.list_questions(session, Filter(kinds=_PARTY_KINDS))
    return {
        id_: question.events[0]
        for question in questions
        if question.events
        for answer in question.answers
        for id_ in answer.claims
    }


def _family(roles: Iterable[str]) -> frozenset[str]:
    """Give every role that answers a question for some: who came, or who held it."""
    asked = set(roles)
    coming = frozenset(PRESENCE) if asked & set(PRESENCE) else frozenset()
    holding = frozenset(ORGANISING) if asked & set(ORGANISING) else frozenset()
    return coming | holding


def _is_about(claim: Claim, parties: Mapping[str, str], family: frozenset[str]) -> bool:
    members = claim.value.members if isinstance(claim.value, Parties) else (claim.value,)
    return (
        not claim.retracted
        and claim.role in family
        and any(isinstance(member, Party) and member.key in parties for member in members)
    )


def _cases_among(session: Session, ids: set[str]) -> Iterator[Case]:
    """Give the conflicts and look-alikes both of whose sides are among some claims."""
    relations = (*CONFLICTS, Relation.DIFFERENT_SCOPE)
    conflicts = [
        conflict
        for conflict in db.list_conflicts(session, Filter(), relations)
        if conflict.left in ids and conflict.right in ids
    ]
    known = gather.entries_of(session, ids) if conflicts else {}
    yield from complete_cases(session, conflicts, known, {})


def _matching(session: Session, text: str, narrow: Filter) -> Found:
    """Find the stored questions that share most words with a text, best first."""
    scores = _scores(session, text, narrow)
    if not scores:
        msg = f"no question about {text!r}; list them with: claims questions"
        raise NotFound(msg)
    best = max(score for score, _ in scores)
    near = [(score, question) for score, question in scores if score * 2 > best]
    near.sort(key=lambda pair: (-pair[0], -len(pair[1].answers), pair[1].text, pair[1].id))
    return Found({}, sheets=tuple(sheet_of(session, question) for _, question in near[:_BEST]))


def _scores(session: Session, text: str, narrow: Filter) -> list[tuple[float, Question]]:
    """Weigh questions: a word of the question itself counts more than one in its claims.

    Short words count only as whole words of the question: "US" stands in "Russia" too.
    """
    found: dict[str, Question] = {}
    shared: dict[str, float] = {}
    for word in content_words(text):
        about = " ".join(part for part in (narrow.about, word) if part)
        pattern = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
        for question in db.list_questions(session, replace(narrow, about=about)):
            itself = pattern.search(question.text) is not None
            if itself or len(word) > _SHORT:
                found[question.id] = question
                shared[question.id] = shared.get(question.id, 0) + (1.5 if itself else 1)
    roles = asked_roles(text)
    return [(shared[id_] + _fit(one, roles), one) for id_, one in found.items()]


def _fit(question: Question, roles: Collection[str]) -> float:
    """Favour a question that asks for the same role: "Who hosted" for "who hosted the talks"."""
    opening = " ".join(question.text.split()[:_OPENING])
    return 1.0 if set(asked_roles(opening)) & set(roles) else 0.0


def sheet_of(session: Session, question: Question) -> Sheet:
    """Complete one question."""
    relations = (*CONFLICTS, Relation.DIFFERENT_SCOPE)
    conflicts = db.list_conflicts(session, Filter(), relations, question=question.id)
    sheet = complete_sheets(session, [question], conflicts)[0]
    return replace(sheet, hints=find_hints(sheet.rows, _beside(session, sheet)))


def _beside(session: Session, sheet: Sheet) -> list[Claim]:
    """Give the other amounts of the same thing in the texts that answer a question."""
    if sheet.question.kind is not Kind.QUANTITY:
        return []
    own = [entry.claim for row in sheet.rows for entry in row.entries]
    heads = {claim.scope.head for claim in own}
    found = db.claims_of_texts(session, {claim.text_id for claim in own})
    return [
        claim
        for claim in found
        if claim.kind is Kind.QUANTITY and claim.scope.head in heads and not claim.retracted
    ]
