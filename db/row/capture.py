"""Copies of what was fetched as rows and back."""

import zlib

from claims.model import Capture
from db.row.base import Record, Stored


def capture_to(capture: Capture) -> Record:
    """Write a copy."""
    return {
        "id": capture.id,
        "address": capture.address,
        "final_address": capture.final_address,
        "status": capture.status,
        "headers": [list(pair) for pair in capture.headers],
        "sha256": capture.sha256,
        "size": len(capture.body),
        "body": zlib.compress(capture.body),
        "fetched_at": capture.fetched_at,
        "seen_at": capture.seen_at,
    }


def capture_from(row: Stored) -> Capture:
    """Read a copy; one that was packed as more than it says is cut off there."""
    body = zlib.decompressobj().decompress(row.body, max(row.size, 1))
    return Capture(
        address=row.address,
        final_address=row.final_address,
        status=row.status,
        headers=tuple((name, value) for name, value in row.headers),
        body=body[: row.size],
        fetched_at=row.fetched_at,
        seen_at=row.seen_at,
    )
