"""The words in which people are told relations, values, days and how a thing is known."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.model import CORRECTION_RULE, Certainty, KnownBy, Polarity, Relation, Verdict
from claims.report.layout import clean
from claims.report.role import ROLES, role_words
from claims.values.days import Days, parse_iso
from claims.values.gazetteer import display_name
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from claims.model import AsOf, Claim, Conflict, Flag, Value

RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.CONTRADICTION: "contradiction",
    Relation.UPDATE: "update",
    Relation.OMISSION: "lists differ",
    Relation.DIFFERENT_SCOPE: "not the same thing",
    Relation.COMPATIBLE: "compatible",
    Relation.AGREEMENT: "agreement",
    Relation.NOT_COMPARABLE: "not comparable",
}
_HOW_KNOWN: Final[Mapping[KnownBy, str]] = {
    KnownBy.USER: "as given",
    KnownBy.FRONT_MATTER: "file header",
    KnownBy.JSON_LD: "page data, JSON-LD",
    KnownBy.OPEN_GRAPH: "page data, OpenGraph",
    KnownBy.DUBLIN_CORE: "page data, Dublin Core",
    KnownBy.PAGE: "page data",
    KnownBy.TEXT: "article text",
    KnownBy.INFERRED: "inferred",
    KnownBy.UNKNOWN: "unknown how",
}
VERDICTS: Final[Mapping[str, str]] = {
    Verdict.OPEN: "open",
    Verdict.CONFIRMED: "confirmed (a real disagreement)",
    Verdict.EXPLAINED: "explained",
    Verdict.DISMISSED: "dismissed",
    Verdict.NEEDS_SOURCE: "needs a source",
    Verdict.SETTLED: "settled",
    "disputed": "disputed (people's latest words differ)",
}
_CERTAINTIES: Final[Mapping[Certainty, str]] = {
    Certainty.ASSERTED: "",
    Certainty.HEDGED: "hedged",
    Certainty.PLANNED: "planned",
    Certainty.CONDITIONAL: "conditional",
}
_PERSON: Final = "person"
_IS: Final = "be"
_GENERIC: Final = "svo:"
_SLOTS: Final[Mapping[str, str]] = {
    "": "who",
    "object": "what",
    "on": "when",
    "in": "where",
    "why": "why",
}
"""What a role says of its verb, by the part after the colon."""


def how_known(known_by: KnownBy) -> str:
    """Say how a piece of metadata is known: "file header"."""
    return _HOW_KNOWN[known_by]


def relation_words(conflict: Conflict) -> str:
    """Name the relation of a conflict; of updates that a corrections note makes, say that too."""
    words = RELATIONS[conflict.relation]
    return f"{words} (correction)" if conflict.rule == CORRECTION_RULE else words


def plural(count: int, one: str, many: str | None = None) -> str:
    """Count things in words: "1 article", "2 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(names: list[str] | tuple[str, ...]) -> str:
    """Join names as people do: "China, Iran and Pakistan"."""
    return " and ".join([*([", ".join(names[:-1])] if names[:-1] else []), *names[-1:]])


def day_words(text: str) -> str:
    """Tell a partial ISO day: "2021-04-05" is "5 Apr 2021", "2017-04" is "April 2017"."""
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = int(parts[1])
    if len(parts) == 2:
        return f"{calendar.month_name[month]} {parts[0]}"
    return f"{int(parts[2])} {calendar.month_abbr[month]} {parts[0]}"


def interval_words(earliest: str | None, latest: str | None) -> str:
    """Tell an interval of ISO days: a day, a month, a year, or from one day to another."""
    if earliest is None or latest is None:
        if earliest is None and latest is None:
            return ""
        return f"from {day_words(earliest)} on" if earliest else f"until {day_words(latest or '')}"
    for part in (earliest, earliest[:7], earliest[:4]):
        whole = parse_iso(part)
        if (str(whole.earliest), str(whole.latest)) == (earliest, latest):
            return day_words(part)
    return f"{day_words(earliest)} to {day_words(latest)}"


def as_of_words(as_of: AsOf) -> str:
    """Tell the time a statement is about; empty where it is unknown."""
    return interval_words(as_of.earliest, as_of.latest)


def month_day_words(month_day: str) -> str:
    """Tell a day whose year is not known: "--03-18" is "18 March"."""
    month, _, day = month_day.removeprefix("--").partition("-")
    name = calendar.month_name[int(month)]
    return f"{int(day)} {name}" if day else name


def number_words(amount: Decimal) -> str:
    """Tell a number in full: 3,500 or 1.5."""
    return f"{int(amount):,}" if amount == amount.to_integral_value() else f"{amount:,f}"


def amount_words(value: Quantity) -> str:
    """Tell an amount: as printed where the words are known, else by its ends."""
    if value.text:
        return clean(value.text)
    unit = "" if value.unit in ("", _PERSON) else f" {value.unit}"
    if value.low is not None and value.exact:
        return number_words(value.low) + unit
    if value.low is None or value.high is None:
        return _open_amount(value) + unit
    return f"{number_words(value.low)} to {number_words(value.high)}{unit}"


def _open_amount(value: Quantity) -> str:
    if value.low is not None:
        return f"{'more than' if value.low_open else 'at least'} {number_words(value.low)}"
    most = number_words(value.high or Decimal(0))
    return f"{'fewer than' if value.high_open else 'at most'} {most}"


def party_words(value: Party | Parties) -> str:
    """Tell one party or a list: by the names the article prints."""
    if isinstance(value, Party):
        return clean(value.name)
    if not value.members:
        return clean(value.text)
    names = joined([clean(member.name) for member in value.members])
    if value.universal:
        return clean(value.text) or f"everybody: {names}"
    return f"only {names}" if value.closed else names


def days_words(value: Days) -> str:
    """Tell days: as printed, else by the interval."""
    if value.text:
        return clean(value.text)
    ends = (None if day is None else day.isoformat() for day in (value.earliest, value.latest))
    return interval_words(*ends) or "a day that is not known"


def value_words(value: Value) -> str:
    """Tell any value in the fewest words that name it."""
    match value:
        case Quantity():
            return amount_words(value)
        case Days():
            return days_words(value)
        case Party() | Parties():
            return party_words(value)
        case YesNo():
            return f"{'yes' if value.yes else 'no'} ({clean(value.text)})"
        case _:
            return clean(value.text)


def part_words(claim: Claim) -> str:
    """Tell a party's part in an event: "not invited (hedged)", "to attend"."""
    words = role_words(claim.role, claim.polarity, claim.certainty)
    certainty = _CERTAINTIES[claim.certainty]
    return f"{words} ({certainty})" if certainty and certainty not in words else words


def answer_words(claim: Claim) -> str:
    """Tell what a claim answers: "3,500", "not invited: India", "not 20 (hedged)"."""
    return said_words(claim.value, claim.role, claim.polarity, claim.certainty)


def said_words(value: Value, role: str, polarity: Polarity, certain: Certainty) -> str:
    """Tell an answer of which no more is known than its value, role, polarity and certainty."""
    words = value_words(value)
    if isinstance(value, Party | Parties) and role in ROLES:
        words = f"{role_words(role, polarity, certain)}: {words}"
    elif polarity is Polarity.DENIED and not isinstance(value, YesNo):
        words = f"not {words}"
    certainty = _CERTAINTIES[certain]
    return f"{words} ({certainty})" if certainty else words


def statement_words(claim: Claim) -> str:
    """Tell what a claim answers with what it is about, where no question stands beside it.

    "US troops: 2,500", "not invited: India", "arrest, when: Monday".
    """
    words = answer_words(claim)
    if isinstance(claim.value, Party | Parties) and claim.role in ROLES:
        return words
    if claim.value.type == "quantity" or claim.role == _IS:
        about = clean(claim.subject)
    else:
        verb, _, slot = claim.role.removeprefix(_GENERIC).partition(":")
        about = f"{verb}, {_SLOTS.get(slot, slot)}"
    return f"{about}: {words}" if about else words


def certainty_words(certainty: Certainty) -> str:
    """Tell how surely a statement is made; empty where it is simply stated."""
    return _CERTAINTIES[certainty]


def verdict_words(status: str) -> str:
    """Tell a status."""
    return VERDICTS.get(status, status)


def flag_words(flags: tuple[Flag, ...]) -> str:
    """Tell the flags of a claim, each once: "contradicted, look-alike"."""
    return ", ".join(dict.fromkeys(flag.word.value for flag in flags))


def names_of(keys: tuple[str, ...]) -> str:
    """Tell parties by their keys: "Russia and China"."""
    return joined([clean(display_name(key)) for key in keys])
