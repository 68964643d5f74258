"""Cases as JSON Lines, one a line, that a journalist can read and add to.

An amount is written as people note intervals down:

    2500              just that            20..30       from 20 to 30
    > 1000            more than that       >= 7         that or more
    < 20              fewer than that      <= 40        that or fewer
    ~ 6500..7500      about 7,000

with the base unit behind it where there is one: ``70000000 EUR``, ``42 year``. Days are written as
EDTF (ISO 8601-2): ``2021-04-05``, ``2017-04``, ``2005/..``, ``XXXX-03-18``.
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claims.values.quantity import Quantity

_FOLDER = Path(__file__).resolve().parent / "cases"


def read_cases(name: str, label: str) -> list[Any]:
    """Read one file of cases; each is called by the value of its key `label`."""
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    return [pytest.param(case, id=str(case[label])) for case in cases]


def number(amount: Decimal) -> str:
    """Write a number without needless zeros and without an exponent."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def noted(value: Quantity) -> str:
    """Write an amount as the cases do."""
    return f"{_interval(value)} {value.unit}".strip()


def _interval(value: Quantity) -> str:
    if value.low is None:
        return f"{'<' if value.high_open else '<='} {number(value.high or Decimal(0))}"
    if value.high is None:
        return f"{'>' if value.low_open else '>='} {number(value.low)}"
    ends = number(value.low) if value.exact else f"{number(value.low)}..{number(value.high)}"
    return f"~ {ends}" if value.approximate else ends
