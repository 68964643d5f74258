"""One article more: what it takes to add one to a database that is full already.

The article's claims are at hand, so neither reading nor parsing it counts; storing it, finding
what it reaches, comparing that again and storing the findings does. Measured on SQLite and, where
there is a server, on PostgreSQL.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from claims.questions import detect
from db import open_database
from tests.benchmarks.asked import is_hot
from tests.benchmarks.spread import invent_claims
from tests.benchmarks.stock import Piece, add, fill, pieces_of, without
from tests.benchmarks.timing import Measured, took
from tests.db.server import NoServer, address_of, running_server

if TYPE_CHECKING:
    from claims.model import Findings
    from db import Database

ORDINARY: Final = 21
HOT: Final = 3
"""How many articles are added that answer a hot question, after those that answer none."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What adding articles one by one took.

    Args:
        database: "SQLite" or "PostgreSQL".
        claims: How many claims were there before.
        ordinary: Articles that answer no question of hundreds of answers.
        hot: Articles that do; None where none was tried.
    """

    database: str
    claims: int
    ordinary: Measured
    hot: Measured | None


def measure_one_more(claims: int, folder: Path, hot: int = HOT) -> list[Grown]:
    """Fill databases with invented claims, and add articles of the same stories to each."""
    context = invent_claims(claims)
    pieces = pieces_of(context)
    extra = _chosen(pieces, hot)
    held_back = {id(piece) for piece in extra}
    stock = [piece for piece in pieces if id(piece) not in held_back]
    findings = detect(without(context, extra))
    del context
    return [_grow(name, database, stock, findings, extra) for name, database in _databases(folder)]


def _chosen(pieces: Sequence[Piece], hot: int) -> list[Piece]:
    """Choose articles by chance, those that answer hot questions last."""
    dice = random.Random(3)  # noqa: S311 - the same on every machine, no secrets
    mixed = dice.sample(pieces, len(pieces))
    on_topic = [piece for piece in mixed if _is_hot(piece)]
    others = [piece for piece in mixed if not _is_hot(piece)]
    return [*others[:ORDINARY], *on_topic[:hot]]


def _is_hot(piece: Piece) -> bool:
    return any(map(is_hot, piece.claims))


def _databases(folder: Path) -> Iterator[tuple[str, Database]]:
    """Open an empty database of each sort, one after the other."""
    with _opened(str(folder / "growth.db")) as database:
        yield "SQLite", database
    try:
        with running_server() as url, _opened(address_of(url)) as database:
            yield "PostgreSQL", database
    except NoServer:
        return


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    database = open_database(url, create=True)
    try:
        yield database
    finally:
        database.close()


def _grow(
    name: str,
    database: Database,
    stock: Sequence[Piece],
    findings: Findings,
    extra: Sequence[Piece],
) -> Grown:
    run_id = fill(database, stock, findings)
    if name == "PostgreSQL":
        with database.write() as session:
            session.execute(text("ANALYZE"))  # a server does so by itself, in a while
    times = [(_is_hot(piece), took(partial(add, database, piece, run_id))) for piece in extra]
    hot = tuple(seconds for on_topic, seconds in times if on_topic)
    return Grown(
        name,
        sum(len(piece.claims) for piece in stock),
        Measured(tuple(seconds for on_topic, seconds in times if not on_topic)),
        Measured(hot) if hot else None,
    )
