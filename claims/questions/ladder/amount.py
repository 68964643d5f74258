"""Rungs for amounts: what is counted, what became of it, whose, where, when, in which story.

The last rung weighs all that the others left open, by weights fitted on labelled articles.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, Final

from claims.compare.quantity import in_one_unit
from claims.data import load_toml
from claims.extract.attribute import HARM
from claims.model import Claim, Polarity
from claims.questions.ladder.argument import named_slots
from claims.questions.ladder.shared import certainty, story, time, told_at
from claims.questions.ladder.step import (
    DIFFERENT,
    MAYBE,
    REFUSED,
    SAME,
    SILENT,
    OfSorts,
    Rung,
    Step,
    said,
)
from claims.questions.side import Pair, Side
from claims.values.quantity import Quantity
from claims.values.unit import is_currency


@cache
def words(name: str) -> frozenset[str]:
    """Give one list of comparison.toml on amounts."""
    table: dict[str, Any] = load_toml("comparison.toml")["amount"]
    return frozenset(table[name])


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Give one list of comparison.toml on amounts as a pattern of whole words."""
    listed = "|".join(sorted(map(re.escape, words(name)), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b")


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
    parts = words("parts")
    if one.scope.head in parts or other.scope.head in parts:
        return Step("counted", REFUSED, f"{reason}, which may be a part of it")
    return Step("counted", MAYBE, reason)


def attribute(pair: Pair) -> Step:
    """Ask whether both say the same of those they count: killed, arrested, offered."""
    one, other = pair.left.claim.attribute, pair.right.claim.attribute
    generic = {pair.left.claim.scope.head, pair.right.claim.scope.head} & words("generic")
    if one == other and not (generic and one in words("empty")):
        return Step("attribute", SAME, "")
    if generic:
        return Step("attribute", REFUSED, "what people did is told by one of the two only")
    apart = words("tells_apart") | HARM
    reason = f"one says how many {one}, the other how many {other}"
    if one in apart and other in apart:
        return Step("attribute", REFUSED, reason)
    if {one, other} & words("tells_apart"):
        return Step("attribute", REFUSED, reason)
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


def of_a_period(side: Side) -> bool:
    """Whether a figure is one of a whole period: "since the war began", "a total of"."""
    claim = side.claim
    if words("period_nouns") & set(claim.scope.words):
        return True
    return phrases("period").search(claim.quote.lower()) is not None


_PART: Final = re.compile(
    r"(?:\s*(?:%|percent|per cent))?\s+(?:of|out of)\s+"
    r"(?:the|its|his|her|their|those|these|whom|which|all|\d)"
)
_FURTHER: Final = re.compile(
    r"(?:another|further|additional|other|remaining|next|last|first|including|include|includes|included"
    r"|among them)\W*$"
)


def of_a_part(side: Side) -> bool:
    """Whether a figure is one of a part: "18 of its next 23", "including 12 children"."""
    claim = side.claim
    at = claim.anchor.start - claim.span.start
    before, after = claim.quote[:at].lower(), claim.quote[at + len(claim.value.text) :].lower()
    return _PART.match(after) is not None or _FURTHER.search(before) is not None


def period(pair: Pair) -> Step:
    """Tell the count of one event from that of a whole period."""
    if pair.left.once(of_a_period) != pair.right.once(of_a_period):
        return Step("period", REFUSED, "only one of the two counts over a period")
    return SILENT


_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def weekday(pair: Pair) -> Step:
    """Tell what happened on one day of the week from what happened on another."""
    one, other = pair.left.once(_weekdays), pair.right.once(_weekdays)
    if one and other and not one & other:
        return Step("weekday", DIFFERENT, "they name two days of the week")
    return SILENT


def _weekdays(side: Side) -> frozenset[str]:
    return frozenset(_WEEKDAY.findall(side.claim.quote))


def share(pair: Pair) -> Step:
    """Hold two shares of a hundred against each other only where they are of the same doing."""
    value = pair.left.claim.value
    if not isinstance(value, Quantity) or not value.unit.startswith("percent"):
        return SILENT
    one, other = pair.left.claim.attribute, pair.right.claim.attribute
    if one != other or one in words("empty") or pair.alike < _SHARE_ALIKE:
        return Step("share", REFUSED, "the shares may be of two doings")
    return SILENT


_SHARE_ALIKE: Final = 0.3
"""How far the words of two sentences must agree before their shares are compared."""


def owner(pair: Pair) -> Step:
    """Hold the terms of two offers or deals against each other only where one party made both."""
    left, right = pair.left.claim, pair.right.claim
    if not {left.attribute, right.attribute} & words("bargained"):
        return SILENT
    if not {left.scope.head, right.scope.head} & words("bargains"):
        return SILENT
    one, other = (named_slots(side).get("agent", frozenset()) for side in (pair.left, pair.right))
    if one & other:
        return SILENT
    return Step("owner", REFUSED, "nothing shows that one party made both offers")


def part(pair: Pair) -> Step:
    """Tell the count of a part from that of the whole."""
    if pair.left.once(of_a_part) != pair.right.once(of_a_part):
        return Step("part", REFUSED, "one of the two counts a part")
    return SILENT


def age(pair: Pair) -> Step:
    """Hold two ages against each other only where they are of one person."""
    if pair.left.claim.attribute != "age":
        return SILENT
    one, other = (_named(side.claim) for side in (pair.left, pair.right))
    if one != other:
        return Step("age", REFUSED, "they are of two persons")
    if one and _years_apart(pair) <= 1:
        return Step("age", REFUSED, "a birthday may lie between")
    if not one and _years_apart(pair) > _ONE_PERSON:
        return Step("age", REFUSED, "nobody is named, and the ages lie years apart")
    return SILENT


def _named(claim: Claim) -> str:
    """Give the last name of whose age it is; empty for "a girl"."""
    name = claim.subject.rpartition(" ")[2]
    return name.casefold() if name[:1].isupper() else ""


def _years_apart(pair: Pair) -> Decimal:
    values = [side.claim.value for side in (pair.left, pair.right)]
    lows = [value.low or Decimal(0) for value in values if isinstance(value, Quantity)]
    return max(lows) - min(lows)


_ONE_PERSON: Final = 2
"""How many years the ages given to one unnamed person may lie apart."""


def concerned(pair: Pair) -> Step:
    """Ask whether the act befell the same: two offers by two clubs are two."""
    left, right = pair.left.claim, pair.right.claim
    if left.attribute in HARM and right.attribute in HARM:
        return SILENT
    one, other = named_slots(pair.left), named_slots(pair.right)
    if not one or not other:
        return SILENT
    for slot in sorted(one.keys() & other.keys() & _WHOSE):
        if not one[slot] & other[slot]:
            return Step("concerned", REFUSED, f"others are concerned ({slot})")
    return SILENT


_WHOSE: Final = frozenset({"agent", "patient", "to", "for", "of", "by", "from", "with", "under"})
"""Slots of an act that tell whose figure it is."""


def one_of_them(pair: Pair) -> Step:
    """Take "one" that nothing happened to for a person spoken of, not for a count."""
    if _is_one(pair.left) or _is_one(pair.right):
        return Step("one", REFUSED, "“one” is no count")
    return SILENT


def _is_one(side: Side) -> bool:
    word = side.claim.value.text.casefold()
    return word in ("one", "a", "an") and side.claim.attribute not in HARM


def running(pair: Pair) -> Step:
    """Tell a length that grows from day to day from one that stands."""
    claim = pair.left.claim
    grows = claim.attribute in ("last", "ordinal") and (
        (isinstance(claim.value, Quantity) and claim.value.unit in words("running"))
        or claim.scope.head in words("running")
    )
    if not grows or pair.one_text or pair.story.days == 0:
        return SILENT
    return Step("running", REFUSED, "it grows from day to day, and the days are two or not known")


def about(pair: Pair) -> Step:
    """Hold the names of the two clauses against each other: two wives of whom, dead where."""
    left, right = pair.left, pair.right
    one, other = left.claim.scope, right.claim.scope
    if one.group and one.place and (one.group, one.place) == (other.group, other.place):
        return Step("about", SAME, "")
    if left.about & right.about:
        shared = sorted((left.about & right.about) - set(one.group))
        return Step("about", SAME, f"both speak of {said(shared)}" if shared else "")
    if left.about and right.about:
        return Step("about", REFUSED, "they speak of others")
    if pair.one_text and pair.distance <= _NEAR:
        return Step("about", SAME, "")
    return Step("about", MAYBE, "only one of the two says of whom")


_NEAR: Final = 400
"""Characters within which two statements of one article are taken to go on about one thing."""


def _counted_as(side: Side) -> tuple[object, ...]:
    """Give all that the first rungs look at of a claim."""
    claim, value = side.claim, side.claim.value
    unit = value.unit if isinstance(value, Quantity) else None
    told = (claim.certainty, claim.polarity, claim.scope.head, claim.subject, claim.attribute)
    return (*told, unit, _is_one(side))


def _among(side: Side) -> tuple[object, ...]:
    """Give all that the rungs on the whole, its group and place look at of a claim."""
    claim, scope = side.claim, side.claim.scope
    return (side.once(of_a_part), claim.subject, scope.group, scope.modifiers, scope.place)


RUNGS: Final[tuple[Rung | OfSorts, ...]] = (
    OfSorts(_counted_as, certainty, unit, counted, attribute, one_of_them),
    age,
    concerned,
    OfSorts(_among, part, group, modifiers, place),
    OfSorts(told_at, time),
    story,
    running,
    weekday,
    period,
    share,
    owner,
    about,
)
