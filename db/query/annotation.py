"""Human words, and the status they give to what they are about."""

from collections.abc import Collection, Mapping
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.model import Annotation, Target, Verdict
from db.query.lookup import ANNOTATIONS, find_id
from db.row.annotation import annotation_from
from db.row.base import fold
from db.statement import GIVEN, select_rows
from db.table import ANNOTATION, ARTICLE_ALIAS

DISPUTED: Final = "disputed"


def annotations(
    session: Session,
    target: Target | None = None,
    target_ids: Collection[str] | None = None,
) -> list[Annotation]:
    """List what people said, oldest first, then by id.

    Args:
        target: Only of this sort of thing; None for all.
        target_ids: Only of these; None for all, empty for none. What was said of an article
            under a former id of it comes too.
    """
    statement = select(ANNOTATION)
    if target is not None:
        statement = statement.where(ANNOTATION.c.target == target.value)
    if target_ids is None:
        rows = session.execute(statement).all()
    else:
        names = {*target_ids, *_former_ids(session, target_ids)}
        rows = select_rows(session, names, statement.where(ANNOTATION.c.target_id.in_(GIVEN)))
    return sorted(map(annotation_from, rows), key=lambda word: (word.at, word.id))


def _former_ids(session: Session, ids: Collection[str]) -> set[str]:
    """Give the former ids of articles, under which people may have spoken."""
    statement = select(ARTICLE_ALIAS.c.id).where(ARTICLE_ALIAS.c.article_id.in_(GIVEN))
    return {row.id for row in select_rows(session, ids, statement)}


def get_annotation(session: Session, prefix: str) -> Annotation:
    """Give a person's word by its short id.

    Raises:
        NotFound: No such word.
        InputError: More than one begins so.
    """
    whole = find_id(session, ANNOTATIONS, prefix)
    return annotation_from(
        session.execute(select(ANNOTATION).where(ANNOTATION.c.id == whole)).one()
    )


def annotations_by_id(session: Session, ids: Collection[str]) -> dict[str, Annotation]:
    """Give people's words by their whole ids; unknown ids are left out."""
    statement = select(ANNOTATION).where(ANNOTATION.c.id.in_(GIVEN))
    return {row.id: annotation_from(row) for row in select_rows(session, ids, statement)}


def all_statuses(session: Session, target: Target) -> dict[str, str]:
    """Give the status of everything of a sort that somebody judged."""
    rows = session.execute(
        select(ANNOTATION.c.target_id, ANNOTATION.c.by, ANNOTATION.c.verdict)
        .where(ANNOTATION.c.target == target.value, ANNOTATION.c.verdict.is_not(None))
        .order_by(ANNOTATION.c.at, ANNOTATION.c.id)
    )
    present = _present_ids(session, target)
    latest: dict[str, dict[str, str]] = {}
    for target_id, by, verdict in rows:
        latest.setdefault(present.get(target_id, target_id), {})[by] = verdict
    return {target_id: _status_of(verdicts) for target_id, verdicts in latest.items()}


def _present_ids(session: Session, target: Target) -> Mapping[str, str]:
    """Give the present id for every former one; only articles have such."""
    if target is not Target.ARTICLE:
        return {}
    columns = ARTICLE_ALIAS.c.id, ARTICLE_ALIAS.c.article_id
    return {row[0]: row[1] for row in session.execute(select(*columns))}


def _status_of(verdicts: Mapping[str, str]) -> str:
    """Sum up the latest verdict of each person."""
    distinct = set(verdicts.values())
    return distinct.pop() if len(distinct) == 1 else DISPUTED


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
    present = _present_ids(session, target)
    counts: dict[str, int] = {}
    for target_id, count in rows:
        now = present.get(target_id, target_id)
        counts[now] = counts.get(now, 0) + count
    return counts


def tagged(session: Session, target: Target, tags: Collection[str]) -> set[str]:
    """Find everything of a sort that carries one of the tags."""
    rows = session.execute(
        select(ANNOTATION.c.target_id, ANNOTATION.c.tags).where(ANNOTATION.c.target == target.value)
    )
    present = _present_ids(session, target)
    wanted = set(tags)
    return {present.get(row.target_id, row.target_id) for row in rows if wanted & set(row.tags)}


def judged_by(session: Session, target: Target, name: str) -> set[str]:
    """Find everything of a sort that a person gave a verdict on; the name is case folded."""
    rows = session.execute(
        select(ANNOTATION.c.target_id, ANNOTATION.c.by).where(
            ANNOTATION.c.target == target.value, ANNOTATION.c.verdict.is_not(None)
        )
    )
    present = _present_ids(session, target)
    return {present.get(row[0], row[0]) for row in rows if fold(row[1]) == fold(name)}
