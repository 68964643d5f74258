"""Every word ever said of a thing, corrected ones and those on what is gone included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import db
from claims.errors import InputError, NotFound
from claims.model import Annotation, Article, Claim, Question, Target
from claims.report.facts import article_facts, claim_facts, outdated_among
from claims.report.history import History
from claims.report.identity import short_id
from claims.service import gather
from claims.service.annotation import only_case
from claims.service.identity import find_thing, is_short_for, short_of
from claims.service.sheet import complete_sheets

if TYPE_CHECKING:
    from claims.service.identity import Thing
    from db import Session


def history(database: db.Database, prefix: str) -> History:
    """Give all that was said of an article, claim, question, conflict or pair, oldest first.

    The id of a person's word stands for what that word is about. Of a claim and a conflict also
    what was said of two claims is told: that they contradict each other, or are set apart.

    Raises:
        NotFound: Nothing has such an id, and nobody ever spoke of anything that had.
        InputError: More than one thing begins so.
    """
    with database.read() as session:
        try:
            thing = find_thing(session, prefix)
        except NotFound:
            return _of_gone(session, prefix)
        if isinstance(thing, Annotation):
            return _of_gone(session, short_id(thing.target, thing.target_id))
        return _of_thing(session, thing)


def find_orphans(database: db.Database) -> list[Annotation]:
    """Give what people said of articles and claims that are no longer there, oldest first."""
    with database.read() as session:
        return db.find_orphans(session)


def _of_thing(session: Session, thing: Thing) -> History:
    match thing:
        case Claim():
            words = db.annotations(session, Target.CLAIM, [thing.id])
            facts = claim_facts(gather.entries_of(session, [thing.id])[thing.id])
            outdated = outdated_among(words, facts)
            words = [*words, *db.words_on_claims(session, [thing.id])]
        case Question():
            (sheet,) = complete_sheets(session, [thing], ())
            words, outdated = list(sheet.words), sheet.outdated
        case Article():
            words = db.annotations(session, Target.ARTICLE, [thing.id])
            heads = db.article_heads(session, [thing.text.id])[thing.text.id]
            head = next(one for one in heads if one.id == thing.id)
            outdated = outdated_among(words, article_facts(gather.publication(head)))
        case db.StoredConflict():
            case = only_case(session, thing)
            words, outdated = list(case.words), case.outdated
            words = [*words, *_between(session, thing.left, thing.right)]
        case _:
            raise NotFound(short_of(thing))
    return History(short_of(thing), tuple(_in_order(words)), outdated)


def _between(session: Session, left: str, right: str) -> Iterator[Annotation]:
    """Give what was said of claims of the two answers, one of each side."""
    fellows = db.fellows_of(session, [left, right])
    one, other = ({id_, *fellows.get(id_, ())} for id_ in (left, right))
    for word in db.words_on_claims(session, one | other):
        if (word.left in one and word.right in other) or (word.left in other and word.right in one):
            yield word


def _in_order(words: Iterable[Annotation]) -> list[Annotation]:
    return sorted({word.id: word for word in words}.values(), key=lambda word: (word.at, word.id))


def _of_gone(session: Session, prefix: str) -> History:
    """Give what was said of something that is not there, or not found by its own id."""
    words = [word for word in db.annotations(session) if is_short_for(prefix, word)]
    meant = sorted({(word.target, word.target_id) for word in words})
    if not meant:
        msg = f"nothing has the id {prefix}, and nobody spoke of it; claims conflicts shows ids"
        raise NotFound(msg)
    if len(meant) > 1:
        ids = ", ".join(short_id(target, id_) for target, id_ in meant)
        msg = f"{prefix} may mean {ids}; give the one you mean"
        raise InputError(msg)
    return History(short_id(*meant[0]), tuple(words), frozenset(), gone=True)
