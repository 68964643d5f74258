"""Front matter: a YAML block between two lines of three dashes at the very start of a file.

Every scalar is read as the words that stand there: a date stays as printed, an outlet called
"No" stays a name. Keys have common synonyms; keys of other trades are passed over. A block that
is not a YAML mapping, or never closed, is an error and not part of the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import yaml

from claims.errors import InputError
from claims.model import Genre, Rendition
from claims.read.given import check_words
from claims.read.printed_date import parse_printed_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BLOCK: Final = re.compile(
    r"---[ \t]*(?:\r\n|\n|\r)(?P<yaml>(?:[^\r\n]*(?:\r\n|\n|\r))*?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"
)
_OPENED: Final = re.compile(r"---[ \t]*(?:\r\n|\n|\r)[A-Za-z_-]+:[ \t]")
_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)
_LIMIT: Final = 64 * 1024
_NOTHING: Final = frozenset({"", "-", "?", "~", "null", "none", "unknown", "n/a", "na"})

KEYS: Final[Mapping[str, str]] = {
    synonym: field
    for field, synonyms in {
        "title": "title headline",
        "authors": "authors author byline by creator",
        "outlet": "outlet publisher publication source site newspaper",
        "published": "published date pubdate published_on publication_date date_published",
        "address": "address url link permalink canonical",
        "language": "language lang",
        "genre": "genre type",
        "rendition": "rendition",
    }.items()
    for synonym in synonyms.split()
}
"""Which field a key fills, by the key in lower case with underscores."""

_GENRES: Final = {
    "article": Genre.NEWS,
    "report": Genre.NEWS,
    "op-ed": Genre.OPINION,
    "oped": Genre.OPINION,
    "comment": Genre.OPINION,
    "commentary": Genre.OPINION,
    "column": Genre.OPINION,
    "leader": Genre.EDITORIAL,
    "wire": Genre.AGENCY,
    "press release": Genre.STATEMENT,
    "release": Genre.STATEMENT,
} | {genre.value: genre for genre in Genre}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, by field of an article; only fields that it fills."""

    fields: Mapping[str, str | tuple[str, ...] | Genre | Rendition]
    body: str


def split_front_matter(decoded: str) -> FrontMatter:
    """Part a decoded file into its front matter and its body.

    Returns:
        The body exactly as it stands after the block; the whole, where there is no block.

    Raises:
        InputError: The block is no YAML mapping, is never closed, or holds a date or a rendition
            that cannot be read; the message names the line of the file.
    """
    match = _BLOCK.match(decoded[:_LIMIT])
    if match is None:
        if _OPENED.match(decoded):
            msg = "front matter, line 1: it is opened by --- and never closed; close it with ---"
            raise InputError(msg)
        return FrontMatter({}, decoded)
    return FrontMatter(_read_fields(_parse(match["yaml"])), decoded[match.end() :])


def _parse(block: str) -> dict[str, object]:
    """Parse the YAML of a block; keys come out in lower case."""
    try:
        # BaseLoader builds only text, lists and mappings: as safe as SafeLoader, and it leaves
        # dates, "No" and "0x10" as printed.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 2}" if mark else ""
        why = getattr(error, "problem", None) or "a character that YAML does not allow"
        msg = f"front matter{place}: {why}; quote the value or mend the line"
        raise InputError(msg) from None
    except RecursionError:
        msg = "front matter: it is nested too deeply; keep to one `key: value` a line"
        raise InputError(msg) from None
    if loaded in (None, ""):
        return {}
    if not isinstance(loaded, dict):
        msg = "front matter, line 2: it is not a list of `key: value` lines; write title: …"
        raise InputError(msg)
    return {_fold_key(key): value for key, value in loaded.items()}


def _fold_key(key: object) -> str:
    """Write a key the way KEYS has it."""
    return re.sub(r"[\s-]+", "_", str(key).strip().lower())


def _read_fields(block: Mapping[str, object]) -> dict[str, str | tuple[str, ...]]:
    """Read every field; of two synonyms the one listed first in KEYS wins."""
    found: dict[str, str | tuple[str, ...]] = {}
    for key, field in KEYS.items():
        if field in found or key not in block:
            continue
        value = _READERS.get(field, _read_words)(field, block[key])
        if value:
            found[field] = value
    return {**_read_source(block), **found}


def _read_source(block: Mapping[str, object]) -> dict[str, str]:
    """Take a source that is an address, as clippers of pages write it, for the address."""
    words = _read_words("address", block.get("source"))
    return {"address": words} if words and _ADDRESS.match(words) else {}


def _read_outlet(field: str, value: object) -> str | None:
    """Read a name; an address is none."""
    words = _read_words(field, value)
    return None if words is None or _ADDRESS.match(words) else words


def _read_words(field: str, value: object) -> str | None:
    """Read a value of words; None where it says that nothing is known."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name", "")
    if not isinstance(value, str) or value.strip().lower() in _NOTHING:
        return None
    check_words(f"front matter: {field}", value)
    return " ".join(value.split())


def _read_authors(field: str, value: object) -> tuple[str, ...]:
    """Read one name or several: a list, or words parted by "and", "&", ";" or commas."""
    items = value if isinstance(value, list) else [value]
    words = [name for item in items if (name := _read_words(field, item))]
    return tuple(name for item in words for name in split_names(item))


def split_names(words: str) -> list[str]:
    """Part "A B, C D and E F" into names; a comma parts only whole names ("Smith, John" stays)."""
    rough = re.split(r"\s*;\s*|\s+(?:and|&)\s+", words.removeprefix("By ").removeprefix("by "))
    names: list[str] = []
    for piece in rough:
        parts = [part.strip() for part in piece.split(",") if part.strip()]
        whole = all(" " in part for part in parts)
        names.extend(parts if whole else [piece.strip(" ,")])
    return [name for name in names if name]


def _read_published(field: str, value: object) -> str | None:
    """Read the day as printed, in ISO form."""
    words = _read_words(field, value)
    if words is None:
        return None
    found = parse_printed_date(words)
    if found is None:
        msg = f"front matter: {words!r} is no date; write 2021-04-05, 2021-04 or 2021"
        raise InputError(msg)
    return found


def _read_genre(field: str, value: object) -> Genre | None:
    """Read the genre; None where the word is not one the program knows."""
    return parse_genre(_read_words(field, value) or "")


def parse_genre(word: str) -> Genre | None:
    """Read one word for a genre, "op-ed" too; None where the program does not know it."""
    found = _GENRES.get(word.lower())
    return None if found is Genre.UNKNOWN else found


def _read_rendition(field: str, value: object) -> Rendition | None:
    """Read the rendition, which changes how wording is shown: a wrong word is an error."""
    words = _read_words(field, value)
    if words is None:
        return None
    try:
        return Rendition(words.lower())
    except ValueError:
        msg = f"front matter: rendition {words!r} is none of {', '.join(Rendition)}"
        raise InputError(msg) from None


_READERS: Final[Mapping[str, Callable[[str, object], str | tuple[str, ...] | None]]] = {
    "authors": _read_authors,
    "outlet": _read_outlet,
    "published": _read_published,
    "genre": _read_genre,
    "rendition": _read_rendition,
}
