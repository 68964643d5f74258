"""Plain wording of a stretch of text, with the place in the text of every character.

Runs of white space become one space, no-break and thin spaces too; quotation marks become
straight; soft hyphens and zero-width characters go; ligatures are spelt out; a word parted at a
line's end is joined; a dash between digits becomes a hyphen; Markdown's marks for links and bold
go. Nothing else changes, and the text itself never does.
"""

from __future__ import annotations

import re
from itertools import repeat
from typing import Final

from claims.read.word_list import is_word

INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters without width: they belong to no word and to no paragraph."""

_PLAIN: Final = {
    **dict.fromkeys("‘’‚‛ʼ´`", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys(INVISIBLE, ""),
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_APOSTROPHES: Final = "‘’'ʼ´`"
_LINK_END: Final = r"\]\((?:https?:|mailto:|/)[^()\s]*\)"
_ODD: Final = re.compile(
    rf"(?P<parted>(?<=[a-z])[-\u00ad][^\S\n\r]*(?:\r\n|\n|\r)\s*(?=[a-z]))"
    rf"|(?P<space>[^\S ][\s{INVISIBLE}]*| [\s{INVISIBLE}]+)"
    rf"|(?P<double>[{_APOSTROPHES}]{{2}})"
    r"|(?P<range>(?<=\d)[‒–−](?=\d))"
    rf"|(?P<mark>!?\[(?=[^\[\]\n]{{1,200}}{_LINK_END})|(?<=\S){_LINK_END}"
    r"|\*\*(?=[^\s*][^*\n]{0,200}\*\*)|(?<=[^\s*])\*\*)"
    rf"|(?P<plain>[‘’‚‛ʼ´`“”„‟«»‐‑ﬀﬁﬂﬃﬄﬅﬆ{INVISIBLE}])"
)
_FIXED: Final = {"space": " ", "double": '"', "range": "-", "mark": ""}
_LEFT: Final = re.compile(r"[A-Za-z]+\Z")
_RIGHT: Final = re.compile(r"[a-z]+")
_REACH: Final = 40


def reword(body: str, start: int, end: int) -> tuple[str, list[int]]:
    """Give a stretch of a text in plain wording.

    "Russia’s\u00a0 of\u00adfer" becomes "Russia's offer".

    Args:
        body: The text.
        start: Where the stretch begins.
        end: Where it ends, half-open; neither end is white.

    Returns:
        The words, and for each character the place in the text that it stands for.
    """
    raw = body[start:end]
    words: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _ODD.finditer(raw):
        words.append(raw[at : match.start()])
        offsets.extend(range(start + at, start + match.start()))
        new = _replace(match)
        words.append(new)
        offsets.extend(repeat(start + match.start(), len(new)))
        at = match.end()
    words.append(raw[at:])
    offsets.extend(range(start + at, end))
    return "".join(words), offsets


def _replace(match: re.Match[str]) -> str:
    """Say what stands in plain wording for an odd stretch."""
    kind = match.lastgroup or ""
    if kind == "plain":
        return _PLAIN[match.group()]
    if kind == "parted":
        return _join(match)
    return _FIXED[kind]


def _join(match: re.Match[str]) -> str:
    """Join a word that was parted at the end of a line; keep the hyphen of a compound.

    "govern-/ment" is a word without its hyphen; "so-/called" is not.
    """
    if match.group()[0] != "-":
        return ""
    left = _LEFT.search(match.string[max(0, match.start() - _REACH) : match.start()])
    right = _RIGHT.match(match.string, match.end(), match.end() + _REACH)
    joined = (left.group() if left else "") + (right.group() if right else "")
    return "" if is_word(joined.lower()) else "-"
