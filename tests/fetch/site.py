"""A real web server on loopback that answers well, badly, slowly, hugely or never."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

PAGE = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gates shut at Osk</title>'
    b'<meta name="author" content="Ann Example"><meta property="article:published_time"'
    b' content="2021-04-05T10:00:00Z"></head><body><article><h1>Gates shut at Osk</h1>'
    b"<p>The ministry of works said that 12 people died when the lower gate of the Osk dam broke"
    b" on Saturday night.</p><p>It shut the last of the five gates on Monday, and 300 engineers"
    b" stay in the valley until the water has gone.</p></article></body></html>"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the server saw it."""

    path: str
    headers: Mapping[str, str]
    at: float


@dataclass(slots=True)
class Site:
    """What a running server may be asked of."""

    port: int
    scheme: str = "http"
    asked: list[Asked] = field(default_factory=list)

    @property
    def root(self) -> str:
        """Its address, without the last slash."""
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(one.path == path for one in self.asked)


Answer: TypeAlias = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its way."""

    protocol_version = "HTTP/1.1"
    site: Site
    answers: Mapping[str, Answer]

    def do_GET(self) -> None:
        """Note what was asked, and answer."""
        self.site.asked.append(Asked(self.path, dict(self.headers.items()), time.monotonic()))
        answer = self.answers.get(self.path.partition("?")[0], missing)
        with suppress(OSError):
            answer(self)
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Keep the log out of what tests print."""

    def give(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer as a good server does."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Keep out of what tests print that somebody hung up on a certificate."""


@contextmanager
def running_site(
    answers: Mapping[str, Answer], port: int = 0, tls: ssl.SSLContext | None = None
) -> Iterator[Site]:
    """Run a server that answers each path in its way, on a port of its own choice for 0."""
    site = Site(0, "https" if tls else "http")
    handler = type("OfSite", (Handler,), {"site": site, "answers": answers})
    server = _Server(("127.0.0.1", port), handler)
    server.daemon_threads = True
    if tls is not None:
        # The handshake is for the thread of the request, not for the one that takes them all.
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    site.port = server.server_port
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(body: bytes = PAGE, status: int = 200, **headers: str) -> Answer:
    """Answer with a page."""
    return lambda handler: handler.give(body, status, **{"Content_Type": "text/html", **headers})


def missing(handler: Handler) -> None:
    """Answer that there is nothing."""
    handler.give(b"", 404)


def to(location: str, status: int = 302) -> Answer:
    """Lead to another address."""
    return lambda handler: handler.give(b"", status, Location=location)


def cached(handler: Handler) -> None:
    """Answer with a page, or that it still stands."""
    if handler.headers.get("If-None-Match") == '"one"':
        handler.give(b"", 304)
    else:
        handler.give(PAGE, 200, Content_Type="text/html", ETag='"one"')


def failing(times: int, **headers: str) -> Answer:
    """Be busy some times, and then answer."""
    left = [times]

    def answer(handler: Handler) -> None:
        left[0] -= 1
        if left[0] >= 0:
            handler.give(b"busy", 503, **headers)
        else:
            handler.give(PAGE)

    return answer


def silent(handler: Handler) -> None:
    """Say nothing for longer than anybody waits."""
    time.sleep(6)
    handler.give(PAGE)


def dripping(handler: Handler) -> None:
    """Send a header byte by byte, each before patience ends, for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(100):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.1)


def endless(handler: Handler) -> None:
    """Send more than any limit, without saying how much."""
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(400):
        handler.wfile.write(b"<p>more</p>" * 1000)


def cut_short(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(PAGE)


def garbled(handler: Handler) -> None:
    """Answer in no protocol at all."""
    handler.wfile.write(b"\x00\xff\x00 not http\r\n\r\n")


def hanging_up(handler: Handler) -> None:
    """Close the line without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)


def packed(handler: Handler) -> None:
    """Answer in gzip."""
    handler.give(gzip.compress(PAGE), 200, Content_Encoding="gzip", Content_Type="text/html")


def bomb(handler: Handler) -> None:
    """Answer with a little that becomes a lot."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    blank = b" " * 2**20
    body = b"".join([*(packer.compress(blank) for _ in range(8)), packer.flush()])
    handler.give(body, 200, Content_Encoding="gzip")


def layered(handler: Handler) -> None:
    """Answer in gzip within gzip."""
    handler.give(gzip.compress(gzip.compress(PAGE)), 200, Content_Encoding="gzip, gzip")


def mispacked(handler: Handler) -> None:
    """Say gzip and send none."""
    handler.give(PAGE, 200, Content_Encoding="gzip")
