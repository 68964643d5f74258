"""The claims and events of one text, replaced as a whole."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from claims.model import Claim, Event
from db.row.base import Record
from db.row.claim import claim_to, event_to, mark_to, members_of, participation_rows, speaker_rows
from db.statement import GIVEN, given, insert_rows, select_rows
from db.table import ALIAS, CLAIM, CLAIM_KEY, CLAIM_MARK, ENTITY, EVENT, PARTICIPATION, SPEAKER
from db.write.index import index_claims, unindex_claims


def replace_claims(  # noqa: PLR0917  # one text and all that was extracted from it
    session: Session,
    text_id: str,
    claims: Iterable[Claim],
    events: Iterable[Event],
    keys: Mapping[str, Collection[str]],
    parties: Mapping[str, str],
    run_id: int,
) -> None:
    """Store the claims and events of a text in place of those it had.

    Call `clear_findings` with the ids of the old claims first. A claim given twice is stored
    once.

    Args:
        text_id: The text all of them are of.
        claims: Its claims; their events are among `events`.
        events: Its events.
        keys: Blocking keys by claim id.
        parties: The name of each party by key, for those whose printed name is not enough.
        run_id: The run that extracted them.
    """
    delete_claims(session, text_id)
    kept = list({claim.id: claim for claim in claims}.values())
    insert_rows(session, EVENT, [event_to(event, run_id) for event in _distinct(events)])
    insert_rows(session, CLAIM, [claim_to(claim, run_id, parties) for claim in kept])
    _save_names(session, text_id, kept, parties)
    _save_what_hangs(session, kept, keys)
    index_claims(session, [text_id])


def save_claim(
    session: Session, claim: Claim, keys: Collection[str], run_id: int | None = None
) -> None:
    """Store one claim in place of what was stored of it; the others of its text stay.

    Call `clear_findings` with its id first.

    Args:
        claim: The claim; its event is stored.
        keys: Its blocking keys.
        run_id: The run that made it; None for a claim that is stored, whose run stays.
    """
    known = session.execute(_NAMED, {"text_id": claim.text_id})
    record = claim_to(claim, run_id or 0, {row.entity_key: row.name for row in known})
    unindex_claims(session, select(CLAIM.c.id).where(CLAIM.c.text_id == claim.text_id))
    members = _members(session, select(CLAIM.c.id).where(CLAIM.c.id == claim.id))
    for table in (CLAIM_KEY, CLAIM_MARK, PARTICIPATION, SPEAKER):
        session.execute(delete(table).where(table.c.claim_id == claim.id))
    if run_id is None:
        del record["run_id"]
        session.execute(update(CLAIM).where(CLAIM.c.id == claim.id).values(record))
    else:
        session.execute(CLAIM.insert().values(record))
    _save_what_hangs(session, [claim], {claim.id: keys})
    _delete_unnamed(session, members)
    index_claims(session, [claim.text_id])


_NAMED: Final = (
    select(ALIAS.c.entity_key, ALIAS.c.name)
    .where(ALIAS.c.text_id == bindparam("text_id"))
    .order_by(ALIAS.c.entity_key, ALIAS.c.name)
)


def _save_what_hangs(
    session: Session, claims: Sequence[Claim], keys: Mapping[str, Collection[str]]
) -> None:
    """Store what hangs on claims: who says so, what people made of them, who is named, keys."""
    insert_rows(session, SPEAKER, [row for claim in claims for row in speaker_rows(claim)])
    insert_rows(session, CLAIM_MARK, [row for one in claims if (row := mark_to(one)) is not None])
    _save_entities(session, {(m.key, m.name) for one in claims for m in members_of(one.value)})
    members = [row for claim in claims for row in participation_rows(claim)]
    insert_rows(session, PARTICIPATION, members)
    insert_rows(session, CLAIM_KEY, _key_rows(claims, keys))


def _distinct(events: Iterable[Event]) -> list[Event]:
    return list({event.id: event for event in events}.values())


def _key_rows(claims: Iterable[Claim], keys: Mapping[str, Collection[str]]) -> list[Record]:
    return [
        {"claim_id": claim.id, "key": key}
        for claim in claims
        for key in sorted(set(keys.get(claim.id, ())))
    ]


def _save_names(
    session: Session, text_id: str, claims: Sequence[Claim], parties: Mapping[str, str]
) -> None:
    """Store who is named by the text, under which names; what people say of it names nobody."""
    read = [(claim.read or claim).value for claim in claims if not claim.by_hand]
    names = {(m.key, m.name) for value in read for m in members_of(value)} | set(parties.items())
    _save_entities(session, names)
    aliases = [{"entity_key": key, "name": name, "text_id": text_id} for key, name in sorted(names)]
    insert_rows(session, ALIAS, aliases)


def _save_entities(session: Session, names: Collection[tuple[str, str]]) -> None:
    """Store new parties, and a longer name for those that had a shorter one."""
    best: dict[str, str] = {}
    for key, name in names:
        best[key] = _longer(name, best.get(key, name))
    stored = {row.key: row.name for row in select_rows(session, best, _NAMES)}
    new = [
        {"key": key, "name": name, "kind": key.partition(":")[0]}
        for key, name in sorted(best.items())
        if key not in stored
    ]
    insert_rows(session, ENTITY, new)
    for key, name in stored.items():
        longer = _longer(name, best[key])
        if longer != name:
            session.execute(update(ENTITY).where(ENTITY.c.key == key).values(name=longer))


_NAMES: Final = select(ENTITY.c.key, ENTITY.c.name).where(ENTITY.c.key.in_(GIVEN))


def _longer(left: str, right: str) -> str:
    """Choose the longer name, of equals the first by code point: the same in any order."""
    return min(left, right, key=lambda name: (-len(name), name))


def delete_claims(session: Session, text_id: str) -> None:
    """Delete the claims and events of a text, and parties that nothing names any more."""
    if not session.scalar(_HOLDS_ANY, {"text_id": text_id}):
        return
    claim_ids = select(CLAIM.c.id).where(CLAIM.c.text_id == text_id)
    named = select(ALIAS.c.entity_key).where(ALIAS.c.text_id == text_id).distinct()
    keys = {*session.scalars(named), *_members(session, claim_ids)}
    unindex_claims(session, claim_ids)
    for table in (CLAIM_KEY, CLAIM_MARK, PARTICIPATION, SPEAKER):
        session.execute(delete(table).where(table.c.claim_id.in_(claim_ids)))
    for table in (ALIAS, CLAIM, EVENT):
        session.execute(delete(table).where(table.c.text_id == text_id))
    _delete_unnamed(session, keys)


_HOLDS_ANY: Final = select(
    or_(
        *(
            exists().where(table.c.text_id == bindparam("text_id"))
            for table in (ALIAS, CLAIM, EVENT)
        )
    )
)
"""Whether anything was extracted from a text: most texts that are stored are new."""


def _members(session: Session, claim_ids: Select[Any]) -> set[str]:
    """Give the parties that claims name."""
    named = select(PARTICIPATION.c.entity_key).where(PARTICIPATION.c.claim_id.in_(claim_ids))
    return set(session.scalars(named))


def _delete_unnamed(session: Session, keys: Collection[str]) -> None:
    printed = exists().where(ALIAS.c.entity_key == ENTITY.c.key)
    member = exists().where(PARTICIPATION.c.entity_key == ENTITY.c.key)
    if keys:
        gone = delete(ENTITY).where(ENTITY.c.key.in_(GIVEN), ~printed, ~member)
        session.execute(gone, given(keys))
