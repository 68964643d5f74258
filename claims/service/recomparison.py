"""Comparing again what a change of one text reaches, and nothing else.

Claims are stored with the part that comparison connects them with. A change clears the findings
of the parts that the text had claims in; its new claims reach further parts; what is left of all of
them is compared together, and what differs is stored. The result is what comparing everything
from nothing would give.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.model import Claim
from claims.questions import detect
from claims.service.context import context_of_ids, near_ids
from db import ids_of_text, replace_findings, take_findings, with_parts

if TYPE_CHECKING:
    from db import PreviousConflict, Session


@dataclass(frozen=True, slots=True)
class Cleared:
    """What stands beside a text whose findings were cleared.

    Args:
        text_id: The text.
        beside: Claims of other texts whose findings were cleared with it.
        previous: The conflicts that went, to be known again.
    """

    text_id: str
    beside: frozenset[str]
    previous: tuple[PreviousConflict, ...]


def clear(session: Session, text_id: str) -> Cleared:
    """Clear the findings of every part that a text has claims in."""
    own = ids_of_text(session, text_id)
    reached = with_parts(session, own) | own
    previous = take_findings(session, reached)
    return Cleared(text_id, frozenset(reached - own), tuple(previous))


def compare_anew(session: Session, ids: Collection[str]) -> None:
    """Compare again the parts that some stored claims are in, after a word on the claims."""
    reached = with_parts(session, ids) | set(ids)
    found = detect(context_of_ids(session, reached, {}))
    replace_findings(session, reached, found, datetime.now(UTC))


def compare_again(session: Session, cleared: Cleared, new: Mapping[str, Claim]) -> None:
    """Compare what was cleared, with the claims that the text has now.

    Args:
        session: The transaction in which the text was changed; its claims, names and gist are
            stored as they are now.
        cleared: What `clear` gave before the change.
        new: The claims of the text, by id; none where it is gone.
    """
    near, seen = near_ids(session, cleared.text_id, new) if new else (set(), None)
    further = with_parts(session, near) | near
    further -= {*cleared.beside, *new}
    found = detect(context_of_ids(session, cleared.beside | further, new, seen))
    replace_findings(session, further, found, datetime.now(UTC), cleared.previous)
