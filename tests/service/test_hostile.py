"""A folder full of files made to do harm, and one article at its end, which goes in."""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from claims.service.library import add_articles
from db import Database
from tests.read.format.pdf_maker import column, make_pdf, number
from tests.read.format.zip_maker import WORD, make_docx, make_epub, make_odt, make_zip, page

_MB: Final = 2**20
_ENTITIES: Final = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
_TOO_LONG_S: Final = 90


def _gzip(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join([*(packer.compress(bytes(_MB)) for _ in range(megabytes)), packer.flush()])


def _long(first: bytes) -> Callable[[Path], None]:
    """Write a line of 200 MB, which takes no room on the disk."""

    def write(file: Path) -> None:
        with file.open("wb") as out:
            out.write(first)
            out.truncate(200 * _MB)

    return write


_LOOP: Final = number(
    [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 3>>"], b"/Root 1 0 R"
)
_WORDS: Final = f"<w:document xmlns:w='{WORD}'><w:p>&b;</w:p></w:document>"
MADE: Final[dict[str, Callable[[], bytes]]] = {
    "bomb.warc.gz": lambda: _gzip(200),
    "bomb.docx": lambda: make_docx(f"<w:p>{'a' * 40 * _MB}</w:p>"),
    "bomb.epub": lambda: make_epub({"a.xhtml": page("x" * 40 * _MB)}),
    "bomb.odt": lambda: make_odt(f"<text:p>{'a' * 40 * _MB}</text:p>"),
    "bomb.wacz": lambda: make_zip({"archive/a.warc": _gzip(200)}),
    "entities.rss": f"{_ENTITIES}<rss>&b;</rss>".encode,
    "entities.docx": lambda: make_docx("", "", **{"word/document.xml": _ENTITIES + _WORDS}),
    "entities.xml.html": f"{_ENTITIES}<urlset>&b;</urlset>".encode,
    "loop.pdf": lambda: _LOOP,
    "pages.pdf": lambda: make_pdf([column(["A line."])] * 10_000),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 100_000 + b"x",
    "deep.json": lambda: b"[" * 1_000_000,
    "nul.txt": lambda: b"a\0b",
    "surrogate.json": lambda: b'{"text": "A \\ud800 lone one, it said."}',
    "em\npty.txt": lambda: b"",
    "\x1b[31mred.txt": lambda: b"",
}
WRITTEN: Final[dict[str, Callable[[Path], None]]] = {
    "line.txt": _long(b""),
    "line.csv": _long(b"title,text\nx,"),
    "line.jsonl": _long(b""),
    "line.mbox": _long(b"From a@example.org Fri Apr  2 10:00:00 2021\nSubject: x\n\n"),
    "link.txt": lambda file: file.symlink_to(file.name),
    "zero.txt": lambda file: file.symlink_to("/dev/zero"),
    "pipe.html": os.mkfifo,
}


def _fill(folder: Path) -> None:
    """Write all of them, and an article behind them."""
    folder.mkdir()
    for name, make in MADE.items():
        (folder / name).write_bytes(make())
    for name, write in WRITTEN.items():
        write(folder / name)
    (folder / "self").symlink_to(".")
    (folder / "zz.txt").write_text("The ministry said 12 people died in Kabul.\n", "utf-8")


def test_a_folder_of_hostile_files_is_a_line_each(empty: Database, tmp_path: Path) -> None:
    """In bounded time, and the rest goes in; what memory each takes is tested with its reader."""
    _fill(tmp_path / "in")
    begun = time.monotonic()
    found = add_articles(empty, [tmp_path / "in"], workers=2)
    assert time.monotonic() - begun < _TOO_LONG_S
    assert {one.path.name: one.outcome for one in found} == {
        **dict.fromkeys([*MADE, *WRITTEN], "failed"),
        "self": "skipped",
        "zz.txt": "added",
    }
    told = [str(one.error).removeprefix(f"{one.path}: ") for one in found if one.error]
    assert all(line.isprintable() and len(line) < 300 for line in told)
