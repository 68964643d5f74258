"""What goes wrong on the way to a page, in words, and whether it may pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import httpx

REMEDY: Final = "open it in a browser, save the page, and add the file"
"""What helps where a program does not get through."""

_GONE: Final = frozenset({404, 410})
_CLOSED: Final = frozenset({401, 402, 403, 407, 451})


class Busy(Exception):
    """A site that may answer later.

    Args:
        wait_s: How long it asks to wait; None where it does not say.
    """

    def __init__(self, why: str, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.wait_s = wait_s


@contextmanager
def told(url: httpx.URL) -> Iterator[None]:
    """Tell what goes wrong on the way in words, as something that may pass."""
    try:
        yield
    except httpx.TimeoutException:
        why = f"{url.host} does not answer in time"
        raise Busy(why) from None
    except (httpx.TransportError, httpx.StreamError) as error:
        reason = " ".join(str(error).split())[:120] or "the connection broke"
        why = f"{url.host} cannot be reached ({reason})"
        raise Busy(why) from None


def read_retry_after(value: str | None) -> float | None:
    """Read how long a site asks to wait: seconds, or a moment."""
    if value is None:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(UTC)) / timedelta(seconds=1), 0.0)


def say_status(status: int) -> str:
    """Say why an answer is no page."""
    if status in _GONE:
        return f"there is no page there any more (status {status}); look for it in a web archive"
    if status in _CLOSED:
        return f"the site does not show it to programs (status {status}); {REMEDY}"
    return f"the server answers with status {status}; {REMEDY}"
