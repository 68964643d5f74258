"""The keys by which a claim is found beside others that may answer its question."""

from __future__ import annotations

from collections.abc import Mapping

from claims.compare.participation import MAKERS
from claims.model import Certainty, Claim, Event, Kind
from claims.values.party import Parties, Party


def keys_of(claim: Claim, events: Mapping[str, Event]) -> frozenset[str]:
    """Give the keys by which a claim is found beside others: claims without one never meet.

    An amount is found by what it counts and what is said of it, a participation by its known
    parties and by who held or invited; plans never meet statements. Other claims are kept and
    listed, and compared with nothing so far.
    """
    stated = "planned" if claim.certainty is Certainty.PLANNED else "stated"
    if claim.kind is Kind.QUANTITY:
        return frozenset({f"quantity:{claim.scope.head}:{claim.attribute}:{stated}"})
    if claim.scope.head != "participation":
        return frozenset()
    sort = f"{'made' if claim.role in MAKERS else 'joined'}:{stated}"
    members = claim.value.members if isinstance(claim.value, Parties) else (claim.value,)
    named = {m.key for m in members if isinstance(m, Party) and not m.key.startswith("words:")}
    event = events.get(claim.scope.event or "")
    told = (event.hosts or event.proposers) if event is not None else ()
    makers = {*claim.scope.group, *told}
    return frozenset(
        {f"party:{key}:{sort}" for key in named} | {f"maker:{key}:{sort}" for key in makers}
    )
