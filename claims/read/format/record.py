"""One article as a record of named values: an object of JSON, a row of a table.

Names have common synonyms, those of front matter among them; a person may say which name fills
which field. What such a file states of an article is taken as its header.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format.damage import show
from claims.read.format.draft import Draft, Part
from claims.read.format.fact import make_facts
from claims.read.format.fragment import is_markup, read_fragment
from claims.read.format.material import Material
from claims.read.format.within import read_page
from claims.read.front_matter import KEYS

TEXT: Final = "text"
"""The name by which a person says what holds the text."""

FIELDS: Final = (TEXT, *dict.fromkeys(KEYS.values()))
"""What may be filled from a column or key."""

_BODIES: Final = (
    "text",
    "body",
    "article_body",
    "full_text",
    "fulltext",
    "maintext",
    "article_text",
    "content",
    "article",
    "story",
    "content_text",
    "content_html",
)
_MORE_KEYS: Final = {
    "published_at": "published",
    "pub_date": "published",
    "in_language": "language",
}
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORD: Final = re.compile(r"[\s_-]+")
_PAGE: Final = re.compile(r"(?i)\s*<(?:!doctype|html|body|article|div|section|p|h[1-6]|figure)\b")
_SHOWN: Final = 12
_WIDTH: Final = 30


def make_draft(
    record: Mapping[str, Any], material: Material, reader: str, part: Part | None, encoding: str
) -> Draft:
    """Make an article of a record.

    Args:
        record: Its values by name; the values of JSON, or words.
        material: The file, with what the person says of its columns.
        reader: Name and version of the reader of the file.
        part: Which part of the file it is.
        encoding: How its bytes became characters.

    Raises:
        InputError: Nothing in it is the text; the message names the option that tells what is.
    """
    values = _fields(record, material.columns)
    body = values.pop(TEXT, None)
    if not isinstance(body, str) or not body.strip():
        raise InputError(_no_text(record, material.columns))
    facts = make_facts(values, KnownBy.FRONT_MATTER)
    if _PAGE.match(body):
        page = material.part("page.html", _encode(body), charset="utf-8")
        return read_page(page, reader, facts, part)
    if is_markup(body):
        body = read_fragment(body)
    return Draft(body, reader, facts, encoding, part)


def _encode(body: str) -> bytes:
    return body.encode(errors="replace")


def _fields(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """Find the value of each field: where the person says, else by its usual names."""
    folded: dict[str, Any] = {}
    for name, value in record.items():
        folded.setdefault(_fold(name), value)
    found = {field: folded[name] for name, field in _usual() if folded.get(name) not in (None, "")}
    found |= {field: _follow(record, name) for field, name in columns.items()}
    return {field: value for field, value in found.items() if value is not None}


def _usual() -> list[tuple[str, str]]:
    """Give the usual names with their fields, the best name of a field last."""
    names = [(name, TEXT) for name in _BODIES]
    return [*names, *KEYS.items(), *_MORE_KEYS.items()][::-1]


def _fold(name: object) -> str:
    """Write a name as the tables have it: "datePublished" and "Date published" are one."""
    return _NO_WORD.sub("_", _CAMEL.sub("_", str(name)[:200]).strip().lower())


def _follow(record: Mapping[str, Any], name: str) -> Any:
    """Follow a name that a person gave, "headline.main" into an object too; None where it ends."""
    if name in record:
        return record[name]
    value: Any = record
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _no_text(record: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    """Say that there is no text, and what the record has instead."""
    names = [show(str(name), _WIDTH) for name in list(record)[:_SHOWN]]
    has = f"it has: {', '.join(names)}" if names else "it is empty"
    if TEXT in columns:
        return f"nothing in it is called {show(columns[TEXT], _WIDTH)}, or it is empty ({has})"
    return f"nothing in it is known as its text; say what is with --map text=NAME ({has})"
