"""Claims of who did what, to whom, when, where and why; and what something is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extract.clause import Statement, find_statements
from claims.extract.reading import Block
from claims.extract.scene import EXTRACTOR, Scene, trimmed
from claims.extract.stance import stance_of
from claims.model import Claim, Kind, Polarity, Scope
from claims.values.party import Parties, Party
from claims.values.yes_no import YesNo


@dataclass(frozen=True, slots=True)
class StatementExtractor:
    """Finds what clauses state beside amounts and meetings."""

    name: str = EXTRACTOR

    def __call__(self, scene: Scene, /) -> Iterator[Claim]:
        """Find the statements of one article."""
        for block in scene.reading.blocks:
            for found in find_statements(block, scene.reading, scene.subjects):
                yield self._claim(found, block, scene)

    def _claim(self, found: Statement, block: Block, scene: Scene) -> Claim:
        stance = stance_of(found.verb)
        said = scene.voices.attribution(found.verb, block)
        denied = stance.polarity is Polarity.DENIED
        kind = Kind.POLARITY if denied and found.kind is Kind.ACTOR else found.kind
        value = found.value
        if isinstance(value, YesNo):
            value = YesNo(yes=not denied, text=value.text)
        span = block.span_of(trimmed(found.tokens))
        return Claim(
            text_id=scene.text_id,
            kind=kind,
            role=found.role,
            span=span,
            quote=scene.quote(span),
            anchor=block.span_of(found.anchor),
            subject=found.subject,
            attribute=found.role,
            value=value,
            scope=Scope(
                head=found.role.partition(":object")[0],
                about=_about(found, block),
                as_of=scene.as_of(scene.stage.clause_days(found.verb, block)),
            ),
            polarity=stance.polarity,
            certainty=stance.certainty,
            speakers=said.speakers,
            evidence=said.evidence,
            weak=block.weak,
            extractor=self.name,
            party=value.key if isinstance(value, Party) else "",
        )


def _about(found: Statement, block: Block) -> tuple[str, ...]:
    own = {found.value.key} if isinstance(found.value, Party) else set()
    if isinstance(found.value, Parties):
        own = set(found.value.keys)
    named = {m.key for token in found.tokens if (m := block.mention(token)) is not None}
    return tuple(sorted(named - own))
