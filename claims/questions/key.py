"""The keys by which a claim is found beside others that may answer its question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.compare.participation import MAKERS
from claims.model import Certainty, Claim, Event
from claims.questions.family import Family, family_of
from claims.questions.ladder.act import GENERIC, act_of, asks, happening_of
from claims.questions.ladder.cause import caused
from claims.questions.ladder.lexicon import persons, sorts_of, words
from claims.questions.withdrawal import correction_keys
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from claims.values.unit import is_currency

ANYWHERE: Final = "anywhere:"
"""What a key begins with that is sharp enough to find claims in articles of two stories."""
_BARE: Final = frozenset({"svo:be", "svo:have", "svo:do", "svo:make", "svo:take", "svo:get"})
"""Acts that say nothing by themselves."""


def keys_of(claim: Claim, events: Mapping[str, Event]) -> frozenset[str]:
    """Give the keys by which a claim is found beside others: claims without one never meet.

    An amount is found by what it counts, and by whose and where it is in articles of any story;
    an act by its predicate, a participation by its known parties and by who held or invited.
    Plans never meet statements, and conditions nothing; what an article took back meets only what
    stands in its place.
    """
    if claim.withdrawn:
        return correction_keys(claim)
    return _usual_keys(claim, events) | correction_keys(claim)


def _usual_keys(claim: Claim, events: Mapping[str, Event]) -> frozenset[str]:
    if claim.certainty is Certainty.CONDITIONAL:
        return frozenset()
    stated = "planned" if claim.certainty is Certainty.PLANNED else "stated"
    family = family_of(claim)
    if family is Family.AMOUNT:
        return _amount_keys(claim, stated)
    if family is Family.MEETING:
        return _meeting_keys(claim, events, stated)
    if family is Family.POST:
        return frozenset({f"post:{claim.subject.casefold().rpartition(' ')[2]}"})
    if family is Family.OFFICE:
        return frozenset({f"office:{claim.subject.casefold()}"})
    if family is Family.CAUSE:
        return frozenset({f"cause:{caused(claim)}:{stated}"})
    if family is Family.DEED and act_of(claim) not in _BARE:
        act = happening_of(claim).removeprefix(GENERIC)
        return frozenset({f"{asks(claim)}:{act}:{stated}"})
    return frozenset()


def _amount_keys(claim: Claim, stated: str) -> frozenset[str]:
    keys = {f"amount:{claim.scope.head}:{stated}"}
    if claim.scope.head not in persons():
        keys |= {f"amount:sort:{number}:{stated}" for number in sorts_of(claim.scope.head)}
    if claim.attribute not in words("empty"):
        keys.add(f"amount:did:{claim.attribute}:{stated}")
    unit = claim.value.unit if isinstance(claim.value, Quantity) else ""
    if is_currency(unit) or unit == "percent":
        keys.add(f"amount:unit:{unit}:{stated}")
    if claim.scope.group and claim.scope.place:
        told = "+".join((*claim.scope.group, *claim.scope.place))
        keys.add(f"{ANYWHERE}{claim.scope.head}:{told}:{stated}")
    return frozenset(keys)


def _meeting_keys(claim: Claim, events: Mapping[str, Event], stated: str) -> frozenset[str]:
    sort = f"{'made' if claim.role in MAKERS else 'joined'}:{stated}"
    members = claim.value.members if isinstance(claim.value, Parties) else (claim.value,)
    named = {m.key for m in members if isinstance(m, Party) and not m.key.startswith("words:")}
    event = events.get(claim.scope.event or "")
    told = (event.hosts or event.proposers) if event is not None else ()
    makers = {*claim.scope.group, *told}
    return frozenset(
        {f"party:{key}:{sort}" for key in named} | {f"maker:{key}:{sort}" for key in makers}
    )
