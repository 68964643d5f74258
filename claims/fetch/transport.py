"""httpx over connections of our own: checked, bounded, one request each."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import httpx

from claims.errors import InputError
from claims.fetch.network import CheckedNetwork


class CheckedTransport(httpx.BaseTransport):
    """Sends requests over a checked network; connections are not kept for later."""

    def __init__(self, network: CheckedNetwork) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trust(),
            network_backend=network,
            max_connections=1,
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and give the answer, its body unread."""
        asked = httpcore.Request(
            method=request.method.encode("ascii"),
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.read(),
            extensions=request.extensions,
        )
        with _as_httpx(request):
            answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer, request),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


def _trust() -> ssl.SSLContext:
    """Trust the usual authorities, or those that a person names in SSL_CERT_FILE or SSL_CERT_DIR.

    Raises:
        InputError: What is named there cannot be read.
    """
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        why = error.strerror or "it holds no certificates"
        msg = f"SSL_CERT_FILE or SSL_CERT_DIR cannot be read ({why}); check them, or unset them"
        raise InputError(msg) from None


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, request: httpx.Request) -> None:
        self._answer = answer
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx(self._request):
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _as_httpx(request: httpx.Request) -> Iterator[None]:
    """Turn what goes wrong below into what goes wrong in httpx."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error), request=request) from error
    except (
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.ConnectionNotAvailable,
    ) as error:
        raise httpx.TransportError(str(error), request=request) from error
