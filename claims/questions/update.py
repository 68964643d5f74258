"""Whether two counts of one thing are an earlier and a later one, so that neither is wrong.

They are where one speaker gives both, where the text calls one of them preliminary or says that it
has risen, or where a later article counts more and no two sources stand against each other. Two
speakers with two counts contradict, whatever the days.
"""

from __future__ import annotations

import re
from typing import Final

from claims.model import Outcome, Relation
from claims.questions.ladder.lexicon import phrases
from claims.questions.side import Pair, Side
from claims.questions.voice import one_source
from claims.values.harm import HARM
from claims.values.quantity import Quantity


def update_of(pair: Pair) -> Outcome | None:
    """Say whether two amounts that exclude each other are an earlier and a later count.

    "Nine dead" on Monday and "the toll has risen to 14" on Tuesday are, whoever says so.

    Args:
        pair: Two amounts of one scope, of two articles.

    Returns:
        An update with its reason; None where nothing shows that it is one.
    """
    if pair.one_text:
        return None
    if pair.left.once(_is_provisional) != pair.right.once(_is_provisional):
        return _updated("provisional", "one of the two is called a preliminary figure")
    if _moved_since(pair.left, pair.right) or _moved_since(pair.right, pair.left):
        return _updated("moved", "the later of the two is told as one that rose or was changed")
    if _measured_again(pair):
        return _updated("measured_again", "the same source measures the same earthquake again")
    if not harmed(pair):
        return None
    if _rises(pair):
        reason = "the later article counts more, and no two sources stand against each other"
        return _updated("later_count", reason)
    if not one_source(pair):
        return None
    later = "a later count" if pair.story.days else "another count, and a toll rises"
    return _updated("later_count", f"the same speaker gives {later}")


def _measured_again(pair: Pair) -> bool:
    """Whether one source gives two magnitudes: seismologists revise what they measured first."""
    values = [side.claim.value for side in (pair.left, pair.right)]
    magnitudes = all(isinstance(v, Quantity) and v.unit == "magnitude" for v in values)
    return magnitudes and one_source(pair)


def harmed(pair: Pair) -> bool:
    """Whether one of two amounts counts those whom something befell: a toll."""
    return not HARM.isdisjoint((pair.left.claim.attribute, pair.right.claim.attribute))


def later_entry(pair: Pair) -> bool:
    """Whether two counts of harm stand in entries of two days of one live blog."""
    left, right = pair.left.claim, pair.right.claim
    days = {left.scope.as_of.earliest, right.scope.as_of.earliest}
    alike = left.attribute == right.attribute and left.attribute in HARM
    return alike and left.of_entry and right.of_entry and len(days) > 1


def _updated(rule: str, reason: str) -> Outcome:
    return Outcome(Relation.UPDATE, f"quantity.{rule}", reason)


def _moved_since(later: Side, earlier: Side) -> bool:
    """Whether one is told as risen or changed, as the other is not, and not printed before it."""
    risen = later.once(_is_risen) and later.middle > earlier.middle
    if not (risen or later.once(_is_changed)):
        return False
    if earlier.once(_is_risen) or earlier.once(_is_changed):
        return False
    one, other = earlier.facts.day, later.facts.day
    return one is None or other is None or one <= other


def _rises(pair: Pair) -> bool:
    """Whether the later of two articles counts more, and one at least names no source."""
    left, right = pair.left, pair.right
    if (left.chain and right.chain) or not pair.story.days:
        return False
    one, other = left.facts.day, right.facts.day
    if one is None or other is None:
        return False
    earlier, later = (left, right) if one < other else (right, left)
    return earlier.middle < later.middle


def _is_provisional(side: Side) -> bool:
    """Whether the words beside it call a figure one that will change: "preliminary", "so far"."""
    before, after = _beside(side)
    beside = f"{before}{side.claim.value.text.lower()}{after}"
    return phrases("provisional").search(beside) is not None or _BY_CLOCK.search(beside) is not None


def _is_risen(side: Side) -> bool:
    """Whether the words before a figure say that it rose from another: "has climbed to 14"."""
    before, _ = _beside(side)
    return any(found.end() >= len(before) - _JOINED for found in phrases("risen").finditer(before))


def _is_changed(side: Side) -> bool:
    """Whether a figure is what another was changed to: "raised their offer of $5m to $6m"."""
    claim = side.claim
    before = claim.quote[: claim.anchor.start - claim.span.start].lower()
    return _TO.search(before) is not None and phrases("changed").search(before) is not None


def _beside(side: Side) -> tuple[str, str]:
    """Give the words before and after a figure that are about it, in lower case."""
    claim = side.claim
    at, end = claim.anchor.start - claim.span.start, claim.anchor.end - claim.span.start
    return claim.quote[max(0, at - _BESIDE) : at].lower(), claim.quote[end : end + _BESIDE].lower()


_BESIDE: Final = 32
"""Characters before and after a figure in which a word is about it."""
_JOINED: Final = 14
"""Characters that may stand between "rose to" and its figure: "at least", "more than"."""
_TO: Final = re.compile(
    r"(?<!\bup )(?<!close )(?<!\bdue )(?<!according )\bto "
    r"(?:(?:at least|more than|over|about|around|nearly|almost|some|(?:somewhere )?between) )?"
    r"[$€£¥]?$"
)
"""What stands right before a figure that another was changed to: "to", "to at least"."""
_BY_CLOCK: Final = re.compile(
    r"\b(?:by|as of|until) (?:noon|midday|midnight|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b)"
)
"""A figure that was taken at an hour: "23 dead by 6 p.m."."""
