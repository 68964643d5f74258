"""What comparison looks at, gathered from the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from claims.model import Claim, Sketch
from claims.questions import Context, TextFacts
from claims.values.agency import agency_of
from claims.values.gazetteer import outlet_key
from db import article_heads, component, events_of, load_claims, names_of, sketches_of

if TYPE_CHECKING:
    from db import ArticleHead, Session


def text_facts(session: Session, text_ids: Collection[str]) -> dict[str, TextFacts]:
    """Give what comparison knows of texts: earliest day, articles, names, wording, outlets."""
    heads = article_heads(session, text_ids)
    names = names_of(session, text_ids)
    sketches = sketches_of(session, text_ids)
    return {
        text_id: _facts(heads.get(text_id, ()), names[text_id], sketches.get(text_id))
        for text_id in text_ids
    }


def wording_facts(session: Session, text_ids: Collection[str]) -> dict[str, TextFacts]:
    """Give what tells the origin of texts: all of the above but the names."""
    heads = article_heads(session, text_ids)
    sketches = sketches_of(session, text_ids)
    return {
        text_id: _facts(heads.get(text_id, ()), frozenset(), sketches.get(text_id))
        for text_id in text_ids
    }


def _facts(heads: Sequence[ArticleHead], names: frozenset[str], sketch: Sketch | None) -> TextFacts:
    """Put together what is known of a text; `heads` are its articles, the earliest first."""
    outlets = [head.outlet for head in heads if head.outlet]
    names_given = [*outlets, *(name for head in heads for name in head.authors)]
    credited = {agency for name in names_given if (agency := agency_of(name))}
    return TextFacts(
        published=heads[0].published if heads else None,
        articles=len(heads),
        names=names,
        sketch=sketch,
        agencies=frozenset(credited) | (sketch.agencies if sketch else frozenset()),
        outlets=frozenset(key for name in outlets if (key := outlet_key(name))),
    )


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
