"""The documents that other programs read: claims/conflicts/1, claims/claims/1, claims/articles/1.

Fields may be added, never renamed. Ids are whole hashes; amounts and days are as the values
themselves write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from claims.model import Relation
from claims.report.ledger import spread_of
from claims.report.role import role_words
from claims.values.document import to_document

if TYPE_CHECKING:
    from claims.model import Annotation, AsOf, Event, Support
    from claims.report.ledger import End
    from claims.report.view import (
        ArticleEntry,
        Case,
        Docket,
        Entry,
        Happening,
        Publication,
        Sheet,
        Sums,
    )

Document = dict[str, Any]

CONFLICTS_SCHEMA: Final = "claims/conflicts/1"
CLAIMS_SCHEMA: Final = "claims/claims/1"
ARTICLES_SCHEMA: Final = "claims/articles/1"
QUESTIONS_SCHEMA: Final = "claims/questions/1"
PARTICIPATION_SCHEMA: Final = "claims/participation/1"


def articles_document(entries: Iterable[ArticleEntry]) -> Document:
    """Write the listing of articles."""
    return {"schema": ARTICLES_SCHEMA, "articles": [_article_entry(entry) for entry in entries]}


def claims_document(entries: Iterable[Entry]) -> Document:
    """Write the listing of claims."""
    return {"schema": CLAIMS_SCHEMA, "claims": [claim_document(entry) for entry in entries]}


def conflicts_document(docket: Docket, *, everything: bool = False) -> Document:
    """Write the listing of conflicts.

    Args:
        docket: What the listing shows.
        everything: Whether look-alikes, compatible answers and agreements belong to it.
    """
    more = (*docket.look_alikes, *docket.others) if everything else ()
    return {
        "schema": CONFLICTS_SCHEMA,
        "counts": counts_document(docket.sums),
        "conflicts": [case_document(case) for case in (*docket.cases, *more)],
    }


def questions_document(sheets: Iterable[Sheet]) -> Document:
    """Write the ledgers of some questions."""
    return {"schema": QUESTIONS_SCHEMA, "questions": [_sheet(sheet) for sheet in sheets]}


def participation_document(
    parties: Mapping[str, str], happenings: Iterable[Happening], cases: Iterable[Case]
) -> Document:
    """Write what is said of some parties' part in events."""
    return {
        "schema": PARTICIPATION_SCHEMA,
        "parties": [{"key": key, "name": name} for key, name in parties.items()],
        "events": [_happening(happening) for happening in happenings],
        "conflicts": [case_document(case) for case in cases],
    }


def counts_document(sums: Sums) -> Document:
    """Write the sums: pairs of answers by relation, contradictions between articles apart."""
    relations = {relation.value: sums.of(relation) for relation in Relation}
    return {
        "articles": sums.articles,
        "claims": sums.claims,
        "considered": sums.considered,
        "contradiction": sums.of(Relation.CONTRADICTION),
        "contradiction_between_articles": sums.between,
        "contradiction_inside_one_article": sums.inside,
        **relations,
        "not_comparable_because": dict(sums.refusals),
    }


def publication_document(article: Publication) -> Document:
    """Write an article as claims and listings name it."""
    return {
        "id": article.id,
        "text_id": article.text_id,
        "file": article.file,
        "address": article.address,
        "outlet": article.outlet,
        "title": article.title,
        "authors": list(article.authors),
        "genre": article.genre.value,
        "rendition": article.rendition.value,
        "language": article.language,
        "published": article.published,
        "published_known_by": article.published_known_by.value,
    }


def _article_entry(entry: ArticleEntry) -> Document:
    return {
        **publication_document(entry.article),
        "sha256": entry.sha256,
        "known_by": {name: known.value for name, known in sorted(entry.known_by.items())},
        "characters": entry.characters,
        "claims": entry.claims,
        "added_at": entry.added_at.isoformat(),
        "status": entry.status,
        "annotations": [annotation_document(word) for word in entry.words],
    }


def claim_document(entry: Entry) -> Document:
    """Write a claim with its evidence."""
    claim = entry.claim
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "role": claim.role,
        "article": publication_document(entry.article),
        "articles": len(entry.articles),
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "anchor": {"start": claim.anchor.start, "end": claim.anchor.end},
        "speakers": [_speaker(entry, place) for place in range(len(claim.speakers))],
        "subject": claim.subject,
        "attribute": claim.attribute,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "value": to_document(claim.value),
        "as_of": _as_of(claim.scope.as_of),
        "scope": {
            "event": claim.scope.event,
            "head": claim.scope.head,
            "group": list(claim.scope.group),
            "place": list(claim.scope.place),
            "modifiers": list(claim.scope.modifiers),
            "about": list(claim.scope.about),
        },
        "evidence": [
            {"field": part.field, "start": part.span.start, "end": part.span.end, "rule": part.rule}
            for part in claim.evidence
        ],
        "flags": list(dict.fromkeys(flag.word.value for flag in entry.flags)),
        "flagged": list(_flags(entry)),
        "status": entry.status,
        "notes": entry.notes,
        "weak": claim.weak,
        "extractor": claim.extractor,
    }


def _speaker(entry: Entry, place: int) -> Document:
    link = entry.claim.speakers[place]
    return {
        "key": link.key,
        "name": link.name,
        "start": link.span.start if link.span else None,
        "end": link.span.end if link.span else None,
        "in_database": link.key not in entry.absent,
    }


def _flags(entry: Entry) -> Iterator[Document]:
    for flag in entry.flags:
        yield {
            "flag": flag.word.value,
            "conflict": flag.conflict,
            "relation": flag.relation.value if flag.relation else None,
            "between": flag.between.value if flag.between else None,
        }


def _as_of(as_of: AsOf) -> Document:
    return {"from": as_of.earliest, "to": as_of.latest, "known_by": as_of.known_by}


def case_document(case: Case) -> Document:
    """Write a conflict, or a look-alike, with both sides."""
    conflict = case.conflict
    return {
        "id": conflict.id,
        "relation": conflict.relation.value,
        "between": case.between.value,
        "kind": conflict.kind.value,
        "rule": conflict.rule,
        "rank": conflict.rank,
        "question": {"id": conflict.question, "text": case.question},
        "reason": conflict.reason,
        "status": case.status,
        "found_at": case.found_at.isoformat() if case.found_at else None,
        "annotations": [annotation_document(word) for word in case.words],
        "support": {
            "left": _support(conflict.left_support),
            "right": _support(conflict.right_support),
        },
        "left": claim_document(case.left),
        "right": claim_document(case.right),
    }


def _support(support: Support) -> Document:
    return {"articles": support.articles, "origins_at_most": support.origins_at_most}


def annotation_document(word: Annotation) -> Document:
    """Write a person's word."""
    return {
        "id": word.id,
        "target": word.target.value,
        "target_id": word.target_id,
        "by": word.by,
        "at": word.at.isoformat(),
        "note": word.note,
        "tags": list(word.tags),
        "verdict": word.verdict.value if word.verdict else None,
        "reason": word.reason,
        "seen": dict(word.seen),
    }


def _sheet(sheet: Sheet) -> Document:
    question = sheet.question
    spread = spread_of(sheet.rows)
    return {
        "id": question.id,
        "text": question.text,
        "kind": question.kind.value,
        "status": sheet.status,
        "low": _end(spread.low) if spread else None,
        "high": _end(spread.high) if spread else None,
        "answers": [
            {
                "id": row.answer.id,
                "value": to_document(row.answer.value),
                "polarity": row.answer.polarity.value,
                "certainty": row.answer.certainty.value,
                "as_of": _as_of(row.answer.as_of),
                "articles": len(row.articles),
                "claims": [claim_document(entry) for entry in row.entries],
            }
            for row in sheet.rows
        ],
        "conflicts": [case_document(case) for case in (*sheet.cases, *sheet.look_alikes)],
        "annotations": [annotation_document(word) for word in sheet.words],
    }


def _end(end: End | None) -> Document | None:
    if end is None:
        return None
    return {"text": end.value, "speakers": list(end.speakers), "open": end.is_open}


def _happening(happening: Happening) -> Document:
    return {
        "events": [_event(event) for event in happening.events],
        "claims": [
            {
                "said": role_words(entry.claim.role, entry.claim.polarity, entry.claim.certainty),
                **claim_document(entry),
            }
            for entry in happening.entries
        ],
    }


def _event(event: Event) -> Document:
    return {
        "id": event.id,
        "kind": event.kind,
        "name": event.name,
        "place": event.place,
        "hosts": list(event.hosts),
        "proposers": list(event.proposers),
        "on": _as_of(event.on),
        "state": event.state,
    }
