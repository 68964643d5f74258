"""The documents that other programs read: claims/conflicts/1, claims/claims/1, claims/articles/1.

Fields may be added, never renamed. Ids are whole hashes; amounts and days are as the values
themselves write them. `support` counts articles, and independent origins at most: copies, one
agency's text and citations of one report are one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from claims.model import Relation
from claims.report.facts import article_facts, outdated_among
from claims.values.document import to_document
from claims.values.field import to_fields

if TYPE_CHECKING:
    from claims.model import Annotation, AsOf, Support
    from claims.report.view import (
        ArticleEntry,
        Case,
        Docket,
        Entry,
        Publication,
        Sums,
    )

Document = dict[str, Any]

CONFLICTS_SCHEMA: Final = "claims/conflicts/1"
CLAIMS_SCHEMA: Final = "claims/claims/1"
ARTICLES_SCHEMA: Final = "claims/articles/1"


def articles_document(entries: Iterable[ArticleEntry]) -> Document:
    """Write the listing of articles."""
    return {"schema": ARTICLES_SCHEMA, "articles": [article_document(entry) for entry in entries]}


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


def article_document(entry: ArticleEntry) -> Document:
    """Write an article as its listing shows it."""
    return {
        **publication_document(entry.article),
        "sha256": entry.sha256,
        "known_by": {name: known.value for name, known in sorted(entry.known_by.items())},
        "characters": entry.characters,
        "claims": entry.claims,
        "added_at": entry.added_at.isoformat(),
        "added_by": entry.added_by or None,
        "status": entry.status,
        "annotations": [
            annotation_document(word, outdated_among(entry.words, article_facts(entry.article)))
            for word in entry.words
        ],
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
        "speakers": [speaker_document(entry, place) for place in range(len(claim.speakers))],
        "subject": claim.subject,
        "attribute": claim.attribute,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "value": to_document(claim.value),
        "as_of": as_of_document(claim.scope.as_of),
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
        "by_hand": claim.by_hand,
        "retracted": claim.retracted,
        "signed": list(claim.signed),
        "read": None if claim.read is None else to_fields(claim.read),
        "weak": claim.weak,
        "extractor": claim.extractor,
    }


def speaker_document(entry: Entry, place: int) -> Document:
    """Write one link of the chain of speakers, counted from the outermost."""
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


def as_of_document(as_of: AsOf) -> Document:
    """Write the time a statement is about."""
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
        "annotations": [annotation_document(word, case.outdated) for word in case.words],
        "support": {
            "left": support_document(conflict.left_support),
            "right": support_document(conflict.right_support),
        },
        "left": claim_document(case.left),
        "right": claim_document(case.right),
    }


def support_document(support: Support) -> Document:
    """Write how many articles and, at most, origins say so."""
    return {"articles": support.articles, "origins_at_most": support.origins_at_most}


def annotation_document(word: Annotation, outdated: Collection[str] = ()) -> Document:
    """Write a person's word.

    Args:
        outdated: Ids of the words that were given on other facts than those of now.
    """
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
        "favour": word.favour.value if word.favour else None,
        "source": word.source,
        "internal": word.is_internal,
        "supersedes": word.supersedes,
        "act": word.act.value if word.act else None,
        "claims": [word.left, word.right] if word.left and word.right else [],
        "fields": None if word.fields is None else dict(word.fields),
        "on_other_facts": word.id in outdated,
    }
