"""Claims and events: whole, as components to compare, and as listings show them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from claims.model import Claim, Event, Filter, Flag, FlagWord, Target, Verdict
from db.query.annotation import all_statuses, note_counts
from db.query.article import ArticleHead, article_heads, earliest_first, head_from, select_heads
from db.query.condition import EVERYTHING, judged, of_article, of_claim
from db.query.lookup import CLAIMS, find_id
from db.row.base import Stored
from db.row.claim import claim_from, event_from, speaker_from
from db.row.finding import flag_from
from db.statement import pieces, select_rows
from db.table import ARTICLE, CLAIM, CLAIM_FLAG, CLAIM_KEY, EVENT, SPEAKER

Choose = Callable[[ColumnElement[Any]], ColumnElement[bool]]
"""A condition on a column of claim ids."""


@dataclass(frozen=True, slots=True)
class ClaimListing:
    """A claim with what a listing says of it.

    Args:
        claim: The claim.
        article: The earliest article on its text, of those that the filter allows.
        flags: Its flags, the gravest word first, then by conflict.
        status: The latest verdict people gave on the claim itself, "open" or "disputed".
        notes: How many human words are on it.
    """

    claim: Claim
    article: ArticleHead
    flags: tuple[Flag, ...]
    status: str
    notes: int


def load_claims(session: Session, ids: Collection[str]) -> list[Claim]:
    """Load claims by their whole ids, by id; unknown ids are passed over."""
    return [claim for some in pieces(set(ids)) for claim in _load(session, _among(some))]


def _among(ids: Sequence[str] | Select[Any]) -> Choose:
    return lambda id_: id_.in_(ids)


def _load(session: Session, choose: Choose) -> list[Claim]:
    """Load the claims whose id is chosen, by id, in two statements."""
    links = session.execute(
        select(SPEAKER)
        .where(choose(SPEAKER.c.claim_id))
        .order_by(SPEAKER.c.claim_id, SPEAKER.c.position)
    )
    chains: dict[str, list[Any]] = {}
    for link in links:
        chains.setdefault(link.claim_id, []).append(speaker_from(link))
    rows = session.execute(select(CLAIM).where(choose(CLAIM.c.id)).order_by(CLAIM.c.id))
    return [claim_from(row, chains.get(row.id, ())) for row in rows]


def get_claim(session: Session, prefix: str) -> Claim:
    """Give a claim by its short id.

    Raises:
        NotFound: No such claim.
        InputError: More than one begins so.
    """
    whole = find_id(session, CLAIMS, prefix)
    return _load(session, lambda id_: id_ == whole)[0]


def claims_of_texts(session: Session, text_ids: Collection[str]) -> list[Claim]:
    """Load every claim of some texts, by text, then in reading order."""
    found: list[Claim] = []
    for some in pieces(set(text_ids)):
        chosen = select(CLAIM.c.id).where(CLAIM.c.text_id.in_(some))
        found += _load(session, _among(chosen))
    return sorted(found, key=lambda claim: (claim.text_id, *_reading_order(claim)))


def _reading_order(claim: Claim) -> tuple[Any, ...]:
    return claim.span, claim.anchor, claim.id


def component(session: Session, keys: Collection[str]) -> list[Claim]:
    """Load every claim that the keys reach: sharing one, or sharing one with such a claim.

    Returns:
        The claims, by id.
    """
    seen: set[str] = set()
    claim_ids: set[str] = set()
    fresh = set(keys)
    while fresh:
        seen |= fresh
        new = _column(session, CLAIM_KEY.c.claim_id, CLAIM_KEY.c.key, fresh) - claim_ids
        claim_ids |= new
        fresh = _column(session, CLAIM_KEY.c.key, CLAIM_KEY.c.claim_id, new) - seen
    return load_claims(session, claim_ids)


def _column(
    session: Session, wanted: ColumnElement[Any], column: ColumnElement[Any], values: set[str]
) -> set[str]:
    rows = select_rows(
        session, values, lambda some: select(wanted).where(column.in_(some)).distinct()
    )
    return {row[0] for row in rows}


def claim_keys(session: Session, ids: Collection[str]) -> dict[str, frozenset[str]]:
    """Give the blocking keys of each claim; a claim without keys has an empty set."""
    rows = select_rows(
        session, set(ids), lambda some: select(CLAIM_KEY).where(CLAIM_KEY.c.claim_id.in_(some))
    )
    keys: dict[str, set[str]] = {one: set() for one in ids}
    for row in rows:
        keys[row.claim_id].add(row.key)
    return {one: frozenset(found) for one, found in keys.items()}


def events_of(session: Session, text_ids: Collection[str]) -> list[Event]:
    """List the events that texts tell of, by text, then in reading order."""
    rows = select_rows(
        session, set(text_ids), lambda some: select(EVENT).where(EVENT.c.text_id.in_(some))
    )
    events = map(event_from, rows)
    return sorted(events, key=lambda event: (event.text_id, event.anchor, event.id))


def flags_of(session: Session, ids: Collection[str]) -> dict[str, tuple[Flag, ...]]:
    """Give the flags of each claim, the gravest word first; claims without are left out."""
    rows = select_rows(
        session, set(ids), lambda some: select(CLAIM_FLAG).where(CLAIM_FLAG.c.claim_id.in_(some))
    )
    return _by_claim(rows)


def _by_claim(rows: Iterable[Stored]) -> dict[str, tuple[Flag, ...]]:
    flags: dict[str, list[Flag]] = {}
    for row in rows:
        flags.setdefault(row.claim_id, []).append(flag_from(row))
    return {claim: tuple(sorted(found, key=_gravity)) for claim, found in flags.items()}


def _gravity(flag: Flag) -> tuple[int, str]:
    return list(FlagWord).index(flag.word), flag.conflict or ""


def list_claims(session: Session, narrow: Filter = EVERYTHING) -> list[ClaimListing]:
    """List claims by article, earliest published first, then in reading order."""
    conditions = of_claim(narrow)
    chosen = select(CLAIM.c.id).where(*conditions)
    heads = _heads(session, select(CLAIM.c.text_id).where(*conditions), narrow)
    claims = _load(session, _among(chosen))
    claims = judged(session, narrow, Target.CLAIM, claims, lambda claim: claim.id)
    marks = session.execute(select(CLAIM_FLAG).where(CLAIM_FLAG.c.claim_id.in_(chosen)))
    order = {text_id: place for place, text_id in enumerate(heads)}
    claims.sort(key=lambda claim: (order[claim.text_id], *_reading_order(claim)))
    return _listings(session, claims, heads, _by_claim(marks))


def _heads(session: Session, texts: Select[Any], narrow: Filter) -> dict[str, ArticleHead]:
    """Give the first article the filter allows on each text, the earliest text first."""
    rows = session.execute(select_heads().where(ARTICLE.c.text_id.in_(texts), *of_article(narrow)))
    heads: dict[str, ArticleHead] = {}
    for row in sorted(rows, key=earliest_first):
        heads.setdefault(row.text_id, head_from(row))
    return heads


def _listings(
    session: Session,
    claims: Sequence[Claim],
    heads: dict[str, ArticleHead],
    flags: dict[str, tuple[Flag, ...]],
) -> list[ClaimListing]:
    known = all_statuses(session, Target.CLAIM)
    notes = note_counts(session, Target.CLAIM)
    return [
        ClaimListing(
            claim,
            heads[claim.text_id],
            flags.get(id_, ()),
            known.get(id_, Verdict.OPEN.value),
            notes.get(id_, 0),
        )
        for claim, id_ in ((claim, claim.id) for claim in claims)
    ]


def claim_listings(session: Session, ids: Collection[str]) -> dict[str, ClaimListing]:
    """Give claims as listings show them, by whole id; unknown ids are left out."""
    claims = load_claims(session, ids)
    articles = article_heads(session, {claim.text_id for claim in claims})
    heads = {text_id: found[0] for text_id, found in articles.items()}
    listed = _listings(session, claims, heads, flags_of(session, ids))
    return {listing.claim.id: listing for listing in listed}
