"""The discrepancy report: everything it tells of, gathered and rendered."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import db
from claims import __version__
from claims.errors import InputError
from claims.model import Filter, Target
from claims.report.markdown import render_report
from claims.report.view import Dossier
from claims.report.wording import day_words
from claims.service import gather
from claims.service.listing import docket, sheets_of_all
from claims.values.days import parse_iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.model import Annotation
    from claims.report.view import Entry
    from db import Session


def write_report(database: db.Database, narrow: Filter, day: str | None = None) -> str:
    """Render the report as Markdown.

    Args:
        narrow: What to tell of.
        day: The date it bears, ISO; today's where None.

    Raises:
        InputError: The date is none.
    """
    made = f"Made on {_day(day)} by claimledger {__version__}."
    with database.read() as session:
        return render_report(_dossier(session, narrow), made)


def _day(given: str | None) -> str:
    day = given or datetime.now(UTC).date().isoformat()
    if parse_iso(day).single is None:
        msg = f"not a day: {day!r}; write it as YYYY-MM-DD"
        raise InputError(msg)
    return day_words(day)


def _dossier(session: Session, narrow: Filter) -> Dossier:
    return Dossier(
        docket=docket(session, narrow),
        sheets=tuple(sheets_of_all(session, narrow)),
        articles=tuple(gather.article_entries(session, _of_articles(narrow))),
        notes=tuple(_notes(session, narrow)),
        narrowed_to=_words_of(narrow),
    )


def _of_articles(narrow: Filter) -> Filter:
    """Keep what narrows articles themselves, so that a status of conflicts hides no article."""
    return Filter(
        outlet=narrow.outlet,
        genres=narrow.genres,
        author=narrow.author,
        since=narrow.since,
        until=narrow.until,
    )


def _notes(session: Session, narrow: Filter) -> Iterator[tuple[Entry, Annotation]]:
    """Give what people said of claims that the filter allows."""
    words = db.annotations(session, Target.CLAIM)
    allowed = {one.claim.id for one in db.list_claims(session, narrow)} if words else set()
    now = db.present_ids(session, Target.CLAIM) if words else {}
    said = [(now.get(word.target_id, word.target_id), word) for word in words]
    known = gather.entries_of(session, allowed & {id_ for id_, _ in said})
    yield from ((known[id_], word) for id_, word in said if id_ in known)


def _words_of(narrow: Filter) -> str:
    """Tell a filter in words: "outlet The Independent, since 2021-04"."""
    words = {
        "kind": ", ".join(narrow.kinds),
        "relation": ", ".join(narrow.relations),
        "rule": ", ".join(narrow.rules),
        "flag": ", ".join(narrow.flags),
        "outlet": narrow.outlet,
        "genre": ", ".join(narrow.genres),
        "author": narrow.author,
        "about": narrow.about,
        "speaker": narrow.speaker,
        "party": narrow.party,
        "place": narrow.place,
        "status": narrow.status,
        "tag": ", ".join(narrow.tags),
        "judged by": narrow.judged_by,
        "since": narrow.since,
        "until": narrow.until,
        "as of since": narrow.as_of_since,
        "as of until": narrow.as_of_until,
        "found since": narrow.found_since,
    }
    return "; ".join(f"{name} {value}" for name, value in words.items() if value)
