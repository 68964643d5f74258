"""Named features of two amounts: what speaks for and against their answering one question.

Each is a function of the two claims and their articles and of frozen tables, from 0 to 1; never
of what else is known. How much each is worth is fitted (`likeness`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Final

from claims.extract.attribute import HARM
from claims.model import Claim
from claims.questions.ladder.amount import of_a_period, phrases, words
from claims.questions.ladder.argument import names_of_args
from claims.questions.side import Pair, weight_of
from claims.values.quantity import Quantity
from claims.values.rarity import rarity

_FAR: Final = 3.0
"""The ratio of two amounts, as a logarithm, from which they are as unlike as can be."""
_DAYS: Final = 7
_SMALL: Final = 3
_LEAD: Final = 700
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
    whole = weight_of(left) * weight_of(right)
    return weight_of(left & right) / math.sqrt(whole) if whole else 0.0


def _around_words(pair: Pair) -> float:
    """Say how far what stands before one agrees with the sentence of the other."""
    left, right = pair.left, pair.right
    found = [
        weight_of(one & other) / math.sqrt(weight_of(one) * weight_of(other) or 1.0)
        for one, other in (
            (left.sentence, right.before),
            (left.before, right.sentence),
            (left.before, right.before),
        )
    ]
    return max(found)


def _shared_names(pair: Pair) -> float:
    left, right = pair.left.about, pair.right.about
    return len(left & right) / math.sqrt(len(left) * len(right)) if left and right else 0.0


def _other_names(pair: Pair) -> bool:
    left, right = pair.left.about, pair.right.about
    return bool(left - right) and bool(right - left)


def _same_concerned(pair: Pair) -> bool:
    return bool(names_of_args(pair.left.claim) & names_of_args(pair.right.claim))


def _others_concerned(pair: Pair) -> bool:
    left, right = names_of_args(pair.left.claim), names_of_args(pair.right.claim)
    return bool(left) and bool(right) and not left & right


def _one_sided(pair: Pair, field: str) -> bool:
    left, right = (getattr(side.claim.scope, field) for side in (pair.left, pair.right))
    return bool(left) != bool(right)


def _same_group(pair: Pair) -> bool:
    left, right = pair.left.claim.scope.group, pair.right.claim.scope.group
    return bool(left) and left == right


def _same_place(pair: Pair) -> bool:
    left, right = pair.left.claim.scope.place, pair.right.claim.scope.place
    return bool(left) and bool(right)


def _times(pair: Pair) -> set[str]:
    return {side.claim.scope.as_of.known_by for side in (pair.left, pair.right)}


def _middle(claim: Claim) -> float:
    value = claim.value
    if not isinstance(value, Quantity):
        return 0.0
    ends = [float(end) for end in (value.low, value.high) if end is not None]
    return sum(ends) / len(ends)


def _ratio(pair: Pair) -> float:
    one, other = _middle(pair.left.claim) + 0.01, _middle(pair.right.claim) + 0.01
    if one <= 0 or other <= 0:
        return 1.0
    return min(_FAR, abs(math.log(one / other))) / _FAR


def _small(pair: Pair) -> bool:
    return min(_middle(pair.left.claim), _middle(pair.right.claim)) <= _SMALL


def _rare_noun(pair: Pair) -> float:
    if _other_noun(pair):
        return 0.0
    return max(0.0, rarity(pair.left.claim.scope.head) - _COMMON) / (_RAREST - _COMMON)


def _sharp(pair: Pair) -> bool:
    values = (pair.left.claim.value, pair.right.claim.value)
    return all(isinstance(value, Quantity) and value.exact for value in values)


def _days_apart(pair: Pair) -> float:
    return min(_DAYS, pair.story.days or 0) / _DAYS


def _owned(pair: Pair) -> bool:
    return pair.left.claim.attribute in words("owned") and not _same_concerned(pair)


def _shift(pair: Pair) -> bool:
    found = [phrases("shift").search(c.quote.lower()) for c in (pair.left.claim, pair.right.claim)]
    return (found[0] is None) != (found[1] is None)


def _perfect(pair: Pair) -> bool:
    found = [_PERFECT.search(c.quote.lower()) for c in (pair.left.claim, pair.right.claim)]
    return (found[0] is None) != (found[1] is None)


def _early(pair: Pair) -> bool:
    return max(pair.left.claim.anchor.start, pair.right.claim.anchor.start) < _LEAD


def _one_early(pair: Pair) -> bool:
    left, right = pair.left.claim.anchor.start, pair.right.claim.anchor.start
    return (left < _LEAD) != (right < _LEAD)


def _period(pair: Pair) -> bool:
    return of_a_period(pair.left.claim) != of_a_period(pair.right.claim)


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
    "words around": _around_words,
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
    "same speaker": lambda pair: bool(set(pair.left.chain) & set(pair.right.chain)),
    "two speakers": lambda pair: pair.left.chain != pair.right.chain,
}
"""The features by name, in the order in which they are reported."""


def features_of(pair: Pair) -> dict[str, float]:
    """Give the features of two amounts, in the order of `FEATURES`."""
    return {name: float(feature(pair)) for name, feature in FEATURES.items()}
