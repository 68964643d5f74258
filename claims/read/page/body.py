"""The text of a page's article: paragraphs in order, headings and lists among them.

What is prose and what is not is trafilatura's to find, in a tree from which the furniture is left
out. Captions are kept and begin with "Image:"; a pull quote whose words stand in a paragraph is
not told twice.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from claims.read.format.damage import refusing
from claims.read.page.terms import names_one
from claims.read.page.tree import Element, printable, text_of, tokens

CAPTION: Final = "Image: "
_LONGEST_CAPTION: Final = 600
_LIBRARIES: Final = ("trafilatura", "htmldate", "courlan", "justext")
_INLINE: Final = frozenset({"hi", "ref", "del"})
_LEAVES: Final = frozenset({"p", "head", "item", "cell", "quote", "code", "fw"})
_WORDS: Final = re.compile(r"[^\W_]+")
_QUOTED: Final = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb "
_SHORT: Final = 400
_FULL: Final = 40
_MOST_QUOTES: Final = 100
_SHORT_TEXT: Final = 500
_OWN: Final = frozenset({"article", "main"})


def read_paragraphs(root: Element) -> list[str]:
    """Give the paragraphs of the article, a line each; empty where there is none.

    Args:
        root: The page, its furniture left out; captions in it become paragraphs.
    """
    _keep_captions(root)
    own = list(_own(root))
    found = _extract(root)
    parts = list(_parts(found)) if found is not None else []
    if own and sum(map(len, parts)) < _SHORT_TEXT:
        parts = own
    return once([line for part in parts for line in part.split("\n")])


def _own(root: Element) -> Iterator[str]:
    """Give the paragraphs of the article's own element: a short text has too little weight."""
    marked = (one for one in root.iter() if one.get("itemprop") == "articleBody" or one.tag in _OWN)
    place = next((one for one in marked if next(one.iter("p"), None) is not None), None)
    for element in place.iter("p", "h2", "h3", "h4", "li") if place is not None else ():
        if element.tag == "p" or next(element.iter("p"), None) is None:
            yield text_of(element)


def once(paragraphs: Iterable[str]) -> list[str]:
    """Leave out paragraphs told twice, and pull quotes, which stand in a paragraph."""
    lines = [line for words in paragraphs if (line := " ".join(printable(words).split()))]
    keys = [_key(line) for line in lines]
    whole = "\n".join(keys)
    kept: list[str] = []
    seen: set[str] = set()
    quotes = 0
    for line, key in zip(lines, keys, strict=True):
        if key in seen and len(key) >= _FULL:
            continue
        if _is_quotation(line) and quotes < _MOST_QUOTES:
            quotes += 1
            if whole.count(key) > keys.count(key):
                continue
        seen.add(key)
        kept.append(line)
    return kept


def without_title(paragraphs: Iterable[str], title: str | None) -> list[str]:
    """Leave out the first line that is the headline."""
    lines = list(paragraphs)
    keys = [_key(line) for line in lines]
    if title and _key(title) in keys:
        lines.pop(keys.index(_key(title)))
    return lines


def _is_quotation(line: str) -> bool:
    """Whether a line is a short quotation and nothing else."""
    return len(line) <= _SHORT and line[0] in _QUOTED and line[-1] in _QUOTED and " " in line


def _key(words: str) -> str:
    return " ".join(_WORDS.findall(words.casefold()))


def _keep_captions(root: Element) -> None:
    """Turn each picture with a caption into a paragraph that says so; pull quotes into quotes."""
    for figure in list(root.iter("figure")):
        if figure.getparent() is None:  # it stood in another, which went
            continue
        caption = next((text_of(one) for one in figure.iter("figcaption")), "")
        tail = figure.tail
        _empty(figure)
        figure.tail = tail
        if 0 < len(caption) <= _LONGEST_CAPTION:
            figure.tag, figure.text = "p", f"{CAPTION}{caption}"
        else:
            figure.drop_tree()
    for element in list(root.iter("aside", "div", "blockquote", "p", "figure")):
        if names_one(tokens(element), "pull_quote"):
            words = text_of(element).strip(_QUOTED)
            tail = element.tail
            _empty(element)
            element.tail = tail
            element.tag, element.text = "p", f"\u201c{words}\u201d" if words else None


def _empty(element: Element) -> None:
    for child in list(element):
        element.remove(child)
    for name in list(element.attrib):
        del element.attrib[name]


def _extract(root: Element) -> Element | None:
    from trafilatura import bare_extraction

    _hush()
    with refusing("a web page", "save its text as .txt"):
        found: Any = bare_extraction(
            root, include_comments=False, include_tables=True, with_metadata=False
        )
    return found.body if found is not None else None


def _hush() -> None:
    """Let the libraries keep to themselves what they did not like about a page."""
    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _parts(body: Element) -> Iterator[str]:
    """Give the words of each paragraph, heading, entry of a list and cell, in order."""
    if body.tag in _LEAVES and not any(child.tag in _LEAVES for child in body.iterdescendants()):
        yield _inline(body)
        return
    if body.text and body.text.strip():
        yield body.text
    for child in body:
        if child.tag in _INLINE:
            yield _inline(child)
        elif isinstance(child.tag, str):
            yield from _parts(child)
        if child.tail and child.tail.strip():
            yield child.tail


def _inline(element: Element) -> str:
    """Give the words of one paragraph, a line break where the page breaks the line."""
    return "".join(_flow(element))


def _flow(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        yield from _flow(child)
        yield child.tail or ""
