"""All that people said of claims, by the claim that it is said of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import db
from claims.model import Target

if TYPE_CHECKING:
    from claims.model import Annotation
    from db import Session


def said_of_claims(session: Session) -> dict[str, tuple[Annotation, ...]]:
    """Give every word on a claim, oldest first, by claim; it grows with what people said."""
    said: dict[str, list[Annotation]] = {}
    words = db.annotations(session, Target.CLAIM)
    now = db.present_ids(session, Target.CLAIM) if words else {}
    for word in words:
        said.setdefault(now.get(word.target_id, word.target_id), []).append(word)
    return {id_: tuple(some) for id_, some in said.items()}
