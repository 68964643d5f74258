"""What would settle the open conflicts, and which cited sources are not in the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import db
from claims.model import CORRECTION_RULE, DISPUTED, Speaker, Verdict
from claims.report.byline import file_words
from claims.report.identity import short_conflict
from claims.report.lead import Absent, Lead, Source, leads_of, source_sort
from claims.service import gather
from claims.service.listing import docket
from claims.values.search import query_words

if TYPE_CHECKING:
    from claims.model import Filter
    from claims.report.view import Case
    from db import Session

UNDECIDED: Final = (Verdict.OPEN.value, Verdict.NEEDS_SOURCE.value, DISPUTED)
"""The status of a conflict that something may still settle."""


def find_leads(database: db.Database, narrow: Filter) -> tuple[tuple[Lead, ...], list[Absent]]:
    """Say what would settle the open conflicts that a filter allows, and which sources lack."""
    with database.read() as session:
        found = docket(session, narrow)
        wanted = UNDECIDED if narrow.status is None else (narrow.status,)
        cases = [case for case in found.cases if case.status in wanted and _is_unsettled(case)]
        cited = db.cited_sources(session, narrow)
        sorts = _sorts(cited, cases)
        leads = leads_of(cases, found.sheets, sorts)
        return leads, _absent(session, cited, sorts, leads)


def _is_unsettled(case: Case) -> bool:
    """Whether something may settle a conflict: an article's own correction has settled it."""
    return case.conflict.rule != CORRECTION_RULE


def _sorts(cited: Iterable[db.Cited], cases: Iterable[Case]) -> dict[str, Source]:
    links = [Speaker(one.key, one.name) for one in cited]
    links += [
        link for case in cases for side in (case.left, case.right) for link in side.claim.speakers
    ]
    names = {link.key: link for link in links}
    return {key: source_sort(link, is_outlet=gather.is_outlet(link)) for key, link in names.items()}


def _absent(
    session: Session,
    cited: Iterable[db.Cited],
    sorts: dict[str, Source],
    leads: Iterable[Lead],
) -> list[Absent]:
    """List the cited outlets and documents that no article here is, those in conflicts first."""
    by_key: dict[str, list[db.Cited]] = defaultdict(list)
    for one in cited:
        by_key[one.key].append(one)
    outlets = gather.absent_outlets(session, (Speaker(one.key, one.name) for one in cited))
    resting = _resting(leads)
    found = [
        _source(session, sorts[key], some, resting)
        for key, some in by_key.items()
        if key in outlets or (sorts[key] is Source.DOCUMENT and not _is_here(session, some[0].name))
    ]
    return sorted(found, key=lambda one: (not one.conflicts, -len(one.claims), one.name))


def _resting(leads: Iterable[Lead]) -> dict[str, set[str]]:
    """Give the open conflicts that rest on each claim."""
    resting: dict[str, set[str]] = defaultdict(set)
    for lead in leads:
        for case in lead.cases:
            for side in (case.left, case.right):
                resting[side.claim.id].add(short_conflict(case.conflict.id, case.relation))
    return resting


def _is_here(session: Session, name: str) -> bool:
    """Whether the title of an article holds the name of a document."""
    hits = db.search(session, query_words(name))
    return any(hit.target == "article" for hit in hits)


def _source(
    session: Session, sort: Source, cited: list[db.Cited], resting: dict[str, set[str]]
) -> Absent:
    heads = db.article_heads(session, {one.text_id for one in cited})
    files = {file_words(gather.publication(found[0])) for found in heads.values()}
    ids = tuple(dict.fromkeys(one.claim_id for one in cited))
    conflicts = {id_ for claim in ids for id_ in resting.get(claim, ())}
    name = max((one.name for one in cited), key=lambda name: (len(name), name))
    return Absent(name, sort, ids, tuple(sorted(files)), tuple(sorted(conflicts)))
