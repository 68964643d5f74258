"""Putting what was read of a text in place of what was read of it before.

Everything happens in the caller's transaction: claims, what people's words follow, findings.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import db
from claims.questions import KEYS, compare_readings, correct, keys_of
from claims.service.basis import basis_of, read_contents
from claims.service.recomparison import clear, compare_again, compare_anew

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model import Claim
    from claims.questions import Difference
    from claims.service.basis import Basis, Contents
    from db import Session


def replace_text(session: Session, text_id: str, contents: Contents, run_id: int) -> Difference:
    """Put claims, as people correct them, in place of those a text had; compare all they reach.

    Words on a claim that goes follow to the one that now rests on its quote, where one does.
    The claims of a text that only earlier versions print are kept, and compared with none.
    """
    extraction = contents.extraction
    events = {event.id: event for event in extraction.events}
    claims = _as_corrected(session, text_id, contents)
    earlier = bool(db.earlier_texts(session, [text_id]))
    compared = {} if earlier else {one.id: one for one in claims if not one.retracted}
    keys = {id_: keys_of(one, events) for id_, one in compared.items()}
    found = _carry(session, text_id, claims)
    cleared = clear(session, text_id)
    db.save_sketch(session, text_id, contents.sketch)
    db.save_gist(session, text_id, extraction.gist, extraction.gist.words[:KEYS])
    db.replace_claims(
        session,
        text_id,
        claims,
        extraction.events,
        keys,
        dict(extraction.names),
        run_id,
    )
    compare_again(session, cleared, compared)
    return found


def _as_corrected(session: Session, text_id: str, contents: Contents) -> list[Claim]:
    """Give what was read of a text as people's words make it."""
    extraction = contents.extraction
    words = db.words_on_claims_of(session, [text_id])
    published = basis_of(db.article_of_text(session, text_id)).published
    return correct(extraction.claims, words, {event.id for event in extraction.events}, published)


def _carry(session: Session, text_id: str, claims: Sequence[Claim]) -> Difference:
    """Let people's words and the ids of conflicts follow from the stored claims of a text."""
    before = db.claims_of_texts(session, [text_id])
    body = db.get_text(session, text_id).body if before else ""
    found = compare_readings(before, claims, body)
    now = {claim.id for claim in claims}
    db.carry_conflicts(session, found.places, datetime.now(UTC))
    db.save_claim_aliases(session, {one.id for one in before} - now, found.places)
    db.forget_claim_aliases(session, now - {one.id for one in before})
    return found


def withdraw_text(session: Session, text_id: str) -> None:
    """Take the claims of a text out of comparison, and compare again what they stood beside."""
    cleared = clear(session, text_id)
    db.delete_keys(session, text_id)
    compare_again(session, cleared, {})


def restore_text(session: Session, text_id: str) -> None:
    """Compare the claims of a text again that were taken out of comparison."""
    stored = db.claims_of_texts(session, [text_id])
    claims = {claim.id: claim for claim in stored if not claim.retracted}
    events = {event.id: event for event in db.events_of(session, [text_id])}
    cleared = clear(session, text_id)
    db.delete_keys(session, text_id)
    db.save_keys(session, {id_: keys_of(claim, events) for id_, claim in claims.items()})
    compare_again(session, cleared, claims)


def settle_text(session: Session, text_id: str, read_on: Basis, run_id: int) -> None:
    """Bring a text in order whose articles are others than those it was read on.

    Args:
        read_on: What its stored claims rest on.
    """
    if db.earlier_texts(session, [text_id]):
        withdraw_text(session, text_id)
        return
    articles = db.article_of_text(session, text_id)
    if articles and basis_of(articles) != read_on:
        contents = read_contents(articles[0].text, basis_of(articles))
        replace_text(session, text_id, contents, run_id)
    elif articles:
        compare_anew(session, db.ids_of_text(session, text_id))
