"""A page as a tree, within bounds: what a page of the news never reaches is refused or left out.

Pictures that stand in the page itself are left out before it is parsed. The parser drops what is
nested deeper than 256 elements; no article is.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

from claims.errors import InputError
from claims.read.page.tag import bound_tags

Element: TypeAlias = Any
"""An element of lxml, which has no types of its own."""

LONGEST: Final = 16_000_000
"""Characters of a page, its pictures left out, above which it is refused."""
MOST_ELEMENTS: Final = 25_000
"""Elements above which a page is refused: a long live blog has half as many."""
MOST_WORDS: Final = 1_500_000
"""Characters of text above which a page is refused."""

_NAMING: Final = ("class", "id", "data-component", "data-testid", "data-module")
_LONGEST_ATTRIBUTE: Final = 2_000
_PICTURE: Final = re.compile(r"data:[\w/+.;=-]{1,100}?base64,[A-Za-z0-9+/=%\s]{100,}")
_SAVED_FROM: Final = re.compile(
    r"<!--\s*saved from url=\(\d{4,5}\)(?P<url>\S{8,2000})\s*-->", re.IGNORECASE
)
_SINGLE_FILE: Final = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S{8,2000})\s", re.IGNORECASE
)
_HEAD: Final = 10_000
# The parser ends at some of these, and cannot write the others.
_UNPRINTED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def parse_page(text: str) -> Element:
    """Parse the characters of a page.

    Returns:
        Its root, attributes of unlikely length left out.

    Raises:
        InputError: It has no elements, or is larger than any page of the news.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    plain = bound_tags(_PICTURE.sub("data:,", _UNPRINTED.sub("\ufffd", text)))
    if len(plain) > LONGEST:
        msg = f"it has {len(plain):,} characters, more than any article; save the article alone"
        raise InputError(msg)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(plain.encode(), parser=parser)
    except (LxmlError, ValueError):
        msg = "there is nothing of a web page in it; save the page again"
        raise InputError(msg) from None
    _bound(root)
    return root


def saved_from(text: str) -> str | None:
    """Give the address that a browser wrote into a page when it saved it."""
    head = text[:_HEAD]
    match = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
    return match["url"] if match else None


def _bound(root: Element) -> None:
    """Refuse too many elements; leave out attributes that are too long to mean anything."""
    for place, element in enumerate(root.iter()):
        if place >= MOST_ELEMENTS:
            msg = f"it has more than {MOST_ELEMENTS:,} elements; save the article alone"
            raise InputError(msg)
        long = [name for name, value in element.attrib.items() if len(value) > _LONGEST_ATTRIBUTE]
        # An address of a picture or a description may be long; the rest of the element counts.
        for name in long:
            if name != "content":
                del element.attrib[name]


def tokens(element: Element) -> list[list[str]]:
    """Give the words of each class, of the id and the like.

    "related-Stories_box" is related, stories, box.
    """
    names = " ".join(element.get(name) or "" for name in _NAMING).split()
    return [
        re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()) for name in names
    ]


def refuse_endless(root: Element) -> None:
    """Refuse more words than an article has; what is for machines is out of the tree already.

    Raises:
        InputError: There are more.
    """
    length = sum(map(len, root.itertext()))
    if length > MOST_WORDS:
        msg = f"it has {length:,} characters of text, more than any article; save the article alone"
        raise InputError(msg)


def drop_silent(root: Element) -> None:
    """Take out what a page holds for machines, once its data has been read."""
    for element in list(root.iter("script", "style", "noscript", "template")):
        if element.getparent() is not None:
            element.drop_tree()


def printable(words: str) -> str:
    """Put a space for what no database keeps, however it came in: as itself or as an entity."""
    return _UNPRINTED.sub(" ", words)


def text_of(element: Element, most: int = LONGEST) -> str:
    """Give the words of an element on one line.

    Args:
        most: Characters after which no more is looked at; what comes back may be a little longer.
    """
    found: list[str] = []
    length = 0
    for piece in element.itertext():
        found.append(piece[: most + 1])
        length += len(found[-1].strip())
        if length > most:
            break
    return " ".join(printable(" ".join(found)).split())
