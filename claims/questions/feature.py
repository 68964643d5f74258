"""Named features of two amounts: what speaks for and against their answering one question.

Each is a function of the two claims and their articles and of frozen tables, from 0 to 1; never
of what else is known. How much each is worth is fitted (`likeness`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Final

from claims.model import Claim
from claims.questions.ladder.argument import slots
from claims.questions.ladder.figure import of_a_period
from claims.questions.ladder.lexicon import phrases, words
from claims.questions.side import Pair, Side, weight_of
from claims.questions.voice import one_chain
from claims.values.harm import HARM
from claims.values.quantity import Quantity
from claims.values.rarity import rarity

_FAR: Final = 3.0
"""The ratio of two amounts, as a logarithm, from which they are as unlike as can be."""
_DAYS: Final = 7
SMALL: Final = 3
LEAD: Final = 700
"""Characters that the lead of an article takes: what it is mainly about."""
_PERFECT: Final = re.compile(r"\b(?:have|has|had) (?:\w+ )?(?:been|died|killed|left|claimed)\b")
_RAREST: Final = 16.0
_COMMON: Final = 6.0


def _empty(claim: Claim) -> bool:
    return claim.attribute in words("empty")


def _same_act(pair: Pair) -> bool:
    left, right = pair.left.claim, pair.right.claim
    return left.attribute == right.attribute and not _empty(left)


def _open_act(pair: Pair) -> bool:
    return _empty(pair.left.claim) != _empty(pair.right.claim)


def _other_act(pair: Pair) -> bool:
    left, right = pair.left.claim, pair.right.claim
    return left.attribute != right.attribute and not _empty(left) and not _empty(right)


def _no_act(pair: Pair) -> bool:
    return _empty(pair.left.claim) and _empty(pair.right.claim)


def _other_noun(pair: Pair) -> bool:
    return pair.left.claim.scope.head != pair.right.claim.scope.head


def _noun_told(pair: Pair) -> bool:
    """Whether the noun of one stands in the sentence of the other."""
    left, right = pair.left.claim.scope.head, pair.right.claim.scope.head
    return left != right and (left in pair.right.sentence or right in pair.left.sentence)


def _harm(pair: Pair) -> bool:
    return _same_act(pair) and pair.left.claim.attribute in HARM


def _quote_words(pair: Pair) -> float:
    left, right = pair.left.words, pair.right.words
    return _share(left & right, pair.left.words_weight * pair.right.words_weight)


def _share(shared: frozenset[str], whole: float) -> float:
    return weight_of(shared) / math.sqrt(whole) if shared and whole else 0.0


def _shared_names(pair: Pair) -> float:
    left, right = pair.left.about, pair.right.about
    return len(left & right) / math.sqrt(len(left) * len(right)) if left and right else 0.0


def _other_names(pair: Pair) -> bool:
    left, right = pair.left.about, pair.right.about
    return bool(left - right) and bool(right - left)


def _same_concerned(pair: Pair) -> bool:
    return not pair.left.concerned.isdisjoint(pair.right.concerned)


def _others_concerned(pair: Pair) -> bool:
    left, right = pair.left.concerned, pair.right.concerned
    return bool(left) and bool(right) and left.isdisjoint(right)


def _one_sided(pair: Pair, field: str) -> bool:
    left, right = pair.left.claim.scope, pair.right.claim.scope
    return bool(getattr(left, field)) != bool(getattr(right, field))


def _same_group(pair: Pair) -> bool:
    left, right = pair.left.claim.scope.group, pair.right.claim.scope.group
    return bool(left) and left == right


def _same_place(pair: Pair) -> bool:
    left, right = pair.left.claim.scope.place, pair.right.claim.scope.place
    return bool(left) and bool(right)


def _same_setting(pair: Pair) -> bool:
    return not pair.left.placed.isdisjoint(pair.right.placed)


def _other_setting(pair: Pair) -> bool:
    left, right = pair.left.placed, pair.right.placed
    return bool(left) and bool(right) and left.isdisjoint(right)


def _same_scene(pair: Pair) -> bool:
    return not pair.left.scenes.isdisjoint(pair.right.scenes)


def _other_scene(pair: Pair) -> bool:
    left, right = pair.left.scenes, pair.right.scenes
    return bool(left) and bool(right) and left.isdisjoint(right)


def _times(pair: Pair) -> set[str]:
    return {side.claim.scope.as_of.known_by for side in (pair.left, pair.right)}


def _ratio(pair: Pair) -> float:
    one, other = pair.left.magnitude, pair.right.magnitude
    return 1.0 if one is None or other is None else min(_FAR, abs(one - other)) / _FAR


def _small(pair: Pair) -> bool:
    return min(pair.left.middle, pair.right.middle) <= SMALL


def _rare_noun(pair: Pair) -> float:
    if _other_noun(pair):
        return 0.0
    return max(0.0, rarity(pair.left.claim.scope.head) - _COMMON) / (_RAREST - _COMMON)


def _sharp(pair: Pair) -> bool:
    values = (pair.left.claim.value, pair.right.claim.value)
    return all(isinstance(value, Quantity) and value.exact for value in values)


def _days_apart(pair: Pair) -> float:
    return 0.0 if pair.one_text else min(_DAYS, pair.story.days or 0) / _DAYS


def _owned(pair: Pair) -> bool:
    told = {pair.left.claim.attribute, pair.right.claim.attribute}
    shared = _same_concerned(pair) or _same_doer(pair)
    return not shared and not told.isdisjoint(words("owned"))


def _same_doer(pair: Pair) -> bool:
    """Whether one thing does both, be it without a name: "the mine has", "the mine employs"."""
    return not doers(pair.left).isdisjoint(doers(pair.right))


def doers(side: Side) -> frozenset[str]:
    """Give who or what acts in the clause of an amount."""
    return slots(side).get("agent", frozenset())


def _shift(pair: Pair) -> bool:
    return pair.left.once(shifts) != pair.right.once(shifts)


def shifts(side: Side) -> bool:
    """Whether the words of a claim turn to another event: "in a separate raid"."""
    return phrases("shift").search(side.claim.quote.lower()) is not None


def _perfect(pair: Pair) -> bool:
    return pair.left.once(goes_on) != pair.right.once(goes_on)


def goes_on(side: Side) -> bool:
    """Whether a claim tells what has come about up to now: "has killed 40"."""
    return _PERFECT.search(side.claim.quote.lower()) is not None


def _same_speaker(pair: Pair) -> bool:
    left, right = pair.left.chain, pair.right.chain
    return bool(left) and bool(right) and not set(left).isdisjoint(right)


def _early(pair: Pair) -> bool:
    return max(pair.left.claim.anchor.start, pair.right.claim.anchor.start) < LEAD


def _one_early(pair: Pair) -> bool:
    left, right = pair.left.claim.anchor.start, pair.right.claim.anchor.start
    return (left < LEAD) != (right < LEAD)


def _period(pair: Pair) -> bool:
    return pair.left.once(of_a_period) != pair.right.once(of_a_period)


FEATURES: Final[Mapping[str, Callable[[Pair], float | bool]]] = {
    "same act": _same_act,
    "open act": _open_act,
    "other act": _other_act,
    "no act": _no_act,
    "other noun": _other_noun,
    "noun told": _noun_told,
    "people harmed": _harm,
    "sentence words": lambda pair: pair.alike,
    "quote words": _quote_words,
    "shared names": _shared_names,
    "other names": _other_names,
    "same concerned": _same_concerned,
    "others concerned": _others_concerned,
    "owner not shared": _owned,
    "open group": lambda pair: _one_sided(pair, "group"),
    "open modifiers": lambda pair: _one_sided(pair, "modifiers"),
    "open place": lambda pair: _one_sided(pair, "place"),
    "same group": _same_group,
    "same place": _same_place,
    "same setting": _same_setting,
    "other setting": _other_setting,
    "same scene": _same_scene,
    "other scene": _other_scene,
    "time not stated": lambda pair: "unknown" in _times(pair),
    "same time stated": lambda pair: _times(pair) == {"quote"},
    "one article": lambda pair: pair.one_text,
    "story words": lambda pair: 0.0 if pair.one_text else pair.story.words,
    "story names": lambda pair: 0.0 if pair.one_text else pair.story.names,
    "other weekdays": lambda pair: not pair.one_text and pair.story.other_weekdays,
    "shared weekday": lambda pair: not pair.one_text and pair.story.weekdays > 0,
    "days apart": _days_apart,
    "far apart": _ratio,
    "small figures": _small,
    "rare noun": _rare_noun,
    "sharp": _sharp,
    "period": _period,
    "turns to another event": _shift,
    "still going on": _perfect,
    "both in the lead": _early,
    "one in the lead": _one_early,
    "same speaker": _same_speaker,
    "two speakers": lambda pair: not one_chain(pair.left.claim, pair.right.claim),
}
"""The features by name, in the order in which they are reported."""


def features_of(pair: Pair) -> dict[str, float]:
    """Give the features of two amounts, in the order of `FEATURES`."""
    return {name: float(feature(pair)) for name, feature in FEATURES.items()}
