"""The report as the document that other programs read: claims/conflicts/1, with what was set.

`report` says what the report says of itself: title, day, version, the filters that were set, how
many internal words are left out (null where they are told). `conflicts` holds the conflicts, then
the look-alikes; `articles` the articles with their hashes. Fields may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.report.closing import WARNING
from claims.report.document import (
    CONFLICTS_SCHEMA,
    Document,
    article_document,
    case_document,
    counts_document,
)
from claims.report.in_turn import in_turn

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Dossier


def render_json(dossier: Dossier, imprint: Imprint) -> Iterator[str]:
    """Render the report, item by item.

    Args:
        dossier: Everything it tells of.
        imprint: Its title, and when and by which version it was made.
    """
    docket = dossier.docket
    head = {
        "schema": CONFLICTS_SCHEMA,
        "report": _report(dossier, imprint),
        "counts": counts_document(docket.sums),
    }
    lists = {
        "conflicts": map(case_document, (*docket.cases, *docket.look_alikes)),
        "articles": map(article_document, dossier.articles),
    }
    yield from in_turn(head, lists)


def _report(dossier: Dossier, imprint: Imprint) -> Document:
    return {
        "title": imprint.title,
        "day": imprint.day,
        "version": imprint.version,
        "filters": dict(dossier.filters),
        "internal_words_left_out": dossier.hidden_words,
        "limits": f"{WARNING}.",
    }
