"""The figures of RESULTS.md that every report tells, as the table that the program ships.

`python -m tests.evaluation.shipped` writes the table anew; a test compares the two.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from claims.data import FOLDER

RESULTS: Final = Path(__file__).with_name("RESULTS.md")
SHIPPED: Final = FOLDER / "measured.toml"
_HEAD: Final = """\
# How well this version finds claims and contradictions, as every report tells it: how many of how
# many, on labelled articles that were at hand while the rules were made, and on articles that were
# held back from everyone. Taken from tests/evaluation/RESULTS.md by
# `python -m tests.evaluation.shipped`, and never written by hand.
"""
_SHARE: Final = r"(\d+)/(\d+)\s+[\d.]+%"
_PRECISION: Final = r"\s+(\d+)\s+(\d+)\s+(\d+)\s+"


class Unreadable(Exception):
    """RESULTS.md does not hold a figure where it is looked for."""


def shipped_table(results: str) -> str:
    """Write the table that ships.

    Args:
        results: The text of RESULTS.md.

    Raises:
        Unreadable: A figure is not there.
    """
    parts = [_HEAD, *_answers(results), *_contradictions(results), _claims(results)]
    return "\n".join(parts)


def _answers(results: str) -> Iterator[str]:
    """Read the recall of answers, a kind a row."""
    block = _found(r"^Answer recall.*?\n\n", results)[0]
    for row in re.finditer(rf"^(\w+) +{_SHARE} +\d+ +{_SHARE} +\d+$", block, re.MULTILINE):
        yield _row(f"answers.{row[1]}", row.groups()[1:])


def _contradictions(results: str) -> Iterator[str]:
    """Read recall and strict precision of contradictions, over all clusters of a sort."""
    block = _found(r"^contradictions +found.*?\n\n", results)[0]
    both = [
        _found(rf"^\d+ {name} +{_SHARE}{_PRECISION}", block) for name in ("clusters", "held back")
    ]
    yield _row("contradictions.found", [figure for one in both for figure in one.groups()[:2]])
    reported = [list(map(int, one.groups()[2:])) for one in both]
    yield _row("contradictions.right", [n for one in reported for n in (one[0], sum(one))])


def _claims(results: str) -> str:
    """Read how many claims readers called right; nobody judges claims that are held back."""
    found = _found(rf"^judged +{_SHARE}", results)
    return _row("claims.right", found.groups())


def _found(pattern: str, words: str) -> re.Match[str]:
    found = re.search(pattern, words, re.MULTILINE | re.DOTALL)
    if found is None:
        msg = f"{RESULTS.name} has no {pattern!r}"
        raise Unreadable(msg)
    return found


def _row(name: str, figures: object) -> str:
    names = ("found", "of", "held_back_found", "held_back_of")
    lines = [f"{one} = {figure}" for one, figure in zip(names, list(figures), strict=False)]  # type: ignore[call-overload]
    return "\n".join((f"[{name}]", *lines, ""))


if __name__ == "__main__":
    SHIPPED.write_text(shipped_table(RESULTS.read_text("utf-8")), "utf-8")
    sys.stdout.write(f"{SHIPPED}\n")
