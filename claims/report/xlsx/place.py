"""Where in the workbook a thing has its row, so that cells can lead there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model import Target
from claims.report.identity import short_id
from claims.report.xlsx.cell import Cell, Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.report.view import Entry, Publication


@dataclass(frozen=True, slots=True)
class Places:
    """The rows of claims, articles and conflicts, as addresses within the workbook, by whole id."""

    claims: Mapping[str, str]
    articles: Mapping[str, str]
    cases: Mapping[str, str]

    def claim(self, entry: Entry) -> Cell:
        """Lead to the first row of a claim among the answers."""
        words = short_id(Target.CLAIM, entry.claim.id)
        return _link(words, self.claims.get(entry.claim.id))

    def article(self, article: Publication) -> Cell:
        """Lead to the row of an article."""
        return _link(short_id(Target.ARTICLE, article.id), self.articles.get(article.id))

    def target(self, target: Target, id_: str, words: str) -> Cell:
        """Lead to what a person's word hangs on; a question is found by filtering the answers."""
        rows = {
            Target.CLAIM: self.claims,
            Target.ARTICLE: self.articles,
            Target.CONFLICT: self.cases,
        }
        return _link(words, rows.get(target, {}).get(id_))


def _link(words: str, place: str | None) -> Cell:
    return Link(words, place) if place else words
