"""Claims and events: whole, and as listings show them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session

from claims.model import BY_HAND, Claim, Event, Flag, FlagWord, Span, Speaker, Target, Verdict
from db.query.annotation import all_statuses, note_counts
from db.query.article import ArticleHead, article_heads
from db.query.lookup import CLAIMS, find_id
from db.row.base import Stored
from db.row.claim import SEARCHED_ONLY, claim_from, event_from, speaker_from, with_mark
from db.row.finding import flag_from
from db.statement import GIVEN, given, select_rows
from db.table import CLAIM, CLAIM_FLAG, CLAIM_KEY, CLAIM_MARK, EVENT, SPEAKER

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


def _in(ids: Select[Any]) -> Choose:
    return lambda id_: id_.in_(ids)


_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


_Statements = tuple[Select[Any], Select[Any], Select[Any]]


def _selects(choose: Choose) -> _Statements:
    """Write the statements that load the claims whose id is chosen: speakers, marks, claims."""
    speakers = select(SPEAKER).where(choose(SPEAKER.c.claim_id))
    marks = select(CLAIM_MARK).where(choose(CLAIM_MARK.c.claim_id))
    claims = select(*_COLUMNS).where(choose(CLAIM.c.id))
    ordered = speakers.order_by(SPEAKER.c.claim_id, SPEAKER.c.position)
    return ordered, marks, claims.order_by(CLAIM.c.id)


_COLUMNS: Final = [column for column in CLAIM.columns if column.name not in SEARCHED_ONLY]
_GIVEN: Final = _selects(_in(GIVEN))
_OF_TEXTS: Final = _selects(_in(select(CLAIM.c.id).where(CLAIM.c.text_id.in_(GIVEN))))


def load_claims(session: Session, ids: Collection[str]) -> list[Claim]:
    """Load claims by their whole ids, by id; unknown ids are passed over."""
    return _load(session, _GIVEN, given(ids)) if ids else []


def _load(
    session: Session,
    statements: _Statements,
    values: Mapping[str, Any] = _NOTHING,
) -> list[Claim]:
    """Load the claims that three statements choose, by id."""
    speakers, marks, claims = statements
    chains: dict[str, list[Speaker]] = {}
    for link in session.execute(speakers, values):
        chains.setdefault(link.claim_id, []).append(speaker_from(link))
    made = {row.claim_id: row for row in session.execute(marks, values)}
    loaded = [claim_from(row, chains.get(row.id, ())) for row in session.execute(claims, values)]
    if not made:
        return loaded
    return [with_mark(one, made[one.id]) if one.id in made else one for one in loaded]


def load_chosen(
    session: Session, ids: Select[Any], values: Mapping[str, Any] = _NOTHING
) -> list[Claim]:
    """Load the claims whose ids a statement selects, by id."""
    return _load(session, _selects(_in(ids)), values)


def get_claim(session: Session, prefix: str) -> Claim:
    """Give a claim by its short id.

    Raises:
        NotFound: No such claim.
        InputError: More than one begins so.
    """
    whole = find_id(session, CLAIMS, prefix)
    return load_claims(session, [whole])[0]


def claims_of_texts(session: Session, text_ids: Collection[str]) -> list[Claim]:
    """Load every claim of some texts, by text, then in reading order."""
    found = _load(session, _OF_TEXTS, given(text_ids)) if text_ids else []
    return sorted(found, key=lambda claim: (claim.text_id, *reading_order(claim)))


def quotes_of(session: Session, text_ids: Collection[str]) -> dict[str, list[Span]]:
    """Give where the quotes of some texts stand, by text; a text without claims is left out."""
    columns = CLAIM.c.text_id, CLAIM.c.span_start, CLAIM.c.span_end
    statement = select(*columns).where(CLAIM.c.text_id.in_(GIVEN)).distinct()
    spans: dict[str, list[Span]] = {}
    for row in select_rows(session, text_ids, statement.order_by(*columns)):
        spans.setdefault(row.text_id, []).append(Span(row.span_start, row.span_end))
    return spans


def reading_order(claim: Claim) -> tuple[Any, ...]:
    """Order the claims of one text as they are read."""
    return claim.span, claim.anchor, claim.id


def ids_of_text(session: Session, text_id: str) -> set[str]:
    """Give the ids of the claims of a text."""
    return set(session.scalars(_IDS_OF_TEXT, {"text_id": text_id}))


def extractors_of_text(session: Session, text_id: str) -> set[str]:
    """Give the names of the extractors that the claims of a text come from; no person's."""
    return set(session.scalars(_EXTRACTORS_OF_TEXT, {"text_id": text_id}))


_IDS_OF_TEXT: Final = select(CLAIM.c.id).where(CLAIM.c.text_id == bindparam("text_id"))
_EXTRACTORS_OF_TEXT: Final = (
    select(CLAIM.c.extractor)
    .where(CLAIM.c.text_id == bindparam("text_id"), CLAIM.c.extractor != BY_HAND)
    .distinct()
)


def claim_keys(session: Session, ids: Collection[str]) -> dict[str, frozenset[str]]:
    """Give the blocking keys of each claim; a claim without keys has an empty set."""
    rows = select_rows(session, ids, select(CLAIM_KEY).where(CLAIM_KEY.c.claim_id.in_(GIVEN)))
    keys: dict[str, set[str]] = {one: set() for one in ids}
    for row in rows:
        keys[row.claim_id].add(row.key)
    return {one: frozenset(found) for one, found in keys.items()}


def events_of(session: Session, text_ids: Collection[str]) -> list[Event]:
    """List the events that texts tell of, by text, then in reading order."""
    statement = select(EVENT).where(EVENT.c.text_id.in_(GIVEN))
    return sorted(map(event_from, select_rows(session, text_ids, statement)), key=_event_order)


def load_events(session: Session, ids: Collection[str]) -> list[Event]:
    """Load events by their whole ids, by text, then in reading order."""
    rows = select_rows(session, ids, _EVENTS)
    return sorted(map(event_from, rows), key=_event_order)


_EVENTS: Final = select(EVENT).where(EVENT.c.id.in_(GIVEN))


def _event_order(event: Event) -> tuple[str, Span, str]:
    return event.text_id, event.anchor, event.id


def flags_of(session: Session, ids: Collection[str]) -> dict[str, tuple[Flag, ...]]:
    """Give the flags of each claim, the gravest word first; claims without are left out."""
    statement = select(CLAIM_FLAG).where(CLAIM_FLAG.c.claim_id.in_(GIVEN))
    return by_claim(select_rows(session, ids, statement))


def by_claim(rows: Iterable[Stored]) -> dict[str, tuple[Flag, ...]]:
    """Read flags, those of a claim together, the gravest word first."""
    flags: dict[str, list[Flag]] = {}
    for row in rows:
        flags.setdefault(row.claim_id, []).append(flag_from(row))
    return {claim: tuple(sorted(found, key=_gravity)) for claim, found in flags.items()}


def _gravity(flag: Flag) -> tuple[int, str]:
    return list(FlagWord).index(flag.word), flag.conflict or ""


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
