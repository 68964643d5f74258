"""Words from outside, made harmless in Markdown, and the few shapes the report is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from claims.report.layout import clean

_SPECIAL: Final = re.compile(r"([\\`*_\[\]|~])")
_LEADING: Final = re.compile(r"^(\d*)([#>+=.)-])(?=\s|$)")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BARE_ADDRESS: Final = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data):|\bwww\.")


def md(text: str) -> str:
    """Escape words so that Markdown shows them as they are, on one line."""
    words = clean(text).strip()
    words = "".join(_ENTITIES.get(letter, letter) for letter in words)
    words = _SPECIAL.sub(r"\\\1", words)
    words = _BARE_ADDRESS.sub(lambda match: f"{match[0][:-1]}&#{ord(match[0][-1])};", words)
    return _LEADING.sub(r"\1\\\2", words)


def code(text: str) -> str:
    """Show a name, hash or file in code type; one that holds a backtick is escaped instead."""
    words = clean(text).strip()
    return md(words) if "`" in words or "|" in words or not words else f"`{words}`"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Make a table of cells that are Markdown already; nothing where there are no rows."""
    body = [f"| {' | '.join(cell or ' ' for cell in row)} |" for row in rows]
    if not body:
        return []
    rule = f"|{'|'.join(' --- ' for _ in heads)}|"
    return [f"| {' | '.join(heads)} |", rule, *body, ""]


def paragraphs(*texts: str) -> list[str]:
    """Set paragraphs apart, empty ones left out."""
    return [line for text in texts if text for line in (text, "")]
