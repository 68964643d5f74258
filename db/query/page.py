"""The listing of claims, a part at a time: what is held grows with the articles, not the claims."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.model import Claim, Filter, Target, Verdict
from db.query.annotation import all_statuses, judged_by, note_counts, tagged
from db.query.article import ArticleHead, earliest_first, head_from, select_heads
from db.query.claim import ClaimListing, by_claim, load_chosen, reading_order
from db.query.condition import EVERYTHING, Condition, of_article, of_claim
from db.query.edition import EARLIER_ARTICLES, EARLIER_TEXTS
from db.statement import GIVEN, given
from db.table import ARTICLE, CLAIM, CLAIM_FLAG

_AT_ONCE: Final = 500
"""About how many claims are loaded at a time; those of one text are loaded together."""


class ClaimPages:
    """The claims that a filter allows, by article, earliest published first, in reading order.

    Use it in the transaction it was made in.
    """

    def __init__(self, session: Session, narrow: Filter = EVERYTHING) -> None:
        self._session = session
        self._conditions, self._values = _conditions(session, narrow)
        self._heads = self._load_heads(narrow)
        self._counts = self._count_claims()
        self._statuses = all_statuses(session, Target.CLAIM)
        self._notes = note_counts(session, Target.CLAIM)

    @property
    def total(self) -> int:
        """How many claims there are."""
        return sum(self._counts.values())

    def batches(self, skip: int = 0, limit: int | None = None) -> Iterator[list[ClaimListing]]:
        """Give the claims in turn, some hundred at a time.

        Args:
            skip: How many to pass over, unread.
            limit: How many to give at most; None for all.
        """
        left = self.total if limit is None else limit
        for texts, over in self._parts(skip):
            if left <= 0:
                return
            listed = self._load(texts)[over : over + left]
            left -= len(listed)
            yield listed

    def _parts(self, skip: int) -> Iterator[tuple[list[str], int]]:
        """Give texts in order, some at a time, and how many of their claims to pass over."""
        texts: list[str] = []
        size = over = 0
        for text_id in self._heads:
            count = self._counts[text_id]
            if not texts and skip >= count:
                skip -= count
                continue
            if not texts:
                over, skip = skip, 0
            texts.append(text_id)
            size += count
            if size >= _AT_ONCE:
                yield texts, over
                texts, size, over = [], 0, 0
        if texts:
            yield texts, over

    def _load(self, texts: Sequence[str]) -> list[ClaimListing]:
        chosen = select(CLAIM.c.id).where(*self._conditions, CLAIM.c.text_id.in_(texts))
        claims = load_chosen(self._session, chosen, self._values)
        marks = select(CLAIM_FLAG).where(CLAIM_FLAG.c.claim_id.in_(chosen))
        flags = by_claim(self._session.execute(marks, self._values))
        order = {text_id: place for place, text_id in enumerate(texts)}
        claims.sort(key=lambda claim: (order[claim.text_id], *reading_order(claim)))
        return [self._listing(claim, flags) for claim in claims]

    def _listing(self, claim: Claim, flags: Mapping[str, Any]) -> ClaimListing:
        return ClaimListing(
            claim,
            self._heads[claim.text_id],
            flags.get(claim.id, ()),
            self._statuses.get(claim.id, Verdict.OPEN.value),
            self._notes.get(claim.id, 0),
        )

    def _load_heads(self, narrow: Filter) -> dict[str, ArticleHead]:
        """Give the first article the filter allows on each text, the earliest text first."""
        texts = select(CLAIM.c.text_id).where(*self._conditions)
        rows = self._session.execute(
            select_heads().where(
                ARTICLE.c.text_id.in_(texts),
                ARTICLE.c.id.not_in(EARLIER_ARTICLES),
                *of_article(narrow),
            ),
            self._values,
        )
        heads: dict[str, ArticleHead] = {}
        for row in sorted(rows, key=earliest_first):
            heads.setdefault(row.text_id, head_from(row))
        return heads

    def _count_claims(self) -> dict[str, int]:
        counted = select(CLAIM.c.text_id, func.count()).where(*self._conditions)
        rows = self._session.execute(counted.group_by(CLAIM.c.text_id), self._values)
        return {row[0]: row[1] for row in rows}


def _conditions(session: Session, narrow: Filter) -> tuple[list[Condition], dict[str, Any]]:
    """Give the conditions on claims, what people said of them included, and their parameter."""
    conditions = [*of_claim(narrow), CLAIM.c.text_id.not_in(EARLIER_TEXTS)]
    allowed, denied = _judged(session, narrow)
    if allowed is not None:
        return [*conditions, CLAIM.c.id.in_(GIVEN)], given(allowed)
    if denied:
        return [*conditions, CLAIM.c.id.not_in(GIVEN)], given(denied)
    return conditions, {}


def _judged(session: Session, narrow: Filter) -> tuple[set[str] | None, set[str]]:
    """Give the only claims that what people said allows, None for all, or else those it denies."""
    allowed: set[str] | None = None
    denied: set[str] = set()
    if narrow.tags:
        allowed = tagged(session, Target.CLAIM, narrow.tags)
    if narrow.judged_by is not None:
        known = judged_by(session, Target.CLAIM, narrow.judged_by)
        allowed = known if allowed is None else allowed & known
    if narrow.status is not None:
        statuses = all_statuses(session, Target.CLAIM)
        if narrow.status == Verdict.OPEN.value:
            denied = {id_ for id_, status in statuses.items() if status != narrow.status}
        else:
            fitting = {id_ for id_, status in statuses.items() if status == narrow.status}
            allowed = fitting if allowed is None else allowed & fitting
    return (None, denied) if allowed is None else (allowed - denied, set())


def list_claims(session: Session, narrow: Filter = EVERYTHING) -> list[ClaimListing]:
    """List claims by article, earliest published first, then in reading order."""
    return [one for batch in ClaimPages(session, narrow).batches() for one in batch]
