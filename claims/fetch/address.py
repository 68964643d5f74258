"""Addresses that may be asked for: of http or https, without a password, each redirect checked."""

from __future__ import annotations

import re
from typing import Final

import httpx

from claims.errors import InputError
from claims.fetch.trouble import REMEDY

_HOST: Final = re.compile(rb"[A-Za-z0-9._:-]+")
_LONGEST: Final = 2_000


def parse_address(address: str) -> httpx.URL:
    """Read an address of http or https.

    Raises:
        InputError: It is none, is too long, or holds a password.
    """
    try:
        url = httpx.URL(address.strip()) if len(address) <= _LONGEST else None
    except (httpx.InvalidURL, ValueError):
        url = None
    if url is None or url.scheme not in {"http", "https"} or not _HOST.fullmatch(url.raw_host):
        msg = "it is no address of http or https; copy it from the browser"
        raise InputError(msg)
    if url.userinfo:
        msg = "it holds a name or a password, which would be kept; leave them out"
        raise InputError(msg)
    return url.copy_with(fragment=None)


def follow_redirect(url: httpx.URL, location: str) -> httpx.URL:
    """Follow a redirect; what it leads to is checked like what was asked for."""
    try:
        target = url.join(location)
    except (httpx.InvalidURL, ValueError):
        msg = f"it leads to something that is no address; {REMEDY}"
        raise InputError(msg) from None
    try:
        return parse_address(str(target))
    except InputError as error:
        msg = f"it leads to another place, and {error}"
        raise InputError(msg) from None
