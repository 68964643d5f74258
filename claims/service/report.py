"""The discrepancy report: everything it tells of, gathered and rendered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import db
from claims import __version__
from claims.errors import InputError
from claims.model import Filter, Target
from claims.report.disclosure import with_internal, without_internal
from claims.report.form import WITH_PROVENANCE, Form, renderer_of
from claims.report.imprint import TITLE, Imprint
from claims.report.passage import passage_in
from claims.report.view import Dossier
from claims.service import gather
from claims.service.listing import docket, sheets_of_all
from claims.service.provenance import provenance_of
from claims.service.said import said_of_claims
from claims.service.unread import unread_of
from claims.values.days import parse_iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.model import Annotation, Claim
    from claims.report.passage import Passage
    from claims.report.view import Docket, Entry
    from db import Session


@dataclass(frozen=True, slots=True)
class Order:
    """What kind of report is asked for.

    Args:
        form: The form it is rendered in.
        day: The date it bears, ISO; today's where None.
        title: What it is called; "Discrepancy report" where None.
        with_internal: Whether words marked internal belong to it.
    """

    form: Form = Form.MARKDOWN
    day: str | None = None
    title: str | None = None
    with_internal: bool = False


def write_report(database: db.Database, narrow: Filter, order: Order) -> Iterator[str]:
    """Render the report, piece by piece, after everything it tells of has been read.

    Args:
        database: Where.
        narrow: What to tell of.
        order: Its form, and what it says of itself.

    Raises:
        InputError: The date is none.
    """
    return renderer_of(order.form)(*prepare(database, narrow, order))


def prepare(database: db.Database, narrow: Filter, order: Order) -> tuple[Dossier, Imprint]:
    """Gather what a report may tell, and what it says of itself.

    Raises:
        InputError: The date is none.
    """
    imprint = Imprint(_day(order.day), __version__, order.title or TITLE)
    with database.read() as session:
        dossier = _dossier(session, narrow)
        if order.form in WITH_PROVENANCE:
            dossier = replace(dossier, provenance=provenance_of(session, dossier))
    disclosed = with_internal if order.with_internal else without_internal
    return disclosed(dossier), imprint


def _day(given: str | None) -> str:
    day = given or datetime.now(UTC).date().isoformat()
    if parse_iso(day).single is None:
        msg = f"not a day: {day!r}; write it as YYYY-MM-DD"
        raise InputError(msg)
    return day


def _dossier(session: Session, narrow: Filter) -> Dossier:
    found = docket(session, narrow)
    filters = _words_of(narrow)
    articles = tuple(gather.article_entries(session, _of_articles(narrow)))
    return Dossier(
        docket=found,
        sheets=tuple(sheets_of_all(session, narrow)),
        articles=articles,
        notes=tuple(_notes(session, narrow)),
        said=said_of_claims(session),
        narrowed_to="; ".join(f"{name} {value}" for name, value in filters.items()),
        filters=filters,
        passages=_passages(session, found),
        unread=unread_of(session, (entry.article.text_id for entry in articles)),
    )


def _passages(session: Session, found: Docket) -> dict[str, Passage]:
    """Take the paragraphs of the quotes that are shown out of their texts, a text at a time."""
    shown = {
        side.claim.id: side.claim
        for case in (*found.cases, *found.look_alikes)
        for side in (case.left, case.right)
    }
    by_text: dict[str, list[Claim]] = {}
    for claim in shown.values():
        by_text.setdefault(claim.text_id, []).append(claim)
    passages: dict[str, Passage] = {}
    for text_id, claims in by_text.items():
        body = db.get_text(session, text_id).body
        passages |= {claim.id: passage_in(body, claim.span) for claim in claims}
    return passages


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


def _words_of(narrow: Filter) -> dict[str, str]:
    """Tell a filter in words, by name: outlet "The Independent", since "2021-04"."""
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
    return {name: value for name, value in words.items() if value}
