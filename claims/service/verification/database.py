"""Checking a database by itself: every text, every quote, and all that is stored twice.

A verdict stands in one place alone: that it was changed past this program is seen by holding a
report that tells it against the database, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

import db
from claims.model import Target
from claims.questions.answer import signature_in
from claims.report.identity import short_claim, short_id
from claims.report.lapse import Lapse, Tally, Verification
from claims.service.verification.damage import damage_told
from claims.service.verification.evidence import check_quote, check_text, quoted_in

if TYPE_CHECKING:
    from claims.model import Answer, Claim, Question
    from db import Session

_AT_ONCE: Final = 20
_LETTERS: Final = {"article": "a", "claim": "c", "conflict": "k", "question": "q", "word": "n"}


def verify_database(database: db.Database) -> Verification:
    """Check everything that a database holds, some texts at a time, in one state of it.

    Raises:
        DatabaseError: It cannot be read.
    """
    tally = Tally()
    with database.read() as session:
        for words in db.broken_rules(session):
            tally.add(Lapse("database", "", words, words=words))
        for some in _some(db.list_ids(session, "text")):
            _check_texts(session, some, tally)
        for some in _some(db.list_ids(session, "question")):
            _check_questions(session, some, tally)
        tally.count("conflict", len(db.list_ids(session, "conflict")))
        for find in (db.misfits_of_articles, db.misfits_of_words, db.misfits_of_conflicts):
            with damage_told(tally, field=find.__name__.rpartition("_")[2]):
                _add(find(session), tally)
    tally.leave("what a verdict decides: it is held against a report that tells it")
    return Verification(database.url, "database", "", tally)


def _some(ids: Sequence[str]) -> Iterator[list[str]]:
    waiting = iter(ids)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _add(misfits: Iterable[db.Misfit], tally: Tally) -> None:
    for one in misfits:
        name = _LETTERS.get(one.table, "") + one.id[:8]
        words = f"the row says {one.stored!r}, the rest of it {one.wanted!r}"
        tally.add(Lapse(one.table, name, one.column, one.stored, one.wanted, words))


def _check_texts(session: Session, ids: Sequence[str], tally: Tally) -> None:
    for id_ in ids:
        body = db.stored_body(session, id_) or ""
        check_text(id_, body, tally)
        with damage_told(tally, "text", id_[:8], "claims"):
            claims = db.claims_of_texts(session, [id_])
            _add(db.misfits_of_claims(session, [id_], claims), tally)
            _add(db.misfits_of_events(session, [id_]), tally)
            for claim in claims:
                check_quote(quoted_in(claim), body, tally)


def _check_questions(session: Session, ids: Sequence[str], tally: Tally) -> None:
    """Hold answers against the claims that give them."""
    tally.count("question", len(ids))
    with damage_told(tally, "question", f"{short_id(Target.QUESTION, ids[0])} or after"):
        questions = db.questions_by_id(session, ids)
        given = {id_ for one in questions for answer in one.answers for id_ in answer.claims}
        claims = {claim.id: claim for claim in db.load_claims(session, given)}
        for question in questions:
            for answer in question.answers:
                _check_answer(question, answer, claims, tally)


def _check_answer(
    question: Question, answer: Answer, claims: dict[str, Claim], tally: Tally
) -> None:
    tally.count("answer")
    there = [claims[id_] for id_ in answer.claims if id_ in claims]
    for id_ in answer.claims:
        if id_ not in claims:
            words = f"it gives an answer to {short_id(Target.QUESTION, question.id)} and is gone"
            tally.add(Lapse("claim", short_claim(id_), "", words=words))
    for place, claim in enumerate(there):
        says = _said_by(claim) if place == 0 else signature_in(claim)
        wanted = _said_in(answer) if place == 0 else signature_in(there[0])
        if says != wanted:
            words = "its figure, certainty, speakers or days are not those of the answer it gives"
            tally.add(Lapse("claim", short_claim(claim.id), "answer", says, wanted, words))


def _said_by(claim: Claim) -> str:
    """Give what the answer that a claim represents must say."""
    told = claim.value, claim.scope.as_of, claim.certainty, claim.polarity, claim.head_speaker
    return repr(told)


def _said_in(answer: Answer) -> str:
    return repr((answer.value, answer.as_of, answer.certainty, answer.polarity, answer.speaker))
