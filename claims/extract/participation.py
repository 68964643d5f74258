"""Who was invited, came, stayed away, sent somebody, hosted, was added: claims of participation.

Each is about one event of the article (or about none, where the article leaves it open), with
the list as printed, open unless the words close it. Verbs come from claims/data/frames.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.event import Draft, Stage
from claims.extract.frame import Frame, frames_of
from claims.extract.mention import event_kind, event_nouns
from claims.extract.reach import clause_tokens, quoted_verb
from claims.extract.referent import acting, resolve_pronoun
from claims.extract.roster import parties_of
from claims.extract.stance import Stance, stance_of
from claims.extract.syntax import logical_objects, logical_subjects, prepositional
from claims.model import Certainty, Evidence, Polarity, Span
from claims.values.party import Parties, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block


@dataclass(frozen=True)
class Participation:
    """One statement of participation, before events are final.

    Args:
        frame: The role.
        verb: The predicate.
        block: Where it stands.
        value: Who: one party or a list.
        event: The event, None where open.
        inviters: Keys of the host or inviter as this sentence gives it.
        stance: Polarity and certainty.
        evidence: Spans of fields that stand elsewhere.
        quote: The clause.
    """

    frame: Frame
    verb: Token
    block: Block
    value: Parties | Party
    event: Draft | None
    inviters: tuple[str, ...]
    stance: Stance
    evidence: tuple[Evidence, ...]
    quote: Span
    role: str = ""


def _slot(verb: Token, place: str, event: Token | None) -> list[Token]:
    """Give the nouns that fill one slot of a frame."""
    if place == "subject":
        return logical_subjects(verb)
    if place == "object":
        return logical_objects(verb)
    at_event = prepositional(event, place) if event is not None else []
    return at_event or prepositional(verb, place)


def _event_token(verb: Token, frame: Frame) -> tuple[Token | None, bool]:
    """Give the event noun of a frame, and whether its slot holds something that is no event."""
    other = False
    for place in frame.event:
        for noun in _slot(verb, place, None):
            for candidate in event_nouns(noun):
                if event_kind(candidate):
                    return candidate, False
            other = other or (noun.pos_ in ("NOUN", "PROPN") and place in ("object", "to", "from"))
    return None, other


def _value(nouns: list[Token], block: Block, earlier: list[Party]) -> Parties | Party | None:
    """Read who fills the slot: one party, or a list."""
    if len(nouns) == 1:
        resolved = resolve_pronoun(nouns[0], block, earlier)
        if resolved is not None:
            return resolved
    found = parties_of(nouns, block)
    if found is None:
        return None
    simple = len(found.members) == 1 and not found.closed and not found.universal
    return found.members[0] if simple else found


def _known(value: Parties | Party) -> bool:
    members = value.members if isinstance(value, Parties) else (value,)
    return any(not member.key.startswith("words:") for member in members)


def _stance(verb: Token, frame: Frame) -> Stance:
    found = stance_of(verb)
    polarity = found.polarity
    if frame.absent:
        denied = polarity is Polarity.AFFIRMED
        polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
    planned = frame.planned and found.certainty is Certainty.ASSERTED
    return Stance(polarity, Certainty.PLANNED if planned else found.certainty)


def find_participation(
    verb: Token, block: Block, stage: Stage, earlier: list[Party]
) -> Iterator[Participation]:
    """Find what one verb says of who took part in what.

    Args:
        verb: A verb of the block.
        block: The paragraph.
        stage: The events of the article so far; mentions are taken in as they are met.
        earlier: Subjects so far, for pronouns.
    """
    for frame in frames_of(verb):
        found = list(_read_frame(verb, frame, block, stage, earlier))
        if found:
            yield from found
            return


def _read_frame(
    verb: Token, frame: Frame, block: Block, stage: Stage, earlier: list[Party]
) -> Iterator[Participation]:
    noun, other = _event_token(verb, frame)
    it = _it(verb, frame)
    if noun is None and it is None and (other or frame.event_required):
        return
    event = stage.enter(noun, block) if noun is not None else None
    maker = frame.host or frame.proposer
    makers = acting(_slot(verb, maker, None), block, earlier) if maker else []
    inviters = tuple(party.key for party in makers)
    nouns = next((found for place in frame.party if (found := _slot(verb, place, noun))), [])
    value = _value(nouns, block, earlier)
    evidence: tuple[Evidence, ...] = ()
    if frame.makes_event and value is not None and _known(value):
        event = stage.imply(verb, block, inviters)
    elif noun is None and not _universal(value):
        held = frame.name in ("attend", "send")
        if held and it is None and stance_of(verb).certainty not in _HELD:
            return
        sought = [] if frame.proposer else list(inviters)
        event = stage.nearest(sought, stage.clause_days(verb, block), held=held)
        if event is not None:
            rule = "nearest event" if it is None else "pronoun"
            evidence = (Evidence("event", event.mentions[-1], rule),)
    _tell_event(event, frame, verb, value, inviters)
    said = _Said(frame, verb, block, event, inviters, evidence)
    if event is not None and (noun or it) and "object" in frame.event:
        for party in makers:
            yield said.claim(party, frame.name)
    if value is not None and not (frame.party_only and not _known(value)):
        yield said.claim(value, frame.guests or frame.name)


_HELD: Final = (Certainty.ASSERTED, Certainty.HEDGED)


def _it(verb: Token, frame: Frame) -> Token | None:
    """Give the pronoun that stands in the place of the event: "The US proposed it"."""
    nouns = [noun for place in frame.event for noun in _slot(verb, place, None)]
    return next((noun for noun in nouns if noun.lower_ == "it"), None)


def _universal(value: Parties | Party | None) -> bool:
    return isinstance(value, Parties) and value.universal


@dataclass(frozen=True)
class _Said:
    """What the claims of one verb share."""

    frame: Frame
    verb: Token
    block: Block
    event: Draft | None
    inviters: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    def claim(self, value: Parties | Party, role: str) -> Participation:
        return Participation(
            frame=self.frame,
            verb=self.verb,
            block=self.block,
            value=value,
            event=self.event,
            inviters=self.inviters,
            stance=_stance(self.verb, self.frame),
            evidence=self.evidence,
            quote=self.block.span_of(
                [*clause_tokens(quoted_verb(self.verb)), *clause_tokens(self.verb)]
            ),
            role=role,
        )


def _tell_event(
    event: Draft | None,
    frame: Frame,
    verb: Token,
    value: Parties | Party | None,
    inviters: tuple[str, ...],
) -> None:
    """Let the event know its host and its parties."""
    if event is None:
        return
    if frame.proposer:
        event.proposers.extend(key for key in inviters if key not in event.proposers)
    if frame.host and not event.hosts and event.state == "held" and inviters:
        event.hosts.extend(inviters)
    if value is not None and _stance(verb, frame).polarity is Polarity.AFFIRMED:
        members = value.members if isinstance(value, Parties) else (value,)
        event.parties.extend(member.key for member in members)
