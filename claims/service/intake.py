"""The articles that paths lead to, read one by one as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.errors import InputError
from claims.read import Problem, read_articles

if TYPE_CHECKING:
    from claims.model import Article
    from claims.read import Given

LONGEST_TEXT: Final = 2_000_000
"""Characters above which a text is refused: an article of the news has a few thousand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says of the files.

    Args:
        given: Metadata of each article.
        replaces: The id of the article that the only one is a later version of.
        columns: Which column or key of a table fills which field of an article.
    """

    given: Given
    replaces: str | None = None
    columns: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a file, or why there is none.

    Args:
        path: The file.
        read: The article.
        files: How many files are done when this is.
        alone: Whether the file holds nothing else.
    """

    path: Path
    read: Article | InputError
    files: int
    alone: bool = True


def read_all(found: Sequence[Path | Problem], asked: Asked) -> Iterator[Item]:
    """Read the articles of files in order."""
    for place, item in enumerate(found):
        if isinstance(item, Problem):
            yield Item(item.path, item.error, place + 1)
        else:
            yield from _read(item, place, asked)


def _read(path: Path, place: int, asked: Asked) -> Iterator[Item]:
    """Read the articles of one file, one ahead, to know which is its last."""
    articles = (
        _within_bounds(path, one) for one in read_articles(path, asked.given, asked.columns)
    )
    before, alone = next(articles), True
    for article in articles:
        if asked.replaces is not None:
            msg = f"{path}: it holds several articles; give the one that replaces {asked.replaces}"
            yield Item(path, InputError(msg), place + 1)
            return
        alone = False
        yield Item(path, before, place, alone)
        before = article
    yield Item(path, before, place + 1, alone)


def _within_bounds(path: Path, read: Article | Problem) -> Article | InputError:
    if isinstance(read, Problem):
        return read.error
    if len(read.text.body) <= LONGEST_TEXT:
        return read
    return InputError(
        f"{path}: {len(read.text.body):,} characters are more than one article; "
        "split it into its articles"
    )
