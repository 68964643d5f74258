"""A person who says one thing after the other, for tests of several who do so at once.

    python -m tests.service.talking URL NAME COUNT CONFLICT LEFT RIGHT

Every third word is on the claims LEFT and RIGHT, the others on the conflict. Each word is printed
with its id once it is stored, which is what a person may rely on.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.model import Act, Verdict
from claims.service.annotation import Word, annotate
from claims.service.tie import Said, tie
from db import open_database

if TYPE_CHECKING:
    from claims.model import Annotation
    from db import Database


def main(arguments: Sequence[str]) -> None:
    """Talk until everything is said."""
    url, name, count, conflict, left, right = arguments
    database = open_database(url, busy_timeout_s=60)
    for number in range(int(count)):
        note = f"{name} {number}"
        word = _say(database, name, note, number, (conflict, left, right))
        sys.stdout.write(f"{word.id} {note}\n")
        sys.stdout.flush()
    database.close()


def _say(
    database: Database, name: str, note: str, number: int, about: tuple[str, str, str]
) -> Annotation:
    conflict, left, right = about
    if number % 3 == 2:
        return tie(database, left, right, Said(Act.CONTRADICT, name, note)).annotation
    verdict = Verdict.CONFIRMED if number % 2 else None
    return annotate(database, conflict, Word(name, note, verdict)).annotation


if __name__ == "__main__":
    main(sys.argv[1:])
