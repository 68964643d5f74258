"""What comparison looks at, gathered from the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from claims.model import Claim
from claims.questions import Context, TextFacts
from db import article_heads, component, events_of, load_claims, names_of

if TYPE_CHECKING:
    from db import Session


def text_facts(session: Session, text_ids: Collection[str]) -> dict[str, TextFacts]:
    """Give what comparison knows of texts: earliest day, number of articles, names."""
    heads = article_heads(session, text_ids)
    names = names_of(session, text_ids)
    return {
        text_id: TextFacts(
            published=heads[text_id][0].published if heads.get(text_id) else None,
            articles=len(heads.get(text_id, ())),
            names=names[text_id],
        )
        for text_id in text_ids
    }


def context_of(session: Session, claims: Iterable[Claim]) -> Context:
    """Gather the events and texts of some claims."""
    by_id = {claim.id: claim for claim in claims}
    texts = {claim.text_id for claim in by_id.values()}
    wanted = {claim.scope.event for claim in by_id.values()}
    events = {event.id: event for event in events_of(session, texts) if event.id in wanted}
    return Context(by_id, events, text_facts(session, texts))


def component_of(session: Session, keys: Collection[str], also: Collection[str] = ()) -> Context:
    """Gather every claim that keys connect, and some more by id."""
    claims = {claim.id: claim for claim in component(session, keys)}
    missing = set(also) - set(claims)
    claims |= {claim.id: claim for claim in load_claims(session, missing)}
    return context_of(session, claims.values())
