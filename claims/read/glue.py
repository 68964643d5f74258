"""Where a space was lost: between sentences ("talks.Russia") and words ("Russiahas").

A space is put in only where the letters prove it. An abbreviation, a number, an address of the
web, a hashtag or a hyphenated word is never parted, nor is a word of the list, nor one that the
text uses again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from claims.read.word_list import is_common, is_word
from claims.values.gazetteer import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

_JOINT: Final = re.compile(
    r"(?:(?<=[a-z]{2})|(?<=[A-Z]{3})|(?<=[\d%)\]]))[.!?](?P<after>[\"')\]]{0,2})"
    r"(?=[\"'(]{0,2}[A-Z](?:[a-z]|[ .']))"
    r"|(?<=[a-z]{2})[,;](?P<comma>[\"']?)(?=[\"']?[A-Za-z][a-z])"
)
_WEB: Final = re.compile(r"://|www\.|[@/\\#]")
_MAIL: Final = re.compile(r"[^\s@]{1,60}@")
_ENDING: Final = re.compile(
    r"(?:com|net|org|gov|edu|info|html?|php|aspx?|js|pdf|txt|docx?|xlsx?|csv|jpe?g|png|gif)\b",
    re.IGNORECASE,
)
_REACH: Final = 200

_TOKEN: Final = re.compile(r"(?<![\w@./:#'-])[A-Za-z]{5,40}(?![\w@#-]|[./:']\w)")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_CAMEL: Final = re.compile(r"([a-z]+)([A-Z][a-z]{2,})")
_SMALL: Final = frozenset(
    "of in to on by at is as it and for with from that was were has have had are into but when "
    "where while which who also been than between during after before since against".split()
)
_FOLLOW: Final = frozenset(
    "the this that these those their which and for was were has have with from will are "
    "would".split()
)
_SHORT: Final = frozenset("of to by in on is".split())
_LEAD: Final = frozenset(
    "the and was has were have that this which their from would could should its".split()
)
_CAPITAL_LEAD: Final = frozenset({"the", "this", "these", "their"})
_NAMES: Final = frozenset({"be", "he", "me"})
_COMBINING: Final = frozenset(
    "counter market policy techno electro hyper techni underground underwater afternoon master "
    "copper silver leather weather finger thunder butter slaughter neighbour neighbor".split()
)
_LENGTHS: Final = range(5, 41)
_HABIT: Final = 3
_ENGLISH_SHARE: Final = 0.7
_PLACE_LEFT: Final = 4
_WORD_LEFT: Final = 6
_LEAD_RIGHT: Final = 5
_BOTH: Final = 14


def find_joints(words: str) -> Iterator[int]:
    """Find where a space is missing between sentences, or after a comma.

    Args:
        words: A paragraph in plain wording.

    Returns:
        Places before which a space belongs, in order. A quotation mark at the joint goes to the
        side where it closes or opens a quotation.
    """
    quotes, counted = 0, 0
    for match in _JOINT.finditer(words):
        if _is_web(words, match):
            continue
        quotes += words.count('"', counted, match.start())
        counted = match.start()
        opens = '"' in match.group() and quotes % 2 == 0
        yield match.start() + 1 if opens else match.end()


def _is_web(words: str, match: re.Match[str]) -> bool:
    """Whether a joint stands inside an address or a file name."""
    if _ENDING.match(words, match.end()) or _MAIL.match(words, match.end()):
        return True
    before = words[max(0, match.start() - _REACH) : match.start()]
    return _WEB.search(before.rpartition(" ")[2]) is not None


def plan_splits(lines: Iterable[str]) -> Mapping[str, int]:
    """Decide, for a whole text, which of its words are two and where they part.

    Args:
        lines: Its paragraphs in plain wording.

    Returns:
        The length of the first word, by the letters as they stand; empty for a text that is not
        English, where the list proves nothing.
    """
    counts = Counter(chain.from_iterable(map(_LETTERS.findall, lines)))
    plan: dict[str, int] = {}
    foreign = 0
    for token in [token for token in counts if not is_word(token.lower())]:
        cut = split_word(token, counts.keys()) if counts[token] < _HABIT else None
        if cut is None:
            foreign += counts[token]
        else:
            plan[token] = cut
    return plan if foreign <= (1 - _ENGLISH_SHARE) * counts.total() else {}


def find_splits(words: str, plan: Mapping[str, int]) -> Iterator[int]:
    """Find where the words of a plan part in a paragraph, in order."""
    if plan:
        for match in _TOKEN.finditer(words):
            if match.group() in plan:
                yield match.start() + plan[match.group()]


def split_word(token: str, seen: AbstractSet[str]) -> int | None:
    """Say where two words were glued, None where nothing or more than one place is proved.

    "Russiahas" gives 6, "andthe" 3, "policymakers" None.

    Args:
        token: Letters only.
        seen: The words that stand alone in the same text, with their capitals.
    """
    if len(token) not in _LENGTHS or is_word(token.lower()):
        return None
    camel = _CAMEL.fullmatch(token)
    if camel:
        return len(camel[1]) if camel[1] in _SMALL | _FOLLOW else None
    if not token[1:].islower():
        return None
    cuts = [cut for cut in range(2, len(token) - 1) if _is_proved(token, cut, seen)]
    return cuts[0] if len(cuts) == 1 else None


def _is_proved(token: str, cut: int, seen: AbstractSet[str]) -> bool:
    """Whether the letters up to the cut, and those after it, are surely two words."""
    left, right = token[:cut].lower(), token[cut:]
    capital = token[0].isupper()
    if right in _FOLLOW and left in _SMALL | _FOLLOW:
        return left not in _NAMES
    if right in _FOLLOW:
        return _may_precede(token[:cut], seen)
    if right in _SHORT:
        return not capital and cut >= _WORD_LEFT and is_common(left)
    if left in _LEAD and (not capital or left in _CAPITAL_LEAD):
        return len(right) >= _LEAD_RIGHT and is_common(right)
    return _are_two(left, right)


def _may_precede(left: str, seen: AbstractSet[str]) -> bool:
    """Whether a small word may follow these letters: a word, or a name the text knows."""
    if len(left) < _PLACE_LEFT:
        return False
    if left[0].isupper():
        known = left in seen or left in known_names().get(left, {})
        return known or (len(left) >= _WORD_LEFT and is_common(left.lower()))
    return is_common(left)


def _are_two(left: str, right: str) -> bool:
    """Whether two long common words stand together that form no compound."""
    return (
        len(left) >= _WORD_LEFT
        and len(right) >= _WORD_LEFT
        and len(left) + len(right) >= _BOTH
        and left not in _COMBINING
        and is_common(left)
        and is_common(right)
    )
