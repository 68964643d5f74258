"""What a labelled answer asks for, read from its free text.

"$82 million" asks for an amount, "23 May 2005 (first hearing)" for a day, "Arden, Velmora" for two
parties, "not invited" for a denied invitation, "the mayor's office" for the word "office".  Notes
in brackets are no part of the answer.  An answer that asks for several things is carried when each
of them is.  Refuses to guess: what cannot be read asks for nothing, and is left out and counted.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Final

from claims.values.days import Days, find_clock_times, find_days
from claims.values.gazetteer import longest_name
from claims.values.quantity import Quantity, find_quantities
from tests.evaluation.gold import Answer, Gold
from tests.evaluation.grammar import (
    DENIALS,
    Deed,
    deeds_of,
    is_clause,
    lemmas,
    telling_verbs,
)
from tests.evaluation.phrase import head_word, parts_of, without_notes


@dataclass(frozen=True, slots=True)
class Member:
    """A party: the keys that it may have, and the last word of its name, folded."""

    keys: frozenset[str]
    last: str


@dataclass(frozen=True, slots=True)
class Head:
    """Free words: the word that names what they are about, folded."""

    word: str


@dataclass(frozen=True, slots=True)
class Did:
    """That something was done, or was not, in all the ways in which it may be said."""

    deeds: frozenset[Deed]


Wanted = Quantity | Days | Member | Head | Did
"""One thing that a claim must carry."""

_SIGNS: Final = (
    (re.compile(r"^>=\s*|^≥\s*"), "at least "),
    (re.compile(r"^<=\s*|^≤\s*"), "at most "),
    (re.compile(r"^>\s*"), "more than "),
    (re.compile(r"^<\s*"), "less than "),
    (re.compile(r"^~\s*"), "about "),
    (re.compile(r"^(\d[\d,.]*)\+"), r"at least \1"),
    (re.compile(r"^(.*?)\s*\(at least\)"), r"at least \1"),
    (re.compile(r"^(.*?)\s*\((?:round|roughly|about)\)"), r"about \1"),
    (re.compile(r"(\d to |\d-)[$€£]"), r"\1"),  # $140 to $150 million
)
_ORDINAL: Final = re.compile(r"\b(?:(\d+)(?:st|nd|rd|th)|([a-z]+))\b(?!\s+(?:century|street))")
_ORDINAL_WORDS: Final = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_SCORE: Final = re.compile(r"(?<![\d.,-])(\d+)-(\d+)(?![\d.,-])")
_VAGUE: Final = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
_YEAR_IN_NOTE: Final = re.compile(r"\([^()]*?\b((?:1[5-9]|20)\d\d)\)")
_WEEKDAY: Final = re.compile(
    r"(?:(?:last|next|this|on)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE
)
_YES: Final = re.compile(r"(?:yes|all|every\w*)\b", re.IGNORECASE)
_NO: Final = re.compile(r"(?:no|not|never|none|nothing|denied|absent)\b", re.IGNORECASE)
_BARE: Final = re.compile(r"(?:yes|no|absent|all)\b(?!\s+\w)|all\b", re.IGNORECASE)
_NO_PARTY: Final = re.compile(r"(?:un(?:clear|known|named|disclosed)|[a-z]+ed)\b")
"""What stands among parties and names none: "unclear", "Torv, acquitted on appeal"."""
_CLAUSE: Final = re.compile(r"(?:not|never|it|he|she|they)\b", re.IGNORECASE)


def read_answer(record: Gold, answer: Answer, published: date | None = None) -> tuple[Wanted, ...]:
    """Read what a labelled answer asks for.

    Args:
        record: The question; its kind says how the answer is read.
        answer: One of its answers.
        published: The day that relative days hang on, None where it is not known.

    Returns:
        All of it; nothing where the value cannot be read.
    """
    return _READERS[record.kind](record, answer, published)


def read_amounts(value: object) -> tuple[Quantity, ...]:
    """Read the amounts of a labelled value: numbers, ">1000", "20-24", "about 20 (civilians)"."""
    if isinstance(value, int | float):
        return (Quantity(Decimal(str(value)), Decimal(str(value))),)
    text = str(value)
    for sign, words in _SIGNS:
        text = sign.sub(words, text)
    text = without_notes(text)
    taken = [(found.start, found.end) for found in find_days(text)] + find_clock_times(text)
    found = [(each.start, each.end, each.value) for each in find_quantities(text, taken)]
    places = [*taken, *((start, end) for start, end, _ in found)]
    more = chain(_ordinals(text), _scores(text), _vague(text))
    found += [each for each in more if not _touches(each, places)]
    return tuple(amount for *_, amount in sorted(found, key=lambda each: each[0]))


def read_days(value: object, anchor: date | None = None) -> tuple[Days, ...]:
    """Read the days of a labelled value: "23 May 2005", "Friday afternoon", "14 December (2008)".

    A weekday beside its date adds nothing; two dates with "to" between them are one interval.
    """
    year = _YEAR_IN_NOTE.search(str(value))
    text = without_notes(str(value))
    found = _days_in(text, anchor)
    if year is not None and any(days.month for days in _days_in(text, None)):
        found = _days_in(f"{text} {year[1]}", anchor)
    dates = [days for days in found if not _WEEKDAY.fullmatch(days.text.strip())]
    return _joined(dates or found, text)


def read_members(value: object) -> tuple[Wanted, ...]:
    """Read the parties of a labelled value: ("US", "CN"), "Arden, Velmora", "a bank employee"."""
    if isinstance(value, tuple):
        return tuple(_coded(str(name)) for name in value)
    parts = parts_of(without_notes(str(value)))
    if parts and all(map(_opens_with_amount, parts)):
        return read_amounts(value)
    return tuple(_member(part) for part in parts if not _NO_PARTY.match(part))


def _amounts(_: Gold, answer: Answer, __: date | None) -> tuple[Wanted, ...]:
    return read_amounts(answer.value)


def _days(_: Gold, answer: Answer, published: date | None) -> tuple[Wanted, ...]:
    return read_days(answer.value, published)


def _parties(record: Gold, answer: Answer, published: date | None) -> tuple[Wanted, ...]:
    if isinstance(answer.value, str) and _CLAUSE.match(answer.value):
        return _deeds(record, answer, published)
    return read_members(answer.value)


def _words(record: Gold, answer: Answer, published: date | None) -> tuple[Wanted, ...]:
    """Read free words: a distance as an amount, a clause as what was done, else the head."""
    text = without_notes(str(answer.value))
    if _BARE.match(text) or _CLAUSE.match(text):
        return _deeds(record, answer, published)
    amounts = list(find_quantities(text))
    if amounts and amounts[0].start == 0 and amounts[0].measured:
        return (amounts[0].value,)
    if is_clause(text):
        return _did(deeds_of(text))
    return (Head(word),) if (word := head_word(text)) else ()


def _deeds(record: Gold, answer: Answer, _: date | None) -> tuple[Wanted, ...]:
    """Read a yes or no: of the verb in the value or the question, else of the quote.

    Where the quote has neither, its own verb counts with the polarity that it has there: "no" to
    "Is he a member?" may be said by "he was thrown out".
    """
    text = without_notes(str(answer.value))
    said = _said(text, record.question, answer.quote)
    if said is None:
        return ()
    verbs = {deed.verb for deed in said} - DENIALS
    is_quoted = not verbs.isdisjoint(lemmas(answer.quote))
    return _did(said if is_quoted else said | deeds_of(answer.quote))


def _said(text: str, question: str, quote: str) -> frozenset[Deed] | None:
    """Give the deeds that a value tells of, None where it tells neither yes nor no."""
    denied = _NO.match(text) is not None
    if denied or _YES.match(text):
        own = frozenset() if _BARE.match(text) else deeds_of(text)
        asked = telling_verbs(question) & lemmas(quote)
        return frozenset(Deed(verb, denied) for verb in {deed.verb for deed in own} | asked)
    return deeds_of(text) or None


def _did(deeds: frozenset[Deed]) -> tuple[Wanted, ...]:
    return (Did(deeds),) if deeds else ()


def _ordinals(text: str) -> Iterator[tuple[int, int, Quantity]]:
    for match in _ORDINAL.finditer(text):
        digits, word = match.groups()
        if digits or word in _ORDINAL_WORDS:
            rank = Decimal(digits or _ORDINAL_WORDS.index(word) + 2)
            yield match.start(), match.end(), Quantity(rank, rank)


def _scores(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """Give both amounts of "43-39", which is no range."""
    for match in _SCORE.finditer(text):
        for side in (1, 2):
            points = Decimal(match[side])
            yield match.start(side), match.end(side), Quantity(points, points)


def _vague(text: str) -> Iterator[tuple[int, int, Quantity]]:
    if least := _VAGUE.get(text):
        yield 0, len(text), Quantity(Decimal(least), None)


def _touches(found: tuple[int, int, Quantity], places: list[tuple[int, int]]) -> bool:
    return any(start < found[1] and found[0] < end for start, end in places)


def _opens_with_amount(part: str) -> bool:
    return any(found.start == 0 for found in find_quantities(part))


def _days_in(text: str, anchor: date | None) -> list[Days]:
    found = list(find_days(text, anchor=anchor)) or list(find_days(f"in {text}", anchor=anchor))
    return [each.value for each in found]


def _joined(days: list[Days], text: str) -> tuple[Days, ...]:
    if len(days) == 2 and " to " in text:
        first, last = days
        if first.earliest is not None and last.latest is not None:
            return (Days(first.earliest, last.latest, text),)
    return tuple(days)


def _coded(name: str) -> Member:
    """Read a member of a list, where "US" is the code of a country."""
    is_code = re.fullmatch(r"[A-Z]{2}", name)
    return Member(frozenset({f"country:{name}"}), "") if is_code else _member(name)


def _member(name: str) -> Member:
    return Member(_known_keys(name), head_word(name))


def _known_keys(words: str) -> frozenset[str]:
    starts = re.finditer(r"(?<![\w-])[^\W\d_][\w.'-]*", words)
    found = (longest_name(words, start.start(), start[0]) for start in starts)
    return frozenset(entry.key for _, entry in filter(None, found))


_READERS: Final[Mapping[str, Callable[[Gold, Answer, date | None], tuple[Wanted, ...]]]] = {
    "quantity": _amounts,
    "date": _days,
    "participants": _parties,
    "actor": _parties,
    "place": _words,
    "attribution": _words,
    "polarity": _deeds,
}
