"""Words, figures and marks of a text, with their places: what numerals are read from.

A figure is one run of digits as it was printed; one that is no well-formed number ("1.2.3",
"5,00", "1.5.2") is odd and stays out of every amount. One pass, in time that grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

WORD: Final = "word"
FIGURE: Final = "figure"
ODD: Final = "odd"
SPACE: Final = "space"
MARK: Final = "mark"

_LONGEST_FIGURE: Final = 24
_PIECES: Final = re.compile(
    r"""(?P<figure>
          [0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){2,5}(?:\.[0-9]+)?(?![0-9,.:]*[0-9])
        | [0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}|[ ]000)(?:\.[0-9]+)?(?![0-9,.:]*[0-9])
        | [0-9]+(?:[.,:][0-9]+)*
        | \.[0-9]+(?:[.,:][0-9]+)*
        )
      | (?P<word>[^\W\d_¼-¾⅐-⅞]+)
      | (?P<space>\s+)
      | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_WELL_FORMED: Final = re.compile(
    r"(?:[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3}){1,7}"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,5},[0-9]{3}|[0-9]+)?(?:\.[0-9]+)?"
)


class Token(NamedTuple):
    """One word, figure, space or mark.

    `text` is in lower case, `end` is one past the last character.
    """

    kind: str
    text: str
    printed: str
    start: int
    end: int

    @property
    def number(self) -> Decimal:
        """The number that a figure prints."""
        return Decimal(re.sub(r"[^0-9.]", "", self.text))


def split_tokens(text: str) -> list[Token]:
    """Split a text into tokens, leaving nothing out.

    "About 1,200" gives the word "about", a space and the figure "1,200".
    """
    return list(_tokens_of(text))


@lru_cache(maxsize=4)
def _tokens_of(text: str) -> tuple[Token, ...]:
    """Give the tokens of a text; amounts and ordinals are looked for in the same text in turn."""
    return tuple(map(_token, _PIECES.finditer(text)))


def _token(match: re.Match[str]) -> Token:
    kind, printed = match.lastgroup or MARK, match[0]
    if kind == FIGURE and (len(printed) > _LONGEST_FIGURE or not _WELL_FORMED.fullmatch(printed)):
        kind = ODD
    return Token(kind, printed.lower(), printed, *match.span())


def next_word(tokens: Sequence[Token], after: int) -> int | None:
    """Find the word or figure that follows behind one space or hyphen; None where none does."""
    if after + 1 >= len(tokens):
        return None
    joint, following = tokens[after], tokens[after + 1]
    joined = joint.kind == SPACE or joint.text == "-"
    return after + 1 if joined and following.kind in (WORD, FIGURE) else None


def word_at(tokens: Sequence[Token], index: int | None) -> str:
    """Give the text of a token in lower case, nothing where there is none."""
    return tokens[index].text if index is not None else ""
