"""What comparison looks at, gathered from the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from claims.model import Claim
from claims.questions import Context, TextFacts
from db import article_heads, component_ids, load_claims, load_events, names_of

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
    wanted = {claim.scope.event for claim in by_id.values() if claim.scope.event is not None}
    events = {event.id: event for event in load_events(session, wanted)}
    return Context(by_id, events, text_facts(session, texts))


def context_of_ids(session: Session, ids: Collection[str], known: Mapping[str, Claim]) -> Context:
    """Gather the claims with some ids, and others that are at hand and need no loading."""
    loaded = load_claims(session, set(ids) - set(known))
    return context_of(session, (*known.values(), *loaded))


def component_of(session: Session, keys: Collection[str], also: Collection[str] = ()) -> Context:
    """Gather every claim that keys connect, and some more by id."""
    return context_of_ids(session, component_ids(session, keys) | set(also), {})
