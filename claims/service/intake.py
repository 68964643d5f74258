"""The articles that paths lead to, read one by one as they are asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.errors import InputError, PassedOver
from claims.model import Address
from claims.read import Problem, find_files, read_articles, read_fetched, read_links

if TYPE_CHECKING:
    from claims.model import Article, Capture
    from claims.read import Given, Link
    from claims.service.web import Web

LONGEST_TEXT: Final = 2_000_000
"""Characters above which a text is refused: an article of the news has a few thousand."""

MOST_LINKS: Final = 500
"""How many articles that a feed or a sitemap names are fetched at once."""

_MOST_LISTS: Final = 50
_DEEPEST: Final = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says of the files.

    Args:
        given: Metadata of each article.
        replaces: The id of the article that the only one is a later version of.
        columns: Which column or key of a table fills which field of an article.
        follow: Whether a feed or a sitemap stands for the articles it names, each fetched from its
            address.
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
            yield from _follow(item, links, place, asked, web)
        else:
            articles = read_articles(item, asked.given, asked.columns)
            yield from _read(item, articles, place, asked)


def _fetch(
    address: Address, place: int, asked: Asked, web: Web, led_by: Link | None = None
) -> Iterator[Item]:
    """Fetch what stands at an address, and read it."""
    try:
        capture = web.fetch(address)
    except InputError as error:
        yield Item(address, InputError(f"{address}: {error}"), place + 1)
        return
    if asked.follow and (links := _links(capture)) is not None:
        yield from _follow(address, links, place, asked, web)
        return
    articles = read_fetched(capture, asked.given, asked.columns, led_by=led_by)
    for item in _read(address, articles, place, asked):
        yield replace(item, capture=capture)


def _links(source: Path | Capture) -> list[Link] | None:
    """Give what a list names; None where it is none, or the reader of articles says why."""
    try:
        return read_links(source)
    except InputError:
        return None


def _follow(
    source: Path | Address, links: Sequence[Link], place: int, asked: Asked, web: Web
) -> Iterator[Item]:
    """Fetch each article that a feed or a sitemap names; a feed among them is an article.

    Further sitemaps are read in their place, each once, only so many and so deep, and none where
    there are articles enough.
    """
    alone, left = replace(asked, follow=False), _LeftOut()
    waiting = deque((link, 1) for link in links)
    seen: set[str] = set()
    fetched = 0
    while waiting:
        link, depth = waiting.popleft()
        is_too_deep = depth > _DEEPEST or len(seen) == _MOST_LISTS
        if fetched == MOST_LINKS or (link.is_list and is_too_deep):
            left.add(link)
        elif not link.is_list:
            fetched += 1
            yield from _fetch(Address(link.address), place, alone, web, link)
        elif link.address not in seen:
            seen.add(link.address)
            found = _fetch_links(Address(link.address), place, web)
            if isinstance(found, Item):
                yield found
            else:
                waiting.extendleft((one, depth + 1) for one in reversed(found))
    if left.articles or left.lists:
        yield Item(source, PassedOver(f"{source}: {left.words()}"), place + 1)


@dataclass(slots=True)
class _LeftOut:
    """What a list names and is not fetched."""

    articles: int = 0
    lists: int = 0

    def add(self, link: Link) -> None:
        """Count a link."""
        self.lists += link.is_list
        self.articles += not link.is_list

    def words(self) -> str:
        """Say how many, and what to do about it."""
        return (
            f"it names more than is fetched at once ({MOST_LINKS} articles of {_MOST_LISTS} "
            f"sitemaps, the newest first), left out are articles: {self.articles:,}, sitemaps: "
            f"{self.lists:,}; give a list of those you need: claims add - < list.txt"
        )


def _fetch_links(address: Address, place: int, web: Web) -> list[Link] | Item:
    """Fetch a sitemap that another one names."""
    try:
        found = read_links(web.fetch(address))
    except InputError as error:
        return Item(address, InputError(f"{address}: {error}"), place + 1)
    if found is None:
        msg = f"{address}: a sitemap names it as another sitemap, and it is none; look at it"
        return Item(address, InputError(msg), place + 1)
    return found


def _read(
    path: Path | Address, found: Iterator[Article | Problem], place: int, asked: Asked
) -> Iterator[Item]:
    """Read the articles of one file, one ahead, to know which is its last.

    What is passed over beside an article does not make it several.
    """
    articles: Iterator[Article | InputError] = (_within_bounds(path, one) for one in found)
    if asked.replaces is not None:
        articles = _only(path, articles, asked.replaces)
    before = next(articles)
    alone, counted = True, not isinstance(before, PassedOver)
    for article in articles:
        counts = not isinstance(article, PassedOver)
        alone = alone and not (counts and counted)
        yield Item(path, before, place, alone)
        before, counted = article, counts or counted
    yield Item(path, before, place + 1, alone)


def _only(
    path: Path | Address, articles: Iterator[Article | InputError], replaces: str
) -> Iterator[Article | InputError]:
    """Give the only article with what is passed over, or say that there are several."""
    held: list[Article | InputError] = []
    counted = 0
    for article in articles:
        held.append(article)
        counted += not isinstance(article, PassedOver)
        if counted > 1:
            msg = f"{path}: it holds several articles; give the one that replaces {replaces}"
            held = [InputError(msg)]
            break
    yield from held


def _within_bounds(path: Path | Address, read: Article | Problem) -> Article | InputError:
    if isinstance(read, Problem):
        return read.error
    if len(read.text.body) <= LONGEST_TEXT:
        return read
    return InputError(
        f"{path}: {len(read.text.body):,} characters are more than one article; "
        "split it into its articles"
    )
