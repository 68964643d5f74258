"""Paragraphs out of a piece of HTML that is an article's body already: of a feed, of a record.

Nothing in it is judged to be furniture: for whole pages there is the page reader. Broken markup is
read as far as it goes, in time that grows with its length.
"""

from __future__ import annotations

import html
import re
from typing import Final

_MARKUP: Final = re.compile(r"<!--.*?(?:-->|\Z)|<[/!?a-zA-Z][^<>]*>", re.DOTALL)
_NAME: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)")
_LOOKS_LIKE: Final = re.compile(
    r"</?(?:p|br|div|h[1-6]|a|em|strong|ul|ol|li|b|i|span|img)\b[^<>]*>"
)
_BLOCKS: Final = frozenset(
    "p h1 h2 h3 h4 h5 h6 div li ul ol blockquote section article header footer aside figure "
    "figcaption table tr hr dl dt dd pre br".split()
)
_LEFT_OUT: Final = frozenset({"script", "style", "template", "svg", "iframe", "noscript", "title"})
_CELLS: Final = frozenset({"td", "th"})


def is_markup(text: str) -> bool:
    """Whether a text is written in HTML rather than in plain words."""
    return _LOOKS_LIKE.search(text) is not None


def read_fragment(markup: str) -> str:
    """Give the paragraphs of a piece of HTML, with a blank line between them."""
    paragraphs: list[str] = []
    words: list[str] = []
    left_out = ""
    at = 0
    for match in _MARKUP.finditer(markup):
        if not left_out:
            words.append(markup[at : match.start()])
        at = match.end()
        tag = _NAME.match(match.group())
        name = tag["name"].lower() if tag else ""
        if left_out:
            left_out = "" if name == left_out and tag and tag["end"] else left_out
        elif name in _LEFT_OUT and tag and not tag["end"] and not match.group().endswith("/>"):
            left_out = name
        elif name in _BLOCKS:
            _close(words, paragraphs)
        elif name in _CELLS:
            words.append(" ")
    if not left_out:
        words.append(markup[at:])
    _close(words, paragraphs)
    return "\n\n".join(paragraphs)


def _close(words: list[str], paragraphs: list[str]) -> None:
    """End a paragraph where there is one."""
    text = " ".join(html.unescape("".join(words)).split())
    words.clear()
    if text:
        paragraphs.append(text)
