"""What comparison looks at, gathered from the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.model import NO_GIST, Claim, Sketch
from claims.questions import (
    ANYWHERE,
    FAR_KEYS,
    SHARED_KEYS,
    Context,
    TextFacts,
    Tie,
    chained_with,
    in_time_with,
    keys_of,
    near_claims,
    near_days,
    ties_of,
)
from claims.values.agency import agency_of
from claims.values.gazetteer import outlet_key
from db import (
    article_heads,
    earlier_claims,
    events_of,
    gists_of,
    holders_anywhere,
    holders_in,
    load_claims,
    load_events,
    names_of,
    sketches_of,
    texts_sharing,
    with_parts,
    words_on_pairs,
)

if TYPE_CHECKING:
    from db import ArticleHead, Session


def text_facts(session: Session, text_ids: Collection[str]) -> dict[str, TextFacts]:
    """Give what comparison knows of texts: earliest day, articles, names, gist, wording."""
    return _with_names(session, _with_gists(session, wording_facts(session, text_ids)))


def _chained_with(session: Session, text_id: str) -> dict[str, TextFacts]:
    """Find the texts whose claims may be held against those of one: story and time allow it.

    Of the many that share words with it most are of another time; their names are not loaded.

    Returns:
        What is known of them, and of the text itself, by id.
    """
    own = _with_names(session, _without_names(session, [text_id]))[text_id]
    found = _without_names(session, _sharing_with(session, own) - {text_id})
    in_time = in_time_with(own, found)
    named = _with_names(session, {id_: facts for id_, facts in found.items() if id_ in in_time})
    chained = {text_id: own} | {id_: named[id_] for id_ in chained_with(own, named)}
    return _with_sketches(session, chained)


def _sharing_with(session: Session, own: TextFacts) -> set[str]:
    """Find the texts that share enough of the words they are found by, as `looked_at` asks."""
    return texts_sharing(session, own.found_by(), SHARED_KEYS, near_days(own), FAR_KEYS)


def _without_names(session: Session, text_ids: Collection[str]) -> dict[str, TextFacts]:
    heads = article_heads(session, text_ids)
    return _with_gists(session, {id_: _facts(heads.get(id_, ()), None) for id_ in text_ids})


def _with_names(session: Session, known: Mapping[str, TextFacts]) -> dict[str, TextFacts]:
    names = names_of(session, known)
    return {id_: replace(facts, names=names[id_]) for id_, facts in known.items()}


def _with_sketches(session: Session, known: Mapping[str, TextFacts]) -> dict[str, TextFacts]:
    sketches = sketches_of(session, known)
    return {
        id_: replace(
            facts, sketch=sketches.get(id_), agencies=facts.agencies | _credited(sketches.get(id_))
        )
        for id_, facts in known.items()
    }


def _credited(sketch: Sketch | None) -> frozenset[str]:
    return sketch.agencies if sketch else frozenset()


def _with_gists(session: Session, known: Mapping[str, TextFacts]) -> dict[str, TextFacts]:
    gists = gists_of(session, known)
    return {
        text_id: replace(
            facts,
            words=gists.get(text_id, NO_GIST).words,
            weekdays=frozenset(gists.get(text_id, NO_GIST).weekdays),
        )
        for text_id, facts in known.items()
    }


def wording_facts(session: Session, text_ids: Collection[str]) -> dict[str, TextFacts]:
    """Give what tells the origin of texts: all of the above but names and gist."""
    heads = article_heads(session, text_ids)
    sketches = sketches_of(session, text_ids)
    return {text_id: _facts(heads.get(text_id, ()), sketches.get(text_id)) for text_id in text_ids}


def _facts(heads: Sequence[ArticleHead], sketch: Sketch | None) -> TextFacts:
    """Put together what is known of a text; `heads` are its articles, the earliest first."""
    outlets = [head.outlet for head in heads if head.outlet]
    names_given = [*outlets, *(name for head in heads for name in head.authors)]
    credited = {agency for name in names_given if (agency := agency_of(name))}
    return TextFacts(
        published=heads[0].published if heads else None,
        articles=len(heads),
        sketch=sketch,
        agencies=frozenset(credited) | _credited(sketch),
        outlets=frozenset(key for name in outlets if (key := outlet_key(name))),
    )


_NOTHING: Final = Context({}, {}, {})


def context_of(session: Session, claims: Iterable[Claim], seen: Context | None = None) -> Context:
    """Gather the events and texts of some claims.

    Args:
        session: The transaction.
        claims: The claims; those that somebody retracted are left out.
        seen: What was gathered before in the same transaction and is not loaded again.
    """
    seen = seen or _NOTHING
    by_id = {claim.id: claim for claim in claims if not claim.retracted}
    texts = {claim.text_id for claim in by_id.values()}
    wanted = {claim.scope.event for claim in by_id.values() if claim.scope.event is not None}
    events = {event.id: event for event in load_events(session, wanted - seen.events.keys())}
    facts = text_facts(session, texts - seen.texts.keys())
    return Context(
        by_id,
        events | {id_: seen.events[id_] for id_ in wanted & seen.events.keys()},
        facts | {id_: seen.texts[id_] for id_ in texts & seen.texts.keys()},
        {ids: tie for ids, tie in all_ties(session).items() if by_id.keys() >= set(ids)},
    )


def all_ties(session: Session) -> dict[tuple[str, str], Tie]:
    """Give what people said of two claims, by the two ids, as far as it counts.

    What was said of a claim that only an earlier version makes counts for nothing.
    """
    words = words_on_pairs(session)
    sides = {id_ for word in words for id_ in (word.left, word.right) if id_ is not None}
    earlier = earlier_claims(session, sides)
    return ties_of(word for word in words if earlier.isdisjoint((word.left, word.right)))


def tied_to(session: Session, ids: Collection[str]) -> set[str]:
    """Give the claims that somebody spoke of together with one of some claims."""
    pairs = [pair for pair in all_ties(session) if not set(pair).isdisjoint(ids)]
    return {id_ for pair in pairs for id_ in pair}


def context_of_ids(
    session: Session, ids: Collection[str], known: Mapping[str, Claim], seen: Context | None = None
) -> Context:
    """Gather the claims with some ids, and others that are at hand and need no loading.

    Args:
        session: The transaction.
        ids: The claims.
        known: Further claims.
        seen: What was gathered before in the same transaction and is not loaded again.
    """
    seen = seen or _NOTHING
    wanted = set(ids) - set(known)
    again = [seen.claims[id_] for id_ in sorted(wanted & seen.claims.keys())]
    loaded = load_claims(session, wanted - seen.claims.keys())
    return context_of(session, (*known.values(), *again, *loaded), seen)


def context_around(session: Session, ids: Collection[str]) -> Context:
    """Gather some claims and all that comparison connects with them."""
    return context_of_ids(session, with_parts(session, ids) | set(ids), {})


def near_ids(session: Session, text_id: str, new: Mapping[str, Claim]) -> tuple[set[str], Context]:
    """Find the stored claims of other texts that are considered together with new ones.

    Args:
        session: The transaction.
        text_id: The text of the new claims, stored with its gist and names.
        new: Its claims, by id.

    Returns:
        The ids of those claims, and what was gathered to find them.
    """
    events = {event.id: event for event in events_of(session, [text_id])}
    keys = {key for claim in new.values() for key in keys_of(claim, events)}
    chained = _chained_with(session, text_id)
    held = holders_in(session, keys, chained.keys() - {text_id})
    held |= holders_anywhere(session, [key for key in keys if key.startswith(ANYWHERE)])
    held |= tied_to(session, new.keys())
    context = context_of_ids(session, held - set(new), new, Context({}, events, chained))
    return near_claims(text_id, context), context
