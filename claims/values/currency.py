"""Money: signs before and behind a figure, words, codes, and what they stand for.

"$95m" and "US$95m" are USD, "AU$95m" AUD, "470 pence" 4.70 GBP. Refuses what several countries
share and none is meant by first ("dinars"), and never converts one currency into another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from claims.data import load_toml
from claims.values.phrase import phrase_after

Local = Mapping[str, str]
"""What a shared sign or word stands for here: {"$": "AUD"}."""

NOWHERE: Final[Local] = MappingProxyType({})
_ONE: Final = Decimal(1)
_ALIASES: Final = {"RMB": "CNY"}
_WIDEST_SIGN: Final = 8
_COUNTED: Final = re.compile(
    r"(?:thousand|million|billion|trillion|lakh|crore|[kmbt]n?|\d{3})$", re.IGNORECASE
)


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = load_toml("currencies.toml")[name]
    return table


def alternation(words: Iterable[str]) -> str:
    """Write words as one pattern, the longest first, spaces as any white space."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def local_currencies(country: str) -> Local:
    """Give what shared signs and words stand for in the news of a country (ISO 3166 code)."""
    local: Local = _table("local").get(country, NOWHERE)
    return local


@cache
def _codes() -> Mapping[str, str]:
    return {code: _ALIASES.get(code, code) for code in _table("codes")["printed"]}


@cache
def _before() -> re.Pattern[str]:
    signs = alternation(_table("signs"))
    countries = (
        r"(?:(?i:US|U\.S\.?|AU|CA|NZ|HK|NT)|S|C)\s\$"
        r"|(?i:(?:US|AU|CA|NZ|HK|A|C|USD|AUD|CAD|NZD|MXN)\$)"
    )
    codes = alternation(_codes())
    return re.compile(rf"(?<![A-Za-z$.'’])(?:({countries}|{signs})|({codes}))\s?$")


@cache
def _last_signs() -> frozenset[str]:
    """Give the characters that a sign may end in, so that most words need no search."""
    return frozenset(sign[-1] for sign in _table("signs"))


def sign_before(text: str, at: int, local: Local = NOWHERE) -> tuple[str, int] | None:
    """Find a currency sign or code that ends at `at`: the currency and where the sign begins."""
    last = text[max(0, at - 2) : at].rstrip()[-1:]
    if not last or not (last in _last_signs() or last.isupper()):
        return None
    match = _before().search(text, max(0, at - _WIDEST_SIGN), at)
    if match is None:
        return None
    if match[2]:
        return _codes()[match[2]], match.start()
    sign = re.sub(r"[\s.]", "", match[1])
    if sign not in _table("signs"):
        sign = match[1] if match[1] in _table("signs") else sign.upper()
    return local.get(sign) or _table("signs")[sign], match.start()


@cache
def _opening_words() -> frozenset[str]:
    """Give the letters that may be glued to the front of a figure: "USD200", "RM79", "Rs500"."""
    signs = _table("signs")
    letters = {sign.rstrip(".") for sign in signs if sign[-1].isalpha() or sign.endswith(".")}
    return frozenset(letters | set(_codes()))


def opens_with_currency(word: str) -> bool:
    """Whether letters that touch a figure are a sign or code of money, and no name."""
    return word in _opening_words()


@cache
def _signs_behind() -> re.Pattern[str]:
    signs = alternation(sign for sign in _table("signs") if not sign[0].isascii() or sign == "$")
    return re.compile(rf"\s?({signs})(?!\s?\d)")


@cache
def _code_behind() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?({alternation(_codes())})(?!\w)")


def currency_after(text: str, at: int, local: Local = NOWHERE) -> tuple[str, Decimal, int] | None:
    """Find the currency that follows a figure ending at `at`.

    Returns:
        Its code, how many of it one printed unit is, and where the words end; None for no money.
    """
    words = phrase_after(text, at, _table("words").keys() | local.keys())
    if words is not None and not (words[0] == "won" and not _counts_money(text, at)):
        return local.get(words[0]) or _table("words")[words[0]], _ONE, words[1]
    small = phrase_after(text, at, _table("small"))
    if small is not None and (small[0] != "p" or small[1] == at + 1):
        code, part = _table("small")[small[0]]
        return code, Decimal(part), small[1]
    if sign := _signs_behind().match(text, at):
        return local.get(sign[1]) or _table("signs")[sign[1]], _ONE, sign.end()
    if code := _code_behind().match(text, at):
        return _codes()[code[1]], _ONE, code.end()
    return None


def _counts_money(text: str, at: int) -> bool:
    """Whether a figure is of a size that money has: "500 won", not "12 won seats"."""
    return _COUNTED.search(text, max(0, at - 12), at) is not None


def has_cents(code: str) -> bool:
    """Whether the hundredth part of a currency is a cent."""
    return code in _table("cents")["of"]
