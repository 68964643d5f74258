"""Names of authors as the data of a page gives them; a desk, an agency, a link is no person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.read.front_matter import split_names
from claims.read.page.terms import no_person
from claims.read.page.words import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST: Final = 120
_MOST_WORDS: Final = 6
_NO_NAME: Final = re.compile(r"https?:|www\.|[@<>{}|\d]|\.(?:com|org|net)\b", re.IGNORECASE)
_BY: Final = re.compile(r"\W{0,3}by\b\s*:?\s*", re.IGNORECASE)


def read_names(value: Any, *, besides: Iterable[str] = ()) -> tuple[str, ...]:
    """Read one name or several; what is no person's name is left out.

    "By Ann Example and Bo Sample" gives both; "Web Desk" and "admin" give none.

    Args:
        value: Words, or a list of them.
        besides: Names of the outlet and the site, which are no authors.
    """
    items = value if isinstance(value, list) else [value]
    others = {name.casefold() for name in besides}
    names = [
        name for item in items if (words := clean(item, _LONGEST * 4)) for name in _split(words)
    ]
    kept = [name for name in names if _is_person(name) and name.casefold() not in others]
    return tuple(dict.fromkeys(kept))


def _split(words: str) -> list[str]:
    """Part words into names, without "By"."""
    return split_names(_BY.sub("", words, count=1) if _BY.match(words) else words)


def _is_person(name: str) -> bool:
    tokens = name.split()
    if not tokens or len(tokens) > _MOST_WORDS or len(name) > _LONGEST or _NO_NAME.search(name):
        return False
    lower = [token.strip(".,").casefold() for token in tokens]
    if any(token in no_person() for token in lower):
        return False
    # A user's name of the system: "aexample". A name in a script without capitals has none.
    return len(tokens) > 1 or not (name.isascii() and name.islower())
