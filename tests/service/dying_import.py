"""An import that kills itself before a statement, for tests of what a kill leaves behind.

    python -m tests.service.dying_import URL EXTRACTIONS STATEMENT COUNT FILE…

Before it would run the COUNT-th statement that begins with STATEMENT, the process sends itself
SIGKILL; "COMMIT" stands for ending a transaction that stored something. Nothing is parsed:
EXTRACTIONS is a file with what was extracted, pickled.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from claims.extract import Extraction
from claims.model import View
from claims.service import library
from db import open_database


def main(arguments: Sequence[str]) -> None:
    """Import until death."""
    url, extractions, statement, count, *files = arguments
    known = pickle.loads(Path(extractions).read_bytes())  # noqa: S301 - the test has just written it

    def recall(view: View, **basis: Any) -> Extraction:
        found: Extraction = known[view.text.id, *sorted(basis.items())]
        return found

    vars(library)["extract"] = recall
    database = open_database(url)
    _die_before(statement, int(count))
    library.add_articles(database, [Path(file) for file in files])


def _die_before(statement: str, count: int) -> None:
    left = count
    wrote = False

    def see(words: str) -> None:
        nonlocal left, wrote
        left -= words.startswith(statement)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        wrote = wrote or words.startswith("INSERT")

    @event.listens_for(Engine, "before_cursor_execute")
    def before(_connection: Any, _cursor: Any, words: str, *_rest: Any) -> None:
        see(words)

    @event.listens_for(Engine, "commit")
    def commit(_connection: Any) -> None:
        nonlocal wrote
        if wrote:
            see("COMMIT")
        wrote = False


if __name__ == "__main__":
    main(sys.argv[1:])
