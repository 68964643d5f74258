"""The JSON Schema of every document that the program prints as JSON.

It lies in `documents.json`, in draft 7, and needs nothing else: each document names its own schema
("claims/conflicts/1"), which decides what it holds. It is a promise to other programs and takes no
part in printing; tests hold what is printed against it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("documents.json")


def read_schema() -> str:
    """Give the schema as it lies in the package."""
    return _FILE.read_text("utf-8")
