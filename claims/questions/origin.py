"""How many independent origins a figure has at most.

Ten papers that print one agency text are one voice. Two texts have one origin where a good part
of the shorter stands in the longer, where they share a passage of twelve words, or where both
credit one agency and share more than chance gives; two that cite one report or one speaker for a
figure have one origin for that figure. Nothing here says who wrote first, nor that origins which
are counted apart are independent: it is "at most".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from claims.values.gazetteer import display_name

if TYPE_CHECKING:
    from claims.model import Claim, Sketch
    from claims.questions.story import TextFacts

COPIED: Final = 0.25
"""The share of a text's runs of words, in another, that makes it a reprint of it."""
CREDITED: Final = 0.08
"""The same where both credit one agency; two reports of one event share one in a hundred."""
_UNKNOWN: Final = "words:"
_FEWEST: Final = 12
"""Shared runs below which a share says nothing: sixteen words."""
_FEWEST_KEPT: Final = 2
"""The same for the runs that sketches keep."""


def shared_share(left: Sketch, right: Sketch) -> float:
    """Estimate what share of the shorter text stands in the longer, by runs of five words.

    A text of 100 runs of which 30 stand in one of 400 gives about 0.3.

    Returns:
        0 to 1; 0 where it is too little to say anything.

    Source: Broder, "On the resemblance and containment of documents", 1997.
    """
    both = left.shingles & right.shingles
    if len(both) < _FEWEST_KEPT:
        return 0.0
    union = left.shingles | right.shingles
    size = min([len(union), *(len(s.shingles) for s in (left, right) if len(s.shingles) < s.runs)])
    if _share(left, right, len(both) / size) < CREDITED:
        return 0.0
    lowest = sorted(union)[:size]
    return _share(left, right, sum(one in both for one in lowest) / size)


def _share(left: Sketch, right: Sketch, alike: float) -> float:
    """Give the share of the shorter text, from what share of all runs stands in both."""
    common = alike * (left.runs + right.runs) / (1 + alike)
    return min(1.0, common / min(left.runs, right.runs)) if common >= _FEWEST else 0.0


def same_origin(left: TextFacts, right: TextFacts) -> str:
    """Say what tells that one of two texts was copied from the other, or both from a third.

    Returns:
        The reason in words; empty where nothing tells so, as for texts that were read before
        sketches were kept.
    """
    one, other = left.sketch, right.sketch
    if one is None or other is None:
        return ""
    if not one.passages.isdisjoint(other.passages):
        return "a passage of twelve words or more stands in both"
    share = shared_share(one, other)
    agencies = sorted(left.agencies & right.agencies)
    if share >= COPIED:
        return f"{share:.0%} of the wording of one stands in the other"
    if agencies and share >= CREDITED:
        return f"both credit {agencies[0]} and share {share:.0%} of their wording"
    return ""


def same_source(left: Claim, right: Claim, facts: Mapping[str, TextFacts]) -> str:
    """Say what tells that two claims have one origin; empty where nothing does.

    Args:
        left: A claim.
        right: Another.
        facts: What is known of their texts, by id.
    """
    if left.text_id == right.text_id:
        return "they stand in one text"
    cited = [_cited(claim) for claim in (left, right)]
    named = {key: name for one in cited for key, name in one.items()}
    own = [_own(claim, facts) for claim in (left, right)]
    both = [
        key for key in named if all(key in c or key in o for c, o in zip(cited, own, strict=True))
    ]
    if both:
        return f"both go back to {named[both[0]]}"
    texts = [facts[claim.text_id] for claim in (left, right) if claim.text_id in facts]
    return same_origin(*texts) if len(texts) == 2 else ""


def _cited(claim: Claim) -> dict[str, str]:
    """Give the speakers that are known by name: key to name."""
    return {
        key: speaker.name if key == speaker.key else display_name(key)
        for speaker in claim.speakers
        for key in speaker.keys
        if not key.startswith(_UNKNOWN)
    }


def _own(claim: Claim, facts: Mapping[str, TextFacts]) -> frozenset[str]:
    return facts[claim.text_id].outlets if claim.text_id in facts else frozenset()


def origins_at_most(claims: Iterable[Claim], facts: Mapping[str, TextFacts]) -> int:
    """Count the independent origins that claims of one figure have at most.

    Four articles, two of them one agency text and two citing one newspaper, have two.

    Args:
        claims: Claims that give one answer.
        facts: What is known of their texts, by id; a text that is missing is its own origin.

    Returns:
        The number of groups of texts that share an origin, directly or through each other; 0
        for no claims.
    """
    told = list(claims)
    texts = sorted({claim.text_id for claim in told})
    groups = _Groups(texts)
    for ids in _by_speaker(told, facts):
        groups.join(ids)
    known = {id_: facts[id_].sketch for id_ in texts if id_ in facts and len(texts) > 1}
    sketches = {id_: sketch for id_, sketch in known.items() if sketch is not None}
    for ids in _holders(sketches, "passages"):
        groups.join(ids)
    for left, right in _alike(groups, _holders(sketches, "shingles")):
        if groups.apart(left, right) and same_origin(facts[left], facts[right]):
            groups.join((left, right))
    return groups.count


def origin_links(
    claims: Iterable[Claim], facts: Mapping[str, TextFacts]
) -> list[tuple[Claim, Claim, str]]:
    """Explain a count of origins: the claims of two texts each that are counted as one, and why.

    Args:
        claims: Claims that give one answer; the first of a text stands for it.
        facts: What is known of their texts, by id.

    Returns:
        As many as the texts are more than the origins.
    """
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.text_id, claim)
    groups = _Groups(first)
    links = []
    for left, right in combinations(first.values(), 2):
        apart = groups.apart(left.text_id, right.text_id)
        reason = same_source(left, right, facts) if apart else ""
        if reason:
            groups.join((left.text_id, right.text_id))
            links.append((left, right, reason))
    return links


def _by_speaker(
    claims: Iterable[Claim], facts: Mapping[str, TextFacts]
) -> Iterator[Collection[str]]:
    """Give the texts behind each known speaker: those that cite it, and its own."""
    cited: dict[str, set[str]] = defaultdict(set)
    own: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for key in _cited(claim):
            cited[key].add(claim.text_id)
        for outlet in _own(claim, facts):
            own[outlet].add(claim.text_id)
    return (texts | own[key] for key, texts in cited.items())


def _holders(sketches: Mapping[str, Sketch], sort: str) -> list[list[str]]:
    """Give the texts that hold each run of words which two or more hold."""
    runs: dict[str, frozenset[int]] = {id_: getattr(one, sort) for id_, one in sketches.items()}
    once: set[int] = set()
    twice: set[int] = set()
    for some in runs.values():
        twice |= once & some
        once |= some
    holders: dict[int, list[str]] = defaultdict(list)
    for id_, some in runs.items() if twice else ():
        for run in some & twice:
            holders[run].append(id_)
    return list(holders.values())


def _alike(groups: _Groups, holders: Iterable[Sequence[str]]) -> list[tuple[str, str]]:
    """Give the pairs of texts that share some runs of words and are not yet in one group.

    A set phrase that many texts share makes no pair by itself.
    """
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders:
        group_of = {id_: groups.top(id_) for id_ in ids}
        if len(set(group_of.values())) > 1:
            pairs = combinations(ids, 2)
            shared.update(pair for pair in pairs if group_of[pair[0]] != group_of[pair[1]])
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST_KEPT)


class _Groups:
    """Texts, joined step by step."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._above = {id_: id_ for id_ in ids}

    def top(self, id_: str) -> str:
        """Give the text that stands for the group of a text."""
        while self._above[id_] != id_:
            above = self._above[id_]
            self._above[id_] = self._above[above]
            id_ = above
        return id_

    def apart(self, left: str, right: str) -> bool:
        """Whether two texts are in different groups so far."""
        return self.top(left) != self.top(right)

    def join(self, ids: Iterable[str]) -> None:
        """Put texts into one group."""
        for left, right in pairwise(sorted(ids)):
            self._above[self.top(right)] = self.top(left)

    @property
    def count(self) -> int:
        """How many groups there are."""
        return sum(above == id_ for id_, above in self._above.items())
