"""Finding words that a person copied where they stand in a text.

White space and quotation marks may differ, and characters without width may lack; everything else
must be the same, letter by letter. Nothing that is only alike is ever found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.errors import InputError
from claims.model import Span
from claims.read.wording import INVISIBLE

_MARKS: Final = {
    **dict.fromkeys("‘’‚‛ʼ´`", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys(INVISIBLE, ""),
}


def find_quote(body: str, quote: str) -> list[Span]:
    """Find every place where a quote stands, in order.

    A quote in straight marks on one line is found in curly ones over two.

    Raises:
        InputError: The quote is empty.
    """
    wanted = _folded(quote)[0].strip()
    if not wanted:
        msg = "the quote is empty; give the words of the article: --quote TEXT"
        raise InputError(msg)
    folded, offsets = _folded(body)
    return [Span(offsets[at], offsets[at + len(wanted) - 1] + 1) for at in _places(folded, wanted)]


def _places(folded: str, wanted: str) -> Iterator[int]:
    at = folded.find(wanted)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + 1)


def _folded(text: str) -> tuple[str, list[int]]:
    """Fold a text; give the place in it of every character that is left."""
    letters: list[str] = []
    offsets: list[int] = []
    for place, letter in enumerate(text):
        plain = " " if letter.isspace() else _MARKS.get(letter, letter)
        if plain and not (plain == " " and letters and letters[-1] == " "):
            letters.append(plain)
            offsets.append(place)
    return "".join(letters), offsets
