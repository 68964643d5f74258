"""Numbers, ranges, ordinals, money and ages of the recognizers' inputs.

An input is right when all that is labelled in it is found, in order, with the labelled value, and
nothing else. Their half-open ranges ("20-30" as 20 up to but not 30) are held against our closed
ones, their bounds against ours as they are; an age or a sum with a bound or "about" is right when
our interval holds or ends in theirs, as they label the bare figure.

Out of scope, by the rules below: notations of mathematics and of programs (powers, division read
aloud, ">=" misprinted), tokenised text with spaces inside of numbers, decimal commas and bare
lists of figures, parts in words beyond twentieths ("one twenty-fifth", "two hundred fifths"),
figures read digit by digit, names with figures (addresses of machines, telephone numbers),
equations and ordinals as ranges, ordinals that count from the end or from here ("last", "next"),
sums with words left out ("15 dollars 50") and units without an amount.
"""

from pathlib import Path
from typing import Any, Final

from claims.values.number import find_numbers
from claims.values.ordinal import find_ordinals
from claims.values.quantity import FoundQuantity, Quantity, find_quantities
from claims.values.unit import is_currency
from tests.evaluation.amounts_scope import Case, Tally, is_close, leave_out, read_set, tally

_TENS: Final = "(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)"
_GREAT: Final = rf"(?:{_TENS}y|hundred|thousand|million)"

NUMBERS_OUT: Final = (
    leave_out("powers", words=r"\^|\d[ex][-+\d]|x10"),
    leave_out("division read aloud", label=r"\bover\b"),
    leave_out("tokenised text", words=r"(?<=\w) - (?=\w)|^ ?- \d|\d [kGM]\b|\{"),
    leave_out("decimal commas and bare lists", words=r"\d,\d{1,2}\b(?!,)|\.\d{3},\d|nrs?\. \d"),
    leave_out(
        "parts in words beyond twentieths",
        words=r"\w+ (?:hundredth|millionth)s?\b|five hundreds",
        label=rf"\b{_GREAT}\b.*(?:th|first|third)s?$|\b(?:{_TENS}ie|trillion)ths?$",
    ),
    leave_out("digit by digit", words=r"\w+-nought-"),
    leave_out("addresses and names", words=r"\d+\.\d+\.\d+\.\d+|SCP-|\+\d-\d{3}|\d/\d+/\d{4}"),
    leave_out("abbreviations of no newspaper", words=r"\d\s?G\b|\bdo?zs?\b"),
)
RANGES_OUT: Final = (
    leave_out("equations", words=r"(?<!or )\bequal(?! to or)"),
    leave_out("misprinted comparison", words=r"<>|=>|=<"),
    leave_out("ranges of ordinals", words=r"\btenth\b"),
)
ORDINALS_OUT: Final = (
    leave_out(
        "counted from the end or from here",
        words=r"\b(?:last|next|previous|current|(?:ante)?penultimate)\b",
    ),
    leave_out("parts of one", words=r"\band a (?:third|thirtieth)"),
)
MONEY_OUT: Final = (
    leave_out("a unit without an amount", label=r"^(?:dollars?|rmb)$"),
    leave_out(
        "words left out",
        label=r"\bdollars? (?!.*\bcents)(?:and )?[\w-]+(?: [a-z]+)?$|\d USD \d+$|\d and [a-z]+$"
        r"|\$ \d+ cent$|kuai",
    ),
    leave_out("amounts side by side", words=r"\$ 30 \$|rmb 10 usd"),
    leave_out(
        "million inside of a code or behind it",
        label=r"\bM(?:USD|EUR|GBP|AUD)|USD million|^dollar \d",
    ),
    leave_out("other scripts, and change of other names", label=r"[^\x00-\u20ff]|^sen |satoshi"),
)
CURRENCIES: Final = {
    "Dollar": "USD",
    "United States dollar": "USD",
    "Pound": "GBP",
    "British pound": "GBP",
    "Pence": "GBP",
    "Penny": "GBP",
    "Cent": "cent",
    "Rupee": "INR",
    "Bitcoin": "BTC",
}
AGES: Final = {
    "Year": ("year", 1),
    "Age": ("year", 1),
    "Month": ("month", 1),
    "Week": ("day", 7),
    "Day": ("day", 1),
}


def recognizers(shared: Path) -> dict[str, Tally]:
    """Judge all five sets.

    Raises:
        MeasuringDataMissing: One of them is not there.
    """
    sets = {
        "numbers": ("Number", NUMBERS_OUT, numbers_right),
        "ranges": ("NumberRange", RANGES_OUT, ranges_right),
        "ordinals": ("Ordinal", ORDINALS_OUT, ordinals_right),
        "money": ("Currency", MONEY_OUT, money_right),
        "ages": ("Age", (), ages_right),
    }
    folder = shared / "data" / "amounts"
    return {
        name: tally(read_set(folder / f"recognizers-{model}Model.json"), rules, judge)
        for name, (model, rules, judge) in sets.items()
    }


def numbers_right(case: Case) -> bool:
    """Whether the numerals are those that are labelled; "a" before a unit is none."""
    found = [float(n.amount) for n in find_numbers(case["Input"]) if n.sort != "article"]
    wanted = [float(str(_value(result))) for result in case["Results"]]
    return len(found) == len(wanted) and all(map(is_close, found, wanted))


def ranges_right(case: Case) -> bool:
    """Whether the intervals that are more than one amount are those that are labelled."""
    found = [found for found in find_quantities(case["Input"]) if not found.value.exact]
    wanted = [str(_value(result)) for result in case["Results"]]
    return len(found) == len(wanted) and all(map(_is_interval, found, wanted))


def ordinals_right(case: Case) -> bool:
    """Whether the ordinals are those that are labelled."""
    found = [str(ordinal.number) for ordinal in find_ordinals(case["Input"])]
    return found == [str(_value(result)) for result in case["Results"]]


def money_right(case: Case) -> bool:
    """Whether the sums of money are those that are labelled, in the labelled currency."""
    found = [each for each in find_quantities(case["Input"]) if _is_money(each.value)]
    wanted = case["Results"]
    return len(found) == len(wanted) and all(map(_is_sum, found, wanted))


def ages_right(case: Case) -> bool:
    """Whether the ages are those that are labelled."""
    found = [each for each in find_quantities(case["Input"]) if each.aged]
    wanted = case["Results"]
    return len(found) == len(wanted) and all(map(_is_age, found, wanted))


def _value(result: Case) -> Any:
    return (result.get("Resolution") or {}).get("value")


def _is_money(value: Quantity) -> bool:
    return is_currency(value.unit) or value.unit == "cent"


def _is_sum(found: FoundQuantity, result: Case) -> bool:
    resolution = result["Resolution"]
    code = resolution.get("isoCurrency") or CURRENCIES.get(resolution["unit"], found.value.unit)
    amount = float(str(_value(result)))
    return found.value.unit == code and _holds(found.value, amount * float(found.factor))


def _is_age(found: FoundQuantity, result: Case) -> bool:
    unit, factor = AGES[result["Resolution"]["unit"]]
    return found.value.unit == unit and _holds(found.value, float(_value(result)) * factor)


def _holds(value: Quantity, amount: float) -> bool:
    """Whether an interval holds an amount, or ends in it."""
    low = float("-inf") if value.low is None else float(value.low)
    high = float("inf") if value.high is None else float(value.high)
    return low <= amount <= high or is_close(low, amount) or is_close(high, amount)


def _is_interval(found: FoundQuantity, wanted: str) -> bool:
    """Whether an interval is "[20,30)" in their writing; a range's open upper end is our closed."""
    low, high = (end.strip("[]()") for end in wanted.split(","))
    value, factor = found.value, float(found.factor)
    if not (_is_end(value.low, low, factor) and _is_end(value.high, high, factor)):
        return False
    opens = (wanted[0] == "(", wanted[-1] == ")")
    if low and high and value.high_open != opens[1] and not value.high_open:
        return value.low_open == opens[0]
    return (value.low_open or not low, value.high_open or not high) == opens


def _is_end(end: Any, wanted: str, factor: float) -> bool:
    if end is None or not wanted:
        return end is None and not wanted
    return is_close(float(end) / factor, float(wanted))
