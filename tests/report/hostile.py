"""Articles whose every word tries to break out: markup, formulas, terminal codes, bidi marks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from claims.model import (
    Annotation,
    Answer,
    Article,
    Claim,
    Conflict,
    Findings,
    Genre,
    Kind,
    Question,
    Relation,
    Rendition,
    Scope,
    Source,
    Speaker,
    Target,
    Text,
    Verdict,
    conflict_id,
    fingerprint,
)
from db import add_annotation, replace_claims, save_article, save_findings, save_run
from tests.db.sample import NOW, RUN
from tests.report.story import exactly, make_claim

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SCRIPT: Final = "<script>document.title='ran'</script>"
IMAGE: Final = "<img src=x onerror=\"document.title='ran'\">"
FORMULA: Final = '=HYPERLINK("http://example.org/?"&A1,"see")'
STEERING: Final = "\x1b[2J\x1b]0;ran\x07"
TURNED: Final = "\u202eevil\u202c\u2066"
CLOSING: Final = "]]></style></title></textarea>{{ 7*7 }}{% raw %}"
ALL: Final = f"{FORMULA} {SCRIPT} {IMAGE} {STEERING} {TURNED} {CLOSING}"

_LEFT: Final = Text(f"In all {ALL} 40 were killed {ALL}, it said.")
_RIGHT: Final = Text(f"In all {ALL} 50 were killed {ALL}, they said.")


def _article(text: Text, file: str, rendition: Rendition) -> Article:
    return Article(
        text,
        title=ALL,
        authors=(FORMULA, SCRIPT),
        outlet=f"@{ALL}",
        genre=Genre.NEWS,
        published="2021-04-05",
        address=f"javascript:{SCRIPT}",
        file=f"{file}{IMAGE}",
        language='en" onload="document.title=1',
        rendition=rendition,
        source=Source(file, fingerprint(file), 400, "text/1", "utf-8"),
    )


def _claim(text: Text, number: int) -> Claim:
    return make_claim(
        text,
        text.body.partition(" said")[0],
        str(number),
        kind=Kind.QUANTITY,
        role="kill",
        subject=ALL,
        attribute="count",
        value=exactly(number),
        scope=Scope(head="person"),
        speakers=(Speaker("words:evil", ALL),),
    )


LEFT: Final = _claim(_LEFT, 40)
RIGHT: Final = _claim(_RIGHT, 50)
_ANSWERS: Final = tuple(
    Answer(fingerprint("answer", claim.id), claim.value, (claim.id,)) for claim in (LEFT, RIGHT)
)
_QUESTION: Final = Question(
    fingerprint("question", ALL),
    ALL,
    Kind.QUANTITY,
    _ANSWERS,
    tally={"contradiction": 1, "not_comparable": 1},
    refusals={ALL: 1},
)
CONFLICT: Final = Conflict(
    id=conflict_id(LEFT.id, RIGHT.id),
    relation=Relation.CONTRADICTION,
    kind=Kind.QUANTITY,
    rule="quantity.disjoint",
    reason=ALL,
    rank=0.9,
    question=_QUESTION.id,
    left=LEFT.id,
    right=RIGHT.id,
)


def _words() -> list[Annotation]:
    targets = (
        (Target.CONFLICT, CONFLICT.id),
        (Target.CLAIM, LEFT.id),
        (Target.QUESTION, _QUESTION.id),
    )
    return [
        Annotation(
            target,
            id_,
            by=FORMULA,
            at=datetime(2026, 5, 2, tzinfo=UTC),
            note=ALL,
            tags=(SCRIPT,),
            verdict=Verdict.CONFIRMED,
            reason=ALL,
            source=f"javascript:{SCRIPT}",
        )
        for target, id_ in targets
    ]


def store_hostile(session: Session) -> None:
    """Store the articles, their claims, the conflict, and hostile words of a person on each."""
    run_id = save_run(session, RUN)
    for text, claim, rendition in (
        (_LEFT, LEFT, Rendition.VERBATIM),
        (_RIGHT, RIGHT, Rendition.DIGEST),
    ):
        save_article(session, _article(text, f"{claim.value.text}.txt", rendition), run_id, NOW)
        replace_claims(session, text.id, [claim], [], {claim.id: ["person"]}, {}, run_id)
    save_findings(session, Findings((_QUESTION,), (CONFLICT,)), NOW)
    for word in _words():
        add_annotation(session, word)
