"""How the people who judge compare."""

from __future__ import annotations

import db
from claims.report.checkers import Agreement, find_agreements


def compare_checkers(database: db.Database) -> list[Agreement]:
    """Pair the people who judged the same things, by name; what is gone counts too."""
    with database.read() as session:
        return find_agreements(db.annotations(session))
