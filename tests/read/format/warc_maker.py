"""Web archives of the tests' own making."""

from __future__ import annotations

import gzip


def answer(
    address: str, body: bytes, kind: str = "application/pdf", status: str = "200 OK", more: str = ""
) -> bytes:
    """Write the record of a server's answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n"
    return record("response", address, head.encode() + body)


def record(sort: str, address: str, block: bytes, kind: str = "application/http") -> bytes:
    """Write a record."""
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {sort}\r\nWARC-Target-URI: {address}\r\n"
            "WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def packed(*records: bytes) -> bytes:
    """Pack each record by itself, as archives do."""
    return b"".join(map(gzip.compress, records))
