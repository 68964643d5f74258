"""What became of the claims of a text: which stand on the same quote, which changed their value.

Claims are matched by what they quote. One whose quote stands there once, and on which one like it
rests, goes on; one whose quote differs in nothing but figures and days changed its value. It
refuses look-alikes: where two fit, none does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.model import Claim
from claims.values.document import to_document

_WORDED: Final = frozenset({"text", "digits"})
_BLANK: Final = "\N{WHITE VERTICAL RECTANGLE}"
_MARKS: Final = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
_END: Final = re.compile(r"[.!?]['\"’”)\]]*\s+(?=['\"‘“(\[]*[A-Z0-9])|\n\s*\n")
_SHORT: Final = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Gov|Prof|No|vs))\.$")


@dataclass(frozen=True, slots=True)
class Difference:
    """How the claims of one reading differ from those of another.

    Args:
        places: The claim that took the place of each whose id is gone, by that id.
        changed: Claims before and after whose value differs.
        gained: Claims that are new.
        lost: Claims that are no longer made.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[tuple[Claim, Claim], ...] = ()
    gained: tuple[Claim, ...] = ()
    lost: tuple[Claim, ...] = ()


def compare_readings(before: Iterable[Claim], after: Iterable[Claim], body: str) -> Difference:
    """Match the claims of a text, or of an earlier version of it, with those made now.

    Args:
        before: The claims that were made.
        after: Those that are made now.
        body: The text of the latter.
    """
    then, now = ({claim.id: claim for claim in claims} for claims in (before, after))
    kept = [(claim, now[id_]) for id_, claim in then.items() if id_ in now]
    gone = [claim for id_, claim in then.items() if id_ not in now]
    new = [claim for id_, claim in now.items() if id_ not in then]
    folded = _fold(body)
    quoted = _match(gone, new, lambda claim: _by_quote(claim, folded))
    gone, new = _unmatched(gone, new, quoted)
    old_anchors, new_anchors = _anchors(then.values()), _anchors(now.values())
    old_keys = {claim.id: _by_frame(claim, old_anchors) for claim in gone}
    new_keys = {claim.id: _by_frame(claim, new_anchors) for claim in new}
    framed = _match(gone, new, lambda claim: (old_keys | new_keys)[claim.id])
    gone, new = _unmatched(gone, new, framed)
    pairs = sorted([*kept, *quoted, *framed], key=lambda pair: (pair[1].span, pair[1].id))
    return Difference(
        places={old.id: one.id for old, one in quoted},
        changed=tuple((old, one) for old, one in pairs if _answer(old) != _answer(one)),
        gained=_in_order(new),
        lost=_in_order(gone),
    )


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.span, claim.anchor, claim.id)))


def _match(
    gone: Sequence[Claim], new: Sequence[Claim], key_of: Callable[[Claim], Hashable | None]
) -> list[tuple[Claim, Claim]]:
    """Pair the claims whose key no other of either side has."""
    sides: tuple[dict[Hashable, list[Claim]], ...] = (defaultdict(list), defaultdict(list))
    for side, claims in zip(sides, (gone, new), strict=True):
        for claim in claims:
            side[key_of(claim)].append(claim)
    left, right = sides
    return [
        (left[key][0], right[key][0])
        for key in left
        if key is not None and len(left[key]) == len(right.get(key, ())) == 1
    ]


def _unmatched(
    gone: Sequence[Claim], new: Sequence[Claim], pairs: Iterable[tuple[Claim, Claim]]
) -> tuple[list[Claim], list[Claim]]:
    ids = {claim.id for pair in pairs for claim in pair}
    left, right = ([claim for claim in some if claim.id not in ids] for some in (gone, new))
    return left, right


def _by_quote(claim: Claim, body: str) -> Hashable | None:
    """Know a claim by its quote, which must stand in a text once, and the words it rests on."""
    quote = _fold(claim.quote)
    if body.count(quote) != 1:
        return None
    at = claim.anchor.start - claim.span.start
    words = _fold(claim.quote[:at]), _fold(claim.quote[at:])
    return quote, words, claim.kind, claim.role, claim.party


def _anchors(claims: Iterable[Claim]) -> dict[str, list[tuple[int, int]]]:
    """Give by text where amounts and days stand, in order."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for claim in claims:
        if claim.value.type in ("quantity", "days"):
            found[claim.text_id].add((claim.anchor.start, claim.anchor.end))
    return {text_id: sorted(spans) for text_id, spans in found.items()}


def _by_frame(claim: Claim, anchors: Mapping[str, Sequence[tuple[int, int]]]) -> Hashable | None:
    """Know a claim by its quote without the figures and days in it, and by which of them it is."""
    start, end = claim.span.start, claim.span.end
    inside = [span for span in anchors.get(claim.text_id, ()) if start <= span[0] < span[1] <= end]
    quote, place = claim.quote, 0
    for span in reversed(_apart(inside)):
        quote = quote[: span[0] - start] + _BLANK + quote[span[1] - start :]
        place += span[1] <= claim.anchor.start
    return _fold(quote), place, claim.kind, claim.role, claim.party


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out spans that begin inside one before."""
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _answer(claim: Claim) -> tuple[object, ...]:
    """Give what a claim answers, without the words that it happens to be printed in."""
    value = to_document(claim.value)
    bare = {name: part for name, part in value.items() if name not in _WORDED}
    told = bare if set(bare) - {"type"} else {**value, "text": _fold(claim.value.text)}
    return claim.polarity, sorted(told.items(), key=lambda item: item[0])


def _fold(words: str) -> str:
    """Fold white space and quotation marks."""
    return " ".join(words.translate(_MARKS).split())


def sentence_number(body: str, at: int) -> int:
    """Count the sentences of a text up to a place in it, from 1; headings count as one each."""
    before = body[:at]
    ends = [end for end in _END.finditer(before + "A") if before[: end.start() + 1].strip()]
    return 1 + sum(
        1 for end in ends if not _SHORT.search(before[max(0, end.start() - 6) : end.start() + 1])
    )
