"""Reading bytes as a file of some name, and the promise that holds for any bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.read.format import Draft, Material, read_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def read_all(name: str, data: bytes, columns: Mapping[str, str] | None = None) -> list[Draft]:
    """Give the articles of a file; the first that cannot be read is raised."""
    drafts: list[Draft] = []
    for draft in read_drafts(Material(name, data=data, columns=columns or {})):
        if isinstance(draft, InputError):
            raise draft
        drafts.append(draft)
    return drafts


def read_one(name: str, data: bytes) -> Draft:
    """Give the only article of a file."""
    (draft,) = read_all(name, data)
    return draft


def outcomes(name: str, data: bytes) -> list[Draft | str]:
    """Give what becomes of a file: articles, and a message for each that cannot be read.

    Whatever the bytes, a message is one line of bounded length, and nothing else is raised.
    """
    found: list[Draft | str] = []
    try:
        found.extend(
            str(draft) if isinstance(draft, InputError) else draft
            for draft in read_drafts(Material(name, data=data))
        )
    except InputError as error:
        found.append(str(error))
    lines = [line for line in found if isinstance(line, str)]
    assert all(line.isprintable() and len(line) < 500 for line in lines), lines
    return found


def bodies(name: str, data: bytes) -> Iterator[str]:
    """Give the texts of the articles that a file holds."""
    return (draft.body for draft in read_all(name, data))
