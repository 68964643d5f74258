"""One address after the other, with the manners that sites expect of a program.

It asks for robots.txt first, names itself, waits between two requests to one site, asks again
after a while where a site is busy, and asks only for what is new.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

import httpx

from claims import __version__
from claims.errors import InputError
from claims.fetch.address import follow_redirect, parse_address
from claims.fetch.body import read_body
from claims.fetch.manners import Manners
from claims.fetch.network import CheckedNetwork, Resolve, resolve
from claims.fetch.robots import LONGEST, Robots, read_robots
from claims.fetch.transport import CheckedTransport
from claims.fetch.trouble import REMEDY, Busy, read_retry_after, say_status, told
from claims.model import Capture

PROGRAM: Final = "claimledger"
"""The name by which robots.txt may speak to this program."""

_BUSY: Final = frozenset({429, 500, 502, 503, 504})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED: Final = 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of an address.

    Args:
        capture: What it answered; what it had answered before, where that still stands.
        is_new: Whether bytes came.
    """

    capture: Capture
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of a server, its body read."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    body: bytes


class Fetcher:
    """Fetches addresses; keeps in mind the sites it has met."""

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        resolve: Resolve = resolve,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._manners = manners or Manners()
        self._wait = wait
        self._network = CheckedNetwork(allow_private=self._manners.allow_private, resolve=resolve)
        self._client = httpx.Client(
            transport=CheckedTransport(self._network),
            headers={
                "User-Agent": f"{PROGRAM}/{__version__}",
                "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
                "Accept-Encoding": "gzip",
            },
            timeout=self._manners.timeout_s,
            follow_redirects=False,
            trust_env=False,
        )
        self._robots: dict[str, Robots] = {}
        self._asked_at: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def fetch(self, address: str, before: Capture | None = None) -> Fetched:
        """Fetch an address.

        Args:
            address: Of http or https.
            before: What it answered last; only what is newer is asked for.

        Raises:
            InputError: It is no such address, may not or cannot be fetched. The message does not
                name the address, and ends with the remedy.
        """
        url = parse_address(address)
        seen: set[str] = set()
        for _ in range(self._manners.redirects + 1):
            if str(url) in seen:
                msg = f"it leads in a circle; {REMEDY}"
                raise InputError(msg)
            seen.add(str(url))
            self._refuse_unwelcome(url)
            answer = self._ask(url, _conditions(before, str(url)))
            if answer.status not in _MOVED or "location" not in answer.headers:
                return self._judge(address, answer, before)
            url = follow_redirect(url, answer.headers["location"])
        msg = f"it leads to another address more than {self._manners.redirects} times; {REMEDY}"
        raise InputError(msg)

    def _judge(self, address: str, answer: _Answer, before: Capture | None) -> Fetched:
        """Make a copy of an answer that is one."""
        now = datetime.now(UTC)
        if answer.status == _NOT_MODIFIED and before is not None:
            return Fetched(_again(before, now), is_new=False)
        if answer.status != httpx.codes.OK:
            raise InputError(say_status(answer.status))
        if not answer.body:
            msg = f"the server answers with nothing; {REMEDY}"
            raise InputError(msg)
        headers = tuple((_latin(name), _latin(value)) for name, value in answer.headers.raw)
        made = Capture(address, str(answer.url), answer.status, headers, answer.body, now, now)
        if before is not None and before.id == made.id:
            return Fetched(_again(before, now), is_new=False)
        return Fetched(made, is_new=True)

    def _refuse_unwelcome(self, url: httpx.URL) -> None:
        """Refuse what the site's robots.txt keeps from programs.

        Raises:
            InputError: It does so, or cannot be read just now.
        """
        site = _site(url)
        if site not in self._robots:
            self._robots[site] = self._read_robots(url)
        if not self._robots[site].allows(url.raw_path.decode("ascii")):
            msg = f"{url.host} asks programs not to fetch this page (robots.txt); {REMEDY}"
            raise InputError(msg)

    def _read_robots(self, url: httpx.URL) -> Robots:
        """Read a site's rules; none where it has none, or leads elsewhere without end."""
        place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        for _ in range(self._manners.redirects):
            answer = self._ask(place, {}, limit=LONGEST, is_cut=True)
            if answer.status in _MOVED and "location" in answer.headers:
                place = follow_redirect(place, answer.headers["location"])
                continue
            if answer.status == httpx.codes.OK:
                return read_robots(answer.body.decode("utf-8", "replace"), PROGRAM)
            return Robots()
        return Robots()

    def _ask(
        self,
        url: httpx.URL,
        headers: Mapping[str, str],
        limit: int | None = None,
        *,
        is_cut: bool = False,
    ) -> _Answer:
        """Ask, and again after a while where the site is busy.

        Raises:
            InputError: It stays busy or broken.
        """
        pause = self._manners.back_off_s
        for attempt in range(1, self._manners.attempts + 1):
            self._pace(url)
            try:
                return self._ask_once(url, headers, limit or self._manners.limit, is_cut=is_cut)
            except Busy as busy:
                wait_s = pause if busy.wait_s is None else busy.wait_s
                if attempt == self._manners.attempts or wait_s > self._manners.longest_wait_s:
                    msg = f"{busy}; try again later, or {REMEDY}"
                    raise InputError(msg) from None
                self._wait(wait_s)
                pause *= 2
        raise AssertionError

    def _ask_once(
        self, url: httpx.URL, headers: Mapping[str, str], limit: int, *, is_cut: bool
    ) -> _Answer:
        self._network.set_deadline(self._manners.deadline_s)
        with told(url), self._client.stream("GET", url, headers=headers) as response:
            if response.status_code in _BUSY:
                why = f"{url.host} is busy or broken (status {response.status_code})"
                raise Busy(why, read_retry_after(response.headers.get("retry-after")))
            chunks = _head(response.iter_raw(), limit) if is_cut else response.iter_raw()
            is_answer = response.status_code == httpx.codes.OK
            packed = response.headers.get("content-encoding", "")
            body = read_body(chunks, packed, limit) if is_answer else b""
            return _Answer(url, response.status_code, response.headers, body)

    def _pace(self, url: httpx.URL) -> None:
        """Wait until a site may be asked again."""
        site = _site(url)
        robots = self._robots.get(site)
        pause = max(self._manners.delay_s, (robots.delay_s if robots else None) or 0.0)
        left = self._asked_at.get(site, float("-inf")) + pause - time.monotonic()
        if left > 0:
            self._wait(left)
        self._asked_at[site] = time.monotonic()


def _conditions(before: Capture | None, address: str) -> dict[str, str]:
    """Ask only for what is newer than the last copy from the same place."""
    if before is None or before.final_address != address:
        return {}
    found = {
        "If-None-Match": before.header("etag"),
        "If-Modified-Since": before.header("last-modified"),
    }
    return {
        name: value
        for name, value in found.items()
        if value and value.isascii() and value.isprintable()
    }


def _again(before: Capture, now: datetime) -> Capture:
    return Capture(
        before.address,
        before.final_address,
        before.status,
        before.headers,
        before.body,
        before.fetched_at,
        now,
    )


def _head(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Give the first bytes, and no complaint about the rest."""
    left = limit
    for chunk in chunks:
        yield chunk[:left]
        left -= len(chunk)
        if left <= 0:
            return


def _site(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _latin(value: bytes) -> str:
    """Write a header as words; what no database keeps is replaced."""
    return value.decode("latin-1").replace("\0", "\ufffd")
