"""Sentences that hold something checkable, and from which the program read nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import db
from claims.read import find_unread, make_view

if TYPE_CHECKING:
    from claims.read import Unread
    from db import Session


def unread_of(session: Session, text_ids: Iterable[str]) -> dict[str, tuple[Unread, ...]]:
    """Find such sentences in some texts, a text at a time, by text; one without is left out."""
    wanted = list(dict.fromkeys(text_ids))
    quotes = db.quotes_of(session, wanted)
    found = {
        id_: tuple(find_unread(make_view(db.get_text(session, id_)), quotes.get(id_, ())))
        for id_ in wanted
    }
    return {id_: sentences for id_, sentences in found.items() if sentences}
