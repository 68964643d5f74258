"""What it takes to list, search, write out and build again a database full of invented claims.

Each is a process of its own, so that its greatest memory is known. Nothing is compared: findings
make no difference to what is measured here.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from claims.model import Claim, Findings
from db import open_database
from tests.benchmarks.markdown import draw_table
from tests.benchmarks.spread import invent_claims
from tests.benchmarks.start import ROOT
from tests.benchmarks.stock import Piece, fill, pieces_of

PAGE: Final = 50

_RUN: Final = (
    "import json, sys, time\n"
    "from claims.cli import main\n"
    "from tests.benchmarks.memory import peak_mb\n"
    "assert main(sys.argv[1:]) == 0\n"
    "print(json.dumps([time.process_time(), peak_mb()]), file=sys.stderr)\n"
)
_QUERY: Final = "troops reported"
_TOLD: Final = (
    "troops soldiers people reported killed wounded said moved arrived left province city border "
    "minister talks meeting aid food million convoy camp village border bridge army police"
).split()
"""Words that the quotes of invented claims are filled with."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One command over a whole database, in a process of its own.

    Args:
        name: The command.
        seconds: What it took of the processor, from the start of the process.
        peak_mb: The most memory it held.
    """

    name: str
    seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Listed:
    """What commands took on a database of so many claims."""

    claims: int
    articles: int
    walks: tuple[Walk, ...]


def measure_listing(sizes: Sequence[int], folder: Path) -> list[Listed]:
    """Fill an SQLite database of each size and go through it."""
    return [_measure(size, folder / f"{size}") for size in sizes]


def _measure(size: int, folder: Path) -> Listed:
    folder.mkdir()
    place = str(folder / "claims.db")
    pieces = [_worded(piece, number) for number, piece in enumerate(pieces_of(invent_claims(size)))]
    database = open_database(place, create=True)
    fill(database, pieces, Findings())
    database.close()
    claims = sum(len(piece.claims) for piece in pieces)
    return Listed(claims, len(pieces), tuple(_walks(place, folder, claims)))


def _worded(piece: Piece, number: int) -> Piece:
    """Put words into the quotes of an article, as many letters as they had."""
    dice = random.Random(number)  # noqa: S311 - the same on every machine, no secrets

    def quoted(claim: Claim) -> Claim:
        words = " ".join(dice.choice(_TOLD) for _ in range(20))
        return replace(claim, quote=words[: len(claim.quote)])

    return replace(piece, claims=tuple(map(quoted, piece.claims)))


def _walks(place: str, folder: Path, claims: int) -> Iterator[Walk]:
    page = ("--limit", str(PAGE))
    file, copy = str(folder / "all.jsonl"), str(folder / "copy.db")
    yield walk("`list`, the first page", "list", *page, "--db", place)
    last = str(max(0, claims - PAGE))
    yield walk("`list`, the last page", "list", *page, "--skip", last, "--db", place)
    yield walk("`list --json`, all of it", "list", "--json", "--db", place)
    yield walk("`search`, two words", "search", _QUERY, "--db", place)
    yield walk("`export --everything`", "export", "--everything", "-o", file, "--db", place)
    yield walk("`import`", "import", file, "--db", copy)


def walk(name: str, *arguments: str) -> Walk:
    """Run one command of the program in a process of its own, and give what it took."""
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    seconds, peak = json.loads(ran.stderr)
    return Walk(name, seconds, peak)


def tell_listing(listed: Sequence[Listed]) -> Iterator[str]:
    """Write down what the commands took, a column a size."""
    if not listed:
        return
    yield "## Listings, search and exports"
    sizes = " and ".join(f"{one.claims:,} claims of {one.articles:,} articles" for one in listed)
    yield (
        f"SQLite databases of {sizes}.\n"
        "Each command is a process of its own; seconds are of the processor, its start included.\n"
        f"A page is {PAGE} claims. What is held grows with the articles, whose heads give the\n"
        "order, not with the claims."
    )
    heads = [f"{one.claims:,} claims: {what}" for one in listed for what in ("s", "peak MB")]
    yield draw_table(
        ("command", *heads),
        [
            (
                walks[0].name,
                *(
                    cell
                    for walk in walks
                    for cell in (f"{walk.seconds:.2f}", f"{walk.peak_mb:,.0f}")
                ),
            )
            for walks in zip(*(one.walks for one in listed), strict=True)
        ],
    )
