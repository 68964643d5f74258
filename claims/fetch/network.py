"""Connections to public addresses alone, each made to the very address that was checked.

A name is resolved once for a connection. All that it resolves to must be public; then the
connection goes to that number and not to the name, which may by then mean another.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import httpcore

from claims.errors import InputError

if TYPE_CHECKING:
    import ssl

Resolve: TypeAlias = Callable[[str, int], list[str]]
"""From a host and a port to numeric addresses, in the order to try."""

_EMBEDDED: Final = ipaddress.ip_network("64:ff9b::/96")
_OPTIONS: TypeAlias = "Iterable[httpcore.SOCKET_OPTION] | None"


def resolve(host: str, port: int) -> list[str]:
    """Resolve a name by the system.

    Raises:
        InputError: Nobody knows the name.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        msg = f"nobody knows the host {host}; check the address and the network"
        raise InputError(msg) from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(number: str) -> bool:
    """Whether a numeric address is one of the public internet, whatever it is wrapped in."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _EMBEDDED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return address.is_global and not address.is_multicast


class CheckedNetwork(httpcore.NetworkBackend):
    """Opens connections to checked addresses, and lets none outlast a deadline."""

    def __init__(self, *, allow_private: bool, resolve: Resolve = resolve) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._real = httpcore.SyncBackend()
        self._deadline = float("inf")

    def set_deadline(self, seconds: float) -> None:
        """Let everything from now on end within a time."""
        self._deadline = time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _OPTIONS = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address that answers.

        Raises:
            InputError: One of them is not public.
        """
        numbers = self._resolve(host, port)
        for number in numbers:
            if not self._allow_private and not is_public(number):
                msg = (
                    f"{host} is in a network that is not public ({number}), where nothing is "
                    "fetched; allow it with: --private-networks"
                )
                raise InputError(msg)
        for number in numbers[:-1]:
            try:
                return self._connect(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(numbers[-1], port, timeout, local_address, socket_options)

    def _connect(
        self, number: str, port: int, timeout: float | None, *also: Any
    ) -> httpcore.NetworkStream:
        stream = self._real.connect_tcp(number, port, self.left(timeout), *also)
        return _BoundedStream(stream, self.left)

    def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
        """Refuse: no address of the web leads there."""
        msg = f"{path} is no address of the web"
        raise InputError(msg)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def left(self, timeout: float | None) -> float:
        """Give the time that is left, at most the one asked for.

        Raises:
            httpcore.ReadTimeout: None is.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            msg = "the deadline passed"
            raise httpcore.ReadTimeout(msg)
        return min(left, timeout if timeout is not None else left)


class _BoundedStream(httpcore.NetworkStream):
    """A connection whose every step ends by the deadline."""

    def __init__(
        self, stream: httpcore.NetworkStream, left: Callable[[float | None], float]
    ) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _BoundedStream(secured, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
