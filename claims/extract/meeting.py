"""Claims of who was invited, came, stayed away, hosted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.extract.argument import arguments_of
from claims.extract.participation import Participation
from claims.extract.scene import EXTRACTOR, Scene
from claims.model import UNDATED, AsOf, Claim, Event, Kind, Polarity, Scope
from claims.values.party import Parties, Party


@dataclass(frozen=True, slots=True)
class ParticipationExtractor:
    """Finds who was invited, came, stayed away, hosted."""

    name: str = EXTRACTOR

    def __call__(self, scene: Scene, /) -> Iterator[Claim]:
        """Give the participations that were read while events were united."""
        events = {id(d): d.freeze(scene.text_id) for d in scene.stage.drafts}
        for found in scene.participations:
            yield self._claim(found, events, scene)

    def _claim(self, found: Participation, events: Mapping[int, Event], scene: Scene) -> Claim:
        block, verb = found.block, found.verb
        said = scene.voices.attribution(verb, block)
        event = events[id(found.event)] if found.event is not None else None
        days = scene.stage.clause_days(verb, block)
        if days is None and found.event is not None:
            days = found.event.days
        anchor = block.span_of([verb])
        return Claim(
            text_id=scene.text_id,
            kind=_kind(found),
            role=found.role,
            span=found.quote,
            quote=scene.quote(found.quote),
            anchor=anchor,
            subject=event.name if event else "",
            attribute=found.role,
            value=found.value,
            scope=Scope(
                event=event.id if event else None,
                head="participation",
                group=tuple(sorted(found.inviters)) if event is None else (),
                args=arguments_of(verb, block),
                as_of=_time_of(event) if days is None else scene.as_of(days),
            ),
            polarity=found.stance.polarity,
            certainty=found.stance.certainty,
            speakers=said.speakers,
            evidence=(*said.evidence, *found.evidence),
            weak=block.weak,
            extractor=self.name,
            party=found.value.key if isinstance(found.value, Party) else "",
        )


def _time_of(event: Event | None) -> AsOf:
    """Give the time of an event as the time of a statement about it; unknown stays unknown."""
    return UNDATED if event is None else event.on


def _kind(found: Participation) -> Kind:
    if found.role in ("host", "propose"):
        return Kind.ACTOR
    if isinstance(found.value, Parties):
        return Kind.PARTICIPANTS
    denied = found.stance.polarity is Polarity.DENIED
    return Kind.POLARITY if denied else Kind.PARTICIPANTS
