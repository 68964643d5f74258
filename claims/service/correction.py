"""A person corrects or retracts a claim: signed words that comparison obeys at once.

Nothing is overwritten: what the program read stays beside what the person says, a later word takes
an earlier one back, and reading the article again changes neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import db
from claims.errors import InputError
from claims.model import Act, Annotation, AsOf, Claim, Fields, Kind, Polarity, Target
from claims.questions import as_read, correct, keys_of
from claims.report.facts import claim_facts
from claims.report.identity import short_claim
from claims.report.wording import statement_words
from claims.service import gather
from claims.service.annotation import refuse_no_address, refuse_unsigned
from claims.service.phrase import read_speaker, read_subject, read_value
from claims.service.recomparison import clear, compare_again
from claims.values.days import parse_iso
from claims.values.document import to_document
from claims.values.field import as_of_to, scope_to, speaker_to, to_fields
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from db import Session

PERSON = "person"
"""How a time is known that a person gave."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who says it, and why.

    Raises:
        InputError: There is no name, or the source is no address.
    """

    by: str
    note: str = ""
    source: str = ""
    is_internal: bool = False

    def __post_init__(self) -> None:
        refuse_unsigned(self.by)
        refuse_no_address(self.source)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A stored word on a claim, and what the claim says since, in a sentence."""

    annotation: Annotation
    claim: Claim
    is_compared: bool

    @property
    def outcome(self) -> str:
        """Say what the claim is now, and where nothing can be compared with it."""
        told = f"{short_claim(self.claim.id)}  {statement_words(self.claim)}"
        alone = "" if self.is_compared or self.claim.retracted else "; compared with nothing"
        return told + alone


def amend(
    database: db.Database, prefix: str, fields: Fields, said: Signature, at: datetime | None = None
) -> Corrected:
    """Correct fields of a claim.

    Args:
        prefix: The short id of the claim.
        at: When it is said; now where None.

    Raises:
        NotFound: There is no such claim.
        InputError: Nothing is corrected, or a field cannot be read.
    """
    if fields == Fields():
        msg = "nothing to correct; give --value, --subject, --speaker or another field"
        raise InputError(msg)
    with database.read() as session:
        claim = db.get_claim(session, prefix)
        document = field_document(claim, fields, published_of(session, claim.text_id))
    with database.write() as session:
        return _say(session, claim.id, Act.AMEND, said, at, document)


def take_back(
    database: db.Database, prefix: str, said: Signature, at: datetime | None = None
) -> Corrected:
    """Take back every correction of a claim: it holds what the program read, or was recorded.

    Raises:
        NotFound: There is no such claim.
        InputError: Nobody corrected it.
    """
    with database.write() as session:
        claim = db.get_claim(session, prefix)
        if claim.read is None:
            msg = f"nobody corrected {short_claim(claim.id)}; there is nothing to take back"
            raise InputError(msg)
        return _say(session, claim.id, Act.AS_READ, said, at)


def retract(
    database: db.Database, prefix: str, said: Signature, at: datetime | None = None
) -> Corrected:
    """Take a claim out of comparison; it stays to be seen.

    Raises:
        NotFound: There is no such claim.
        InputError: It does not say why, or the claim is retracted already.
    """
    if not said.note.strip():
        msg = "why is it retracted? say it for those who read it later: --why TEXT"
        raise InputError(msg)
    with database.write() as session:
        claim = db.get_claim(session, prefix)
        if claim.retracted:
            msg = f"{short_claim(claim.id)} is retracted already; claims history tells why"
            raise InputError(msg)
        return _say(session, claim.id, Act.RETRACT, said, at)


def restore(
    database: db.Database, prefix: str, said: Signature, at: datetime | None = None
) -> Corrected:
    """Put a retracted claim back into comparison.

    Raises:
        NotFound: There is no such claim.
        InputError: It is not retracted.
    """
    with database.write() as session:
        claim = db.get_claim(session, prefix)
        if not claim.retracted:
            msg = f"{short_claim(claim.id)} is not retracted; there is nothing to take back"
            raise InputError(msg)
        return _say(session, claim.id, Act.RESTORE, said, at)


def published_of(session: Session, text_id: str) -> str | None:
    """Give the day of the earliest publication of a text, partial ISO; None where unknown."""
    days = [one.published for one in db.article_of_text(session, text_id) if one.published]
    return min(days, default=None)


def field_document(claim: Claim, given: Fields, published: str | None) -> dict[str, Any]:
    """Read what a person says of a claim into a document of fields.

    The subject of an amount tells what is counted, whose and where; a place that it does not
    name stays.

    Args:
        published: The day that relative days hang on.

    Raises:
        InputError: A field cannot be read.
    """
    found: dict[str, Any] = {}
    if given.value is not None:
        found["value"] = to_document(read_value(given.value, claim.value, published))
    if given.subject is not None:
        found["subject"] = given.subject.strip()
        if claim.kind is Kind.QUANTITY:
            found["scope"] = _counted(given.subject)
    if given.attribute is not None:
        found["attribute"] = given.attribute.strip()
    if given.speakers is not None:
        known = {link.name.casefold(): link for link in claim.speakers}
        links = (
            known.get(name.strip().casefold()) or read_speaker(name) for name in given.speakers
        )
        found["speakers"] = [speaker_to(link) for link in links]
    if given.polarity is not None:
        found["polarity"] = given.polarity.value
        if isinstance(claim.value, YesNo):
            yes = given.polarity is Polarity.AFFIRMED
            found["value"] = to_document(YesNo(yes, claim.value.text))
    if given.certainty is not None:
        found["certainty"] = given.certainty.value
    if given.as_of is not None:
        found["as_of"] = as_of_to(_as_of(given.as_of))
    return found


def _counted(subject: str) -> dict[str, Any]:
    read = scope_to(read_subject(subject))
    names = ("head", "group", "modifiers", *(["place"] if read["place"] else []))
    return {name: read[name] for name in names}


def _as_of(day: str) -> AsOf:
    days = parse_iso(day.strip())
    return AsOf(str(days.earliest), str(days.latest), PERSON)


def _say(  # noqa: PLR0917  # a word and all that is kept with it
    session: Session,
    id_: str,
    act: Act,
    said: Signature,
    at: datetime | None,
    fields: dict[str, Any] | None = None,
) -> Corrected:
    """Store a word on a claim, make the claim what it says, and compare again."""
    entry = gather.entries_of(session, [id_])[id_]
    word = signed(entry.claim, act, said, at, claim_facts(entry), fields)
    word = db.add_annotation(session, word)
    claim = claim_now(session, entry.claim.text_id, id_)
    if act is Act.AMEND and to_fields(claim) == to_fields(entry.claim):
        msg = f"{short_claim(id_)} says so already; nothing was recorded"
        raise InputError(msg)
    return Corrected(word, claim, put(session, claim))


def signed(  # noqa: PLR0917  # a word and all that is kept with it
    claim: Claim,
    act: Act,
    said: Signature,
    at: datetime | None,
    seen: dict[str, str],
    fields: dict[str, Any] | None = None,
) -> Annotation:
    """Make a person's word on a claim."""
    return Annotation(
        target=Target.CLAIM,
        target_id=claim.id,
        by=said.by.strip(),
        at=at or datetime.now(UTC),
        note=said.note.strip(),
        seen=seen,
        source=said.source.strip(),
        is_internal=said.is_internal,
        act=act,
        text_id=claim.text_id,
        fields=fields,
    )


def claim_now(session: Session, text_id: str, id_: str) -> Claim:
    """Give a claim as the words on it make it now."""
    read = [as_read(one) for one in db.claims_of_texts(session, [text_id]) if not one.by_hand]
    events = {event.id for event in db.events_of(session, [text_id])}
    words = db.words_on_claims_of(session, [text_id])
    now = correct(read, words, events, published_of(session, text_id))
    return next(claim for claim in now if claim.id == id_)


def put(session: Session, claim: Claim, run_id: int | None = None) -> bool:
    """Store a claim in place of what was stored of it, and compare again all that it reaches.

    Args:
        run_id: The run that made it, where it is new.

    Returns:
        Whether other claims can be compared with it.
    """
    cleared = clear(session, claim.text_id)
    events = {event.id: event for event in db.events_of(session, [claim.text_id])}
    keys = frozenset() if claim.retracted else keys_of(claim, events)
    db.save_claim(session, claim, keys, run_id)
    stored = db.claims_of_texts(session, [claim.text_id])
    compare_again(session, cleared, {one.id: one for one in stored if not one.retracted})
    return bool(keys)
