"""One thing with everything that is known of it, found by its short id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import db
from claims.model import (
    CONFLICTS,
    Annotation,
    Article,
    Claim,
    Filter,
    Question,
    Target,
)
from claims.report.detail import render_article, render_case, render_claim, render_word
from claims.report.edition import version_lines
from claims.report.identity import short_claim, short_id
from claims.report.ledger import render_sheet
from claims.report.variance import near_copy_lines
from claims.service import gather
from claims.service.annotation import only_case
from claims.service.edition import differences
from claims.service.explain import rank_features
from claims.service.identity import find_thing
from claims.service.origin import explain_origins
from claims.service.question import sheet_of
from claims.service.variance import near_copies

if TYPE_CHECKING:
    from claims.report.view import Entry
    from db import Session


def show(database: db.Database, prefix: str, width: int) -> str:
    """Tell everything about an article, claim, question, conflict or a person's word.

    Raises:
        NotFound: Nothing has such an id.
        InputError: More than one thing begins so.
    """
    with database.read() as session:
        thing = find_thing(session, prefix)
        match thing:
            case Article():
                return _article(session, thing, width)
            case Claim():
                return _claim(session, thing, width)
            case Question():
                return render_sheet(sheet_of(session, thing), width)
            case Annotation():
                return render_word(thing, short_id(thing.target, thing.target_id), width)
            case _:
                return _conflict(session, thing, width)


def _article(session: Session, article: Article, width: int) -> str:
    entries = gather.article_entries(session, Filter(), earlier=True)
    entry = next(one for one in entries if one.article.id == article.id)
    for sketch in db.sketches_of(session, [article.text.id]).values():
        entry = replace(entry, agencies=tuple(sorted(sketch.agencies)))
    ids = [claim.id for claim in db.claims_of_texts(session, [article.text.id])]
    known = gather.entries_of(session, ids)
    versions = _versions(session, article, width)
    beside = [*versions, *near_copy_lines(near_copies(session, article), width)]
    return render_article(article, entry, [known[id_] for id_ in ids], width, beside)


def _versions(session: Session, article: Article, width: int) -> list[str]:
    """Tell the versions of an article; nothing where it has one."""
    found = differences(session, article.id)
    if len(found) == 1:
        return []
    told = [
        (
            gather.publication(edition.article),
            edition.added_at,
            edition.replaced_at,
            difference,
            db.get_text(session, edition.article.text_id).body,
        )
        for edition, difference in found
    ]
    return list(version_lines(told, article.id, width))


def _claim(session: Session, claim: Claim, width: int) -> str:
    entry = gather.entries_of(session, [claim.id])[claim.id]
    body = db.get_text(session, claim.text_id).body
    events = {event.id: event for event in db.events_of(session, [claim.text_id])}
    event = events.get(claim.scope.event or "")
    words = db.annotations(session, Target.CLAIM, [claim.id])
    words += db.words_on_claims(session, [claim.id])
    return render_claim(entry, body, event, words, width, _later(session, entry))


def _later(session: Session, entry: Entry) -> str:
    """Say what took the place of a claim that only an earlier version makes."""
    claim = entry.claim
    if not db.earlier_texts(session, [claim.text_id]):
        return ""
    present = short_id(Target.ARTICLE, db.present_edition(session, entry.article.id))
    place = db.present_claims(session, [claim.id]).get(claim.id)
    now = f", as {short_claim(place)}" if place else ", which no longer says so"
    return f"earlier, compared with nothing; the present one is {present}{now}"


def _conflict(session: Session, conflict: db.StoredConflict, width: int) -> str:
    case = only_case(session, conflict)
    texts = {entry.claim.text_id for entry in (case.left, case.right)}
    bodies = {text_id: db.get_text(session, text_id).body for text_id in texts}
    place = _place(session, conflict)
    features = rank_features(session, case.left.claim, case.right.claim)
    return render_case(case, bodies, place, features, _origins(session, conflict), width)


def _origins(session: Session, conflict: db.StoredConflict) -> tuple[tuple[Entry, Entry, str], ...]:
    """Say which articles of either side are counted as one origin."""
    question = db.get_question(session, conflict.question)
    sides = [
        answer.claims
        for answer in question.answers
        if {conflict.left, conflict.right} & set(answer.claims)
    ]
    known = gather.entries_of(session, {id_ for ids in sides for id_ in ids})
    held = ([known[id_] for id_ in ids if id_ in known] for ids in sides)
    return tuple(link for entries in held for link in explain_origins(session, entries))


def _place(session: Session, conflict: db.StoredConflict) -> tuple[int, int]:
    """Give the place of a finding among those that are listed with it."""
    relations = CONFLICTS if conflict.relation in CONFLICTS else (conflict.relation,)
    ids = [one.id for one in db.list_conflicts(session, Filter(), relations)]
    return (ids.index(conflict.id) + 1 if conflict.id in ids else 0), len(ids)
