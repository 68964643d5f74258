"""The sheet of articles: a row each, with their fingerprints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.model import Target
from claims.report.identity import short_id
from claims.report.publication_day import inferred_day, known_day
from claims.report.xlsx.cell import address_cell, day_cell, instant_cell
from claims.report.xlsx.table import Column, Table

if TYPE_CHECKING:
    from claims.report.view import ArticleEntry, Publication

NAME: Final = "articles"


@dataclass(frozen=True, slots=True)
class Listed:
    """An article, and what its listing tells of it where the filter lets that in."""

    article: Publication
    entry: ArticleEntry | None


def articles_table(articles: Sequence[Listed]) -> Table:
    """Make the sheet."""
    return Table(NAME, _COLUMNS, articles)


_COLUMNS: Final[Mapping[str, Column]] = {
    "id": Column("Its short id", lambda one: short_id(Target.ARTICLE, one.article.id), 12),
    "title": Column("Its headline", lambda one: one.article.title, 40),
    "authors": Column("Who wrote it", lambda one: "; ".join(one.article.authors), 24),
    "outlet": Column("Who published it", lambda one: one.article.outlet, 24),
    "genre": Column(
        "news, opinion, editorial, agency, statement", lambda one: one.article.genre.value
    ),
    "language": Column("Its language", lambda one: one.article.language),
    "wording": Column(
        "verbatim, or digest or translation: then not the outlet's own words",
        lambda one: one.article.rendition.value,
    ),
    "published": Column("The day it bears", lambda one: day_cell(known_day(one.article))),
    "published_inferred": Column(
        "The day where it is only inferred, or nobody knows how it is known",
        lambda one: day_cell(inferred_day(one.article)),
    ),
    "published_known_by": Column(
        "How the day is known", lambda one: one.article.published_known_by.value
    ),
    "address": Column("Where it was published", lambda one: address_cell(one.article.address), 40),
    "file": Column("The name of the file that was read", lambda one: one.article.file, 24),
    "characters": Column("Length of its text", lambda one: one.entry and one.entry.characters),
    "claims": Column("How many claims it has", lambda one: one.entry and one.entry.claims),
    "added_at": Column(
        "When it was added", lambda one: one.entry and instant_cell(one.entry.added_at), 24
    ),
    "text_sha256": Column("SHA-256 of the text in UTF-8", lambda one: one.article.text_id, 30),
    "file_sha256": Column("SHA-256 of the file", lambda one: one.entry and one.entry.sha256, 30),
    "status": Column("What people decided", lambda one: one.entry and one.entry.status),
}
