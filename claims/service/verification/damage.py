"""Going on where rows of a database cannot be read into what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from claims.report.lapse import UNREADABLE, Lapse, Tally


@contextmanager
def damage_told(
    tally: Tally, about: str = "database", id_: str = "", field: str = ""
) -> Iterator[None]:
    """Take note of rows that nothing can be made of, instead of ending the check.

    Args:
        about: What is being read: see `Lapse`.
        id_: Which one.
        field: Which part of it.
    """
    try:
        yield
    except UNREADABLE as error:
        words = f"a row of it cannot be read ({error!r}); check it with: claims verify DATABASE"
        tally.add(Lapse(about, id_, field, words=words))
