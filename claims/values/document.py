"""Values as plain documents and back: what the database stores and JSON prints.

Exact decimals travel as text under `exact_low` and `exact_high`, beside the plain numbers that
readers of JSON expect, so that no digit is lost on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from claims.errors import InputError
from claims.model import Value
from claims.values.days import Days
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from claims.values.words import Words
from claims.values.yes_no import YesNo

Document = dict[str, Any]


def number_of(amount: Decimal | None) -> int | float | None:
    """Give an amount as JSON has numbers: whole ones in full."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _exact(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _quantity_to(value: Quantity) -> Document:
    return {
        "low": number_of(value.low),
        "high": number_of(value.high),
        "low_open": value.low_open,
        "high_open": value.high_open,
        "unit": value.unit,
        "approximate": value.approximate,
        "exact_low": _exact(value.low),
        "exact_high": _exact(value.high),
        "digits": str(value.digits),
    }


def _quantity_from(document: Mapping[str, Any]) -> Quantity:
    return Quantity(
        low=_decimal(document["exact_low"]),
        high=_decimal(document["exact_high"]),
        low_open=document["low_open"],
        high_open=document["high_open"],
        unit=document["unit"],
        text=document["text"],
        approximate=document["approximate"],
        digits=Decimal(document["digits"]),
    )


def _days_to(value: Days) -> Document:
    return {
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
        "month": value.month,
        "day": value.day,
        "weekday": value.weekday,
    }


def _days_from(document: Mapping[str, Any]) -> Days:
    return Days(
        earliest=_day(document["earliest"]),
        latest=_day(document["latest"]),
        text=document["text"],
        month=document["month"],
        day=document["day"],
        weekday=document["weekday"],
    )


def _party_to(value: Party) -> Document:
    return {"key": value.key, "name": value.name, "via": value.via, "vague": value.vague}


def _party_from(document: Mapping[str, Any]) -> Party:
    return Party(document["key"], document["name"], document["via"], document["vague"])


def _parties_to(value: Parties) -> Document:
    return {
        "members": [_party_to(member) for member in value.members],
        "closed": value.closed,
        "universal": value.universal,
    }


def _parties_from(document: Mapping[str, Any]) -> Parties:
    return Parties(
        members=tuple(_party_from(member) for member in document["members"]),
        text=document["text"],
        closed=document["closed"],
        universal=document["universal"],
    )


def _words_to(value: Words) -> Document:
    return {"head": value.head}


def _words_from(document: Mapping[str, Any]) -> Words:
    return Words(document["text"], document["head"])


def _yes_no_to(value: YesNo) -> Document:
    return {"yes": value.yes}


def _yes_no_from(document: Mapping[str, Any]) -> YesNo:
    return YesNo(document["yes"], document["text"])


_CODECS: Final[Mapping[str, tuple[Callable[[Any], Document], Callable[[Any], Value]]]] = {
    "quantity": (_quantity_to, _quantity_from),
    "days": (_days_to, _days_from),
    "party": (_party_to, _party_from),
    "parties": (_parties_to, _parties_from),
    "words": (_words_to, _words_from),
    "yes_no": (_yes_no_to, _yes_no_from),
}


def to_document(value: Value) -> Document:
    """Write a value as a plain document: `type`, `text` and the fields of its type."""
    to, _ = _CODECS[value.type]
    return {"type": value.type, "text": value.text, **to(value)}


def from_document(document: Mapping[str, Any]) -> Value:
    """Read a value back; the inverse of `to_document`.

    Raises:
        InputError: The document names a type of value that this program does not know.
    """
    if document.get("type") not in _CODECS:
        msg = f"unknown type of value: {document.get('type')!r}"
        raise InputError(msg)
    return _CODECS[document["type"]][1](document)
