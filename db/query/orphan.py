"""Human words whose article or claim is not there any more: kept, and attached to nothing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.model import Annotation, Target, standing
from db.query.annotation import annotations, present_ids
from db.query.edition import earlier_claims
from db.statement import GIVEN, select_rows
from db.table import ARTICLE, CLAIM


def find_orphans(session: Session) -> list[Annotation]:
    """List what was said of articles and claims that are gone, oldest first, then by id.

    A claim that only an earlier version of its article makes counts as gone, unless another
    stands in its place. Corrected words are left out.
    """
    return [*_on_articles(session), *_on_claims(session)]


def _on_articles(session: Session) -> list[Annotation]:
    words = standing(annotations(session, Target.ARTICLE))
    now = present_ids(session, Target.ARTICLE) if words else {}
    meant = {word.id: now.get(word.target_id, word.target_id) for word in words}
    statement = select(ARTICLE.c.id).where(ARTICLE.c.id.in_(GIVEN))
    there = {row[0] for row in select_rows(session, set(meant.values()), statement)}
    return [word for word in words if meant[word.id] not in there]


def _on_claims(session: Session) -> list[Annotation]:
    words = standing(
        word for target in (Target.CLAIM, Target.PAIR) for word in annotations(session, target)
    )
    now = present_ids(session, Target.CLAIM) if words else {}
    meant = {
        word.id: {
            id_ if word.text_id else now.get(id_, id_)  # a correction is never moved
            for id_ in (
                (word.left, word.right) if word.target is Target.PAIR else (word.target_id,)
            )
            if id_ is not None
        }
        for word in words
    }
    ids = {id_ for some in meant.values() for id_ in some}
    statement = select(CLAIM.c.id).where(CLAIM.c.id.in_(GIVEN))
    there = {row[0] for row in select_rows(session, ids, statement)} - earlier_claims(session, ids)
    return [word for word in words if not meant[word.id] <= there]
