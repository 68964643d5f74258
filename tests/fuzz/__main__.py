"""Fuzz the readers with atheris, which is not among what `make setup` installs.

It has wheels for Linux: .venv/bin/python -m pip install atheris. What is found is kept in
build/fuzz/READER/found: the input, and beside it what went wrong. What is found once belongs
among the cases of the tests.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tests.fuzz.seed import SEEDS, seeds

_FOLDER: Final = Path("build/fuzz")
_HANGS_S: Final = 60
_MOST_MB: Final = 2_000
_LONGEST: Final = 16_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz readers one after the other and list what was found; exit code 1 where something was."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help=f"of {', '.join(SEEDS)}")
    parser.add_argument("--seconds", type=int, default=60, help="for each reader (%(default)s)")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.readers) - set(SEEDS))
    if unknown:
        parser.error(f"no reader is called {unknown[0]}")
    if find_spec("atheris") is None:
        parser.error(
            "the fuzzer is missing; install it with: .venv/bin/python -m pip install atheris"
        )
    found = [file for reader in options.readers or SEEDS for file in fuzz(reader, options.seconds)]
    sys.stdout.write("".join(f"{file}\n" for file in found))
    return 1 if found else 0


def fuzz(reader: str, seconds: int) -> list[Path]:
    """Fuzz a reader, again where an input ended the process, and give what was found."""
    corpus, found = _FOLDER / reader / "corpus", _FOLDER / reader / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(reader)):
        (corpus / f"seed-{number}").write_bytes(seed)
    end = time.monotonic() + seconds
    while (left := int(end - time.monotonic())) > 0:
        command = (
            *(sys.executable, "-m", "tests.fuzz.target", reader, str(found)),
            *(f"-artifact_prefix={found}/", f"-max_total_time={left}", f"-timeout={_HANGS_S}"),
            *(f"-rss_limit_mb={_MOST_MB}", f"-max_len={_LONGEST}", str(corpus)),
        )
        with (_FOLDER / reader / "log").open("ab") as log:
            subprocess.run(command, check=False, stdout=log, stderr=log)
    return sorted(file for file in found.iterdir() if file.suffix != ".txt")


if __name__ == "__main__":
    sys.exit(main())
