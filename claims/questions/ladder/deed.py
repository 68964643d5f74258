"""Rungs for acts: the predicate and those it befell must agree before anything is compared."""

from __future__ import annotations

from functools import cache
from typing import Final

from claims.data import load_toml
from claims.model import Polarity
from claims.questions.ladder.act import (
    GENERIC,
    act_of,
    asks,
    bare_act,
    failed_thing,
    happening_of,
    is_once,
    is_undergone,
    words,
)
from claims.questions.ladder.argument import is_name, names_among, slots
from claims.questions.ladder.denial import denied_answer
from claims.questions.ladder.institution import (
    ALIKE,
    for_the_same,
    of_institution,
    of_one_in_story,
)
from claims.questions.ladder.opposite import charged, is_turned, polarity_of
from claims.questions.ladder.shared import certainty, long_apart, story, time, told_at
from claims.questions.ladder.step import MAYBE, REFUSED, SAME, Flight, Step, each, of_sorts
from claims.questions.ladder.storm import of_one_storm
from claims.questions.ladder.thing import is_one_thing, told_apart
from claims.questions.ladder.visit import of_one_visit
from claims.questions.side import Pair, Side

_OWN: Final = "own"


def only_affirmed(pair: Pair) -> bool:
    """Whether one tells only that an act was done, and the other does not deny it."""
    left, right = pair.left.claim, pair.right.claim
    undergone = is_undergone(left) or is_undergone(right)
    return undergone and polarity_of(left) is polarity_of(right)


def only_denied(pair: Pair) -> bool:
    """Whether one says that something was done to a thing, and the other that it was not."""
    turned = polarity_of(pair.left.claim) is not polarity_of(pair.right.claim)
    return turned and not any("agent" in slots(side) for side in (pair.left, pair.right))


def same_act(pair: Pair) -> Step:
    """Ask whether both tell of the same sort of act, and the same thing of it."""
    left, right = pair.left.claim, pair.right.claim
    if happening_of(left) != happening_of(right) or asks(left) != asks(right):
        return Step("act", REFUSED, "they tell of two acts")
    acts = sorted({bare_act(left), bare_act(right)})
    if len(acts) > 1 and (failed_thing(left) or failed_thing(right)):
        thing = _both_failed(pair)
        if not thing or told_apart(thing, pair):
            return Step("act", REFUSED, "they tell of two things that gave way")
    return Step("act", SAME, f"both tell of one act ({', '.join(acts)})")


def _both_failed(pair: Pair) -> str:
    """Give the noun of the one thing that both tell gave way."""
    one, other = failed_thing(pair.left.claim), failed_thing(pair.right.claim)
    return one if one == other else ""


def once(pair: Pair) -> Step:
    """Compare days only of what happens once to one person or thing, and what is denied of it."""
    asked = asks(pair.left.claim)
    if only_affirmed(pair):
        return Step("once", REFUSED, "both say that it was done")
    if asked != "done" and pair.left.claim.polarity is not pair.right.claim.polarity:
        return denied_answer(pair)
    if asked != "on":
        return Step("once", SAME, "")
    if Polarity.DENIED in (pair.left.claim.polarity, pair.right.claim.polarity):
        return Step("once", REFUSED, "both say when it did not happen")
    acts = {act_of(pair.left.claim), happening_of(pair.left.claim)}
    told = words("day", "once") & {act.removeprefix(GENERIC) for act in acts}
    if told and not _is_another(told, pair):
        return Step("once", SAME, "")
    if words("day", "once_together") & {act_of(pair.left.claim)} and of_one_visit(pair):
        return Step("once", SAME, "")
    return Step("once", REFUSED, "it may happen on many days")


def _is_another(acts: frozenset[str], pair: Pair) -> bool:
    """Whether one of the two tells an act that only goes by the same verb: buried under rubble."""
    unless: dict[str, list[str]] = load_toml("comparison.toml")["day"]["unless"]
    barred = {slot for act in acts for slot in unless.get(act, ())}
    return any(barred & slots(side).keys() for side in (pair.left, pair.right))


def _held(pair: Pair, slot: str, what: str) -> Step:
    """Hold who fills one slot of both acts against each other."""
    one, other = (slots(side).get(slot, frozenset()) for side in (pair.left, pair.right))
    if one & other:
        return Step(slot, SAME, "")
    if not one and not other and _goes_without(slot, pair):
        return Step(slot, SAME, "")
    named = names_among(one), names_among(other)
    if named[0] and named[1]:
        return Step(slot, REFUSED, f"they speak of another {what}")
    if one and other:
        return Step(slot, MAYBE, f"whether the {what} is one is not known")
    return Step(slot, MAYBE, f"only one of the two tells the {what}")


def _goes_without(slot: str, pair: Pair) -> bool:
    """Whether an act is told whole without what neither claim tells: who resigns resigns nobody.

    Of one that is done to somebody, whoever did it, the actor may be left out: "was arrested".
    """
    if slot == "agent":
        return True
    return all(act_of(side.claim) in _intransitive() for side in (pair.left, pair.right))


@cache
def _intransitive() -> frozenset[str]:
    rows = load_toml("predicates.toml")["predicate"]
    return frozenset(row["name"] for row in rows if not row["transitive"])


def patient(pair: Pair) -> Step:
    """Ask whether it befell the same."""
    if _both_failed(pair) or _comes_of_one_storm(pair):
        return Step("patient", SAME, "")
    found = _held(pair, "patient", "object")
    if found.verdict == MAYBE and for_the_same(pair):
        return Step("patient", SAME, "both tell what it was for")
    return found


def _comes_of_one_storm(pair: Pair) -> bool:
    return asks(pair.left.claim) == "on" and of_one_storm(pair)


def agent(pair: Pair) -> Step:
    """Ask whether the same did it, where that is not the question itself."""
    left, right = pair.left.claim, pair.right.claim
    if asks(left) == "done" and polarity_of(left) is polarity_of(right):
        return Step("agent", SAME, "")
    if asks(left) == "done" and (is_turned(left) or is_turned(right)):
        return Step("agent", SAME, "")
    if _both_failed(pair):
        return Step("agent", SAME, "")
    found = _held(pair, "agent", "actor")
    acts = {act_of(side.claim).removeprefix(GENERIC) for side in (pair.left, pair.right)}
    told = [slots(side).get("agent") for side in (pair.left, pair.right)]
    if found.verdict == MAYBE and any(told) and acts <= words("day", "by_somebody"):
        return Step("agent", REFUSED, "another may have done it at another time")
    return found


def beside(pair: Pair) -> Step:
    """Hold whoever else is named in both acts against each other: fired as coach of whom."""
    left, right = slots(pair.left), slots(pair.right)
    for slot in sorted(left.keys() & right.keys() - {"agent", "patient", asks(pair.left.claim)}):
        one, other = names_among(left[slot]), names_among(right[slot])
        if one and other and not one & other:
            return Step("beside", REFUSED, f"they name others ({slot})")
    return Step("beside", SAME, "")


def both_named(pair: Pair) -> Step:
    """Hold a denial only against the same act of the same actor."""
    left, right = pair.left.claim, pair.right.claim
    if polarity_of(left) is polarity_of(right):
        return Step("denial", SAME, "")
    one, other = (slots(side).get("agent", frozenset()) for side in (pair.left, pair.right))
    if (asks(left) == "on" or not (one or other)) and is_one_thing(pair):
        return Step("denial", SAME, "it is said of the same thing")
    if names_among(one & other) or of_institution(one & other, pair):
        return Step("denial", SAME, "the same is said to have done it")
    patients = (slots(side).get("patient", frozenset()) for side in (pair.left, pair.right))
    denied = pair.left if polarity_of(left) is Polarity.DENIED else pair.right
    by_nobody = is_turned(denied.claim) or "agent" not in slots(denied)
    if by_nobody and names_among(frozenset.intersection(*patients)):
        return Step("denial", SAME, "it is said to have befallen the same")
    return Step("denial", REFUSED, "nothing shows that the denial is of the same act")


def concerned(pair: Pair) -> Step:
    """Demand that somebody or something concerned is known to be the same."""
    if _OWN in (act_of(pair.left.claim), act_of(pair.right.claim)):
        if is_one_thing(pair):
            return Step("concerned", SAME, "both tell of the same thing")
        return Step("concerned", REFUSED, "nothing shows that both tell of one thing")
    left, right = slots(pair.left), slots(pair.right)
    shared = {
        key
        for slot in ("patient", "agent")
        for key in left.get(slot, frozenset()) & right.get(slot, frozenset())
    }
    shared |= {f"noun:{thing}" for thing in [_both_failed(pair)] if thing}
    if any(map(is_name, shared)):
        return Step("concerned", SAME, "the same are concerned")
    if shared and (pair.alike >= ALIKE or of_one_in_story(shared, pair)):
        return Step("concerned", SAME, "the same are concerned, in the same words")
    if shared and only_denied(pair) and is_one_thing(pair):
        return Step("concerned", SAME, "both tell of the same thing")
    return Step("concerned", REFUSED, "nothing shows that the same are concerned")


def when(pair: Pair) -> Step:
    """Hold the times of two acts against each other; two days that are the question, loosely."""
    return long_apart(pair) if asks(pair.left.claim) == "on" else time(pair)


def ever_once(pair: Pair) -> Step | None:
    """Say that a thing is built or founded but once, however far apart the days told are."""
    if asks(pair.left.claim) != "on" or not all(map(is_once, (pair.left, pair.right))):
        return None
    return Step("time", SAME, "it happens to one thing once") if is_one_thing(pair) else None


def _timed(side: Side) -> tuple[object, ...]:
    """Give all that the rung on time looks at of a claim."""
    return (asks(side.claim), *told_at(side))


_LOOSELY: Final = of_sorts(_timed, when)


def _when(pair: Pair) -> tuple[Step, ...]:
    """Climb the rung on time; the days of what happens to a thing once are its answers."""
    known = ever_once(pair)
    return _LOOSELY(pair) if known is None else (known,)


FLIGHTS: Final[tuple[Flight, ...]] = (
    each(certainty, same_act, once, patient, agent, beside, charged, both_named, concerned),
    _when,
    each(story),
)
