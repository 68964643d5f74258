"""Leaving out what a page prints around its article, before its text is looked for.

Other stories, comments, cookie walls, letters, share bars, menus. A part that holds most of the
page's prose is the article whatever it is called, and stays.
"""

from __future__ import annotations

from typing import Final

from claims.read.page.terms import names_one
from claims.read.page.tree import Element, tokens

_STAYS: Final = frozenset({"html", "head", "body", "main", "article"})
_IS_NONE: Final = frozenset(
    "script style noscript template svg iframe object embed form button select input textarea "
    "dialog canvas audio video map".split()
)
_AROUND: Final = frozenset({"nav", "footer", "aside"})
_ROLES: Final = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog".split()
)
_HIDDEN: Final = ("display:none", "visibility:hidden")
_MOST: Final = 0.5
_PROSE: Final = 80


def leave_out(root: Element) -> None:
    """Take the furniture out of a tree, which is changed."""
    prose = _count_prose(root)
    whole = max(prose.get(root, 0), 1)
    for element in list(root.iter()):
        if element.getparent() is None or element.tag in _STAYS:
            continue
        is_small = prose.get(element, 0) <= _MOST * whole
        if element.tag in _IS_NONE or (is_small and _is_furniture(element)):
            element.drop_tree()


def _count_prose(root: Element) -> dict[Element, int]:
    """Count the characters of paragraphs below each element that has some."""
    counts: dict[Element, int] = {}
    for paragraph in root.iter("p", "li", "blockquote"):
        length = len("".join(paragraph.itertext()).strip())
        if length < _PROSE and paragraph.tag != "p":
            continue
        counts[paragraph] = counts.get(paragraph, 0) + length
        for above in paragraph.iterancestors():
            counts[above] = counts.get(above, 0) + length
    return counts


def _is_furniture(element: Element) -> bool:
    """Whether an element is named as something around an article, or is hidden."""
    classes = tokens(element)
    if names_one(classes, "pull_quote"):
        return False
    if element.tag in _AROUND or element.get("role") in _ROLES:
        return True
    if element.tag == "header":
        return not _is_in_article(element) and next(element.iter("h1"), None) is None
    style = (element.get("style") or "").replace(" ", "").lower()
    if element.get("hidden") is not None or any(hidden in style for hidden in _HIDDEN):
        return True
    return names_one(classes, "furniture")


def _is_in_article(element: Element) -> bool:
    return next(element.iterancestors("article", "main"), None) is not None
