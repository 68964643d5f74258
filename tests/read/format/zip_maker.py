"""Office files and books of the tests' own making."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES: Final = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns"


def make_zip(members: Mapping[str, bytes | str]) -> bytes:
    """Pack members in their order; one called mimetype is not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            file.writestr(name, data, stored)
    return out.getvalue()


def make_docx(body: str, properties: str = "", **members: bytes | str) -> bytes:
    """Make a document of Word from the XML of its body."""
    document = f"<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>"
    return make_zip(
        {
            "[Content_Types].xml": _TYPES,
            "word/document.xml": document,
            "docProps/core.xml": "<cp:coreProperties xmlns:cp='cp' "
            f"xmlns:dc='dc'>{properties}</cp:coreProperties>",
            **members,
        }
    )


def run(words: str, properties: str = "") -> str:
    """Write a run of Word."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    """Write a paragraph of Word."""
    return f"<w:p><w:pPr><w:pStyle w:val='Normal'/></w:pPr>{''.join(runs)}</w:p>"


def make_odt(body: str, properties: str = "", **members: bytes | str) -> bytes:
    """Make a document of LibreOffice from the XML of its body."""
    spaces = f"xmlns:office='{_ODF}:office:1.0' xmlns:text='{_ODF}:text:1.0' xmlns:table='table'"
    return make_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces} xmlns:dc='dc'><office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<m xmlns:dc='dc' xmlns:meta='meta'>{properties}</m>",
            **members,
        }
    )


def make_epub(
    sections: Mapping[str, bytes | str], properties: str = "", **members: bytes | str
) -> bytes:
    """Make a book from the XHTML of its sections, by file name."""
    items = "".join(
        f"<item id='i{n}' href='text/{name}' media-type='application/xhtml+xml'/>"
        for n, name in enumerate(sections)
    )
    order = "".join(f"<itemref idref='i{n}'/>" for n in range(len(sections)))
    return make_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfiles>"
            "<rootfile full-path='OPS/book.opf'/></rootfiles></container>",
            "OPS/book.opf": f"<package xmlns:dc='dc'><metadata>{properties}</metadata>"
            f"<manifest>{items}</manifest><spine>{order}</spine></package>",
            **{f"OPS/text/{name}": text for name, text in sections.items()},
            **members,
        }
    )


def page(body: str) -> str:
    """Write a section of a book."""
    return (
        "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html>\n"
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head>"
        f"<body>{body}</body></html>"
    )
