"""What a filter means in SQL, the same for every listing.

Each function gives conditions on the columns of one table; a filter that says nothing about it
gives none. Words are matched case folded on both databases.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Select, or_, select, union
from sqlalchemy.orm import Session

from claims.model import BY_HAND, Filter, Mark, NameRole, Target
from claims.values.gazetteer import outlet_names
from db.day import parse_partial, start_of
from db.query.annotation import all_statuses, judged_by, tagged
from db.query.named import naming
from db.row.base import fold
from db.table import (
    ANSWER,
    ANSWER_CLAIM,
    ARTICLE,
    CLAIM,
    CLAIM_FLAG,
    CLAIM_MARK,
    CONFLICT,
    OUTLET,
    QUESTION,
    TEXT,
)

Condition = ColumnElement[bool]
Thing = TypeVar("Thing")

EVERYTHING: Final = Filter()
"""The filter that narrows nothing."""


def contains(column: ColumnElement[Any], words: str) -> Condition:
    """Whether a folded column holds the words."""
    return column.contains(fold(words), autoescape=True)


def of_article(narrow: Filter) -> list[Condition]:
    """Narrow articles by outlet, genre, author and published day.

    An outlet is found under each of its names that the tables of parties know. A partial day
    counts where any day it leaves open does; an unknown one never does.
    """
    conditions: list[Condition] = []
    if narrow.outlet is not None:
        names = sorted(outlet_names(narrow.outlet))
        outlets = select(OUTLET.c.id).where(OUTLET.c.folded.in_(names))
        conditions.append(ARTICLE.c.outlet_id.in_(outlets))
    if narrow.genres:
        conditions.append(ARTICLE.c.genre.in_([genre.value for genre in narrow.genres]))
    if narrow.author is not None:
        conditions.append(contains(ARTICLE.c.folded_authors, narrow.author))
    if narrow.since is not None:
        conditions.append(ARTICLE.c.published_to >= parse_partial(narrow.since)[0])
    if narrow.until is not None:
        conditions.append(ARTICLE.c.published_from <= parse_partial(narrow.until)[1])
    return conditions


def of_claim(narrow: Filter) -> list[Condition]:
    """Narrow claims by article, by what they say, by flags, relations, rules and words."""
    conditions = in_articles(narrow) + saying(narrow)
    if narrow.kinds:
        conditions.append(CLAIM.c.kind.in_([kind.value for kind in narrow.kinds]))
    if narrow.found_since is not None:
        texts = select(TEXT.c.id).where(TEXT.c.added_at >= start_of(narrow.found_since))
        conditions.append(CLAIM.c.text_id.in_(texts))
    return [*conditions, *_flagged(narrow), *map(_claim_about, _words(narrow))]


def in_articles(narrow: Filter) -> list[Condition]:
    """Narrow claims to those of the articles that the filter allows."""
    conditions = of_article(narrow)
    if not conditions:
        return []
    return [CLAIM.c.text_id.in_(select(ARTICLE.c.text_id).where(*conditions))]


def saying(narrow: Filter) -> list[Condition]:
    """Narrow claims by who says so, who and where is named, and the days they are about.

    A time that leaves open one of its ends is about every day beyond; an unknown one about none.
    """
    named = (
        (NameRole.SPEAKER, narrow.speaker),
        (NameRole.PARTY, narrow.party),
        (NameRole.PLACE, narrow.place),
    )
    conditions: list[Condition] = [
        CLAIM.c.id.in_(naming(role, name)) for role, name in named if name is not None
    ]
    if narrow.marks:
        conditions.append(or_(*(_MARKED[mark] for mark in narrow.marks)))
    first, last = CLAIM.c.as_of_from, CLAIM.c.as_of_to
    if narrow.as_of_since is not None:
        later = last >= parse_partial(narrow.as_of_since)[0]
        conditions.append(or_(later, last.is_(None) & first.is_not(None)))
    if narrow.as_of_until is not None:
        earlier = first <= parse_partial(narrow.as_of_until)[1]
        conditions.append(or_(earlier, first.is_(None) & last.is_not(None)))
    return conditions


_MARKS: Final = select(CLAIM_MARK.c.claim_id)
_MARKED: Final[dict[Mark, Condition]] = {
    Mark.BY_HAND: CLAIM.c.extractor == BY_HAND,
    Mark.CORRECTED: CLAIM.c.id.in_(_MARKS.where(CLAIM_MARK.c.read.is_not(None))),
    Mark.RETRACTED: CLAIM.c.id.in_(_MARKS.where(CLAIM_MARK.c.retracted)),
}


def _flagged(narrow: Filter) -> list[Condition]:
    conditions: list[Condition] = []
    if narrow.rules:
        decided = select(CONFLICT.c.id).where(_by_rule(narrow.rules))
        conditions.append(CLAIM.c.id.in_(_flags().where(CLAIM_FLAG.c.conflict_id.in_(decided))))
    if narrow.flags:
        words = [word.value for word in narrow.flags]
        conditions.append(CLAIM.c.id.in_(_flags().where(CLAIM_FLAG.c.word.in_(words))))
    if narrow.relations:
        relations = [relation.value for relation in narrow.relations]
        conditions.append(CLAIM.c.id.in_(_flags().where(CLAIM_FLAG.c.relation.in_(relations))))
    return conditions


def _by_rule(rules: Sequence[str]) -> Condition:
    """Whether a conflict was decided by one of some rules, or by one of their family."""
    families = (CONFLICT.c.rule.startswith(f"{rule}.", autoescape=True) for rule in rules)
    return or_(CONFLICT.c.rule.in_(list(rules)), *families)


def _flags() -> Select[Any]:
    return select(CLAIM_FLAG.c.claim_id)


def _words(narrow: Filter) -> Iterable[str]:
    """Give the words that must all stand somewhere."""
    return (narrow.about or "").split()


def _claim_about(word: str) -> Condition:
    """Whether a claim, or a question it answers, holds a word."""
    asked = (
        select(ANSWER_CLAIM.c.claim_id)
        .join(ANSWER, ANSWER.c.id == ANSWER_CLAIM.c.answer_id)
        .join(QUESTION, QUESTION.c.id == ANSWER.c.question_id)
        .where(contains(QUESTION.c.folded, word))
    )
    return or_(contains(CLAIM.c.folded, word), CLAIM.c.id.in_(asked))


def of_question(narrow: Filter) -> list[Condition]:
    """Narrow questions by kind, words, relations, and by the claims that answer them."""
    conditions: list[Condition] = []
    if narrow.kinds:
        conditions.append(QUESTION.c.kind.in_([kind.value for kind in narrow.kinds]))
    answered = (in_articles(narrow) + saying(narrow), _flags_only(narrow))
    conditions += [QUESTION.c.id.in_(_answered_by(wanted)) for wanted in answered if wanted]
    found = _conflict_marks(narrow)
    if found:
        conditions.append(QUESTION.c.id.in_(select(CONFLICT.c.question_id).where(*found)))
    for word in _words(narrow):
        holding = _answered_by([contains(CLAIM.c.folded, word)])
        conditions.append(or_(contains(QUESTION.c.folded, word), QUESTION.c.id.in_(holding)))
    return conditions


def _flags_only(narrow: Filter) -> list[Condition]:
    return _flagged(Filter(flags=narrow.flags))


def _answered_by(claims: Iterable[Condition]) -> Select[Any]:
    """Select the questions that such claims answer."""
    return (
        select(ANSWER.c.question_id)
        .join(ANSWER_CLAIM, ANSWER_CLAIM.c.answer_id == ANSWER.c.id)
        .join(CLAIM, CLAIM.c.id == ANSWER_CLAIM.c.claim_id)
        .where(*claims)
    )


def _conflict_marks(narrow: Filter) -> list[Condition]:
    conditions: list[Condition] = []
    if narrow.relations:
        relations = [relation.value for relation in narrow.relations]
        conditions.append(CONFLICT.c.relation.in_(relations))
    if narrow.rules:
        conditions.append(_by_rule(narrow.rules))
    if narrow.found_since is not None:
        conditions.append(CONFLICT.c.found_at >= start_of(narrow.found_since))
    return conditions


def of_conflict(narrow: Filter) -> list[Condition]:
    """Narrow conflicts by their own marks and by the claims of their two answers."""
    conditions = _conflict_marks(narrow)
    if narrow.kinds:
        conditions.append(CONFLICT.c.kind.in_([kind.value for kind in narrow.kinds]))
    answered = (in_articles(narrow) + saying(narrow), _flags_only(narrow))
    conditions += [_has_side(wanted) for wanted in answered if wanted]
    for word in _words(narrow):
        asked = select(QUESTION.c.id).where(contains(QUESTION.c.folded, word))
        sides = _has_side([contains(CLAIM.c.folded, word)])
        conditions.append(or_(CONFLICT.c.question_id.in_(asked), sides))
    return conditions


def _has_side(claims: Iterable[Condition]) -> Condition:
    """Whether a claim of one of the two answers is such a claim."""
    fellow = ANSWER_CLAIM.alias("fellow")
    found = [
        select(CONFLICT.c.id)
        .join(ANSWER_CLAIM, ANSWER_CLAIM.c.claim_id == side)
        .join(fellow, fellow.c.answer_id == ANSWER_CLAIM.c.answer_id)
        .join(CLAIM, CLAIM.c.id == fellow.c.claim_id)
        .where(*claims)
        for side in (CONFLICT.c.left_claim, CONFLICT.c.right_claim)
    ]
    return CONFLICT.c.id.in_(union(*found))


def judged(
    session: Session,
    narrow: Filter,
    target: Target,
    things: list[Thing],
    id_of: Callable[[Thing], str],
) -> list[Thing]:
    """Keep what has the status, one of the tags, and the judge that a filter asks for, in order."""
    if narrow.status is not None:
        statuses = all_statuses(session, target)
        things = [one for one in things if statuses.get(id_of(one), "open") == narrow.status]
    if narrow.tags:
        carriers = tagged(session, target, narrow.tags)
        things = [one for one in things if id_of(one) in carriers]
    if narrow.judged_by is not None:
        known = judged_by(session, target, narrow.judged_by)
        things = [one for one in things if id_of(one) in known]
    return things
