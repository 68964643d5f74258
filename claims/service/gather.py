"""From rows to views: everything a rendering needs of some claims, conflicts or questions.

A few statements each, whatever their number; nothing is looked up later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

import db
from claims.errors import NotFound
from claims.model import CONFLICTS, Filter, Relation, Target, standing, status_of
from claims.report.facts import CLAIMS, outdated_among, outdated_on, sheet_facts
from claims.report.hint import find_hints
from claims.report.view import ArticleEntry, Case, Entry, Publication, Row, Sheet, Sums
from claims.service.origin import count_origins
from claims.values.gazetteer import longest_name

if TYPE_CHECKING:
    from claims.model import Annotation, Question, Speaker
    from db import Session

OPEN: Final = "open"
_LOOK_ALIKE: Final = (Relation.DIFFERENT_SCOPE,)
_FIELDS: Final = tuple(field.name for field in fields(Publication))


def publication(head: db.ArticleHead) -> Publication:
    """Take over what the database tells of an article."""
    return Publication(**{name: getattr(head, name) for name in _FIELDS})


def article_entries(
    session: Session, narrow: Filter, *, earlier: bool = False
) -> list[ArticleEntry]:
    """List articles, earliest published first, with what people said of them.

    Args:
        earlier: Whether earlier versions are listed too.
    """
    listed = db.list_articles(session, narrow, earlier=earlier)
    words = words_on(session, Target.ARTICLE, [one.article.id for one in listed])
    return [
        ArticleEntry(
            article=publication(one.article),
            sha256=one.source.sha256 if one.source else None,
            known_by=one.known_by,
            characters=one.characters,
            claims=one.claims,
            added_at=one.added_at,
            added_by=one.added_by,
            source=one.source,
            status=one.status,
            words=words.get(one.article.id, ()),
        )
        for one in listed
    ]


def entries(session: Session, listings: Iterable[db.ClaimListing]) -> list[Entry]:
    """Complete listed claims: all articles on their texts, and which cited outlets are absent."""
    listed = list(listings)
    heads = db.article_heads(session, {one.claim.text_id for one in listed})
    absent = absent_outlets(session, (link for one in listed for link in one.claim.speakers))
    return [_entry(one, heads[one.claim.text_id], absent) for one in listed]


def _entry(
    listing: db.ClaimListing, heads: Sequence[db.ArticleHead], absent: Collection[str]
) -> Entry:
    """Put the article that the listing chose before the others."""
    chosen = listing.article
    others = [head for head in heads if head.id != chosen.id]
    keys = {link.key for link in listing.claim.speakers}
    return Entry(
        claim=listing.claim,
        articles=tuple(map(publication, (chosen, *others))),
        flags=listing.flags,
        absent=frozenset(keys & set(absent)),
        status=listing.status,
        notes=listing.notes,
    )


def absent_outlets(session: Session, cited: Iterable[Speaker]) -> set[str]:
    """Find the cited outlets that have no article in the database, by key."""
    names = {link.key: _bare(link.name) for link in cited if is_outlet(link)}
    if not names:
        return set()
    held = set(map(_bare, db.outlet_names(session)))
    return {key for key, name in names.items() if name not in held}


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def is_outlet(link: Speaker) -> bool:
    """Whether a speaker is a newspaper, a station or an agency."""
    if link.key.startswith("outlet:"):
        return True
    bare = link.name.removeprefix("The ")
    for name in (bare, link.name):
        found = longest_name(name, 0, _first_word(name))
        if found is not None and found[0] == name:
            return found[1].sort in ("outlet", "agency")
    return False


def _first_word(name: str) -> str:
    return name.split(" ", 1)[0].split("-", 1)[0]


def entries_of(session: Session, claim_ids: Iterable[str]) -> dict[str, Entry]:
    """Give claims with where they stand, by id; unknown ids are left out."""
    listings = db.claim_listings(session, set(claim_ids))
    return {entry.claim.id: entry for entry in entries(session, listings.values())}


def words_on(
    session: Session, target: Target, ids: Collection[str]
) -> dict[str, tuple[Annotation, ...]]:
    """Give what people said of some things, oldest first, by the present id of the thing."""
    words = db.annotations(session, target, set(ids))
    now = db.present_ids(session, target) if words else {}
    said: dict[str, tuple[Annotation, ...]] = {}
    for word in words:
        id_ = word.target_id if word.target_id in ids else now.get(word.target_id, word.target_id)
        said[id_] = (*said.get(id_, ()), word)
    return said


def cases(
    session: Session,
    conflicts: Sequence[db.StoredConflict],
    known: Mapping[str, Entry],
    questions: Mapping[str, str],
) -> list[Case]:
    """Complete conflicts, in their order.

    Args:
        known: The claims of both sides, by id.
        questions: The words of their questions, by id.
    """
    words = words_on(session, Target.CONFLICT, [conflict.id for conflict in conflicts])
    found = [
        Case(
            conflict=conflict,
            left=known[conflict.left],
            right=known[conflict.right],
            question=questions.get(conflict.question, ""),
            found_at=conflict.found_at,
            words=words.get(conflict.id, ()),
        )
        for conflict in conflicts
    ]
    return _judged(session, found)


def _judged(session: Session, found: Sequence[Case]) -> list[Case]:
    """Say of cases which words were given on other facts, and what the others come to."""
    spoken = [case for case in found if case.words]
    sides = {side.claim.id for case in spoken for side in (case.left, case.right)}
    members = db.fellows_of(session, sides)
    ids = {id_ for case in spoken for word in case.words for id_ in (word.left, word.right) if id_}
    known = entries_of(session, ids)
    return [_judge(case, members, known) if case.words else case for case in found]


def _judge(case: Case, members: Mapping[str, Sequence[str]], known: Mapping[str, Entry]) -> Case:
    outdated = outdated_on(case, members, known)
    return replace(case, outdated=outdated, status=_status_now(case.words, outdated))


def _status_now(words: Iterable[Annotation], outdated: Collection[str]) -> str:
    """Sum up the verdicts that were given on the facts of now."""
    return status_of(word for word in standing(words) if word.id not in outdated)


def statuses(session: Session, conflicts: Sequence[db.StoredConflict]) -> dict[str, str]:
    """Give the status of each of some conflicts on the facts of now, by id.

    A conflict is open again where what was judged is no longer so.
    """
    spoken = [conflict for conflict in conflicts if conflict.notes]
    known = entries_of(session, {id_ for one in spoken for id_ in (one.left, one.right)})
    now = {case.conflict.id: case.status for case in cases(session, spoken, known, {})}
    return {conflict.id: now.get(conflict.id, OPEN) for conflict in conflicts}


def sheets(
    session: Session, questions: Sequence[Question], conflicts: Sequence[db.StoredConflict]
) -> list[Sheet]:
    """Complete questions, in their order, with those of the conflicts that are theirs."""
    ids = {id_ for question in questions for row in question.answers for id_ in row.claims}
    ids |= {side for conflict in conflicts for side in (conflict.left, conflict.right)}
    known = entries_of(session, ids)
    texts = {question.id: question.text for question in questions}
    found = _by_question(cases(session, conflicts, known, texts))
    words = question_words(session, questions)
    origins = count_origins(session, questions, known)
    return [
        _on_facts_of_now(
            Sheet(
                question=question,
                rows=(rows := _rows(question, known, origins)),
                cases=_of_relations(found.get(question.id, ()), CONFLICTS),
                look_alikes=_of_relations(found.get(question.id, ()), _LOOK_ALIKE),
                words=words.get(question.id, ()),
                origins=origins[question.id],
                hints=find_hints(rows),
            )
        )
        for question in questions
    ]


def _on_facts_of_now(sheet: Sheet) -> Sheet:
    if not sheet.words:
        return sheet
    outdated = outdated_among(sheet.words, sheet_facts(sheet))
    return replace(sheet, outdated=outdated, status=_status_now(sheet.words, outdated))


def _by_question(found: Iterable[Case]) -> dict[str, list[Case]]:
    groups: dict[str, list[Case]] = {}
    for case in found:
        groups.setdefault(case.conflict.question, []).append(case)
    return groups


def _of_relations(found: Iterable[Case], relations: Collection[Relation]) -> tuple[Case, ...]:
    return tuple(case for case in found if case.relation in relations)


def question_words(
    session: Session, questions: Sequence[Question]
) -> dict[str, tuple[Annotation, ...]]:
    """Give what people said of some questions, oldest first, by the question of now.

    Words on a question hang on its claims: when comparison gives the question another id, they
    follow to the one that holds most of those claims.
    """
    ids = {question.id for question in questions}
    homes = {
        claim: question.id
        for question in questions
        for answer in question.answers
        for claim in answer.claims
    }
    said: dict[str, tuple[Annotation, ...]] = {}
    for word in db.annotations(session, Target.QUESTION):
        home = word.target_id if word.target_id in ids else _new_home(session, word, homes)
        if home is not None:
            said[home] = (*said.get(home, ()), word)
    return said


def _new_home(session: Session, word: Annotation, homes: Mapping[str, str]) -> str | None:
    """Find the question that now holds most claims of a question that is no more."""
    said_of = word.seen.get(CLAIMS, "").split()
    now = db.present_claims(session, said_of)
    claims = (now.get(id_, id_) for id_ in said_of)
    held = Counter(homes[id_] for id_ in claims if id_ in homes)
    if not held:
        return None
    try:
        db.get_question(session, word.target_id)
    except NotFound:
        return min(held, key=lambda id_: (-held[id_], id_))
    return None


def _rows(
    question: Question, known: Mapping[str, Entry], origins: Mapping[str, int]
) -> tuple[Row, ...]:
    rows = (
        Row(answer, tuple(known[id_] for id_ in answer.claims if id_ in known), origins[answer.id])
        for answer in question.answers
    )
    return tuple(row for row in rows if row.entries)


def sums(session: Session) -> Sums:
    """Sum up the whole database."""
    found = db.totals(session)
    return Sums(
        articles=found.articles,
        claims=found.claims,
        tally=found.tally,
        refusals=found.refusals,
        between=found.contradictions_between,
        inside=found.contradictions_inside,
    )


def gone_words(session: Session) -> tuple[Annotation, ...]:
    """Give the latest word on each conflict that is no longer detected, oldest first."""
    words = standing(db.annotations(session, Target.CONFLICT))
    latest = {word.target_id: word for word in words}
    relations = (*CONFLICTS, Relation.DIFFERENT_SCOPE)
    there = {one.id for one in db.list_conflicts(session, Filter(), relations)} if latest else set()
    return tuple(word for id_, word in latest.items() if id_ not in there)
