"""Values that a file states about its article, as facts of known origin.

A file's own fields are taken as they come: what is blank, no date, or holds what no database keeps
is left out rather than refused, since the text itself can still be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from claims.model import Genre, KnownBy, Rendition
from claims.read.format.draft import Fact
from claims.read.front_matter import parse_genre, split_names
from claims.read.printed_date import find_printed_dates, parse_printed_date

_LONGEST: Final = 2000
_MOST_NAMES: Final = 50
_WEEKDAY: Final = len("Wednesday, ")
_NOTHING: Final = frozenset({"", "-", "?", "~", "null", "none", "unknown", "n/a", "na", "nan"})
_SCHEMES: Final = ("http://", "https://")


def make_facts(values: Mapping[str, object], known_by: KnownBy) -> dict[str, Fact]:
    """Take the values that can be kept, by field of an article.

    {"title": "  A  headline", "published": "2021-04-05T23:10:00-04:00"} gives the headline with
    single spaces and the day as printed, 2021-04-05.

    Args:
        values: By field: words, or a list of names for the authors; None where there is none.
        known_by: How all of them are known.

    Returns:
        Only the fields that could be read.
    """
    facts: dict[str, Fact] = {}
    for field, value in values.items():
        read = _READERS[field](value)
        if read:
            facts[field] = (read, known_by)
    return facts


def merge_facts(sources: Iterable[Mapping[str, Fact]]) -> dict[str, Fact]:
    """Take each field as it is best known; of facts that are known equally well, the first."""
    chosen: dict[str, Fact] = {}
    for source in sources:
        for name, fact in source.items():
            if name not in chosen or fact[1].trust > chosen[name][1].trust:
                chosen[name] = fact
    return chosen


def clean_words(value: object) -> str | None:
    """Give a value's words on one line; None where there are none that can be kept."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    words = " ".join(str(value)[: _LONGEST * 2].split())
    odd = any(char < " " or char == "\x7f" or "\ud800" <= char <= "\udfff" for char in words)
    return None if odd or words.lower() in _NOTHING or len(words) > _LONGEST else words


def _read_names(value: object) -> tuple[str, ...]:
    """Read names from a list, or from words that list them."""
    items = value if isinstance(value, list | tuple) else [value]
    found = (_name_of(item) for item in items[:_MOST_NAMES])
    names = [name for words in found if words for name in split_names(words)]
    return tuple(dict.fromkeys(names[:_MOST_NAMES]))


def _name_of(item: object) -> str | None:
    return clean_words(item.get("name") if isinstance(item, Mapping) else item)


def _read_day(value: object) -> str | None:
    """Read a day as printed; the first of several readings where the words hold more than it."""
    words = clean_words(value)
    if words is None:
        return None
    return parse_printed_date(words) or next(
        (day for day, start, _ in find_printed_dates(words[:60]) if start <= _WEEKDAY), None
    )


def _read_address(value: object) -> str | None:
    words = clean_words(value)
    good = words is not None and words.lower().startswith(_SCHEMES) and " " not in words
    return words if good else None


def _read_genre(value: object) -> Genre | None:
    words = value.value if isinstance(value, Genre) else clean_words(value)
    return parse_genre(words or "")


def _read_rendition(value: object) -> Rendition | None:
    words = (clean_words(value) or "").lower()
    return Rendition(words) if words in list(Rendition) else None


def _read_outlet(value: object) -> str | None:
    return _name_of(value[0] if isinstance(value, list) and value else value)


_READERS: Final[Mapping[str, Callable[[object], str | tuple[str, ...] | None]]] = {
    "title": clean_words,
    "authors": _read_names,
    "outlet": _read_outlet,
    "published": _read_day,
    "genre": _read_genre,
    "address": _read_address,
    "language": clean_words,
    "rendition": _read_rendition,
}
