"""Two amounts that count or measure one thing, whatever weighs against it.

Two sources that an article sets beside each other count the same dead; articles of one day measure
the same quake. Nothing is said of amounts that stand far apart or that play in two places.
"""

from __future__ import annotations

from itertools import product
from typing import Final

from claims.questions.feature import shifts
from claims.questions.ladder.amount import NEAR
from claims.questions.ladder.argument import names_among, slots
from claims.questions.ladder.lexicon import one_noun, words
from claims.questions.ladder.storm import is_storm
from claims.questions.side import Pair, Side, weight_of
from claims.questions.voice import one_source
from claims.values.harm import HARM


def side_by_side(pair: Pair) -> bool:
    """Whether an article sets two sources beside each other that count the same harm.

    "The army said nine villagers were killed. The ministry said 14 were." A sentence that turns
    to another event, or plays in another place, counts others, and so does a figure many times
    the other.
    """
    left, right = pair.left, pair.right
    if not pair.one_text or pair.distance > NEAR or not left.chain or not right.chain:
        return False
    if left.claim.attribute not in HARM | words("set_beside"):
        return False
    if left.claim.attribute != right.claim.attribute:
        return False
    if one_source(pair) or left.once(shifts) or right.once(shifts) or _is_manifold(pair):
        return False
    if _of_two_doers(pair):
        return False
    return not left.placed or not right.placed or bool(left.placed & right.placed)


def _of_two_doers(pair: Pair) -> bool:
    """Whether both say what killed, and it is two things: a crash and a fire."""
    one, other = (_doers(side) for side in (pair.left, pair.right))
    return bool(one and other) and not any(one_noun(*both) for both in product(one, other))


def _doers(side: Side) -> frozenset[str]:
    """Give the nouns and names of what did it; those who died did nothing."""
    nouns = (key.removeprefix("noun:") for key in slots(side).get("agent", frozenset()))
    return frozenset(noun for noun in nouns if not one_noun(noun, side.claim.scope.head))


def _is_manifold(pair: Pair) -> bool:
    least, most = sorted((pair.left.middle, pair.right.middle))
    return most > _MANIFOLD * least


_MANIFOLD: Final = 3
"""How many times a toll may be another that a second source gives of the same event."""


def one_measure(pair: Pair) -> bool:
    """Whether both give a measure of which a thing has one: the depth of the quake of the story.

    One article may speak of several quakes, and articles of other days of another.
    """
    left, right = pair.left.claim, pair.right.claim
    if pair.one_text or pair.story.days is None or pair.story.days > _ONE_EVENT:
        return False
    if left.scope.head != right.scope.head:
        return False
    if _makes_up_body(pair):
        return True
    if left.scope.head not in words("measured_once"):
        return False
    one, other = (slots(side).get("agent", frozenset()) for side in (pair.left, pair.right))
    if names_among(one & other):
        return True
    return any(one_noun(*nouns) for nouns in product(_measured(pair.left), _measured(pair.right)))


def of_one_sufferer(pair: Pair) -> bool:
    """Whether both tell what befell one named person but once: what Hale was sentenced to."""
    left, right = pair.left.claim, pair.right.claim
    told = {left.attribute, right.attribute}
    if len(told) > 1 or not told <= words("once_each") or left.scope.head != right.scope.head:
        return False
    one, other = (slots(side).get("patient", frozenset()) for side in (pair.left, pair.right))
    return not pair.one_text and bool(names_among(one & other))


def of_one_storm(pair: Pair) -> bool:
    """Whether both count the harm that one named storm did, in the same place or in all."""
    left, right = pair.left.claim, pair.right.claim
    if pair.one_text or left.attribute not in HARM or left.attribute != right.attribute:
        return False
    if _within(pair.left) != _within(pair.right) or not one_noun(left.scope.head, right.scope.head):
        return False
    if pair.left.once(shifts) or pair.right.once(shifts) or (pair.story.days or 0) > _RUNNING:
        return False
    one, other = (slots(side).get("agent", frozenset()) for side in (pair.left, pair.right))
    return any(map(is_storm, one & other))


def _within(side: Side) -> frozenset[str]:
    """Give the places that narrow a count; a whole country hardly does."""
    return frozenset(p for p in side.claim.scope.place if not p.removeprefix("place:").isupper())


_RUNNING: Final = 7
"""Days for which the harm that a storm did goes on being counted."""


def same_doing(pair: Pair) -> bool:
    """Whether both tell how many or how much of one thing one noun did or was done to.

    "Every family would receive 50,000 pesos", "each family is to receive 30,000 pesos": the same
    act of the same noun, in the words of the other, printed within a day or two.
    """
    left, right = pair.left.claim, pair.right.claim
    if pair.one_text or pair.story.days is None or pair.story.days > _ONE_EVENT:
        return False
    if left.attribute != right.attribute or left.attribute in words("empty"):
        return False
    if left.scope.head != right.scope.head or _is_manifold(pair) or _is_part(pair):
        return False
    if pair.left.once(shifts) or pair.right.once(shifts) or left.attribute in HARM:
        return False
    shared = (_done(pair.left) & _done(pair.right)) - {left.scope.head}
    return bool(shared) and _told_alike(pair)


def same_victims(pair: Pair) -> bool:
    """Whether both count, of one sort of persons, to whom the same was done: officers killed.

    "Three police officers lost their lives", "two officers were killed": of people in general a
    story has many counts, of officers, suspects or hostages as a rule one. Printed within a day
    or two, and nothing in them may tell of another place or part.
    """
    left, right = pair.left.claim, pair.right.claim
    if pair.one_text or pair.story.days is None or pair.story.days > _ONE_EVENT:
        return False
    if left.attribute not in HARM or left.attribute != right.attribute:
        return False
    one, other = left.scope, right.scope
    if one.head != other.head or one.head in words("generic") or one.head not in words("victims"):
        return False
    if one.place != other.place or one.group != other.group or _is_manifold(pair):
        return False
    if pair.left.placed and pair.right.placed and not pair.left.placed & pair.right.placed:
        return False
    return not (pair.left.once(shifts) or pair.right.once(shifts))


def _is_part(pair: Pair) -> bool:
    one, other = pair.left.claim.scope, pair.right.claim.scope
    return one.place != other.place or one.group != other.group or one.modifiers != other.modifiers


def _done(side: Side) -> frozenset[str]:
    """Give the nouns and names of who acts and who is acted on."""
    found = (slots(side).get(slot, frozenset()) for slot in ("agent", "patient"))
    return frozenset(key.partition(":")[2] for keys in found for key in keys)


def _told_alike(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    whole = left.words_weight * right.words_weight
    return whole > 0 and weight_of(left.words & right.words) >= _SAME_WORDS * whole**0.5


_SAME_WORDS: Final = 0.4
"""How far two quotes must agree in telling words to tell one doing."""


def _makes_up_body(pair: Pair) -> bool:
    """Whether both tell of how many a body is made up, the jury: "woman of jury"."""
    part, _, body = pair.left.claim.scope.head.partition(" of ")
    told = {pair.left.claim.attribute, pair.right.claim.attribute}
    return part in words("parts") and body in words("bodies") and told == {"count"}


_ONE_EVENT: Final = 2
"""Days within which articles of one story speak of the same event, as a rule."""


def _measured(side: Side) -> frozenset[str]:
    """Give the nouns of what a measure is of: the quake of "the quake had a depth of 12 km"."""
    agents = slots(side).get("agent", frozenset())
    return frozenset(key.removeprefix("noun:") for key in agents if key.startswith("noun:"))
