"""What a report was made from, as its seal keeps it: enough to make it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from claims.errors import InputError
from claims.model import Filter, FlagWord, Genre, Kind, Mark, Relation
from claims.report.imprint import Imprint

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS: Final[Mapping[str, type[StrEnum]]] = {
    "kinds": Kind,
    "relations": Relation,
    "flags": FlagWord,
    "marks": Mark,
    "genres": Genre,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report was asked to be.

    Args:
        imprint: Its title, the day it bears, the version that made it.
        narrow: The filters that were set.
        with_internal: Whether it tells words that are marked internal.
    """

    imprint: Imprint
    narrow: Filter
    with_internal: bool = False


def origin_document(origin: Origin) -> dict[str, Any]:
    """Write what a report was made from; filters that were not set are left out."""
    given = {part.name: getattr(origin.narrow, part.name) for part in fields(Filter)}
    return {
        "title": origin.imprint.title,
        "day": origin.imprint.day,
        "version": origin.imprint.version,
        "filter": {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in given.items()
            if value
        },
        "with_internal": origin.with_internal,
    }


def origin_from(document: Mapping[str, Any]) -> Origin:
    """Read what a report was made from.

    Raises:
        InputError: It is not written as this program writes it.
    """
    try:
        title, day, version = (str(document[name]) for name in ("title", "day", "version"))
        narrow = Filter(**{name: _read(name, value) for name, value in document["filter"].items()})
        return Origin(Imprint(day, version, title), narrow, bool(document["with_internal"]))
    except (AttributeError, KeyError, TypeError, ValueError):
        msg = "what it was made from cannot be read"
        raise InputError(msg) from None


def _read(name: str, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    read: Callable[[str], str] = _WORDS.get(name, str)
    return tuple(read(word) for word in value)
