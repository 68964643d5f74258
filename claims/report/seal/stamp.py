"""Sealing a report while it is written, piece by piece."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from claims.report.form import Form
from claims.report.seal.origin import Origin, origin_document

BLANK: Final = "0" * 64
"""What stands in place of the hash while the hash is made."""

DATA: Final = '<script type="application/json" id="claims-data">'
"""What begins the data in a page; no text of a page can hold it, its "<" is escaped."""

HASH: Final = '"sha256": "'
ENDINGS: Final = {
    Form.HTML: '"}}</script>\n</body>\n</html>\n',
    Form.JSON: '"}\n}\n',
    Form.MARKDOWN: '"} -->\n',
}
"""What follows the hash, to the end of the file."""

COMMENT: Final = "<!-- claims-seal "
COLUMN: Final = "seal"
LAST: Final = "end "
"""What the seal of the last row of a table begins with: without it, rows are missing."""

RECORD: Final = "\r\n"
_CLOSING: Final = {Form.HTML: "</body>\n</html>\n", Form.JSON: "\n}\n", Form.MARKDOWN: ""}
_DEEP: Final = re.compile(r"\n {5,}")
_MARKUP: Final = re.compile(r"[<>&]")
_DASHES: Final = "--"


def sealed(form: Form, pieces: Iterable[str], data: Iterable[str], origin: Origin) -> Iterator[str]:
    """Seal a report.

    Args:
        form: Its form; one that carries no seal stays as it is.
        pieces: The report.
        data: The same report as JSON, which a page carries; asked for only by a page.
        origin: What it was made from.
    """
    if form is Form.CSV:
        yield from _sealed_rows(pieces)
    elif form in ENDINGS:
        yield from _stamped(_parts(form, pieces, data, origin), ENDINGS[form])
    else:
        yield from pieces


def _parts(form: Form, pieces: Iterable[str], data: Iterable[str], origin: Origin) -> Iterator[str]:
    """Give everything that stands before the hash."""
    yield from _without(pieces, _CLOSING[form])
    made_from = json.dumps(origin_document(origin), ensure_ascii=True)
    if form is Form.JSON:
        yield f',\n  "seal": {{"made_from": {made_from}, {HASH}'
    elif form is Form.HTML:
        yield DATA
        yield from map(_inside_page, _without(data, _CLOSING[Form.JSON]))
        yield f',\n"seal": {{"made_from": {_inside_page(made_from)}, {HASH}'
    else:
        comment = _inside_page(made_from).replace(_DASHES, r"\u002d\u002d")
        yield f'\n{COMMENT}{{"made_from": {comment}, {HASH}'


def _without(pieces: Iterable[str], closing: str) -> Iterator[str]:
    """Give pieces without what they end in."""
    held = ""
    for piece in pieces:
        held = f"{held}{piece}"  # a template gives markup, and "+" would escape
        if closing and len(held) > len(closing):
            yield held[: -len(closing)]
            held = held[-len(closing) :]
        elif not closing:
            yield held
            held = ""
    if held != closing:
        msg = f"a report must end in {closing!r}, not in {held!r}"
        raise ValueError(msg)


def _inside_page(text: str) -> str:
    """Make JSON harmless inside a page: no markup can begin or end in it.

    Deep indents go, for they are a third of the weight; an item stays a line.
    """
    return _MARKUP.sub(lambda found: f"\\u{ord(found[0]):04x}", _DEEP.sub(" ", text))


def _stamped(parts: Iterable[str], ending: str) -> Iterator[str]:
    checksum = hashlib.sha256()
    for part in parts:
        checksum.update(part.encode())
        yield part
    checksum.update((BLANK + ending).encode())
    yield checksum.hexdigest() + ending


def _sealed_rows(records: Iterable[str]) -> Iterator[str]:
    """Give each row a seal over itself and the rows before it; the last one says that it is."""
    chain = ""
    waiting: tuple[str, str] | None = None
    for place, record in enumerate(records):
        row = record.removesuffix(RECORD)
        chain = chained(chain, row)
        if place == 0:
            yield f"{row},{COLUMN}{RECORD}"
            continue
        if waiting is not None:
            yield ",".join(waiting) + RECORD
        waiting = row, chain
    if waiting is not None:
        yield f"{waiting[0]},{LAST}{waiting[1]}{RECORD}"


def chained(before: str, row: str) -> str:
    """Give the seal of a row.

    Args:
        before: The seal of the row before it; empty for the heads.
        row: The row as it stands in the file, without its seal.
    """
    return hashlib.sha256(f"{before}\n{row}".encode()).hexdigest()
