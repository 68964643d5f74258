"""Tags with more attributes than any page has, which the parser would take hours over.

It compares each attribute of a tag with all before it. Scripts and comments are passed over.
"""

from __future__ import annotations

import re
from typing import Final

from claims.errors import InputError

MOST_ATTRIBUTES: Final = 500
"""Attributes of one tag above which all of them are left out."""

_MOST_TAGS: Final = 500_000
_LONG: Final = 2 * MOST_ATTRIBUTES
_ATTRIBUTE: Final = r"""[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TAG: Final = re.compile(
    rf"<(?:(?P<name>[A-Za-z][^\s>/]*+)(?P<rest>(?:[\s/]++|=++|{_ATTRIBUTE})*+)|(?P<note>!--))"
)
_EACH: Final = re.compile(_ATTRIBUTE)
_ENDS: Final = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}


def bound_tags(text: str) -> str:
    """Leave out the attributes of tags that have too many.

    Raises:
        InputError: There are more tags than any page has.
    """
    kept: list[str] = []
    place = done = 0
    for _ in range(_MOST_TAGS):
        tag = _TAG.search(text, place)
        if tag is None:
            return "".join([*kept, text[done:]])
        rest = tag["rest"] or ""
        if len(rest) > _LONG and _has_too_many(rest):
            kept.append(text[done : tag.start("rest")])
            done = tag.end()
        place = _after(text, tag)
        if place < 0:
            return "".join([*kept, text[done:]])
    msg = f"it has more than {_MOST_TAGS:,} tags; save the article alone"
    raise InputError(msg)


def _has_too_many(rest: str) -> bool:
    return sum(1 for _ in _EACH.finditer(rest)) > MOST_ATTRIBUTES


def _after(text: str, tag: re.Match[str]) -> int:
    """Give the place after a tag, or after the script or comment it opens; -1 for the end."""
    if tag["note"]:
        return text.find("-->", tag.end())
    end = _ENDS.get(tag["name"].lower())
    if end is None:
        return tag.end()
    found = end.search(text, tag.end())
    return found.start() if found else -1
