"""The picture of who disagrees with whom on what: articles by questions, an answer a letter.

It shows the first questions and the articles that answer them; the table beside it holds all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.model import Relation

if TYPE_CHECKING:
    from claims.report.html.panel import Panel
    from claims.report.view import Publication

MOST_QUESTIONS: Final = 20
MOST_ARTICLES: Final = 40
_STRONGEST_FIRST: Final = (Relation.CONTRADICTION, Relation.OMISSION, Relation.UPDATE)
_LABELS: Final = 204
_HEAD: Final = 34
_COLUMN: Final = 44
_ROW: Final = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """The answers that an article gives to a question.

    Args:
        letters: Their letters: "A", or "A B" for an article that stands against itself.
        relation: The strongest relation that one of them takes part in.
        x: Its left edge.
    """

    letters: str
    relation: Relation
    x: int


@dataclass(frozen=True, slots=True)
class Line:
    """An article with its cells, and its upper edge."""

    article: Publication
    cells: tuple[Cell, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The picture, in units of its own.

    Args:
        heads: The questions with the left edge of their columns.
        lines: The articles, in order of appearance.
        more_articles: How many articles have no room.
        more_questions: How many questions have none.
    """

    heads: tuple[tuple[Panel, int], ...]
    lines: tuple[Line, ...]
    more_articles: int
    more_questions: int

    @property
    def width(self) -> int:
        """How wide it is."""
        return _LABELS + _COLUMN * len(self.heads)

    @property
    def height(self) -> int:
        """How high it is."""
        return _HEAD + _ROW * len(self.lines)


def grid_of(panels: Sequence[Panel]) -> Grid:
    """Lay out the picture."""
    heads = [(panel, _LABELS + _COLUMN * at) for at, panel in enumerate(panels[:MOST_QUESTIONS])]
    articles: dict[str, Publication] = {}
    cells: dict[str, list[Cell]] = {}
    for panel, x in heads:
        for article, cell in _column(panel, x):
            articles.setdefault(article.id, article)
            cells.setdefault(article.id, []).append(cell)
    lines = [
        Line(article, tuple(cells[id_]), _HEAD + _ROW * at)
        for at, (id_, article) in enumerate(articles.items())
    ]
    left_out = max(0, len(lines) - MOST_ARTICLES), max(0, len(panels) - MOST_QUESTIONS)
    return Grid(tuple(heads), tuple(lines[:MOST_ARTICLES]), *left_out)


def _column(panel: Panel, x: int) -> list[tuple[Publication, Cell]]:
    """Give the articles that answer a question, each with its cell."""
    relations = _relations(panel)
    held: dict[str, tuple[Publication, list[str]]] = {}
    for one in panel.answers:
        for entry in one.side.entries:
            for article in entry.articles:
                letters = held.setdefault(article.id, (article, []))[1]
                letters += [] if one.letter in letters else [one.letter]
    return [
        (article, Cell(" ".join(letters), min((relations[one] for one in letters), key=_order), x))
        for article, letters in held.values()
    ]


def _relations(panel: Panel) -> dict[str, Relation]:
    """Give the strongest relation that each answer takes part in, by its letter."""
    found: dict[str, Relation] = {}
    for case in panel.cases:
        for side in (case.left, case.right):
            letter = panel.letter(side.claim)
            known = found.get(letter, case.relation)
            found[letter] = min(known, case.relation, key=_order)
    return found


def _order(relation: Relation) -> int:
    return _STRONGEST_FIRST.index(relation)
