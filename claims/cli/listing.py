"""`claims articles` and `claims list`: what is in the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

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
from claims.report.correction import mark_words
from claims.report.identity import short_claim, short_id
from claims.report.layout import clean
from claims.report.quote import quote_words
from claims.report.wording import (
    day_words,
    flag_words,
    plural,
    statement_words,
    verdict_words,
)

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
    output.say(_count(len(entries), "article", "claims add FILE…", narrow))


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
def claims(
    narrow: Filter,
    location: str,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", show_default="all", help="How many to list at most."),
    ] = None,
    skip: Annotated[int, typer.Option(min=0, metavar="N", help="How many to pass over.")] = 0,
    as_json: Json = False,
) -> None:
    """List the claims with their flags, author, outlet and date.

    Long listings can be read a page at a time: claims list --limit 50 --skip 100
    """
    from claims.report.document import CLAIMS_SCHEMA, claim_document
    from claims.service.listing import claims_in_turn
    from claims.service.opening import opened

    with opened(location) as database, claims_in_turn(database, narrow, skip, limit) as turn:
        if as_json:
            head = {"schema": CLAIMS_SCHEMA, "total": turn.total}
            output.say_in_turn(head, {"claims": map(claim_document, turn.entries)})
            return
        names = ("id", "claim", "who says so", "flags")
        shown = draw(names, _claim_rows(turn.entries), (0, 5, 4, 0))
        output.say(_page(shown, skip, turn.total, narrow))


def _page(shown: int, skip: int, total: int, narrow: Filter) -> str:
    """Count the claims, and say how to see those that follow."""
    if shown == total:
        return _count(total, "claim", "claims add FILE…", narrow)
    if not shown:
        return f"{plural(total, 'claim')}; none after the first {skip:,}"
    first, last = skip + 1, skip + shown
    more = f"; go on with: --skip {last}" if last < total else ""
    return f"{first:,} to {last:,} of {plural(total, 'claim')}{more}"


def _claim_rows(entries: Iterable[Entry]) -> Iterable[Sequence[str]]:
    for entry in entries:
        status = f"\n{verdict_words(entry.status)}" if entry.notes else ""
        yield (
            short_claim(entry.claim.id),
            f"{statement_words(entry.claim)}\n{quote_words(entry)}{_marked(entry)}",
            _source(entry),
            flag_words(entry.flags).replace(", ", "\n") + status,
        )


def _marked(entry: Entry) -> str:
    """Tell on a line of its own what people made of a claim."""
    words = mark_words(entry.claim)
    return f"\n{words}" if words else ""


def _source(entry: Entry) -> str:
    """Tell author, outlet and day, and whom the article cites; `show` tells how each is known."""
    article = entry.article
    day = "date unknown" if article.published is None else day_words(article.published)
    cited = speaker_words(entry) if entry.claim.speakers else ""
    parts = (author_words(article), outlet_words(article), day, cited)
    return ", ".join(part for part in parts if part)


def _count(found: int, what: str, remedy: str, narrow: Filter) -> str:
    if found:
        return plural(found, what)
    if narrow != Filter():
        return f"No {what} fits the filter."
    return f"No {what}s yet; add some with: {remedy}"
