"""Whether a claim carries what a labelled answer asks for: the rule of answer recall.

An amount is carried by an interval that holds it or that it holds, days likewise, a party by the
same party or an alias, did or did not by the same polarity of the same predicate, free words by a
value that shares their head.  Refuses to look at where the claim stands.
"""

from datetime import date
from decimal import Decimal
from functools import singledispatch
from typing import Any

from claims.model import Value
from claims.values.days import Days
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from claims.values.unit import is_currency
from claims.values.words import Words
from tests.evaluation.grammar import lemmas
from tests.evaluation.phrase import head_word, initials, last_word
from tests.evaluation.stated import Stated
from tests.evaluation.wanted import Did, Head, Member

_KNOWN = ("country:", "party:")


@singledispatch
def carries(wanted: Any, claim: Stated) -> bool:
    """Whether a claim carries what is asked for.

    Raises:
        TypeError: Nothing is known of how such a thing is carried.
    """
    message = f"no rule for {type(wanted).__name__} in {claim.kind} claims"
    raise TypeError(message)


@carries.register
def _amount(wanted: Quantity, claim: Stated) -> bool:
    value = claim.value
    return isinstance(value, Quantity) and same_amount(wanted, value)


@carries.register
def _days(wanted: Days, claim: Stated) -> bool:
    value = claim.value
    return isinstance(value, Days) and same_days(wanted, value)


@carries.register
def _member(wanted: Member, claim: Stated) -> bool:
    return any(_same_party(wanted, *party) for party in _parties(claim.value))


@carries.register
def _head(wanted: Head, claim: Stated) -> bool:
    return wanted.word in _heads(claim.value)


@carries.register
def _did(wanted: Did, claim: Stated) -> bool:
    verbs = {deed.verb for deed in wanted.deeds if deed.denied == claim.denied}
    if verbs.isdisjoint(claim.predicates):
        # The anchor of any other claim than "who did it" is an object, a day or a place.
        rests_on_verb = verbs and ":" not in claim.role.removeprefix("svo:")
        return bool(rests_on_verb) and not verbs.isdisjoint(lemmas(claim.anchor_words.casefold()))
    return True


def same_amount(gold: Quantity, value: Quantity) -> bool:
    """Whether one of two amounts holds the other: "about 20" and 19, never years and metres.

    A labelled amount without a unit may be of any unit but money and per cent.
    """
    if gold.unit != value.unit and (gold.unit or _is_marked(value.unit)):
        return False
    return _holds(gold, value) or _holds(value, gold)


def same_days(gold: Days, value: Days) -> bool:
    """Whether one of two days holds the other; unresolved ones compare by what both name.

    "Friday" is carried by 6 May 2005, which was one, and by "Friday"; "yesterday" by "yesterday".
    """
    if gold.resolved and value.resolved:
        return _spans(gold, value) or _spans(value, gold)
    shared = [pair for pair in zip(_named(gold), _named(value), strict=True) if None not in pair]
    if shared:
        return all(one == other for one, other in shared)
    return _same_words(gold.text, value.text)


def _is_marked(unit: str) -> bool:
    return unit.startswith("percent") or is_currency(unit)


def _holds(outer: Quantity, inner: Quantity) -> bool:
    return _reaches(outer.low, inner.low, -1, excluded=outer.low_open and not inner.low_open) and (
        _reaches(outer.high, inner.high, 1, excluded=outer.high_open and not inner.high_open)
    )


def _reaches(
    outer: Decimal | None, inner: Decimal | None, direction: int, *, excluded: bool
) -> bool:
    """Whether an end lies as far out as another, None being as far as can be."""
    if outer is None or inner is None:
        return outer is None
    room = (outer - inner) * direction
    return room > 0 or (room == 0 and not excluded)


def _spans(outer: Days, inner: Days) -> bool:
    begins = outer.earliest is None or (
        inner.earliest is not None and outer.earliest <= inner.earliest
    )
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return begins and ends


def _named(days: Days) -> tuple[int | None, int | None, int | None]:
    """Give month, day and weekday as far as they are known, with or without the year."""
    if not days.resolved:
        return days.month, days.day, days.weekday
    single: date | None = days.single
    if single is not None:
        return single.month, single.day, single.weekday()
    first, last = days.earliest, days.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None, None, None
    return first.month, None, None


def _same_words(one: str, other: str) -> bool:
    first, second = one.casefold().strip(), other.casefold().strip()
    return bool(first) and bool(second) and (first in second or second in first)


def _parties(value: Value) -> list[tuple[str, str]]:
    """Give key and name of every party of a value; words that name one have no key."""
    if isinstance(value, Party):
        return [(value.key, value.name)]
    if isinstance(value, Parties):
        return [(member.key, member.name) for member in value.members]
    return [("", value.text)] if isinstance(value, Words) else []


def _same_party(wanted: Member, key: str, name: str) -> bool:
    if key in wanted.keys:
        return True
    if wanted.keys and key.startswith(_KNOWN):
        return False
    named = {head_word(name), last_word(name), initials(name).casefold()}
    return wanted.last != "" and wanted.last in named


def _heads(value: Value) -> set[str]:
    names = [name for _, name in _parties(value)]
    heads = {head_word(name) for name in names}
    if isinstance(value, Words):
        heads.add(last_word(value.head))
    return heads - {""}
