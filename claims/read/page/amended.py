"""Corrections notes of a page that stand where its text is not looked for.

In a box beside the article, in its footer, or in its data alone (schema.org's `correction`). What
stands in the text is left there. A link to a page of corrections is no note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.read.page.terms import correction_lines, names_one
from claims.read.page.tree import Element, printable, text_of, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.read.page.json_ld import Told

LABEL: Final = "Correction: "
_PLACES: Final = ("p", "div", "aside", "section", "footer", "li", "small", "em", "i")
_SHORTEST: Final = 40
_LONGEST: Final = 1_000
_MOST: Final = 20
_ENDS: Final = re.compile(r"[.!?][\"”’')\]*_ ]*\Z")
_WORDS: Final = re.compile(r"[^\W_]+")


def read_corrections(root: Element, told: Told | None) -> list[str]:
    """Give the notes of a page, a line each, before anything is left out of it.

    A note that does not say what it is gets the label "Correction:".
    """
    found = [*_printed(root), *(told.corrections if told else ())]
    lines = [" ".join(printable(words).split()) for words in found[:_MOST]]
    return [
        line if correction_lines().match(line) else f"{LABEL}{line}"
        for line in dict.fromkeys(lines)
        if _SHORTEST <= len(line) <= _LONGEST
    ]


def with_corrections(lines: Sequence[str], notes: Sequence[str]) -> list[str]:
    """Put those notes behind the text that do not stand in it."""
    whole = " ".join(map(_key, lines)) if notes else ""
    beside = [note for note in notes if _key(note.removeprefix(LABEL)) not in whole]
    return [*lines, *beside]


def _key(words: str) -> str:
    return " ".join(_WORDS.findall(words.casefold()))


def _printed(root: Element) -> Iterator[str]:
    """Find the innermost parts that are named or worded as a note, none in somebody's comment."""
    marked = [one for one in root.iter(*_PLACES) if _is_note(one)]
    outer = {above for one in marked for above in one.iterancestors()}
    for one in marked:
        if one not in outer and not _is_around(one):
            yield text_of(one, _LONGEST)


def _is_note(element: Element) -> bool:
    words = text_of(element, _LONGEST)
    if not _SHORTEST <= len(words) <= _LONGEST or not _ENDS.search(words):
        return False
    return names_one(tokens(element), "correction") or bool(correction_lines().match(words))


def _is_around(element: Element) -> bool:
    return any(names_one(tokens(above), "furniture") for above in element.iterancestors())
