"""Addresses of the web for an import: fetched when their turn comes, and only what is new."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from claims.errors import InputError, NotFound
from claims.fetch import Manners
from db import Database, captures_of, get_article, last_capture

if TYPE_CHECKING:
    from claims.fetch.fetcher import Fetcher
    from claims.model import Address, Article, Capture


class Web:
    """Fetches addresses; nothing of the network is loaded before the first."""

    def __init__(self, database: Database, manners: Manners | None = None) -> None:
        self._database = database
        self._manners = manners
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._fetcher is not None:
            self._fetcher.__exit__(kind, error, trace)

    def fetch(self, address: Address) -> Capture:
        """Give what an address answers; the copy that is kept, where it still stands.

        Raises:
            InputError: It may not or cannot be fetched.
        """
        if self._fetcher is None:
            from claims.fetch.fetcher import Fetcher

            self._fetcher = Fetcher(self._manners)
        with self._database.read() as session:
            before = last_capture(session, address.url)
        return self._fetcher.fetch(address.url, before).capture


def usual_manners(*, delay_s: float, allow_private: bool) -> Manners:
    """Give the manners of the program, with what a person asked for."""
    return Manners(delay_s=delay_s, allow_private=allow_private)


@dataclass(frozen=True, slots=True)
class Copies:
    """What is kept of what an article was fetched from, the oldest first."""

    article: Article
    captures: tuple[Capture, ...]


def list_copies(database: Database, prefix: str) -> Copies:
    """Give the copies that an article rests on.

    Raises:
        NotFound: There is no such article, or nothing was fetched for it.
    """
    with database.read() as session:
        article = get_article(session, prefix)
        found = captures_of(session, article.id)
    if not found:
        msg = f"nothing was fetched for {prefix}; fetch it with: claims add ADDRESS"
        raise NotFound(msg)
    return Copies(article, tuple(found))


def write_copy(copies: Copies, file: Path) -> None:
    """Write the bytes of the last copy to a new file.

    Raises:
        InputError: The file is there, or cannot be written.
    """
    try:
        with file.open("xb") as stream:
            stream.write(copies.captures[-1].body)
    except FileExistsError:
        msg = f"{file} is there and is not written over; name a new file"
        raise InputError(msg) from None
    except OSError as error:
        msg = f"{file} cannot be written ({error.strerror or error}); name another place"
        raise InputError(msg) from None
