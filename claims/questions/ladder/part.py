"""Whether a figure is one of a part: of several, of those in one of several places."""

from __future__ import annotations

import re
from typing import Final

from claims.questions.ladder.lexicon import words
from claims.questions.ladder.step import REFUSED, SILENT, Step
from claims.questions.side import Pair, Side
from claims.values.harm import HARM

_PART: Final = re.compile(
    r"(?:\s*(?:%|percent|per cent))?\s+(?:of|out of)\s+"
    r"(?:the|its|his|her|their|those|these|whom|which|all|\d)"
)
_OF_ALL: Final = re.compile(
    r"\s+(?:of|out of)\s+(?:the |all |his |her |their )*"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+[a-z]+"
    r"\s*(?:$|[.,;…]| (?:was|were|had|have|has|are|is|did)\b)"
)
"""What tells of how many something is so: "14 of 16 counts", "three of the five hostages were"."""
_OF_THEM: Final = re.compile(r"\s+of (?:the|his|her|their|its) [a-z]+ (?:was|were|had been|died)\b")
"""What tells to how many something was done: "five of the gunmen were"."""
_BOUND: Final = r"(?:some|about|around|nearly|almost|over|up to|at least|more than|an estimated)"
_FURTHER: Final = re.compile(
    r"(?:another|further|additional|other|remaining|next|last|first)"
    rf"\W*(?:{_BOUND})?\W*$"
)
_AMONG: Final = re.compile(
    rf"(?:including|includes?|included|among (?:them|the \w+))\W*(?:{_BOUND})?\W*$"
)


def of_a_part(side: Side) -> bool:
    """Whether a figure is one of a part: "18 of its next 23", "including 12 residents".

    The children among the dead are all the children who died, so "including 12 children" is the
    whole of what it counts.
    """
    claim = side.claim
    at = claim.anchor.start - claim.span.start
    before, after = claim.quote[:at].lower(), claim.quote[at + len(claim.value.text) :].lower()
    part = _PART.match(after) is not None and _OF_ALL.match(after) is None
    part = part and not (claim.attribute in HARM and _OF_THEM.match(after) is not None)
    if part or _FURTHER.search(before) is not None:
        return True
    return claim.scope.head in words("generic") and _AMONG.search(before) is not None


_NUMBER: Final = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)"
)
_BROKEN_DOWN: Final = re.compile(
    rf"\b{_NUMBER}\b[^,;.]*? (?:in|at|from) (?:the )?[A-Z][^.;]*?(?:,|\band) (?:\w+ )?"
    rf"{_NUMBER}(?: \w+){{0,2}} (?:in|at|from) (?:the )?[A-Z]",
)


def is_broken_down(side: Side) -> bool:
    """Whether a figure is one of several for several places: "27 in Korana and 14 in Lund"."""
    claim = side.claim
    quote = claim.quote[:1].lower() + claim.quote[1:]
    return bool(claim.scope.place) and _BROKEN_DOWN.search(quote) is not None


def part(pair: Pair) -> Step:
    """Tell the count of a part from that of the whole."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        if one.once(is_broken_down) and not other.claim.scope.place:
            return Step("part", REFUSED, "one of the two counts what is in one of several places")
    if pair.left.once(of_a_part) != pair.right.once(of_a_part):
        return Step("part", REFUSED, "one of the two counts a part")
    return SILENT
