"""Claims that stand in a caption or in an entry of a live blog say so.

An entry is printed at its own time: a statement of it that names no time is of that day, not of
the day on which the page was begun.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claims.model import CAPTION, ENTRY, AsOf, Evidence, Span, Zone

if TYPE_CHECKING:
    from claims.extract.reading import Block, Reading
    from claims.model import Claim

_OF_PRINTING: Final = frozenset({"published", "unknown"})
_CAPTION_RULE: Final = "caption of a picture"


def with_placement(claims: Iterable[Claim], reading: Reading) -> list[Claim]:
    """Mark the claims of captions and entries, and give those of entries their time.

    Args:
        claims: As they were read.
        reading: The article.
    """
    blocks = [block for block in reading.blocks if _is_apart(block)]
    return [_placed(claim, blocks) for claim in claims] if blocks else list(claims)


def _is_apart(block: Block) -> bool:
    return block.paragraph.entry is not None or block.paragraph.zone is Zone.CAPTION


def _placed(claim: Claim, blocks: Iterable[Block]) -> Claim:
    for block in blocks:
        offsets = block.paragraph.offsets
        if offsets[0] <= claim.anchor.start < offsets[-1]:
            return _marked(claim, block)
    return claim


def _marked(claim: Claim, block: Block) -> Claim:
    paragraph = block.paragraph
    if paragraph.zone is Zone.CAPTION:
        whole = Span(paragraph.offsets[0], paragraph.offsets[-1])
        mark = Evidence(CAPTION, whole, _CAPTION_RULE)
        claim = replace(claim, evidence=(*claim.evidence, mark))
    entry = paragraph.entry
    if entry is None or claim.scope.as_of.known_by not in _OF_PRINTING:
        return claim
    scope = replace(claim.scope, as_of=AsOf(entry.day, entry.day, "published"))
    mark = Evidence("as_of", entry.span, ENTRY)
    return replace(claim, scope=scope, evidence=(*claim.evidence, mark))
