"""The discrepancy report with its seal, as it is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.report.form import SEALED, renderer_of, writer_of
from claims.report.json_report import render_json
from claims.report.seal import Origin, sealed
from claims.service.report import Order, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    import db
    from claims.model import Filter
    from claims.report.imprint import Imprint
    from claims.report.view import Dossier


def write_sealed(database: db.Database, narrow: Filter, order: Order) -> Iterator[bytes]:
    """Write the report with its seal, piece by piece, after all that it tells of has been read.

    Args:
        database: Where.
        narrow: What to tell of.
        order: Its form, and what it says of itself.

    Raises:
        InputError: The date is none.
    """
    return seal(*prepare(database, narrow, order), narrow, order)


def seal(dossier: Dossier, imprint: Imprint, narrow: Filter, order: Order) -> Iterator[bytes]:
    """Write what was gathered for a report, with its seal where its form carries one."""
    if order.form not in SEALED:
        return writer_of(order.form)(dossier, imprint)
    pieces = renderer_of(order.form)(dossier, imprint)
    origin = Origin(imprint, narrow, order.with_internal)
    told = sealed(order.form, pieces, render_json(dossier, imprint), origin)
    return (piece.encode() for piece in told)
