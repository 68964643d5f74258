"""`claims schema`: what the documents hold that other commands print as JSON."""

from __future__ import annotations

from claims.cli import output


def schema() -> None:
    """Print the JSON Schema of all documents that --json gives.

    Each document names its own in its field schema. Example: claims schema
    """
    from claims.report.schema import read_schema

    output.say_bytes([read_schema().encode()])
