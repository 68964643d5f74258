"""The listing of articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from claims.model import Filter, KnownBy, Source, Target, Verdict
from db.day import start_of
from db.query.annotation import all_statuses, note_counts
from db.query.article import SOURCE_COLUMNS, ArticleHead, earliest_first, head_from, select_heads
from db.query.condition import EVERYTHING, Condition, contains, judged, of_article, of_claim
from db.query.edition import EARLIER_ARTICLES
from db.row.article import known_by_from, source_from
from db.row.base import Stored
from db.table import ARTICLE, CLAIM, RUN, TEXT

_LISTED: Final = (ARTICLE.c.added_at, TEXT.c.characters, RUN.c.by, *SOURCE_COLUMNS)


@dataclass(frozen=True, slots=True)
class ArticleListing:
    """An article with what a listing says of it.

    Args:
        article: The article.
        source: The bytes it was read from; None for one made by hand.
        known_by: How each field is known.
        characters: Length of its text, in code points.
        claims: How many claims its text has.
        added_at: When it was added.
        added_by: Who added it; empty where nobody signed.
        status: The latest verdict on the article itself, "open" or "disputed".
        notes: How many human words are on it.
    """

    article: ArticleHead
    source: Source | None
    known_by: dict[str, KnownBy]
    characters: int
    claims: int
    added_at: datetime
    added_by: str
    status: str
    notes: int


def list_articles(
    session: Session, narrow: Filter = EVERYTHING, *, earlier: bool = False
) -> list[ArticleListing]:
    """List articles, earliest published first, unknown days last, then by id.

    Kind, flags, relations, rules, names and days of statement ask for a claim that has them;
    words may stand in the title, a claim or its question; `found_since` is about the day the
    article was added.

    Args:
        earlier: Whether earlier versions of articles are listed too.
    """
    counts = {
        row[0]: row[1]
        for row in session.execute(select(CLAIM.c.text_id, func.count()).group_by(CLAIM.c.text_id))
    }
    statement = select_heads(*_LISTED).join(TEXT, TEXT.c.id == ARTICLE.c.text_id)
    statement = statement.join(RUN, RUN.c.id == ARTICLE.c.run_id)
    conditions = article_conditions(narrow)
    if not earlier:
        conditions.append(ARTICLE.c.id.not_in(EARLIER_ARTICLES))
    rows = session.execute(statement.where(*conditions)).all()
    known = all_statuses(session, Target.ARTICLE)
    notes = note_counts(session, Target.ARTICLE)
    listed = [_listing_from(row, counts, known, notes) for row in sorted(rows, key=earliest_first)]
    return judged(session, narrow, Target.ARTICLE, listed, lambda one: one.article.id)


def _listing_from(
    row: Stored,
    counts: Mapping[str, int],
    known: Mapping[str, str],
    notes: Mapping[str, int],
) -> ArticleListing:
    return ArticleListing(
        article=head_from(row),
        known_by=known_by_from(row.known_by),
        characters=row.characters,
        claims=counts.get(row.text_id, 0),
        added_at=row.added_at,
        added_by=row.by or "",
        source=source_from(row),
        status=known.get(row.id, Verdict.OPEN.value),
        notes=notes.get(row.id, 0),
    )


def article_conditions(narrow: Filter) -> list[Condition]:
    """Narrow articles as their listing does, but for what people said of them."""
    conditions = of_article(narrow)
    if narrow.found_since is not None:
        conditions.append(ARTICLE.c.added_at >= start_of(narrow.found_since))
    marks = of_claim(_only_of_claims(narrow))
    if marks:
        conditions.append(ARTICLE.c.text_id.in_(_texts(marks)))
    for word in (narrow.about or "").split():
        holding = _texts(of_claim(Filter(about=word)))
        conditions.append(
            or_(contains(ARTICLE.c.folded_title, word), ARTICLE.c.text_id.in_(holding))
        )
    return conditions


def _only_of_claims(narrow: Filter) -> Filter:
    """Keep what only a claim can have."""
    return Filter(
        kinds=narrow.kinds,
        relations=narrow.relations,
        rules=narrow.rules,
        flags=narrow.flags,
        speaker=narrow.speaker,
        party=narrow.party,
        place=narrow.place,
        as_of_since=narrow.as_of_since,
        as_of_until=narrow.as_of_until,
    )


def _texts(claims: list[Condition]) -> Select[tuple[str]]:
    return select(CLAIM.c.text_id).where(*claims)
