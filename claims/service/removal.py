"""Taking an article out, with everything that goes with it; human words stay."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

import db
from claims import __version__
from claims.extract import EXTRACTOR
from claims.model import Article, Run
from claims.questions import compare_readings
from claims.service.basis import basis_of
from claims.service.edition import link
from claims.service.recomparison import clear, compare_again
from claims.service.replacement import restore_text, settle_text

if TYPE_CHECKING:
    from db import Session


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes with an article.

    Args:
        article: The article.
        claims: How many claims go; none where another article prints the same text.
        conflicts: How many conflicts are no longer found.
        orphans: How many words of people are left without what they were said of.
        heir: The earlier version that takes its place; None where there is none.
    """

    article: Article
    claims: int
    conflicts: int
    orphans: int
    heir: str | None = None


@dataclass(slots=True)
class _Undone(Exception):
    """Ends a transaction in which something was only tried."""

    found: Removal = field()


def plan_removal(database: db.Database, prefix: str) -> Removal:
    """Say what would go with an article, and change nothing.

    Raises:
        NotFound: There is no such article.
    """
    try:
        with database.write() as session:
            _undo(_remove(session, db.get_article(session, prefix)))
    except _Undone as undone:
        return undone.found


def _undo(found: Removal) -> NoReturn:
    raise _Undone(found)


def remove_article(database: db.Database, prefix: str) -> Removal:
    """Take an article out, with its claims where no other article prints the same text.

    An earlier version of it takes its place. Human words about it stay.

    Args:
        database: Where from.
        prefix: The article's id, or enough of it to be the only one.

    Raises:
        NotFound: There is no such article.
    """
    with database.write() as session:
        return _remove(session, db.get_article(session, prefix))


def _remove(session: Session, article: Article) -> Removal:
    text_id, last = article.text.id, db.last_change(session)
    before = {word.id for word in db.find_orphans(session)}
    claims = db.ids_of_text(session, text_id)
    heir = _heir(session, article)
    if heir is not None:
        _hand_down(session, article, heir)
    _take_out(session, article)
    db.remove_edition(session, article.id, heir.article.id if heir else None)
    if heir is not None:
        if not db.earlier_texts(session, [heir.article.text_id]):
            restore_text(session, heir.article.text_id)
        link(session, heir.article.id)
    went = [one for one in db.changes_after(session, last) if one.was and not one.now]
    return Removal(
        article=article,
        claims=len(claims - db.ids_of_text(session, text_id)),
        conflicts=len(went),
        orphans=sum(word.id not in before for word in db.find_orphans(session)),
        heir=heir.article.id if heir else None,
    )


def _heir(session: Session, article: Article) -> db.Edition | None:
    """Find the version that takes the place of the present one."""
    *earlier, present = db.editions_of(session, article.id)
    return earlier[-1] if earlier and present.article.id == article.id else None


def _hand_down(session: Session, article: Article, heir: db.Edition) -> None:
    """Let words and the ids of conflicts follow to the claims of an earlier version."""
    text_id = heir.article.text_id
    then = db.claims_of_texts(session, [article.text.id])
    now = db.claims_of_texts(session, [text_id])
    found = compare_readings(then, now, db.get_text(session, text_id).body)
    db.carry_conflicts(session, found.places, datetime.now(UTC))
    db.forget_claim_aliases(session, {claim.id for claim in now})
    if db.articles_on(session, article.text.id) == [article.id]:
        db.save_claim_aliases(session, {claim.id for claim in then}, found.places)


def _take_out(session: Session, article: Article) -> None:
    text_id = article.text.id
    if db.articles_on(session, text_id) == [article.id]:
        cleared = clear(session, text_id)
        db.remove_article(session, article.id)
        compare_again(session, cleared, {})
        return
    read_on = basis_of(db.article_of_text(session, text_id))
    db.remove_article(session, article.id)
    run_id = db.save_run(session, Run(__version__, EXTRACTOR, datetime.now(UTC)))
    settle_text(session, text_id, read_on, run_id)
