"""Questions and reasons in words that a reader understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claims.compare.participation import MAKERS
from claims.model import Claim, Kind, Outcome, Polarity, Relation
from claims.questions.deed_wording import deed_question, determined, did_question, is_plural
from claims.questions.family import Family, family_of
from claims.questions.ladder.step import SAME, Climb
from claims.questions.side import Side
from claims.questions.voice import one_head
from claims.values.gazetteer import display_name
from claims.values.party import Party
from claims.values.quantity import Quantity
from claims.values.unit import is_currency

_DONE: Final[Mapping[str, str]] = {
    "killed": "were killed",
    "wounded": "were wounded",
    "missing": "are missing",
    "arrested": "were arrested",
    "displaced": "were displaced",
    "rescued": "were rescued",
    "withdrawn": "were withdrawn",
    "employed": "are employed",
    "joined": "took part",
    "count": "are there",
}


_SUMS: Final[Mapping[str, str]] = {
    "fined": "was {} fined",
    "offered": "was offered: {}",
}


def question_text(sides: Sequence[Side]) -> str:
    """Word the question that some claims answer.

    "How many US troops are in Afghanistan?", "How long did the war last?", "Who took part in the
    Moscow conference, March 18, hosted by Russia?"

    Args:
        sides: The claims, the one that speaks for them first.
    """
    first = sides[0].claim
    if first.kind is Kind.QUANTITY:
        return _amount_question(sides)
    if family_of(first) is not Family.MEETING:
        return _deed_question(sides)
    named = next((side.event.name for side in sides if side.event is not None), "")
    event = f"the {named}" if named else "any meeting"
    if first.role in MAKERS:
        unmade = event.partition(", hosted by")[0].partition(", offered by")[0]
        return f"Who {'hosted' if first.role == 'host' else 'proposed'} {unmade}?"
    return f"Who was invited to, or took part in, {event}?"


def _deed_question(sides: Sequence[Side]) -> str:
    """Ask for a post, an office, or what an act leaves open: "Who is President?".

    Where some say that somebody did it and some that they did not, that is the question.
    """
    claim = sides[0].claim
    if family_of(claim) is Family.POST:
        return f"Who is {claim.subject}?"
    if family_of(claim) is Family.OFFICE:
        return f"Which office does {claim.subject} hold?"
    told = [side.claim.value for side in sides if isinstance(side.claim.value, Party)]
    denied = any(side.claim.polarity is Polarity.DENIED for side in sides)
    if denied and len({party.key for party in told}) == 1 and family_of(claim) is Family.DEED:
        return did_question(claim, told[0].name)
    return deed_question(claim)


def _amount_question(sides: Sequence[Side]) -> str:
    claim = sides[0].claim
    places = next((side.claim.scope.place for side in sides if side.claim.scope.place), ())
    where = f" in {' and '.join(display_name(key) for key in places)}" if places else ""
    value = claim.value
    unit = value.unit if isinstance(value, Quantity) else ""
    if claim.attribute == "age" and unit == "year":
        return f"How old is {determined(claim.subject)}?"
    if claim.attribute == "sentenced":
        return f"How long is the {claim.subject}{where}?"
    if claim.attribute == "last":
        have = "have" if is_plural(claim.subject) else "has"
        return f"How long {have} the {claim.subject} lasted{where}?"
    if is_currency(unit) and claim.attribute in _SUMS:
        return f"How much {_SUMS[claim.attribute].format(determined(claim.subject))}{where}?"
    if is_currency(unit):
        return f"How much money: {claim.subject} ({claim.attribute}){where}?"
    subject = _without_owner(claim.subject)
    measured = _measure_question(claim, unit)
    if measured:
        return f"{measured}{where}?"
    if claim.attribute == "count" and where:
        return f"How many {subject} are{where}?"
    done = _DONE.get(claim.attribute)
    if done:
        return f"How many {subject} {done}{where}?"
    return f"How many {subject} ({claim.attribute}){where}?"


def _without_owner(words: str) -> str:
    """Put an owner behind what is counted: "workers of the mine" for "mine's workers"."""
    owner, apostrophe, counted = words.partition("'s ")
    return f"{counted} of {determined(owner)}" if apostrophe and owner and counted else words


def _measure_question(claim: Claim, unit: str) -> str:
    """Ask for a measure: "How many metres is it: dam?"; empty for what is counted."""
    if unit in ("", "person"):
        return ""
    about = (
        claim.subject
        if claim.attribute in ("count", "present")
        else f"{claim.subject} ({claim.attribute})"
    )
    if unit.startswith("percent"):
        return f"What percentage is it for {determined(about)}"
    if unit == "magnitude":
        return f"What magnitude is it for {determined(about)}"
    return f"How many {unit}s is it for {determined(about)}"


def reason_text(left: Side, right: Side, outcome: Outcome, found: Climb) -> str:
    """Say in a sentence or two why two answers stand as they do, the scope relied on first."""
    same = [step.reason for step in found.steps if step.verdict == SAME and step.reason]
    other = [step.reason for step in found.steps if step.verdict != SAME and step.reason]
    if outcome.relation is Relation.DIFFERENT_SCOPE:
        return _sentence("; ".join(other))
    scope = ", ".join(same + [f"but {reason}" if same else reason for reason in other])
    told = f"{scope}; {outcome.reason}" if scope else outcome.reason
    return " ".join([_sentence(told), *_who(left, right)])


def _sentence(words: str) -> str:
    words = words.strip()
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"


def _who(left: Side, right: Side) -> list[str]:
    """Say whether two speakers stand against each other inside one article."""
    one_text = left.claim.text_id == right.claim.text_id
    if left.claim.withdrawn or right.claim.withdrawn:
        return []
    if one_text and not one_head(left.claim, right.claim):
        return ["Two speakers inside one article."]
    return []
