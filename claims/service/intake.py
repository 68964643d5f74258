"""The articles that paths lead to, read one by one as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.errors import InputError
from claims.model import Address
from claims.read import Problem, find_files, read_articles, read_fetched, read_links

if TYPE_CHECKING:
    from claims.model import Article, Capture
    from claims.read import Given
    from claims.service.web import Web

LONGEST_TEXT: Final = 2_000_000
"""Characters above which a text is refused: an article of the news has a few thousand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says of the files.

    Args:
        given: Metadata of each article.
        replaces: The id of the article that the only one is a later version of.
        columns: Which column or key of a table fills which field of an article.
        follow: Whether a feed stands for the articles it names, each fetched from its address.
    """

    given: Given
    replaces: str | None = None
    columns: Mapping[str, str] | None = None
    follow: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a file, or why there is none.

    Args:
        path: The file, or the address.
        read: The article.
        files: How many files are done when this is.
        alone: Whether the file holds nothing else.
        capture: What the address answered; None for a file.
    """

    path: Path | Address
    read: Article | InputError
    files: int
    alone: bool = True
    capture: Capture | None = None


def find_all(places: Sequence[Path | Address]) -> Iterator[Path | Address | Problem]:
    """List what is to be read, folders searched, in the order given."""
    for place in places:
        if isinstance(place, Address):
            yield place
        else:
            yield from find_files([place])


def read_all(found: Sequence[Path | Address | Problem], asked: Asked, web: Web) -> Iterator[Item]:
    """Read the articles of files and addresses in order."""
    for place, item in enumerate(found):
        if isinstance(item, Problem):
            yield Item(item.path, item.error, place + 1)
        elif isinstance(item, Address):
            yield from _fetch(item, place, asked, web)
        elif asked.follow and (links := _links(item)) is not None:
            yield from _follow(links, place, asked, web)
        else:
            articles = read_articles(item, asked.given, asked.columns)
            yield from _read(item, articles, place, asked)


def _fetch(address: Address, place: int, asked: Asked, web: Web) -> Iterator[Item]:
    """Fetch what stands at an address, and read it."""
    try:
        capture = web.fetch(address)
    except InputError as error:
        yield Item(address, InputError(f"{address}: {error}"), place + 1)
        return
    if asked.follow and (links := _links(capture)) is not None:
        yield from _follow(links, place, asked, web)
        return
    articles = read_fetched(capture, asked.given, asked.columns)
    for item in _read(address, articles, place, asked):
        yield replace(item, capture=capture)


def _links(source: Path | Capture) -> list[Address] | None:
    """Give what a feed names; None where it is none, or the reader of articles says why."""
    try:
        return read_links(source)
    except InputError:
        return None


def _follow(links: Sequence[Address], place: int, asked: Asked, web: Web) -> Iterator[Item]:
    """Fetch each article that a feed names; a feed among them is an article like others."""
    for link in links:
        yield from _fetch(link, place, replace(asked, follow=False), web)


def _read(
    path: Path | Address, found: Iterator[Article | Problem], place: int, asked: Asked
) -> Iterator[Item]:
    """Read the articles of one file, one ahead, to know which is its last."""
    articles = (_within_bounds(path, one) for one in found)
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


def _within_bounds(path: Path | Address, read: Article | Problem) -> Article | InputError:
    if isinstance(read, Problem):
        return read.error
    if len(read.text.body) <= LONGEST_TEXT:
        return read
    return InputError(
        f"{path}: {len(read.text.body):,} characters are more than one article; "
        "split it into its articles"
    )
