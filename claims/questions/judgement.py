"""What two claims come to: their values where scope agrees, a look-alike where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from claims.compare import Statement, compare
from claims.compare.outcome import not_comparable
from claims.model import Certainty, Kind, Outcome, Relation
from claims.questions.scope import DIFFERENT, MAYBE, SAME, Climb, Side
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity

_GROWING: Final = frozenset("killed wounded missing arrested displaced rescued".split())


def outcome_of(left: Side, right: Side) -> Outcome:
    """Compare the values of two claims whose scope agrees."""
    one, other = left.claim, right.claim
    same_text = one.text_id == other.text_id
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        found = compare(one.value, other.value)
        if found.relation is not Relation.CONTRADICTION:
            return found
        if same_text and one.head_speaker == other.head_speaker and one.speakers == other.speakers:
            reason = "one speaker in one article: two figures for what may be two things"
            return not_comparable("quantity.one_speaker", reason)
        return _update(left, right) or found
    found = compare(statement_of(left), statement_of(right))
    if same_text and found.relation is Relation.OMISSION:
        return Outcome(Relation.COMPATIBLE, "participants.part", "two parts of one article's list")
    return found


def statement_of(side: Side) -> Statement:
    """Give a claim of participation as comparison takes it."""
    claim, value = side.claim, side.claim.value
    if not isinstance(value, Party | Parties):
        value = Party(f"words:{value.text}", value.text)
    return Statement(value, claim.role, claim.polarity, side.told)


def _update(left: Side, right: Side) -> Outcome | None:
    """Say whether a later count by the same speaker replaces an earlier one."""
    one, other = left.claim, right.claim
    same = one.head_speaker and one.head_speaker == other.head_speaker
    days = left.facts.published, right.facts.published
    if not same or None in days or days[0] == days[1] or one.attribute not in _GROWING:
        return None
    reason = "the same speaker gives a later count"
    return Outcome(Relation.UPDATE, "quantity.later_count", reason)


def _reportable_maybe(left: Side, right: Side, found: Climb) -> bool:
    """Whether a pair of open scope is worth showing, ranked low: sharp values in one story."""
    if left.universal or right.universal:
        return True
    open_steps = [step for step in found.steps if step.verdict == MAYBE]
    sharp = all(
        isinstance(side.claim.value, Quantity)
        and side.claim.value.exact
        and side.claim.certainty is Certainty.ASSERTED
        for side in (left, right)
    )
    return sharp and len(open_steps) == 1 and open_steps[0].name in ("group", "place")


def _look_alike(left: Side, right: Side, found: Climb) -> Outcome:
    """Say whether two claims of different scope look like a conflict."""
    one, other = left.claim, right.claim
    rule = f"scope.{found.steps[-1].name}"
    if one.kind is Kind.QUANTITY:
        compared = compare(one.value, other.value)
        looks = compared.relation in (Relation.CONTRADICTION, Relation.NOT_COMPARABLE)
    else:
        shared = statement_of(left).keys & statement_of(right).keys
        looks = bool(shared) and one.polarity is not other.polarity
    relation = Relation.DIFFERENT_SCOPE if looks else Relation.NOT_COMPARABLE
    return Outcome(relation, rule, found.reason)


def judge(left: Side, right: Side, found: Climb) -> Outcome:
    """Say what two claims come to, whatever their scope."""
    if found.verdict == SAME:
        return outcome_of(left, right)
    if found.verdict == DIFFERENT:
        return _look_alike(left, right, found)
    if found.verdict == MAYBE and _reportable_maybe(left, right, found):
        compared = outcome_of(left, right)
        if compared.relation is Relation.CONTRADICTION:
            return compared
    return not_comparable(f"scope.{found.steps[-1].name}", found.reason)


def _amount(side: Side) -> str:
    value = side.claim.value
    return repr((value.low, value.high)) if isinstance(value, Quantity) else ""


def values_told(
    pairs: Iterable[tuple[Side, Side]], climbs: Mapping[tuple[str, str], Climb]
) -> set[tuple[str, str, str]]:
    """Give which text gives an amount that also stands in a claim of another text."""
    return {
        (one.claim.id, other.claim.text_id, _amount(one))
        for left, right in pairs
        if climbs[left.claim.id, right.claim.id].verdict == SAME and _amount(left) == _amount(right)
        for one, other in ((left, right), (right, left))
    }


def gives_both(left: Side, right: Side, told: set[tuple[str, str, str]]) -> bool:
    """Whether either article gives the other's amount as well, so that it speaks of two things."""
    if left.claim.text_id == right.claim.text_id:
        return False
    return (left.claim.id, right.claim.text_id, _amount(left)) in told or (
        right.claim.id,
        left.claim.text_id,
        _amount(right),
    ) in told
