"""The words that a reader sees of one line of a report."""

from __future__ import annotations

import html
import re
from typing import Final

from claims.report.form import Form

_TAGS: Final = re.compile(r"<[^>]*>")


def visible_words(line: str | None, form: Form) -> str | None:
    """Give a line without its markup; the line itself where nothing is left, None for none."""
    if line is None or form is not Form.HTML:
        return line
    return html.unescape(_TAGS.sub(" ", line)).strip() or line
