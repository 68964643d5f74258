"""Claims of who did what, to whom, when, where and why; and what something is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claims.extract.assertion import Statement
from claims.extract.clause import find_statements
from claims.extract.contrast import is_put_against
from claims.extract.reading import Block
from claims.extract.referent import subjects_in
from claims.extract.scene import EXTRACTOR, Scene, trimmed
from claims.extract.syntax import told_object
from claims.model import Certainty, Claim, Scope
from claims.values.days import Days
from claims.values.party import Parties, Party

_PAST: Final = ("VBD", "VBN")


@dataclass(frozen=True, slots=True)
class StatementExtractor:
    """Finds what clauses state beside amounts and meetings."""

    name: str = EXTRACTOR

    def __call__(self, scene: Scene, /) -> Iterator[Claim]:
        """Find the statements of one article."""
        taken = _told_as_participation(scene)
        earlier: list[Party] = []
        for block in scene.reading.blocks:
            told = frozenset(taken.get(id(block), ()))
            for found in find_statements(block, scene.reading, earlier, told):
                if not _is_misplaced(found, scene):
                    yield self._claim(found, block, scene)
            earlier.extend(subjects_in(block))

    def _claim(self, found: Statement, block: Block, scene: Scene) -> Claim:
        spoken = next(iter(told_object(found.head)), found.head)
        said = scene.voices.attribution(spoken, block, makers=found.makers)
        span = block.span_of(trimmed(found.tokens))
        value, days = found.value, _days_of(found, block, scene)
        return Claim(
            text_id=scene.text_id,
            kind=found.kind,
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
                args=found.arguments,
                as_of=scene.as_of(days),
            ),
            polarity=found.stance.polarity,
            certainty=scene.sure(found.stance.certainty, found.head, days),
            speakers=said.speakers,
            evidence=said.evidence,
            weak=block.weak,
            extractor=self.name,
            party=value.key if isinstance(value, Party) else "",
        )


def _is_misplaced(found: Statement, scene: Scene) -> bool:
    """Whether a day to come is told of what is past: "announced a strike on Friday".

    It is a day of what the clause speaks of, and not of the clause.
    """
    if not isinstance(found.value, Days) or found.stance.certainty is not Certainty.ASSERTED:
        return False
    return found.head.tag_ in _PAST and scene.is_to_come(found.value)


def _days_of(found: Statement, block: Block, scene: Scene) -> Days | None:
    """Give the days of a clause; of a day that is denied against them, that day."""
    if isinstance(found.value, Days) and is_put_against(found.anchor[0]):
        return found.value
    return scene.stage.clause_days(found.head, block)


def _told_as_participation(scene: Scene) -> dict[int, set[int]]:
    """Give the verbs that tell of meetings, by paragraph."""
    taken: dict[int, set[int]] = {}
    for found in scene.participations:
        taken.setdefault(id(found.block), set()).add(found.verb.i)
    return taken


def _about(found: Statement, block: Block) -> tuple[str, ...]:
    own = {found.value.key} if isinstance(found.value, Party) else set()
    if isinstance(found.value, Parties):
        own = set(found.value.keys)
    named = {m.key for token in found.tokens if (m := block.mention(token)) is not None}
    return tuple(sorted(named - own))
