"""Rungs for amounts: what is counted, what became of it, whose, where, when, in which story.

The last rung weighs all that the others left open, by weights fitted on labelled articles.
"""

from __future__ import annotations

from itertools import product
from typing import Final

from claims.compare.quantity import in_one_unit
from claims.model import Polarity
from claims.questions.ladder.age import age
from claims.questions.ladder.argument import is_name, named_slots, slots
from claims.questions.ladder.figure import (
    converted,
    distance,
    ever,
    is_converted,
    is_one,
    is_turnout,
    one_of_them,
    owner,
    period,
    rank,
    running,
    season,
    share,
    strength,
    told_by,
    weekday,
)
from claims.questions.ladder.lexicon import one_noun, words
from claims.questions.ladder.part import is_broken_down, of_a_part, part
from claims.questions.ladder.shared import certainty, story, time, told_at
from claims.questions.ladder.step import (
    DIFFERENT,
    MAYBE,
    REFUSED,
    SAME,
    SILENT,
    Flight,
    Step,
    each,
    of_sorts,
    only_where,
    said,
)
from claims.questions.side import Pair, Side
from claims.values.harm import HARM
from claims.values.quantity import Quantity
from claims.values.unit import is_currency


def unit(pair: Pair) -> Step:
    """Compare in one unit, or not at all."""
    one, other = pair.left.claim.value, pair.right.claim.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return Step("unit", REFUSED, "one gives no amount")
    if in_one_unit(one, other) is not None:
        return Step("unit", SAME, "")
    if is_currency(one.unit) and is_currency(other.unit):
        reason = f"two currencies ({one.unit} and {other.unit}), which are never converted"
        return Step("unit", DIFFERENT, reason)
    reason = f"two units ({one.unit or 'a count'} and {other.unit or 'a count'})"
    return Step("unit", REFUSED, reason)


def counted(pair: Pair) -> Step:
    """Ask whether both count the same sort of thing: one noun, or two in one unit."""
    one, other = pair.left.claim, pair.right.claim
    if Polarity.DENIED in (one.polarity, other.polarity):
        return Step("counted", REFUSED, "one says what the amount is not")
    if one.scope.head == other.scope.head:
        return Step("counted", SAME, "")
    reason = f"one counts {one.subject}, the other {other.subject}"
    if (
        one_noun(one.scope.head, other.scope.head)
        or _both_turnout(pair)
        or _told_by_act(pair)
        or _of_anybody(pair)
    ):
        return Step("counted", MAYBE, reason)
    return Step("counted", REFUSED, reason)


def _both_turnout(pair: Pair) -> bool:
    return pair.left.once(is_turnout) and pair.right.once(is_turnout)


def _told_by_act(pair: Pair) -> bool:
    """Whether what was done says what is counted: a fine and who was fined, people who marched."""
    left, right = pair.left.claim, pair.right.claim
    return left.attribute == right.attribute and left.attribute in words("told_by_act")


def _of_anybody(pair: Pair) -> bool:
    """Whether both are ages, and one is told without what sort of person has it."""
    left, right = pair.left.claim, pair.right.claim
    return left.attribute == right.attribute == "age" and "person" in (
        left.scope.head,
        right.scope.head,
    )


def attribute(pair: Pair) -> Step:
    """Ask whether both say the same of those they count: killed, arrested, offered."""
    one, other = pair.left.claim.attribute, pair.right.claim.attribute
    generic = {pair.left.claim.scope.head, pair.right.claim.scope.head} & words("generic")
    if one == other and not (generic and one in words("empty")):
        return Step("attribute", SAME, "")
    apart = words("tells_apart") | words("never_another") | HARM
    reason = f"one says how many {one}, the other how many {other}"
    if (one in apart and other in apart) or {one, other} & words("tells_apart"):
        return Step("attribute", REFUSED, reason)
    if generic:
        return Step("attribute", REFUSED, "what people did is told by one of the two only")
    return Step("attribute", MAYBE, reason)


def group(pair: Pair) -> Step:
    """Ask whose are counted."""
    one, other = pair.left.claim.scope.group, pair.right.claim.scope.group
    if one == other:
        return Step("group", SAME, f"same group ({pair.left.claim.subject})")
    if one and other and not set(one) & set(other):
        reason = f"another group is counted ({said(one)} / {said(other)})"
        return Step("group", DIFFERENT, reason)
    return Step("group", MAYBE, "only one of the two says whose it counts")


def modifiers(pair: Pair) -> Step:
    """Ask whether one counts a part of what the other counts."""
    empty = words("empty_modifiers")
    one, other = (set(side.claim.scope.modifiers) - empty for side in (pair.left, pair.right))
    if one == other:
        return Step("modifiers", SAME, "")
    if (one - other and other - one) or "more" in one ^ other:
        told = f"{' '.join(sorted(one)) or 'all'} / {' '.join(sorted(other)) or 'all'}"
        return Step("modifiers", DIFFERENT, f"another part is counted ({told})")
    return Step("modifiers", MAYBE, f"only one narrows it ({' '.join(sorted(one ^ other))})")


def place(pair: Pair) -> Step:
    """Ask where they are counted; a town in a province agrees with it."""
    one, other = pair.left.claim.scope.place, pair.right.claim.scope.place
    if one == other:
        return Step("place", SAME, f"same place ({said(one)})" if one else "")
    if not one or not other:
        return Step("place", MAYBE, "only one of the two says where")
    if any(a.startswith(b) or b.startswith(a) for a in one for b in other):
        reason = f"one place lies in the other ({said(one)}, {said(other)})"
        return Step("place", SAME, reason)
    return Step("place", DIFFERENT, f"another place ({said(one)} / {said(other)})")


def concerned(pair: Pair) -> Step:
    """Ask whether the act befell the same: two offers by two clubs are two."""
    left, right = pair.left.claim, pair.right.claim
    if left.attribute in HARM and right.attribute in HARM:
        return SILENT
    if "employed" in (left.attribute, right.attribute) and _of_two_employers(pair):
        return Step("concerned", REFUSED, "others employ them")
    one, other = named_slots(pair.left), named_slots(pair.right)
    if not one or not other:
        return SILENT
    for slot in sorted(one.keys() & other.keys() & _WHOSE):
        if not one[slot] & other[slot]:
            return Step("concerned", REFUSED, f"others are concerned ({slot})")
    return SILENT


def _of_two_employers(pair: Pair) -> bool:
    """Whether both are called by nouns, and by two: a mine and a smelter."""
    one, other = (slots(side).get("agent", frozenset()) for side in (pair.left, pair.right))
    if not one or not other or any(map(is_name, one | other)):
        return False
    nouns = product(*({key.partition(":")[2] for key in keys} for keys in (one, other)))
    return not any(one_noun(*both) for both in nouns)


_WHOSE: Final = frozenset({"agent", "patient", "to", "for", "of", "by", "from", "with", "under"})
"""Slots of an act that tell whose figure it is."""


def about(pair: Pair) -> Step:
    """Hold the names of the two clauses against each other: two wives of whom, dead where."""
    left, right = pair.left, pair.right
    one, other = left.claim.scope, right.claim.scope
    if one.group and one.place and (one.group, one.place) == (other.group, other.place):
        return Step("about", SAME, "")
    told = left.once(_spoken_of), right.once(_spoken_of)
    if told[0] & told[1]:
        shared = sorted((told[0] & told[1]) - set(one.group))
        return Step("about", SAME, f"both speak of {said(shared)}" if shared else "")
    if left.placed & right.placed:
        return Step("about", SAME, f"both play in {said(sorted(left.placed & right.placed))}")
    if _of_others(*told):
        return Step("about", REFUSED, "they speak of others")
    if pair.one_text and pair.distance <= NEAR:
        return Step("about", SAME, "")
    return Step("about", MAYBE, "only one of the two says of whom")


def _spoken_of(side: Side) -> frozenset[str]:
    """Give the names of a clause but for those of who says so."""
    return side.about.difference(side.chain)


def _of_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two clauses name others: a country is no other than a town, which may lie in it."""
    countries = [{key for key in keys if key.startswith("country:")} for keys in (one, other)]
    smaller = [keys - some for keys, some in zip((one, other), countries, strict=True)]
    return all(countries) or all(smaller)


NEAR: Final = 400
"""Characters within which two statements of one article are taken to go on about one thing."""


def _counted_as(side: Side) -> tuple[object, ...]:
    """Give all that the first rungs look at of a claim."""
    claim = side.claim
    told = (claim.certainty, claim.polarity, claim.scope.head, claim.subject, claim.attribute)
    return (*told, _unit(side), is_one(side), is_converted(side))


def _unit(side: Side) -> str | None:
    value = side.claim.value
    return value.unit if isinstance(value, Quantity) else None


def _among(side: Side) -> tuple[object, ...]:
    """Give all that the rungs on the whole, its group and place look at of a claim."""
    claim, scope = side.claim, side.claim.scope
    broken = side.once(is_broken_down)
    return (side.once(of_a_part), broken, claim.subject, scope.group, scope.modifiers, scope.place)


def _figured(side: Side) -> tuple[object, ...]:
    """Give what tells which figures have rungs of their own."""
    return (side.claim.attribute, side.claim.scope.head, _unit(side))


def _of_a_person(pair: Pair) -> bool:
    return pair.left.claim.attribute == "age"


def _figured_apart(pair: Pair) -> bool:
    """Whether a figure is of a sort that has a rung of its own."""
    left, right = pair.left.claim, pair.right.claim
    if {left.attribute, right.attribute} & (words("owned") | {"ordinal", "last"}):
        return True
    if {left.scope.head, right.scope.head} & words("bargains"):
        return True
    return (_unit(pair.left) or "").startswith(("percent", "magnitude"))


_SORTED: Final = of_sorts(_counted_as, converted, certainty, unit, counted, attribute, one_of_them)


def of_two_sorts(pair: Pair) -> bool:
    """Whether the sorts of two amounts alone refuse to hold them against each other."""
    steps = _SORTED(pair)
    return bool(steps) and steps[-1].verdict == REFUSED


FLIGHTS: Final[tuple[Flight, ...]] = (
    _SORTED,
    only_where(_figured, _of_a_person, age),
    each(concerned),
    of_sorts(_among, part, group, modifiers, place),
    of_sorts(told_at, time),
    each(story),
    only_where(_figured, _figured_apart, running, rank, season),
    of_sorts(told_by, distance, ever, weekday, period),
    only_where(_figured, _figured_apart, strength, share, owner),
    each(about),
)
