"""What people say of two claims: one question, two questions, or a contradiction.

Detection obeys, whatever the ladder says. What is said of two claims holds for copies of them
too: claims that give one answer in the very same words. The latest word on two claims counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from claims.compare.outcome import not_comparable
from claims.model import Act, Annotation, Outcome, Relation
from claims.questions.answer import signature_of
from claims.questions.family import family_of
from claims.questions.judgement import judge
from claims.questions.ladder.step import DIFFERENT, SAME, Climb, Step
from claims.questions.side import Pair, Side

RUNG: Final = "person"
RAISED: Final = "person.contradict"
"""The rule of a conflict that a person raised."""
Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """What a person says of two claims.

    Args:
        act: Whether they answer one question, two, or contradict each other.
        by: Who says so.
        note: Why; empty where it was not said, or not for reports.
    """

    act: Act
    by: str
    note: str = ""

    @property
    def joins(self) -> bool:
        """Whether both answer one question."""
        return self.act is not Act.APART


def ids_of(left: str, right: str) -> Ids:
    """Name two claims whose order means nothing."""
    return (left, right) if left < right else (right, left)


def ties_of(words: Iterable[Annotation]) -> dict[Ids, Tie]:
    """Give what counts of the words on two claims: the latest on each two, by the two ids.

    Args:
        words: In any order; words on anything else are passed over.
    """
    found: dict[Ids, Tie] = {}
    for word in sorted(words, key=lambda word: (word.at, word.id)):
        if word.act is None or word.left is None or word.right is None:
            continue
        ids = ids_of(word.left, word.right)
        found.pop(ids, None)
        if word.act is not Act.FREE:
            found[ids] = Tie(word.act, word.by, "" if word.is_internal else word.note)
    return found


class Ties:
    """The ties among some claims, and among copies of them."""

    def __init__(self, ties: Mapping[Ids, Tie], sides: Mapping[str, Side]) -> None:
        """Take those ties of which both claims are there."""
        self._own = {ids: tie for ids, tie in sorted(ties.items()) if sides.keys() >= set(ids)}
        self._of_copies: dict[frozenset[tuple[str, str]], Tie] = {}
        for (left, right), tie in self._own.items():
            words = frozenset((_wording(sides[left]), _wording(sides[right])))
            self._of_copies.setdefault(words, tie)

    @property
    def joined(self) -> list[Ids]:
        """The claims that people joined, in order of id."""
        return [ids for ids, tie in self._own.items() if tie.joins]

    @property
    def parted(self) -> list[Ids]:
        """The claims that people set apart, in order of id."""
        return [ids for ids, tie in self._own.items() if not tie.joins]

    def of(self, pair: Pair) -> Tie | None:
        """Give what counts of two claims; None where nobody spoke of them."""
        if not self._own:
            return None
        own = self._own.get(ids_of(pair.left.claim.id, pair.right.claim.id))
        if own is not None:
            return own
        words = frozenset((pair.left.once(_wording), pair.right.once(_wording)))
        return self._of_copies.get(words)


def _wording(side: Side) -> tuple[str, str]:
    """Give what makes two claims copies: the answer, and the words of the quote."""
    return signature_of(side), " ".join(side.claim.quote.casefold().split())


def climb_of(tie: Tie) -> Climb:
    """Give the ladder that a person climbed for two claims."""
    said = f": {tie.note}" if tie.note else ""
    if tie.act is Act.CONTRADICT:
        return Climb((Step(RUNG, SAME, ""),))
    if tie.joins:
        reason = f"{tie.by} says that both answer one question{said}"
        return Climb((Step(RUNG, SAME, reason),))
    return Climb((Step(RUNG, DIFFERENT, f"{tie.by} says that these are two questions{said}"),))


def judge_tied(tie: Tie, pair: Pair, found: Climb) -> Outcome:
    """Say what two claims come to that a person spoke of."""
    if tie.act is Act.CONTRADICT:
        reason = f"raised by {tie.by}: {tie.note}" if tie.note else f"raised by {tie.by}"
        return Outcome(Relation.CONTRADICTION, RAISED, reason)
    one, other = family_of(pair.left.claim), family_of(pair.right.claim)
    if one is not other:
        return not_comparable("person.family", f"nothing compares what is of {one} and of {other}")
    return judge(pair, found)
