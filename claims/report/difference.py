"""Where two documents differ: the path of each place, what one says, what the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

ABSENT: Final = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two documents differ.

    Args:
        path: The names of the fields that lead there; places in a list are numbers from 1.
        stated: What the first document has.
        found: What the second has.
    """

    path: tuple[str, ...]
    stated: Any
    found: Any


def differences(
    stated: Any, found: Any, *, strict: bool, path: tuple[str, ...] = ()
) -> Iterator[Difference]:
    """Find where a document differs from another, in the order of the first.

    Args:
        stated: The one that is checked.
        found: What it should be.
        strict: Whether fields that only the second has count; else they are taken for new ones.
        path: What leads to both.
    """
    if isinstance(stated, Mapping) and isinstance(found, Mapping):
        for name in (*stated, *(name for name in found if strict and name not in stated)):
            inner = stated.get(name, ABSENT), found.get(name, ABSENT)
            yield from differences(*inner, strict=strict, path=(*path, str(name)))
    elif isinstance(stated, list) and isinstance(found, list) and len(stated) == len(found):
        for place, inner in enumerate(zip(stated, found, strict=True), 1):
            yield from differences(*inner, strict=strict, path=(*path, str(place)))
    elif stated != found or isinstance(stated, bool) != isinstance(found, bool):
        yield Difference(path, stated, found)
