"""What a report would say now of things that it names: their documents, by id."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import db
from claims.model import Filter, Target
from claims.report.disclosure import with_internal, without_internal
from claims.report.document import article_document, case_document
from claims.report.view import ArticleEntry, Case, Docket, Dossier, Entry, Sheet, Sums
from claims.service import gather
from claims.service.case import complete_cases
from claims.service.said import said_of_claims

if TYPE_CHECKING:
    from claims.model import Annotation
    from db import Session

Document = dict[str, Any]


def present_cases(
    session: Session, ids: Collection[str], *, is_internal: bool
) -> dict[str, Document]:
    """Give the documents of conflicts and look-alikes as a report would now write them.

    Args:
        ids: Their whole ids; those that are no more are left out.
        is_internal: Whether words marked internal are told.
    """
    conflicts = db.load_conflicts(session, ids)
    sides = {side for one in conflicts for side in (one.left, one.right)}
    known = gather.entries_of(session, sides)
    texts = {question.id: question.text for question in db.questions_of(session, sides)}
    found = complete_cases(session, conflicts, known, texts)
    shown = disclosed(session, cases=found, entries=known.values(), is_internal=is_internal)
    return {case.conflict.id: case_document(case) for case in shown.docket.cases}


def present_articles(session: Session, *, is_internal: bool) -> dict[str, Document]:
    """Give the documents of all articles, earlier versions too."""
    entries = gather.article_entries(session, Filter(), earlier=True)
    shown = disclosed(session, articles=entries, is_internal=is_internal)
    return {entry.article.id: article_document(entry) for entry in shown.articles}


def disclosed(
    session: Session,
    *,
    is_internal: bool,
    cases: Iterable[Case] = (),
    sheets: Iterable[Sheet] = (),
    articles: Iterable[ArticleEntry] = (),
    entries: Iterable[Entry] = (),
) -> Dossier:
    """Put some things together as a report does, internal words left out unless wanted.

    Args:
        entries: The claims whose notes belong to it.
    """
    docket = Docket(tuple(cases), (), (), {}, Sums(0, 0))
    dossier = Dossier(
        docket,
        tuple(sheets),
        tuple(articles),
        notes=tuple(_notes(session, list(entries))),
        said=said_of_claims(session),
    )
    return with_internal(dossier) if is_internal else without_internal(dossier)


def _notes(session: Session, entries: Collection[Entry]) -> Iterable[tuple[Entry, Annotation]]:
    words = gather.words_on(session, Target.CLAIM, {entry.claim.id for entry in entries})
    for entry in entries:
        yield from ((entry, word) for word in words.get(entry.claim.id, ()))
