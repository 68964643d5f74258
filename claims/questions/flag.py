"""What is said of each claim in listings: contradicted, lists differ, agrees, only source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from claims.model import Between, Conflict, Flag, FlagWord, Question, Relation
from claims.questions.side import Side

_WORDS: Final[Mapping[Relation, FlagWord]] = {
    Relation.CONTRADICTION: FlagWord.CONTRADICTED,
    Relation.UPDATE: FlagWord.UPDATED,
    Relation.OMISSION: FlagWord.LISTS_DIFFER,
    Relation.DIFFERENT_SCOPE: FlagWord.LOOK_ALIKE,
}


def flags_of(
    questions: Sequence[Question],
    conflicts: Iterable[Conflict],
    agreed: Iterable[tuple[Sequence[str], Sequence[str]]],
    sides: Mapping[str, Side],
) -> Iterator[Flag]:
    """Give the flags of every claim, by claim and word.

    Args:
        questions: All questions.
        conflicts: Conflicts and look-alikes.
        agreed: Pairs of answers, as claim ids, that agree though they are not one answer.
        sides: Every claim with its text.
    """
    fellows = {id_: a.claims for q in questions for a in q.answers for id_ in a.claims}
    yield from _from_conflicts(conflicts, fellows, sides)
    agreeing = {id_ for pair in agreed for claims in pair for id_ in claims}
    for question in questions:
        texts = {sides[id_].claim.text_id for a in question.answers for id_ in a.claims}
        for answer in question.answers:
            held_by = sum(
                articles
                for _, articles in {
                    (sides[i].claim.text_id, sides[i].facts.articles) for i in answer.claims
                }
            )
            for id_ in answer.claims:
                if held_by > 1 or id_ in agreeing:
                    yield Flag(id_, FlagWord.AGREES)
                elif len(texts) == 1:
                    yield Flag(id_, FlagWord.ONLY_SOURCE)


def _from_conflicts(
    conflicts: Iterable[Conflict],
    fellows: Mapping[str, Sequence[str]],
    sides: Mapping[str, Side],
) -> Iterator[Flag]:
    for conflict in conflicts:
        texts = {sides[conflict.left].claim.text_id, sides[conflict.right].claim.text_id}
        between = Between.ARTICLES if len(texts) > 1 else Between.ONE_ARTICLE
        word = _WORDS[conflict.relation]
        for side in (conflict.left, conflict.right):
            for id_ in fellows[side]:
                yield Flag(id_, word, conflict.id, conflict.relation, between)
