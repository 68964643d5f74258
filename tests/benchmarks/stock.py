"""Databases full of invented claims, filled in bulk: what an article more is added to.

Rows are those that the program would write. That it took no time to find the claims, and that
their quotes stand in no text, makes no difference to what comes after.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from claims.extract import EXTRACTOR, Extraction
from claims.model import Article, Claim, Findings, Gist, KnownBy, Run, Sketch, Text
from claims.questions import KEYS, Context, TextFacts, keys_of
from claims.service.recomparison import clear, compare_again
from db import (
    ids_of_text,
    replace_claims,
    save_article,
    save_findings,
    save_gist,
    save_run,
    save_sketch,
)
from db.row.article import article_to, sketch_to, text_to
from db.row.claim import claim_to, members_of, participation_rows, speaker_rows
from db.statement import insert_rows
from db.table import (
    ALIAS,
    ARTICLE,
    CLAIM,
    CLAIM_KEY,
    ENTITY,
    GIST,
    GIST_WORD,
    PARTICIPATION,
    SKETCH,
    SPEAKER,
    TEXT,
)
from db.write.index import index_articles, index_claims
from tests.benchmarks.spread import body_of

if TYPE_CHECKING:
    from db import Database, Session
    from db.row.base import Record

_AT_ONCE: Final = 2_000
"""Articles, or findings times ten, that are written in one transaction."""
_SHINGLES: Final = 128
_PASSAGES: Final = 480
_AT: Final = datetime(2026, 1, 5, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Piece:
    """An invented article with all that is known of it.

    Args:
        article: The article.
        facts: What it is about.
        claims: Its claims.
        sketch: Its wording, shared with no other.
    """

    article: Article
    facts: TextFacts
    claims: tuple[Claim, ...]
    sketch: Sketch


def pieces_of(context: Context) -> list[Piece]:
    """Give the articles of invented claims, in the order in which they were invented."""
    told: dict[str, list[Claim]] = {text_id: [] for text_id in context.texts}
    for claim in context.claims.values():
        told[claim.text_id].append(claim)
    return [
        _piece(number, body_of(number), context.texts[text_id], claims)
        for number, (text_id, claims) in enumerate(told.items())
    ]


def _piece(number: int, text: Text, facts: TextFacts, claims: Sequence[Claim]) -> Piece:
    dice = random.Random(number)  # noqa: S311 - the same on every machine, no secrets
    known = {"published": KnownBy.PAGE} if facts.published else {}
    article = Article(text, published=facts.published, file=f"{number}.txt", known_by=known)
    sketch = Sketch(
        runs=500,
        shingles=frozenset(dice.getrandbits(63) for _ in range(_SHINGLES)),
        passages=frozenset(dice.getrandbits(63) for _ in range(_PASSAGES)),
    )
    return Piece(article, facts, tuple(claims), sketch)


def without(context: Context, pieces: Iterable[Piece]) -> Context:
    """Give a context without the claims and texts of some articles."""
    gone = {piece.article.text.id for piece in pieces}
    return Context(
        {id_: claim for id_, claim in context.claims.items() if claim.text_id not in gone},
        {},
        {id_: facts for id_, facts in context.texts.items() if id_ not in gone},
    )


def fill(database: Database, pieces: Sequence[Piece], findings: Findings) -> int:
    """Store articles, their claims, and what comparing them found; give the number of the run."""
    with database.write() as session:
        run_id = save_run(session, Run("benchmark", EXTRACTOR, _AT))
        named = {key for piece in pieces for key in _names(piece)}
        rows = [{"key": key, "name": key, "kind": key.partition(":")[0]} for key in sorted(named)]
        insert_rows(session, ENTITY, rows)
    for some in _batches(pieces, _AT_ONCE):
        with database.write() as session:
            _store(session, some, run_id)
    for found in _in_turn(findings):
        with database.write() as session:
            save_findings(session, found, _AT)
    return run_id


def _batches(items: Sequence[Piece], size: int) -> Iterable[Sequence[Piece]]:
    return (items[at : at + size] for at in range(0, len(items), size))


def _in_turn(findings: Findings) -> Iterable[Findings]:
    """Part findings so that each can be stored by itself, what others point to first."""
    size = 10 * _AT_ONCE
    questions, conflicts, flags = findings.questions, findings.conflicts, findings.flags
    parts = list(findings.parts.items())
    for at in range(0, len(questions), size):
        yield Findings(questions=questions[at : at + size])
    for at in range(0, len(conflicts), size):
        yield Findings(conflicts=conflicts[at : at + size])
    for at in range(0, len(flags), size):
        yield Findings(flags=flags[at : at + size])
    for at in range(0, len(parts), size):
        yield Findings(parts=dict(parts[at : at + size]))


def _names(piece: Piece) -> set[str]:
    members = {member.key for claim in piece.claims for member in members_of(claim.value)}
    return members | piece.facts.names


def _store(session: Session, pieces: Sequence[Piece], run_id: int) -> None:
    stamps: Record = {"added_at": _AT, "updated_at": _AT, "run_id": run_id}
    claims = [claim for piece in pieces for claim in piece.claims]
    insert_rows(session, TEXT, [text_to(piece.article.text, run_id, _AT) for piece in pieces])
    insert_rows(session, ARTICLE, [{**article_to(p.article, None), **stamps} for p in pieces])
    insert_rows(session, SKETCH, [sketch_to(p.article.text.id, p.sketch) for p in pieces])
    insert_rows(session, GIST, [_gist_row(piece) for piece in pieces])
    insert_rows(session, GIST_WORD, [row for piece in pieces for row in _word_rows(piece)])
    insert_rows(session, ALIAS, [row for piece in pieces for row in _alias_rows(piece)])
    insert_rows(session, CLAIM, [claim_to(claim, run_id, {}) for claim in claims])
    insert_rows(session, SPEAKER, [row for claim in claims for row in speaker_rows(claim)])
    members = [row for claim in claims for row in participation_rows(claim)]
    insert_rows(session, PARTICIPATION, members)
    keys = [(claim.id, key) for claim in claims for key in sorted(keys_of(claim, {}))]
    insert_rows(session, CLAIM_KEY, [{"claim_id": id_, "key": key} for id_, key in keys])
    index_claims(session, [piece.article.text.id for piece in pieces])
    index_articles(session, [piece.article.id for piece in pieces])


def _gist_row(piece: Piece) -> Record:
    facts = piece.facts
    told = {"telling": list(facts.words), "weekdays": sorted(facts.weekdays)}
    return {"text_id": piece.article.text.id, **told}


def _word_rows(piece: Piece) -> list[Record]:
    words = sorted(set(piece.facts.words[:KEYS]))
    return [{"text_id": piece.article.text.id, "word": word} for word in words]


def _alias_rows(piece: Piece) -> list[Record]:
    text_id = piece.article.text.id
    return [{"entity_key": key, "name": key, "text_id": text_id} for key in sorted(_names(piece))]


def add(database: Database, piece: Piece, run_id: int) -> None:
    """Add an article as the program does, its claims at hand."""
    text_id, facts = piece.article.text.id, piece.facts
    found = Extraction(
        piece.claims,
        (),
        {key: key for key in facts.names},
        Gist(facts.words, tuple(sorted(facts.weekdays))),
    )
    keys: Mapping[str, frozenset[str]] = {one.id: keys_of(one, {}) for one in found.claims}
    with database.write() as session:
        save_article(session, piece.article, run_id, _AT)
        cleared = clear(session, text_id)
        save_sketch(session, text_id, piece.sketch)
        save_gist(session, text_id, found.gist, found.gist.words[:KEYS])
        replace_claims(session, text_id, found.claims, (), keys, dict(found.names), run_id)
        compare_again(session, cleared, {claim.id: claim for claim in found.claims})
        assert len(ids_of_text(session, text_id)) == len(found.claims)
