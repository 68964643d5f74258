"""Finding claims: a normalised view in, claims and events with exact evidence out.

Rules over a dependency parse, with the knowledge in claims/data. The shared layers (who speaks,
how surely, denied or not, which event) are read once a clause and serve every kind. What a rule
cannot read is not a claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.bearer import find_bearers
from claims.extract.context import with_context
from claims.extract.event import Stage
from claims.extract.meeting import ParticipationExtractor
from claims.extract.mention import MentionReader, event_kind
from claims.extract.participation import find_participation
from claims.extract.party import party_of
from claims.extract.period import with_periods
from claims.extract.placement import with_placement
from claims.extract.quantity import QuantityExtractor
from claims.extract.reading import Reading, read_view
from claims.extract.scene import EXTRACTOR, Extraction, Extractor, Scene
from claims.extract.speaker import Voices
from claims.extract.statement import StatementExtractor
from claims.extract.syntax import is_verb
from claims.extract.withdrawal import with_corrections
from claims.model import View
from claims.values.days import parse_iso
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.language import Language

EXTRACTORS: Final[tuple[Extractor, ...]] = (
    QuantityExtractor(),
    ParticipationExtractor(),
    StatementExtractor(),
)


def _read_sentences(scene: Scene) -> None:
    """Walk the article once, uniting events and reading participation as they come."""
    for block in scene.reading.blocks:
        for sentence in block.doc.sents:
            scene.stage.sentence += 1
            read: set[int] = set()
            for token in sentence:
                if is_verb(token):
                    found = find_participation(token, block, scene.stage, scene.subjects)
                    scene.participations.extend(found)
                elif event_kind(token) and token.i not in read:
                    scene.stage.enter(token, block)
                if token.dep_ == "nsubj" and (party := party_of(token, block)):
                    scene.subjects.append(party)


def extract(
    view: View,
    *,
    published: str | None = None,
    authors: tuple[str, ...] = (),
    parser: Language | None = None,
) -> Extraction:
    """Find every claim of a text.

    Args:
        view: The normalised view of it.
        published: The day of its earliest publication, partial ISO; relative days hang on it.
        authors: Names whose words are the article's own.
        parser: The loaded parser; loaded where None.

    Returns:
        Claims in text order, no two with the same identity; events; names.
    """
    anchor = parse_iso(published).single if published else None
    reading = read_view(view, anchor=anchor, parser=parser)
    find_bearers(reading)
    subjects: list[Party] = []
    stage = Stage(MentionReader(reading, subjects))
    scene = Scene(reading, published, Voices(reading, authors), stage, subjects, [])
    _read_sentences(scene)
    claims = {claim.id: claim for extractor in EXTRACTORS for claim in extractor(scene)}
    events = tuple(draft.freeze(view.text.id) for draft in stage.drafts)
    noted = with_corrections(claims.values(), reading, scene.as_of)
    timed = with_periods(with_placement(noted, reading), reading)
    told, gist = with_context(timed, reading)
    ordered = sorted(told, key=lambda claim: (claim.anchor, claim.id))
    return Extraction(tuple(ordered), events, _names(reading), gist)


def _names(reading: Reading) -> dict[str, str]:
    """Gather the parties and places an article names."""
    return {m.key: m.name for block in reading.blocks for m in block.mentions}


__all__ = ["EXTRACTOR", "EXTRACTORS", "Extraction", "Extractor", "Scene", "extract"]
