"""Names in a paragraph: known parties from the table, persons and other proper names by form.

A person's later surname stands for the full name given earlier in the same article. This module
does not decide whether a capital acts as a government or is only a place: its use in the
sentence does, and `party` looks at that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.values.gazetteer import longest_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ORGANISATION: Final = frozenset(
    "ministry university organization organisation center centre party corp inc company group "
    "committee council commission agency department office institute association union bank "
    "church court police force army academy college school hospital times post news press "
    "foundation society league club team airlines airways systems network front movement".split()
)
_LONGEST: Final = 5
_SURNAMES_TOO: Final = frozenset({"Jordan", "Chad", "Israel", "Georgia", "Ireland", "Paris"})
"""Known names of places that end the names of persons as well."""
_NOT_NAMES: Final = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Internet|English|Mr|Mrs|Ms|Dr)\.?$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One name where it stands.

    Args:
        start: Index of its first token in the paragraph.
        end: One past its last.
        key: What it names; "person:khalilzad" for a person, "name:…" where its sort is open.
        name: The words as printed.
        sort: "country", "demonym", "capital", a kind of party, "person" or "name".
        place: Key of the place, where it is one.
    """

    start: int
    end: int
    key: str
    name: str
    sort: str
    place: str | None = None


@cache
def _titles() -> frozenset[str]:
    titles = load_toml("people-titles.toml")["titles"]
    return frozenset(word.lower().rstrip(".") for title in titles for word in title.split())


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in _titles()


class Names:
    """The proper names of one article, gathered paragraph by paragraph."""

    def __init__(self) -> None:
        """Begin with no persons known."""
        self._surnames: dict[str, str] = {}

    def find(self, doc: Doc) -> list[Mention]:
        """Find the names of a paragraph, in order, without overlaps; persons are remembered."""
        found: list[Mention] = []
        words = doc.text  # put together anew at each access
        at = 0
        while at < len(doc):
            mention = self._at(doc, at, words)
            if mention is None:
                at += 1
            else:
                found.append(mention)
                at = mention.end
        return found

    def _at(self, doc: Doc, at: int, words: str) -> Mention | None:
        token = doc[at]
        if not (token.text[0].isupper() or token.text[0].isdigit()) or len(token.text) < 2:
            return None
        return _known(doc, at, words) or self._proper(doc, at, words)

    def _proper(self, doc: Doc, at: int, words: str) -> Mention | None:
        """Read a run of proper nouns as a person, an organisation or a name of open sort."""
        end = at
        while end < len(doc) and end - at < _LONGEST and self._may_name(doc[end]):
            if end > at and doc[end].text not in _SURNAMES_TOO and _known(doc, end, words):
                break
            end += 1
        start = at
        while start < end - 1 and _is_title(doc[start]):
            start += 1
        if start >= end or (end - start == 1 and _is_title(doc[start])):
            return None
        return self._named(doc, start, end, titled=start > at)

    def _may_name(self, token: Token) -> bool:
        """Whether a word may be part of a name; a surname like "Brooks" is tagged as a plural."""
        known = token.tag_ == "NNS" and token.text[0].isupper() and token.lower_ in self._surnames
        return known or _may_name(token)

    def _named(self, doc: Doc, start: int, end: int, *, titled: bool) -> Mention | None:
        words = [doc[i].text for i in range(start, end)]
        name = doc[start:end].text
        slug = re.sub(r"[^\w]+", "-", words[-1].lower()).strip("-")
        if not slug:
            return None
        if words[-1].lower() in _ORGANISATION or len(words) > 4:
            whole = re.sub(r"[^\w]+", "-", name.lower()).strip("-")
            return Mention(start, end, f"organisation:{whole}", name, "organisation")
        person = titled or len(words) > 1 or slug in self._surnames
        if (person and not doc[start].is_sent_start) or len(words) > 1:
            self._surnames.setdefault(slug, name)
        sort = "person" if person else "name"
        whole = re.sub(r"[^\w]+", "-", name.lower()).strip("-")
        key = f"person:{slug}" if person else f"name:{whole}"
        place = None if titled else f"place:{whole}"
        return Mention(start, end, key, name, sort, place)


def _may_name(token: Token) -> bool:
    if _NOT_NAMES.match(token.text):
        return False
    return token.tag_ in ("NNP", "NNPS") and token.text[0].isupper()


def _known(doc: Doc, at: int, words: str) -> Mention | None:
    token = doc[at]
    found = longest_name(words, token.idx, token.text.split("-")[0])
    if found is None:
        return None
    name, entry = found
    end = at
    while end < len(doc) and doc[end].idx < token.idx + len(name):
        end += 1
    return Mention(at, end, entry.key, name, entry.sort, entry.place)
