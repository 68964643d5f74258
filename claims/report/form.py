"""The forms in which a report can be handed over, by the ending of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claims.errors import InputError

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Dossier

Renderer = Callable[["Dossier", "Imprint"], Iterator[str]]
Writer = Callable[["Dossier", "Imprint"], Iterator[bytes]]


class Form(StrEnum):
    """A form of the report; the value is the ending of its files, where it has one of its own."""

    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    JSON_LD = "jsonld"
    XLSX = "xlsx"
    UCDP = "ucdp"


ENDINGS: Final[Mapping[str, Form]] = {
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".csv": Form.CSV,
    ".json": Form.JSON,
    ".jsonld": Form.JSON_LD,
    ".xlsx": Form.XLSX,
}

TEXTS: Final = tuple(form for form in Form if form is not Form.XLSX)
"""The forms that are text; a workbook is bytes alone."""

SEALED: Final = (Form.HTML, Form.MARKDOWN, Form.CSV, Form.JSON)
"""The forms that end in a seal; linked data, workbooks and tables of figures carry none."""

WITH_PROVENANCE: Final = frozenset({Form.JSON_LD})
"""The forms that tell how all they tell of came to be."""


def writer_of(form: Form) -> Writer:
    """Give what writes a form as bytes, piece by piece; its library is loaded with it."""
    if form is Form.XLSX:
        from claims.report.xlsx import write_xlsx

        return write_xlsx
    render = renderer_of(form)
    return lambda dossier, imprint: (piece.encode() for piece in render(dossier, imprint))


def renderer_of(form: Form) -> Renderer:
    """Give what renders a form that is text, piece by piece; its library is loaded with it.

    Raises:
        InputError: The form is no text.
    """
    match form:
        case Form.HTML:
            from claims.report.html import render_html

            return render_html
        case Form.MARKDOWN:
            from claims.report.markdown import render_markdown

            return render_markdown
        case Form.CSV:
            from claims.report.csv_report import render_csv

            return render_csv
        case Form.JSON:
            from claims.report.json_report import render_json

            return render_json
        case Form.JSON_LD:
            from claims.report.jsonld import render_jsonld

            return render_jsonld
        case Form.XLSX:
            msg = "a workbook is no text; ask for its bytes"
            raise InputError(msg)
        case Form.UCDP:
            from claims.report.ucdp_report import render_ucdp

            return render_ucdp
