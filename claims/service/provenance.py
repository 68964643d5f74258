"""Gather how the articles and claims of a report came to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import db
from claims.report.provenance import Provenance, surroundings_in
from claims.report.told import told_articles, told_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.model import Claim
    from claims.report.provenance import Surroundings
    from claims.report.view import Dossier
    from db import Session


def provenance_of(session: Session, dossier: Dossier) -> Provenance:
    """Tell which runs made what a report tells of, and what stands around its quotes."""
    claims = told_claims(dossier)
    return Provenance(
        articles=db.runs_of_articles(session, told_articles(dossier).keys()),
        claims=db.runs_of_claims(session, claims.keys()),
        surroundings=_surroundings(session, (entry.claim for entry in claims.values())),
    )


def _surroundings(session: Session, claims: Iterable[Claim]) -> dict[str, Surroundings]:
    by_text: dict[str, list[Claim]] = {}
    for claim in claims:
        by_text.setdefault(claim.text_id, []).append(claim)
    found: dict[str, Surroundings] = {}
    for text_id, some in by_text.items():
        body = db.get_text(session, text_id).body
        found |= {claim.id: surroundings_in(body, claim.span) for claim in some}
    return found
