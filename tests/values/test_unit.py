"""Units convert exactly, or not at all."""

from decimal import Decimal

import pytest

from claims.data import load_toml
from claims.values.currency import sign_before
from claims.values.quantity import parse_quantity
from claims.values.unit import is_currency, to_base, unit_after
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 miles", "8.04672 km"),
        ("100 feet", "30.48 metres"),
        ("3 yards", "9 feet"),
        ("2 tonnes", "2,000 kg"),
        ("a 500-pound bomb", "226.796185 kg"),
        ("10 acres", "4.04685642240 hectares"),
        ("2 square miles", "1,280 acres"),
        ("1 sq km", "100 hectares"),
        ("60 mph", "96.56064 km/h"),
        ("a 48-hour strike", "two days"),
        ("two weeks", "336 hours"),
        ("a year and a half", "18 months"),
        ("two decades", "240 months"),
        ("25 percent", "a quarter of the seats"),
        ("at least 90 minutes", "at least an hour and a half"),
    ],
)
def test_amounts_of_one_measure_meet_in_one_unit(one: str, other: str) -> None:
    """Exactly, ends and bounds."""
    left, right = to_base(parse_quantity(one)), to_base(parse_quantity(other))
    assert (left.low, left.high, left.unit) == (right.low, right.high, right.unit)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5", "5 euros"),
        ("3 tons", "3 tonnes"),
        ("20 degrees Celsius", "20 degrees Fahrenheit"),
        ("12 months", "365 days"),
        ("2 percentage points", "2 percent"),
        ("3 gallons", "3 litres"),
    ],
)
def test_what_no_exact_factor_joins_stays_apart(one: str, other: str) -> None:
    """Money, scales of heat, trades' own measures, months beside days."""
    assert to_base(parse_quantity(one)).unit != to_base(parse_quantity(other)).unit


def test_what_is_counted_is_its_own_base() -> None:
    """Twelve boats stay twelve boats."""
    boats = parse_quantity("12 boats")
    assert to_base(boats) == boats
