"""The shipped articles read once, with a verdict on a conflict, as an export to be imported."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.model import Verdict
from claims.service.annotation import Word, annotate
from claims.service.exchange import export_lines, import_from
from claims.service.library import add_articles
from claims.service.opening import opened

if TYPE_CHECKING:
    from db import Database

SEEDS: Final = Path(__file__).resolve().parents[2] / "seeds"
JUDGED: Final = "kaaec58b6"
"""The conflict of the shipped articles that has a verdict: 2,500 troops, 3,500 troops."""

NOTE: Final = "He corrects the figure himself."
_AT: Final = datetime(2026, 5, 3, 8, 15, tzinfo=UTC)


def judge(database: Database, *, is_internal: bool = False) -> None:
    """Say what a person thinks of the conflict."""
    word = Word("Ana", NOTE, verdict=Verdict.EXPLAINED, reason="quoted view")
    annotate(database, JUDGED, word, _AT)
    if is_internal:
        annotate(database, JUDGED, Word("Bo", "asked the desk", is_internal=True), _AT)


def export_seeds(file: Path) -> bytes:
    """Read the articles into a new database, judge, and give it as an export."""
    with opened(str(file), create=True) as database:
        add_articles(database, [SEEDS])
        judge(database, is_internal=True)
        return b"".join(export_lines(database))


def import_seeds(location: str, exported: bytes) -> None:
    """Build the database again elsewhere."""
    import_from(location, io.BytesIO(exported), "the seeds")
