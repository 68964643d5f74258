"""`claims articles` and `claims list`: what is in the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.cli import output
from claims.cli.option import Json, location, narrow, takes
from claims.cli.table import draw
from claims.model import Filter, Target
from claims.report.byline import (
    author_words,
    file_words,
    outlet_words,
    published_words,
    speaker_words,
)
from claims.report.identity import short_claim, short_id
from claims.report.layout import clean
from claims.report.quote import quote_words
from claims.report.wording import day_words, flag_words, plural, statement_words, verdict_words

if TYPE_CHECKING:
    from claims.report.view import ArticleEntry, Entry


@takes(narrow=narrow, location=location)
def articles(narrow: Filter, location: str, as_json: Json = False) -> None:
    """List the articles with what is known of them and how."""
    from claims.report.document import articles_document
    from claims.service.listing import list_articles
    from claims.service.opening import opened

    with opened(location) as database:
        entries = list_articles(database, narrow)
    if as_json:
        output.say_document(articles_document(entries))
        return
    draw(
        ("id", "article", "author, outlet", "published", "claims"),
        _article_rows(entries),
        (0, 5, 4, 0, 0),
    )
    output.say(_count(entries, "article", "claims add FILE…", narrow))


def _article_rows(entries: Iterable[ArticleEntry]) -> Iterable[Sequence[str]]:
    for entry in entries:
        article = entry.article
        title = clean(article.title or "title unknown")
        genre = "" if article.genre.value == "unknown" else f" ({article.genre.value})"
        status = f"\n{verdict_words(entry.status)}" if entry.words else ""
        yield (
            short_id(Target.ARTICLE, article.id),
            f"{title}\n{file_words(article)}{status}",
            f"{author_words(article)},\n{outlet_words(article)}{genre}",
            published_words(article).replace(" (", "\n("),
            str(entry.claims),
        )


@takes(narrow=narrow, location=location)
def claims(narrow: Filter, location: str, as_json: Json = False) -> None:
    """List the claims with their flags, author, outlet and date."""
    from claims.report.document import claims_document
    from claims.service.listing import list_claims
    from claims.service.opening import opened

    with opened(location) as database:
        entries = list_claims(database, narrow)
    if as_json:
        output.say_document(claims_document(entries))
        return
    draw(("id", "claim", "who says so", "flags"), _claim_rows(entries), (0, 5, 4, 0))
    output.say(_count(entries, "claim", "claims add FILE…", narrow))


def _claim_rows(entries: Iterable[Entry]) -> Iterable[Sequence[str]]:
    for entry in entries:
        status = f"\n{verdict_words(entry.status)}" if entry.notes else ""
        yield (
            short_claim(entry.claim.id),
            f"{statement_words(entry.claim)}\n{quote_words(entry)}",
            _source(entry),
            flag_words(entry.flags).replace(", ", "\n") + status,
        )


def _source(entry: Entry) -> str:
    """Tell author, outlet and day, and whom the article cites; `show` tells how each is known."""
    article = entry.article
    day = "date unknown" if article.published is None else day_words(article.published)
    cited = speaker_words(entry) if entry.claim.speakers else ""
    parts = (author_words(article), outlet_words(article), day, cited)
    return ", ".join(part for part in parts if part)


def _count(found: Sequence[object], what: str, remedy: str, narrow: Filter) -> str:
    if found:
        return plural(len(found), what)
    if narrow != Filter():
        return f"No {what} fits the filter."
    return f"No {what}s yet; add some with: {remedy}"
