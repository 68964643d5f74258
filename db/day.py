"""Days as printed, possibly partial, as the first and last day they leave open.

"2017-04" is 2017-04-01 to 2017-04-30. Nothing is shifted between time zones; a text that is no
ISO 8601 day, month or year is refused.
"""

import calendar
import re
from datetime import UTC, date, datetime
from typing import Final

from claims.errors import InputError

_PARTIAL: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parse_partial(text: str) -> tuple[str, str]:
    """Give the first and last day, in ISO form, that a partial day may be.

    Raises:
        InputError: It is not YYYY, YYYY-MM or YYYY-MM-DD, or no such day exists.
    """
    match = _PARTIAL.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)  # noqa: TRY301  # one message for both ways to be wrong
        year, month, day = (int(part) if part else None for part in match.groups())
        return _bounds(year or 0, month, day)
    except ValueError:
        msg = f"not a day: {text!r}; write it as YYYY, YYYY-MM or YYYY-MM-DD"
        raise InputError(msg) from None


def _bounds(year: int, month: int | None, day: int | None) -> tuple[str, str]:
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return first.isoformat(), date(year, last_month, last_day).isoformat()


def start_of(text: str) -> datetime:
    """Give the instant at which a (partial) day begins, in UTC."""
    first, _ = parse_partial(text)
    return datetime.fromisoformat(first).replace(tzinfo=UTC)
