"""Rungs for what sort of figure an amount is: of a period, of a part, a share, an age, a rank."""

from __future__ import annotations

import re
from typing import Final

from claims.questions.ladder.argument import named_slots
from claims.questions.ladder.lexicon import phrases, words
from claims.questions.ladder.step import DIFFERENT, REFUSED, SILENT, Step
from claims.questions.side import Pair, Side
from claims.values.harm import HARM
from claims.values.quantity import Quantity
from claims.values.unit import is_currency


def of_a_period(side: Side) -> bool:
    """Whether a figure is one of a whole period: "since the war began", "a total of"."""
    claim = side.claim
    if words("period_nouns") & set(claim.scope.words):
        return True
    quote = _RECORD.sub("", _AFTER.sub("", claim.quote.lower()))
    return phrases("period").search(quote) is not None


_RECORD: Final = re.compile(r"(?:\w+est|worst|best|most|least|first(?: \w+)?) since")
"""What only ranks a figure: "turnout was 63%, the highest since 1998"."""
_AFTER: Final = re.compile(r"\bafter (?:\w+ ){1,3}(?:years|months|weeks|days) of\b")
"""What tells how long something took before it came about: "signed after six years of talks"."""


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
    """Give the weekdays of a quote; of one whose clause names no day they are of another clause."""
    if side.claim.scope.as_of.known_by == "published":
        return frozenset()
    return frozenset(_WEEKDAY.findall(side.claim.quote))


def share(pair: Pair) -> Step:
    """Hold two shares of a hundred against each other only where they are of the same doing."""
    value = pair.left.claim.value
    if not isinstance(value, Quantity) or not value.unit.startswith("percent"):
        return SILENT
    if pair.left.once(is_turnout) and pair.right.once(is_turnout):
        return SILENT
    left, right = pair.left.claim, pair.right.claim
    one, other = left.attribute, right.attribute
    if left.scope.head == right.scope.head and left.scope.head in words("measured_by_share"):
        return SILENT
    if _of_one_candidate(pair):
        return SILENT
    if one != other or one in words("empty") or pair.alike < _SHARE_ALIKE:
        return Step("share", REFUSED, "the shares may be of two doings")
    return SILENT


def _of_one_candidate(pair: Pair) -> bool:
    """Whether both tell the share of the votes that one candidate got."""
    shared = _candidates(pair.left) & _candidates(pair.right)
    return bool(shared) and all(side.once(_is_of_votes) for side in (pair.left, pair.right))


def _candidates(side: Side) -> frozenset[str]:
    """Give who wins an election or is elected in it."""
    told = named_slots(side)
    return told.get("agent", frozenset()) | told.get("patient", frozenset())


def _is_of_votes(side: Side) -> bool:
    claim = side.claim
    return claim.scope.head in words("votes") or claim.attribute == "received"


def is_turnout(side: Side) -> bool:
    """Whether a share is that of those who voted: "turnout was 90%", "90% of voters took part"."""
    claim = side.claim
    if not isinstance(claim.value, Quantity) or claim.value.unit != "percent":
        return False
    voted = claim.scope.head in words("voters") and claim.attribute in words("voted")
    return voted or claim.scope.head in words("turnout")


_SHARE_ALIKE: Final = 0.3
"""How far the words of two sentences must agree before their shares are compared."""


def owner(pair: Pair) -> Step:
    """Hold the terms of two offers or deals against each other only where one party made both."""
    left, right = pair.left.claim, pair.right.claim
    if not {left.attribute, right.attribute} & words("bargained"):
        return SILENT
    if not {left.scope.head, right.scope.head} & words("bargains"):
        return SILENT
    one, other = named_slots(pair.left), named_slots(pair.right)
    signed = left.attribute == right.attribute and left.attribute in words("signed")
    for slot in ("agent", "patient") if signed else ("agent",):
        if one.get(slot, frozenset()) & other.get(slot, frozenset()):
            return SILENT
    return Step("owner", REFUSED, "nothing shows that one party made both offers")


def one_of_them(pair: Pair) -> Step:
    """Take "one" that nothing happened to for a person spoken of, not for a count."""
    if is_one(pair.left) or is_one(pair.right):
        return Step("one", REFUSED, "“one” is no count")
    return SILENT


def is_one(side: Side) -> bool:
    """Whether an amount is the word "one" of somebody to whom nothing happened."""
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


def rank(pair: Pair) -> Step:
    """Hold "the fifth" against "the fourth" only where both were told on one day."""
    if "ordinal" not in (pair.left.claim.attribute, pair.right.claim.attribute):
        return SILENT
    if pair.one_text or pair.story.days == 0:
        return SILENT
    return Step("rank", REFUSED, "a rank may have changed: the days are two or not known")


def season(pair: Pair) -> Step:
    """Hold what belongs to somebody's season or career together only where the times agree."""
    if not {pair.left.claim.attribute, pair.right.claim.attribute} & words("owned"):
        return SILENT
    if {pair.left.claim.scope.head, pair.right.claim.scope.head} <= words("bargains"):
        return SILENT
    told = {side.claim.scope.as_of.known_by == "quote" for side in (pair.left, pair.right)}
    if len(told) == 1 or _of_one_event(pair):
        return SILENT
    return Step("season", REFUSED, "only one of the two says of what time it is")


def _of_one_event(pair: Pair) -> bool:
    """Whether both tell how long one thing lasted, in articles printed together: the siege."""
    left, right = pair.left.claim, pair.right.claim
    lasted = left.attribute == right.attribute == "last" and left.scope.head == right.scope.head
    return lasted and pair.story.days is not None and pair.story.days <= _PRINTED_TOGETHER


_PRINTED_TOGETHER: Final = 2


_FROM: Final = re.compile(
    r"\s+(?:[\w-]+\s+)??"
    r"(?:(?:(?:north|south|east|west)[\w-]*|away|up|down|off|outside|upstream|downstream)\s+)*"
    r"(?:of|from|outside)\s+(?:[Tt]he\s+)?([A-Z]\w+)"
)


def distance(pair: Pair) -> Step:
    """Hold two distances against each other only where both are from one place."""
    one, other = (side.once(_measured_from) for side in (pair.left, pair.right))
    if one and other and one != other:
        return Step("distance", REFUSED, f"they are measured from two places ({one} / {other})")
    if one != other:
        return Step("distance", REFUSED, "only one of them is a distance from some place")
    return SILENT


def strength(pair: Pair) -> Step:
    """Take magnitudes that lie far apart for those of two earthquakes."""
    values = [side.claim.value for side in (pair.left, pair.right)]
    if not all(isinstance(value, Quantity) and value.unit == "magnitude" for value in values):
        return SILENT
    if abs(pair.left.middle - pair.right.middle) <= _REVISED:
        return SILENT
    return Step("strength", REFUSED, "magnitudes so far apart are of two earthquakes")


_REVISED: Final = 0.45
"""By how much agencies differ on one earthquake, and revise its magnitude, as a rule at most."""


_HAS_HAD: Final = re.compile(r"\b(?:has|have|had) (?:\w+ )?had\b")


def ever(pair: Pair) -> Step:
    """Tell what somebody has had in all from what they have: "has had 26 wives", "has 20"."""
    if pair.left.once(_has_had) != pair.right.once(_has_had):
        return Step("ever", REFUSED, "one counts all there ever were, the other those there are")
    return SILENT


def _has_had(side: Side) -> bool:
    return side.claim.attribute == "have" and _HAS_HAD.search(side.claim.quote) is not None


def _measured_from(side: Side) -> str:
    """Give the place from which a distance is: "Lima" of "20 miles north of Lima"."""
    claim = side.claim
    if not isinstance(claim.value, Quantity) or claim.value.unit != "metre":
        return ""
    after = claim.quote[claim.anchor.end - claim.span.start :]
    found = _FROM.match(after)
    return found[1] if found else ""


_CONVERTED: Final = re.compile(r"\d[^()]*\(\W*(?:about|around|some|roughly)?\W*$")


def converted(pair: Pair) -> Step:
    """Leave alone what a reporter worked out at the rate of the day: "£10m ($13m)"."""
    if is_converted(pair.left) or is_converted(pair.right):
        return Step("converted", REFUSED, "one is a conversion at some rate")
    return SILENT


def is_converted(side: Side) -> bool:
    """Whether an amount of money is another in brackets, in another currency."""
    claim = side.claim
    unit = claim.value.unit if isinstance(claim.value, Quantity) else ""
    before = claim.quote[: claim.anchor.start - claim.span.start]
    return is_currency(unit) and _CONVERTED.search(before) is not None


def told_by(side: Side) -> tuple[object, ...]:
    """Give all that the rungs on distance, "has had", weekdays and periods look at of a claim."""
    told = (_measured_from, _has_had, _weekdays, of_a_period)
    return tuple([side.once(one) for one in told])
