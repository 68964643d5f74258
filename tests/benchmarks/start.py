"""How long the command line takes to say something, over an empty Python."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.service.library import add_articles
from db import open_database
from tests.benchmarks.timing import Measured, in_turns

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SEEDS: Final = ROOT / "seeds"

_EMPTY: Final = (sys.executable, "-c", "pass")
_RUN: Final = "import sys; from claims.cli import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Starts:
    """Times of whole processes."""

    empty: Measured
    help: Measured
    conflicts: Measured


def program() -> tuple[str, ...]:
    """Give the words that start the program: the installed script, else its entry point."""
    script = Path(sys.executable).with_name("claims")
    return (str(script),) if script.exists() else (sys.executable, "-c", _RUN)


def measure_starts(rounds: int, folder: Path) -> Starts:
    """Measure help and the conflicts of the seeds, in turns with a Python that does nothing.

    Args:
        rounds: How often each is started.
        folder: Where the database may lie.
    """
    place = folder / "seeds.db"
    database = open_database(str(place), create=True)
    add_articles(database, [SEEDS])
    database.close()
    commands: dict[str, Sequence[str]] = {
        "empty": _EMPTY,
        "help": (*program(), "--help"),
        "conflicts": (*program(), "conflicts", "--db", str(place)),
    }
    found = in_turns({name: _runner(command) for name, command in commands.items()}, rounds)
    return Starts(**found)


def _runner(command: Sequence[str]) -> Callable[[], object]:
    def run() -> None:
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)

    return run
