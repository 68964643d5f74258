"""What two claims come to: their values where scope agrees, a look-alike where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from claims.compare import Doer, Office, Statement, Where, compare
from claims.compare.outcome import not_comparable
from claims.model import Certainty, Claim, Outcome, Polarity, Relation
from claims.questions.family import Family, family_of
from claims.questions.ladder.act import asks, one_actor
from claims.questions.ladder.cause import cause_of
from claims.questions.ladder.office import office_of
from claims.questions.ladder.opposite import polarity_of
from claims.questions.ladder.step import DIFFERENT, MAYBE, SAME, Climb
from claims.questions.side import Pair, Side
from claims.questions.update import later_entry, update_of
from claims.questions.voice import one_chain
from claims.questions.withdrawal import is_corrected, judge_corrected
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from claims.values.words import Words
from claims.values.yes_no import YesNo


def outcome_of(pair: Pair) -> Outcome:
    """Compare the values of two claims whose scope agrees."""
    family = family_of(pair.left.claim)
    if family is Family.AMOUNT:
        return _amounts(pair)
    if family is Family.MEETING:
        return _meetings(pair)
    found = compare(_answer(pair.left.claim, pair), _answer(pair.right.claim, pair))
    if found.relation is Relation.CONTRADICTION and _one_voice(pair):
        return not_comparable("deed.one_speaker", "one speaker in one article tells of two things")
    return found


def _one_voice(pair: Pair) -> bool:
    return pair.one_text and one_chain(pair.left.claim, pair.right.claim)


def _answer(claim: Claim, pair: Pair) -> object:
    """Give what a claim answers of an act, as comparison takes it."""
    told = (pair.left.claim, pair.right.claim)
    if family_of(claim) is Family.CAUSE:
        return cause_of(claim)
    if len(set(map(_said_of, told))) > 1:
        return YesNo(yes=_said_of(claim) is Polarity.AFFIRMED, text=claim.quote)
    if family_of(claim) is Family.OFFICE:
        return _office(claim)
    if asks(claim) == "in":
        return _place(claim)
    if asks(claim) == "done" and not all(isinstance(one.value, YesNo) for one in told):
        return _doer(claim)
    return claim.value


def _said_of(claim: Claim) -> Polarity:
    """Say whether it was done; an act that denies another is turned round only as an act."""
    return polarity_of(claim) if asks(claim) == "done" else claim.polarity


def _doer(claim: Claim) -> Doer:
    value = claim.value
    if isinstance(value, Parties):
        return Doer(value.keys, value.text)
    if isinstance(value, Party):
        post = family_of(claim) is Family.POST
        return Doer(frozenset({value.key}), value.name, alone=post or one_actor(claim))
    return Doer(frozenset({f"words:{value.text.casefold()}"}), value.text)


def _office(claim: Claim) -> Office | None:
    told = office_of(claim)
    return None if told is None else Office(told[1])


def _place(claim: Claim) -> Where:
    """Give the place a claim tells, with its key where the table of countries knows it."""
    value = claim.value
    key = value.head if isinstance(value, Words) and value.head.startswith("place:") else ""
    name = value.head if isinstance(value, Words) and not key else value.text
    return Where(key if key.removeprefix("place:")[:2].isupper() else "", name)


def _amounts(pair: Pair) -> Outcome:
    found = pair.compared
    if found.relation is not Relation.CONTRADICTION:
        return found
    if _one_voice(pair):
        if later_entry(pair):
            reason = "the same speaker gives another count in a later entry"
            return Outcome(Relation.UPDATE, "quantity.later_count", reason)
        reason = "one speaker in one article: two figures for what may be two things"
        return not_comparable("quantity.one_speaker", reason)
    return update_of(pair) or found


def _meetings(pair: Pair) -> Outcome:
    found = compare(statement_of(pair.left), statement_of(pair.right))
    if pair.one_text and found.relation is Relation.OMISSION:
        return Outcome(Relation.COMPATIBLE, "participants.part", "two parts of one article's list")
    return found


def statement_of(side: Side) -> Statement:
    """Give a claim of participation as comparison takes it."""
    claim, value = side.claim, side.claim.value
    if not isinstance(value, Party | Parties):
        value = Party(f"words:{value.text}", value.text)
    return Statement(value, claim.role, claim.polarity, side.told)


def _reportable_maybe(pair: Pair, found: Climb) -> bool:
    """Whether a pair of open scope is worth showing, ranked low: what holds for everybody."""
    open_steps = {step.name for step in found.steps if step.verdict == MAYBE}
    if family_of(pair.left.claim) is Family.MEETING:
        return pair.left.universal or pair.right.universal
    if family_of(pair.left.claim) is Family.AMOUNT:
        return False
    asserted = all(side.claim.certainty is Certainty.ASSERTED for side in (pair.left, pair.right))
    return asserted and open_steps <= {"time", "agent", "body"}


def _look_alike(pair: Pair, found: Climb) -> Outcome:
    """Say whether two claims of different scope look like a conflict."""
    one, other = pair.left.claim, pair.right.claim
    rule = f"scope.{found.steps[-1].name}"
    if family_of(one) is Family.AMOUNT:
        compared = pair.compared
        looks = compared.relation in (Relation.CONTRADICTION, Relation.NOT_COMPARABLE)
    elif family_of(one) is Family.MEETING:
        shared = statement_of(pair.left).keys & statement_of(pair.right).keys
        looks = bool(shared) and one.polarity is not other.polarity
    else:
        looks = outcome_of(pair).relation is Relation.CONTRADICTION
    relation = Relation.DIFFERENT_SCOPE if looks else Relation.NOT_COMPARABLE
    return Outcome(relation, rule, found.reason)


def judge(pair: Pair, found: Climb) -> Outcome:
    """Say what two claims come to, whatever their scope."""
    if is_corrected(pair):
        return judge_corrected()
    if found.verdict == SAME:
        return outcome_of(pair)
    if found.verdict == DIFFERENT:
        return _look_alike(pair, found)
    if found.verdict == MAYBE and _reportable_maybe(pair, found):
        compared = outcome_of(pair)
        if compared.relation in (Relation.CONTRADICTION, Relation.AGREEMENT):
            return compared
    return not_comparable(f"scope.{found.steps[-1].name}", found.reason)


@dataclass(frozen=True)
class Rivals:
    """What the two articles of a pair say besides: whether another claim fits better.

    Args:
        told: Claims whose amount another article gives as well: claim, text, chain of speakers.
        best: The best odds of a claim with any of an article: claim and text.
    """

    told: frozenset[tuple[str, str, tuple[str, ...]]]
    best: Mapping[tuple[str, str], float]

    def judge(self, pair: Pair, found: Climb, outcome: Outcome) -> Outcome:
        """Take back a contradiction where the articles themselves show that it is none."""
        if outcome.rule != "quantity.disjoint" or pair.one_text:
            return outcome
        if self._gives_both(pair.left, pair.right) or self._gives_both(pair.right, pair.left):
            reason = "one of the articles gives both amounts, so they are of two things"
            return not_comparable("quantity.both_given", reason)
        if self._better(pair.left, pair.right, found) or self._better(pair.right, pair.left, found):
            reason = "another statement of the article answers the same question more closely"
            return not_comparable("quantity.closer", reason)
        return outcome

    def _gives_both(self, one: Side, other: Side) -> bool:
        """Whether the article of one also gives the other's amount, in the same voice."""
        return (other.claim.id, one.claim.text_id, one.chain) in self.told

    def _better(self, one: Side, other: Side, found: Climb) -> bool:
        best = self.best.get((one.claim.id, other.claim.text_id))
        return best is not None and found.odds is not None and best > found.odds + _MARGIN


_MARGIN: Final = 1.0
"""By how many log odds another partner must fit better to take the place of one."""


def rivals_among(climbs: Iterable[tuple[Pair, Climb]]) -> Rivals:
    """Gather what each article says of the amounts of others."""
    told: set[tuple[str, str, tuple[str, ...]]] = set()
    best: dict[tuple[str, str], float] = {}
    for pair, found in climbs:
        if found.odds is None or pair.one_text:
            continue
        agrees = _agree(pair)
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (one.claim.id, other.claim.text_id)
            best[key] = max(best.get(key, found.odds), found.odds)
            if agrees:
                told.add((one.claim.id, other.claim.text_id, other.chain))
    return Rivals(frozenset(told), best)


def _agree(pair: Pair) -> bool:
    values = pair.left.claim.value, pair.right.claim.value
    if not all(isinstance(value, Quantity) for value in values):
        return False
    return pair.compared.relation is Relation.AGREEMENT
