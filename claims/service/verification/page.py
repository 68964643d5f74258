"""Holding the visible lines of a report against those that the database gives now.

The report is made again from what its seal says that it was made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from claims import __version__
from claims.report.lapse import Lapse, Tally
from claims.report.seal.file import SealedFile, visible_lines
from claims.report.visible import visible_words
from claims.service.report import Order
from claims.service.sealed import write_sealed
from claims.service.verification.damage import damage_told

if TYPE_CHECKING:
    import db
    from claims.report.seal import Origin

_TOLD: Final = 10


def check_lines(sealed: SealedFile, database: db.Database, tally: Tally) -> None:
    """Make the report again and compare it line by line."""
    origin = sealed.origin
    if origin is None:
        tally.leave("the report line by line: what it was made from cannot be read")
    elif origin.imprint.version != __version__:
        tally.leave(
            f"the report line by line: claimledger {origin.imprint.version[:20]} wrote it, this "
            f"is {__version__}"
        )
    else:
        _compare(sealed, origin, database, tally)


def _compare(sealed: SealedFile, origin: Origin, database: db.Database, tally: Tally) -> None:
    imprint = origin.imprint
    order = Order(sealed.form, imprint.day, imprint.title, origin.with_internal)
    with (
        damage_told(tally),
        sealed.file.open("r", encoding="utf-8", errors="replace", newline="\n") as stream,
    ):
        stated = visible_lines(map(_bare, stream), sealed.form)
        again = write_sealed(database, origin.narrow, order)
        wanted = visible_lines(_lines(again), sealed.form)
        _compare_lines(sealed, stated, wanted, tally)


def _compare_lines(
    sealed: SealedFile, stated: Iterable[str], wanted: Iterable[str], tally: Tally
) -> None:
    differing = 0
    for number, (one, other) in enumerate(zip_longest(stated, wanted), 1):
        tally.count("line")
        if one == other:
            continue
        differing += 1
        if differing <= _TOLD:
            seen, due = (visible_words(line, sealed.form) for line in (one, other))
            tally.add(Lapse("line", str(number), "", seen, due))
    if differing > _TOLD:
        words = f"{differing - _TOLD:,} more lines are not those that the database gives"
        tally.add(Lapse("report", "", "lines", words=words))


def _bare(line: str) -> str:
    return line.removesuffix("\n")


def _lines(pieces: Iterable[bytes]) -> Iterator[str]:
    """Give the lines of a report that comes in pieces."""
    held = b""
    for piece in pieces:
        *whole, held = (held + piece).split(b"\n")
        yield from (line.decode() for line in whole)
    if held:
        yield held.decode()
