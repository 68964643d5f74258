"""Addresses of the web, and copies of what they answered: evidence that outlives the page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from claims.model.text import fingerprint


@dataclass(frozen=True, slots=True)
class Address:
    """An address of http or https, where a path may stand too."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def name(self) -> str:
        """What listings show of it: all of it."""
        return self.url


@dataclass(frozen=True, slots=True)
class Capture:
    """What an address answered.

    Args:
        address: What was asked for.
        final_address: What answered, where the first led to another.
        status: The HTTP status of that answer.
        headers: Its headers in order, names as sent.
        body: Its bytes, transfer and content encoding taken off.
        fetched_at: When these bytes first came.
        seen_at: When the server last said that they still stand.
    """

    address: str
    final_address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: datetime
    seen_at: datetime

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, as the article that is read from them has it."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def id(self) -> str:
        """The identity: the same bytes at the same address are one copy."""
        return fingerprint("capture", self.address, self.sha256)

    def header(self, name: str) -> str | None:
        """Give a header by its name in any capitals, None where it was not sent."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)
