"""Human words, and the status they give to what they are about."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from claims.model import Annotation, Target, Verdict, standing, status_of
from db.query.edition import former_claims, present_claims
from db.query.lookup import ANNOTATIONS, find_id
from db.row.annotation import annotation_from
from db.row.base import Stored, fold
from db.statement import GIVEN, select_rows
from db.table import ANNOTATION, ARTICLE_ALIAS, CLAIM_ALIAS, REVIEW


def annotations(
    session: Session,
    target: Target | None = None,
    target_ids: Collection[str] | None = None,
) -> list[Annotation]:
    """List what people said, oldest first, then by id.

    Args:
        target: Only of this sort of thing; None for all.
        target_ids: Only of these; None for all, empty for none. What was said of an article
            under a former id of it comes too, and what was said of a claim that stood where one
            of these does now.
    """
    statement = select(ANNOTATION)
    if target is not None:
        statement = statement.where(ANNOTATION.c.target == target.value)
    if target_ids is None:
        rows = session.execute(statement).all()
    else:
        names = {*target_ids, *_former_ids(session, target_ids)}
        rows = select_rows(session, names, statement.where(ANNOTATION.c.target_id.in_(GIVEN)))
    return _read(session, rows)


_ON_CLAIMS: Final = select(ANNOTATION).where(
    ANNOTATION.c.act.is_not(None),
    or_(ANNOTATION.c.left_claim.in_(GIVEN), ANNOTATION.c.right_claim.in_(GIVEN)),
)


def words_on_claims(session: Session, claim_ids: Collection[str]) -> list[Annotation]:
    """List what people said of two claims one of which is listed, oldest first, then by id."""
    names = {*claim_ids, *former_claims(session, claim_ids)}
    return _read(session, select_rows(session, names, _ON_CLAIMS))


def words_on_claims_of(session: Session, text_ids: Collection[str]) -> list[Annotation]:
    """List what people said of single claims of texts that made them what they are, oldest first.

    Claims that are not there any more are among those spoken of.
    """
    return _read(session, select_rows(session, text_ids, _OF_TEXTS))


_OF_TEXTS: Final = select(ANNOTATION).where(ANNOTATION.c.text_id.in_(GIVEN))


def words_on_pairs(session: Session) -> list[Annotation]:
    """List all that people said of two claims, oldest first, then by id."""
    return annotations(session, Target.PAIR)


def _former_ids(session: Session, ids: Collection[str]) -> set[str]:
    """Give the former ids of articles and claims, under which people may have spoken."""
    statement = select(ARTICLE_ALIAS.c.id).where(ARTICLE_ALIAS.c.article_id.in_(GIVEN))
    articles = {row.id for row in select_rows(session, ids, statement)}
    return articles | former_claims(session, ids)


def _read(session: Session, rows: Iterable[Stored]) -> list[Annotation]:
    """Read words, oldest first, then by id; the two claims they tell of as they are known now.

    What a word is about is part of what it is, and stays as it was said.
    """
    words = [annotation_from(row) for row in rows]
    sides = {id_ for word in words for id_ in (word.left, word.right) if id_ is not None}
    now = present_claims(session, sides)
    if now:
        words = [_moved(word, now) for word in words]
    return sorted(words, key=lambda word: (word.at, word.id))


def _moved(word: Annotation, now: Mapping[str, str]) -> Annotation:
    left, right = (id_ and now.get(id_, id_) for id_ in (word.left, word.right))
    return replace(word, left=left, right=right)


def get_annotation(session: Session, prefix: str) -> Annotation:
    """Give a person's word by its short id.

    Raises:
        NotFound: No such word.
        InputError: More than one begins so.
    """
    whole = find_id(session, ANNOTATIONS, prefix)
    return _read(session, session.execute(select(ANNOTATION).where(ANNOTATION.c.id == whole)))[0]


def annotations_by_id(session: Session, ids: Collection[str]) -> dict[str, Annotation]:
    """Give people's words by their whole ids; unknown ids are left out."""
    statement = select(ANNOTATION).where(ANNOTATION.c.id.in_(GIVEN))
    return {word.id: word for word in _read(session, select_rows(session, ids, statement))}


def words_by_thing(session: Session, target: Target) -> dict[str, tuple[Annotation, ...]]:
    """Give all that people said of a sort of thing, oldest first, by the present id of each."""
    present = present_ids(session, target)
    said: dict[str, list[Annotation]] = {}
    for word in annotations(session, target):
        said.setdefault(present.get(word.target_id, word.target_id), []).append(word)
    return {id_: tuple(words) for id_, words in said.items()}


def passed_in_review(session: Session, by: str, *, second: bool) -> frozenset[str]:
    """Give the conflicts that a person passed over in the present round of going through them."""
    statement = select(REVIEW.c.passed).where(REVIEW.c.by == by, REVIEW.c.second.is_(second))
    return frozenset(session.scalar(statement) or ())


def all_statuses(session: Session, target: Target) -> dict[str, str]:
    """Give the status of everything of a sort that somebody spoke of."""
    return {id_: status_of(words) for id_, words in words_by_thing(session, target).items()}


def present_ids(session: Session, target: Target) -> Mapping[str, str]:
    """Give the present id for every former one; only articles and claims have such."""
    if target is Target.CLAIM:
        return present_claims(session, set(session.scalars(select(CLAIM_ALIAS.c.id))))
    if target is not Target.ARTICLE:
        return {}
    columns = ARTICLE_ALIAS.c.id, ARTICLE_ALIAS.c.article_id
    return {row[0]: row[1] for row in session.execute(select(*columns))}


def statuses(session: Session, target: Target, ids: Collection[str]) -> dict[str, str]:
    """Give the status of each id: open, the verdict people agree on, or disputed.

    Each person counts with the latest verdict; "disputed" is two people's that differ.
    """
    judged = all_statuses(session, target)
    return {one: judged.get(one, Verdict.OPEN.value) for one in ids}


def note_counts(session: Session, target: Target) -> dict[str, int]:
    """Count the words on everything of a sort that anybody spoke of."""
    rows = session.execute(
        select(ANNOTATION.c.target_id, func.count())
        .where(ANNOTATION.c.target == target.value)
        .group_by(ANNOTATION.c.target_id)
    )
    present = present_ids(session, target)
    counts: dict[str, int] = {}
    for target_id, count in rows:
        now = present.get(target_id, target_id)
        counts[now] = counts.get(now, 0) + count
    return counts


def tagged(session: Session, target: Target, tags: Collection[str]) -> set[str]:
    """Find everything of a sort that carries one of the tags; corrected words count for nothing."""
    wanted = set(tags)
    said = words_by_thing(session, target)
    return {
        id_
        for id_, words in said.items()
        if any(wanted & set(word.tags) for word in standing(words))
    }


def judged_by(session: Session, target: Target, name: str) -> set[str]:
    """Find everything of a sort that a person gave a verdict on; the name is case folded."""
    said = words_by_thing(session, target)
    return {
        id_
        for id_, words in said.items()
        if any(word.verdict and fold(word.by) == fold(name) for word in standing(words))
    }
