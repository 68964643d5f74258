"""Words as search sees them: the one place where texts and queries are folded and split.

Case, accents and the marks inside a word make no difference: "Türkiye" is turkiye, "COVID-19" is
covid19 and also covid and 19, "2,500" is 2500, "www.example.org" is exampleorg. Both databases
store what comes out of here and nothing of their own, so that they find the same. Refuses
nothing: what holds no letter or digit gives no word. Endings stay: "troop*" finds troops.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_PART: Final = (
    r"[0-9]{1,3}(?:[,\u00a0][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"  # 2,500.5
    r"|[0-9]+(?:[.,][0-9]+)*"  # 1.5
    r"|[^\W\d_]+"
)
_PARTS: Final = re.compile(_PART)
_CHUNK: Final = re.compile(rf"(?:{_PART})(?:[-'._&]?(?:{_PART}))*")
_POSSESSIVE: Final = re.compile(r"'s\Z")
_GROUPING: Final = re.compile(r"[,\u00a0](?=[0-9]{3}(?![0-9]))")
_GROUP_SPACES: Final = "\u00a0\u2009\u202f"
_SAME: Final = {
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
    **dict.fromkeys(_GROUP_SPACES, "\u00a0"),
    "ı": "i",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
_JOINED: Final = 4
_LONGEST: Final = 60
"""Characters of a word that count: an index of a server takes no longer ones."""


class SearchWord(NamedTuple):
    """A folded word and the stretch of the text it was made from."""

    word: str
    start: int
    end: int


class QueryWord(NamedTuple):
    """A folded word that is asked for.

    `begins` says that any word that begins so will do; `parts` are those of a compound, which
    will do instead of it where all of them are there.
    """

    word: str
    begins: bool = False
    parts: tuple[str, ...] = ()

    def fits(self, word: str) -> bool:
        """Whether a word of a text is what is asked for, or a part of it."""
        return (
            word == self.word or word in self.parts or (self.begins and word.startswith(self.word))
        )

    def __str__(self) -> str:
        return self.word + "*" * self.begins


def find_words(text: str) -> list[SearchWord]:
    """Give every word by which a text is found, by place; a compound also by its parts.

    "COVID-19" gives covid, covid19 and 19.
    """
    return [
        SearchWord(_join(parts)[:_LONGEST], parts[0].start, parts[-1].end)
        for chunk in _chunks(text)
        for first in range(len(chunk))
        for last in range(first + 1, min(first + _JOINED, len(chunk)) + 1)
        for parts in (chunk[first:last],)
    ]


def count_words(text: str) -> Counter[str]:
    """Count the words by which a text is found."""
    return Counter(found.word for found in find_words(text))


def query_words(text: str) -> list[QueryWord]:
    """Give the words that a text must have to answer a query, each once, in order.

    A compound is asked for as a whole, or by all its parts: "covid-19" is covid19, or covid and
    19. A star asks for a beginning.
    """
    asked: dict[QueryWord, None] = {}
    for chunk in _chunks(text):
        begins = text[chunk[-1].end : chunk[-1].end + 1] == "*"
        size = min(_JOINED, len(chunk))
        for first in range(len(chunk) - size + 1):
            parts = chunk[first : first + size]
            word = _join(parts)[:_LONGEST]
            held = tuple(part.word[:_LONGEST] for part in parts) if size > 1 else ()
            asked[QueryWord(word, begins and first + size == len(chunk), held)] = None
    return list(asked)


def name_words(name: str) -> str:
    """Give the words of a name with a space at either end, so that whole words can be found.

    "The Foreign Ministry of Türkiye" is " the foreign ministry of turkiye ".
    """
    return f" {' '.join(_join(chunk)[:_LONGEST] for chunk in _chunks(name))} "


def _join(parts: Sequence[SearchWord]) -> str:
    return "".join(part.word for part in parts)


def _chunks(text: str) -> Iterator[list[SearchWord]]:
    """Split a text into runs of parts that only marks within a word hold together."""
    folded, places = _fold(text)
    for match in _CHUNK.finditer(folded):
        whole = _POSSESSIVE.sub("", match.group())
        parts = [
            SearchWord(_number(part.group()), places[start], places[end - 1] + 1)
            for part in _PARTS.finditer(whole)
            for start, end in ((part.start() + match.start(), part.end() + match.start()),)
        ]
        yield parts[1:] if len(parts) > 1 and parts[0].word == "www" else parts


def _number(part: str) -> str:
    """Write numbers in one way: no marks between thousands, a point before decimals."""
    return _GROUPING.sub("", part).replace(",", ".") if part[0].isdigit() else part


def _fold(text: str) -> tuple[str, list[int]]:
    """Fold a text, and give for each character of the result the place it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        found = _fold_letter(letter)
        folded.append(found)
        places += [place] * len(found)
    return "".join(folded), places


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """Fold one character: no case, no accents, plain digits; marks that join nothing are gone."""
    if letter in _SAME:
        return _SAME[letter]
    plain = unicodedata.normalize("NFKD", letter.casefold()).casefold()
    kept = (one for one in plain if unicodedata.category(one) not in ("Mn", "Cf"))
    return "".join(_plain_letter(one) for one in kept)


def _plain_letter(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    return _SAME.get(letter, letter) if digit is None else str(digit)
