"""The knowledge of the program as files that a journalist can read and extend.

Each file says at its top what it is for, how to extend it and where it comes from.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parent


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Read one table, once a process; the caller must not change it."""
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


@cache
def load_tsv(name: str) -> tuple[dict[str, str], ...]:
    """Read one tab-separated table with a header line; lines that begin with # are comments."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple(dict(zip(rows[0], row, strict=True)) for row in rows[1:])
