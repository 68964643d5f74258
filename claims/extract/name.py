"""Names in a paragraph: known parties from the table, persons and other proper names by form.

Within one article a person's later surname stands for the full name given earlier, "the Council"
for the Harbour Council, and "HC" for what "(HC)" stood behind. Two persons with one surname and
other forenames are two. This module does not decide whether a capital acts as a government or is
only a place: its use in the sentence does, and `party` looks at that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.person import Persons, slug_of
from claims.values.gazetteer import longest_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ORGANISATION: Final = frozenset(
    "ministry university organization organisation center centre party corp inc company group "
    "committee council commission agency department office institute association union bank "
    "church court police force army academy college school hospital times post news press "
    "foundation society league club team airlines airways systems network front movement journal "
    "gazette tribune herald chronicle telegraph magazine radio television coalition observatory "
    "authority federation alliance brigade battalion fund tribunal bureau administration "
    "board".split()
)
_GROUPS: Final = frozenset({"outlet", "agency", "organisation", "company", "bloc"})
_LONGEST: Final = 5
_PARTICLES: Final = frozenset(
    "al el ad as ar an ash bin ibn bint von van der den de da di du".split()
)
"""Words in small letters inside a person's name; "al" and its like may stand with a hyphen."""
_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SHORT: Final = re.compile(r"[A-Z][A-Z0-9&-]{1,7}")
_SMALL_WORDS: Final = frozenset("of for the and in on to at &".split())
_COMMON: Final = ("NN", "NNS")
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


@cache
def _named_places() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["named_places"])


@cache
def _placed_first() -> frozenset[str]:
    return frozenset(load_toml("nouns.toml")["named_places_first"])


@cache
def named_storms() -> frozenset[str]:
    """Give the nouns that begin the name of a storm: "Cyclone Mirel" is no person."""
    return frozenset(load_toml("nouns.toml")["storms"])


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in _titles()


class Names:
    """The proper names of one article, gathered paragraph by paragraph."""

    def __init__(self) -> None:
        """Begin with no persons known."""
        self._persons = Persons()
        self._short: dict[str, Mention] = {}
        self._groups: dict[str, Mention | None] = {}

    def find(self, doc: Doc) -> list[Mention]:
        """Find the names of a paragraph, in order, without overlaps; persons are remembered."""
        found: list[Mention] = []
        words = doc.text  # put together anew at each access
        introduced = {m.start: m for m in self._introduced(doc, words)} if "(" in words else {}
        at = 0
        while at < len(doc):
            mention = introduced.get(at) or self._at(doc, at, words)
            if mention is None:
                at += 1
            else:
                found.append(mention)
                self._remember(mention)
                at = mention.end
        return found

    def _introduced(self, doc: Doc, words: str) -> Iterator[Mention]:
        """Find names with a short form behind them: "Kenyan Water Board (KWB)"."""
        for at in range(2, len(doc) - 1):
            short = doc[at].text
            if doc[at - 1].text != "(" or doc[at + 1].text != ")" or not _SHORT.fullmatch(short):
                continue
            start = _spelled_by(short, doc, at - 1)
            if start is not None:
                mention = _long_form(doc, start, at, words)
                self._short[short] = mention
                yield mention

    def _remember(self, mention: Mention) -> None:
        """Let "the Council" stand for what a name ends with; two such names lead to neither."""
        last = mention.name.rpartition(" ")[2]
        if mention.sort in (*_GROUPS, "name") and last != mention.name and last[:1].isupper():
            held = self._groups.setdefault(last, mention)
            if held is not None and held.key != mention.key:
                self._groups[last] = None

    def _at(self, doc: Doc, at: int, words: str) -> Mention | None:
        token = doc[at]
        text = token.text
        if len(text) < 2:
            return None
        if not (text[0].isupper() or text[0].isdigit()):
            return _known(doc, at, words) if text in _PARTICLES else None
        again = self._again(doc, at) or _new(doc, at, words)
        return again or _known(doc, at, words) or self._proper(doc, at, words)

    def _again(self, doc: Doc, at: int) -> Mention | None:
        """Read a short form that the article introduced: "KWB", "the Council"."""
        text = doc[at].text
        meant = self._short.get(text)
        if meant is None and at and doc[at - 1].lower_ == "the" and not _goes_on(doc, at):
            meant = self._groups.get(text)
        return None if meant is None else replace(meant, start=at, end=at + 1, name=text)

    def _proper(self, doc: Doc, at: int, words: str) -> Mention | None:
        """Read a run of proper nouns as a person, an organisation or a name of open sort."""
        if self._persons.has(doc[at].text) and _names_again(doc, at):
            return self._named(doc, at, at + 1, titled=False)
        end = at
        while end < len(doc) and end - at < _LONGEST and _may_name(doc[end]):
            if end > at and doc[end].text not in _SURNAMES_TOO and _known(doc, end, words):
                break
            end = _past_particles(doc, end + 1)
        start = at
        while start < end - 1 and _is_title(doc[start]):
            start += 1
        if start >= end or (end - start == 1 and _is_title(doc[start])):
            return None
        return self._named(doc, start, end, titled=start > at)

    def _named(self, doc: Doc, start: int, end: int, *, titled: bool) -> Mention | None:
        name = doc[start:end].text
        words = [word for word in name.split() if word.lower() not in _SUFFIXES]
        surname = re.sub(r"^(?:[Aa]l|[Ee]l|a[dnrst])-", "", words[-1]) if words else ""
        if not slug_of(surname):
            return None
        if words[-1].lower() in _ORGANISATION or len(words) > 4:
            key = f"organisation:{slug_of(name)}"
            return Mention(start, end, key, name, "organisation")
        if not titled and len(words) > 1 and words[0].lower() in named_storms():
            return Mention(start, end, f"name:{slug_of(name)}", name, "name")
        named_place = len(words) > 1 and (
            words[-1].lower() in _named_places() or words[0].lower() in _placed_first()
        )
        person = titled or self._persons.has(surname) or len(words) > 1
        person = person and not (len(words) > 1 and _is_a_thing(doc, start, end, titled=titled))
        place = None if titled else f"place:{slug_of(name)}"
        if not person or (named_place and not titled):
            return Mention(start, end, f"name:{slug_of(name)}", name, "name", place)
        forenames = words[:-1]
        if forenames or not doc[start].is_sent_start:
            self._persons.add(surname, forenames)
        return Mention(start, end, self._persons.key(surname, forenames), name, "person", place)


def _new(doc: Doc, at: int, words: str) -> Mention | None:
    """Read a place named after another: New Jersey is not Jersey; "New Delhi" is in the table."""
    if doc[at].text != "New" or at + 1 >= len(doc) or _known(doc, at, words) is not None:
        return None
    old = _known(doc, at + 1, words)
    if old is None or old.place is None or old.sort == "demonym":
        return None
    name = doc[at : old.end].text
    slug = slug_of(name)
    return Mention(at, old.end, f"name:{slug}", name, "name", f"place:{slug}")


def _spelled_by(short: str, doc: Doc, end: int) -> int | None:
    """Find where the words begin whose first letters a short form has: small words may count."""
    left = [letter for letter in short if letter.isalpha()]
    at = end
    while left and at:
        at -= 1
        word = doc[at].text
        if word[0].upper() == left[-1] and (word[0].isupper() or word.lower() in _SMALL_WORDS):
            left.pop()
        elif word.lower() not in _SMALL_WORDS and word != "-":
            return None
    return None if left or not doc[at].text[0].isupper() else at


def _long_form(doc: Doc, start: int, at: int, words: str) -> Mention:
    """Name what a short form stands for, by the table where it has one of the two."""
    end = at - 1
    known = _known(doc, start, words)
    if known is None or known.end < end:
        known = _known(doc, at, words)
    name = doc[start:end].text
    if known is None:
        return Mention(start, end, f"organisation:{slug_of(name)}", name, "organisation")
    return replace(known, start=start, end=end, name=name)


def _is_a_thing(doc: Doc, start: int, end: int, *, titled: bool) -> bool:
    """Whether "the" makes a name a group's or thing's: "the Harbour Hawks", not "the Moss case"."""
    if titled or not start or doc[start - 1].lower_ != "the":
        return False
    following = doc[end] if end < len(doc) else None
    return following is None or following.tag_ not in _COMMON


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether a capital follows, so that a word is only the first of another name."""
    following = doc[at + 1] if at + 1 < len(doc) else None
    return following is not None and _may_name(following)


def _names_again(doc: Doc, at: int) -> bool:
    """Whether a surname that the parser took for a common noun is one here."""
    token = doc[at]
    if token.tag_ not in _COMMON:
        return False
    following = doc[at + 1] if at + 1 < len(doc) else None
    return not token.is_sent_start or following is None or following.tag_ not in _COMMON


def _past_particles(doc: Doc, at: int) -> int:
    """Pass over "al", "al-" or "van der" inside a name, where a capital follows."""
    end = at
    while end < len(doc) and doc[end].text in _PARTICLES:
        end += 1
        if end < len(doc) and doc[end].text == "-":
            end += 1
    return end if end > at and end < len(doc) and _may_name(doc[end]) else at


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
