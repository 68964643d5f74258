"""The claims and events of one text, replaced as a whole."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import bindparam, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from claims.model import Claim, Event
from db.row.base import Record
from db.row.claim import claim_to, event_to, members_of, participation_rows, speaker_rows
from db.statement import GIVEN, given, insert_rows, select_rows
from db.table import ALIAS, CLAIM, CLAIM_KEY, ENTITY, EVENT, PARTICIPATION, SPEAKER
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
    insert_rows(session, SPEAKER, [row for claim in kept for row in speaker_rows(claim)])
    _save_parties(session, text_id, kept, parties)
    insert_rows(session, CLAIM_KEY, _key_rows(kept, keys))
    index_claims(session, [text_id])


def _distinct(events: Iterable[Event]) -> list[Event]:
    return list({event.id: event for event in events}.values())


def _key_rows(claims: Iterable[Claim], keys: Mapping[str, Collection[str]]) -> list[Record]:
    return [
        {"claim_id": claim.id, "key": key}
        for claim in claims
        for key in sorted(set(keys.get(claim.id, ())))
    ]


def _save_parties(
    session: Session, text_id: str, claims: Sequence[Claim], parties: Mapping[str, str]
) -> None:
    """Store who is named, under which names, and who takes part in which claim."""
    printed = {(m.key, m.name) for claim in claims for m in members_of(claim.value)}
    names = printed | set(parties.items())
    _save_entities(session, names)
    aliases = [{"entity_key": key, "name": name, "text_id": text_id} for key, name in sorted(names)]
    insert_rows(session, ALIAS, aliases)
    insert_rows(
        session, PARTICIPATION, [row for claim in claims for row in participation_rows(claim)]
    )


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
    keys = session.scalars(named).all()
    unindex_claims(session, claim_ids)
    for table in (CLAIM_KEY, PARTICIPATION, SPEAKER):
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


def _delete_unnamed(session: Session, keys: Collection[str]) -> None:
    named = exists().where(ALIAS.c.entity_key == ENTITY.c.key)
    if keys:
        session.execute(delete(ENTITY).where(ENTITY.c.key.in_(GIVEN), ~named), given(keys))
