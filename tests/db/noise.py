"""Rows that no test asks for, in every table: a query without its WHERE finds them."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import insert

from claims.model import (
    Annotation,
    AsOf,
    Between,
    Capture,
    Claim,
    Event,
    Findings,
    Flag,
    FlagWord,
    Gist,
    Kind,
    Relation,
    Scope,
    Sketch,
    Source,
    Span,
    Speaker,
    Target,
    Verdict,
    Watch,
    fingerprint,
)
from claims.values.party import Parties, Party
from db.engine import Database
from db.table import ARTICLE_ALIAS, CLAIM_ALIAS, EDITION, REVIEW
from db.write.annotation import add_annotation
from db.write.article import save_gist, save_sketch
from db.write.capture import save_capture
from db.write.finding import save_findings
from db.write.watch import save_watch
from tests.db.sample import make_article, make_conflict, make_question, store

_AT = datetime(1999, 1, 1, tzinfo=UTC)

ARTICLE = make_article(
    "Noise about nothing at all, long enough for two claims.",
    title="Noise",
    authors=("Nobody",),
    outlet="Noise Weekly",
    published="1999",
    file="noise.txt",
    source=Source("noise.txt", fingerprint("noise"), 1, "text/1", "utf-8"),
)
CAPTURE = Capture(
    "http://noise.example/",
    "http://noise.example/",
    200,
    (("ETag", '"noise"'),),
    b"noise",
    _AT,
    _AT,
)
EVENT = Event(ARTICLE.text.id, Span(0, 5), "noise", "the noise", mentions=(Span(0, 5),))


def _claim(start: int, name: str) -> Claim:
    span = Span(start, start + 5)
    return Claim(
        text_id=ARTICLE.text.id,
        kind=Kind.PARTICIPANTS,
        role="noise",
        span=span,
        quote=ARTICLE.text.body[span.start : span.end],
        anchor=span,
        subject="noise",
        attribute="noise",
        value=Parties((Party(f"noise:{name}", name),), name),
        scope=Scope(event=EVENT.id, head="noise", as_of=AsOf("1999-01-01", "1999-01-01")),
        speakers=(Speaker("noise:speaker", "Noise"),),
    )


LEFT, RIGHT = _claim(0, "Left Noise"), _claim(6, "Right Noise")
RIGHT = replace(RIGHT, subject="noises", read=RIGHT, signed=("Noise",))
QUESTION = make_question([[LEFT], [RIGHT]], "Who made the noise?")
CONFLICT = make_conflict(QUESTION, LEFT, RIGHT, relation=Relation.UPDATE, rule="noise", rank=0.01)


def add_noise(database: Database) -> None:
    """Fill every table with unrelated rows."""
    with database.write() as session:
        keys = {claim.id: ["noise"] for claim in (LEFT, RIGHT)}
        store(session, ARTICLE, (LEFT, RIGHT), (EVENT,), keys=keys)
        save_gist(session, ARTICLE.text.id, Gist(("noise",), (0,)), ("noise",))
        save_sketch(session, ARTICLE.text.id, Sketch(1, frozenset({1}), frozenset({2})))
        flag = Flag(LEFT.id, FlagWord.UPDATED, CONFLICT.id, Relation.UPDATE, Between.ONE_ARTICLE)
        parts = {LEFT.id: LEFT.id, RIGHT.id: LEFT.id}
        save_findings(session, Findings((QUESTION,), (CONFLICT,), (flag,), parts), _AT)
        session.execute(
            insert(ARTICLE_ALIAS).values(id=fingerprint("noise alias"), article_id=ARTICLE.id)
        )
        session.execute(insert(CLAIM_ALIAS).values(id=fingerprint("noise claim"), claim_id=LEFT.id))
        session.execute(
            insert(EDITION).values(
                article_id=fingerprint("noise edition"), replaced_by=ARTICLE.id, at=_AT
            )
        )
        save_capture(session, CAPTURE)
        session.execute(insert(REVIEW).values(by="Noise", second=True, passed=[CONFLICT.id]))
        for target, of in (
            (Target.ARTICLE, ARTICLE.id),
            (Target.CLAIM, LEFT.id),
            (Target.QUESTION, QUESTION.id),
            (Target.CONFLICT, CONFLICT.id),
        ):
            word = Annotation(
                target, of, "Noise", _AT, "noise", tags=("noise",), verdict=Verdict.DISMISSED
            )
            add_annotation(session, word)
        save_watch(session, Watch("Noise", _AT, "who made the noise", (LEFT.id,), _AT))
