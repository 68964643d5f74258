"""Units convert exactly, or not at all."""

from decimal import Decimal

import pytest

from claims.data import load_toml
from claims.values.currency import sign_before
from claims.values.quantity import parse_quantity
from claims.values.unit import is_currency, unit_after
from tests.values.cases import noted


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("12 miles", "19312.128 metre"),
        ("6 feet", "1.8288 metre"),
        ("5 km", "5000 metre"),
        ("3 weeks", "21 day"),
        ("2 hours", "7200 second"),
        ("4 decades", "40 year"),
        ("18 months", "18 month"),
        ("2 tonnes", "2000 kilogram"),
        ("7 hectares", "70000 square metre"),
        ("5%", "5 percent"),
        ("5 per cent", "5 percent"),
        ("3 percentage points", "3 percentage point"),
        ("70 million euros", "70000000 EUR"),
    ],
)
def test_a_measure_is_given_in_its_base_unit(printed: str, value: str) -> None:
    """The factor is exact."""
    assert noted(parse_quantity(printed)) == value


def test_every_factor_is_an_exact_number_and_every_base_is_reached() -> None:
    """A line of the table is a word, a base and a decimal; some word stands for one of the base."""
    tables = load_toml("units.toml").values()
    lines = [line for table in tables for line in table.values() if isinstance(line, list)]
    measures = [line for line in lines if len(line) == 2]
    assert measures
    assert all(Decimal(factor) > 0 for _, factor in measures)


def test_every_currency_is_a_code_of_three_capitals() -> None:
    """ISO 4217."""
    tables = load_toml("currencies.toml")
    codes = {code for table in ("signs", "words") for code in tables[table].values()}
    assert all(is_currency(code) for code in codes)


@pytest.mark.parametrize("unit", ["", "person", "year", "percent", "Usd"])
def test_other_units_are_no_currencies(unit: str) -> None:
    """Nothing but three capitals is one."""
    assert not is_currency(unit)


@pytest.mark.parametrize("words", ["12 boats", "12", "12 monthly"])
def test_what_is_no_unit_is_none(words: str) -> None:
    """A word that only begins like a unit is none."""
    assert unit_after(words, 2) is None


@pytest.mark.parametrize(
    ("words", "at", "sign"),
    [("US$12", 3, ("USD", 0)), ("a €12", 3, ("EUR", 2)), ("X$12", 2, None), ("12", 0, None)],
)
def test_a_sign_of_money_stands_before_its_figure(
    words: str, at: int, sign: tuple[str, int] | None
) -> None:
    """With its country, and not glued to a word."""
    assert sign_before(words, at) == sign
