"""What goes wrong on the way to a page, in words, and whether it may pass."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import httpx

from claims.errors import InputError

REMEDY: Final = "open it in a browser, save the page, and add the file"
"""What helps where a program does not get through."""

_UNKNOWN_AUTHORITY: Final = (
    "if an authority of your own signs it, name the file with its certificate in SSL_CERT_FILE; "
    "else " + REMEDY
)
_CERTIFICATES: Final[Mapping[int, tuple[str, str]]] = {
    9: ("is not valid yet", "check the clock of this machine, or " + REMEDY),
    10: ("has expired", REMEDY),
    18: ("is signed by itself alone", _UNKNOWN_AUTHORITY),
    19: ("is signed by an authority that is not known here", _UNKNOWN_AUTHORITY),
    20: ("is signed by an authority that is not known here", _UNKNOWN_AUTHORITY),
    62: ("is for another host", REMEDY),
    64: ("is for another host", REMEDY),
}
"""By the number that OpenSSL gives it: what is wrong with a certificate, and what to do."""

_CODE: Final = re.compile(r"^\[[^\]]*\] | \(_ssl\.c:\d+\)$")
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
    """Tell what goes wrong on the way in words, as something that may pass.

    Raises:
        Busy: It may pass.
        InputError: It does not: the certificate is not to be trusted.
    """
    try:
        yield
    except httpx.TimeoutException:
        why = f"{url.host} does not answer in time"
        raise Busy(why) from None
    except (httpx.TransportError, httpx.StreamError) as error:
        _refuse_distrusted(url, error)
        reason = _CODE.sub("", " ".join(str(error).split()))[:120] or "the connection broke"
        why = f"{url.host} cannot be reached ({reason})"
        raise Busy(why) from None


def _refuse_distrusted(url: httpx.URL, error: BaseException) -> None:
    """Say what is wrong with a certificate, where that is what went wrong.

    Raises:
        InputError: It is.
    """
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        # Below, it is raised anew without its cause.
        cause = cause.__cause__ or cause.__context__
    if cause is not None:
        what, remedy = _CERTIFICATES.get(cause.verify_code, ("cannot be trusted", REMEDY))
        msg = f"the certificate of {url.host} {what}; {remedy}"
        raise InputError(msg) from None


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
