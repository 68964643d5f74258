"""Small articles, claims and findings that tests build on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from claims.model import (
    Answer,
    Article,
    Between,
    Claim,
    Conflict,
    Event,
    Findings,
    Flag,
    FlagWord,
    Genre,
    Kind,
    KnownBy,
    Question,
    Relation,
    Run,
    Source,
    Span,
    Text,
    conflict_id,
    fingerprint,
)
from claims.values.quantity import Quantity
from db import clear_findings, list_previous, replace_claims, save_article, save_findings, save_run

NOW = datetime(2026, 5, 1, 12, 30, 15, 123456, tzinfo=UTC)
LATER = datetime(2026, 6, 2, tzinfo=UTC)
RUN = Run("1.0", "rules/1", NOW)


def make_article(body: str = "There are 2,500 US troops.", **fields: Any) -> Article:
    """Make an article by hand; its file is named after its text unless given."""
    text = Text(body)
    return Article(text=text, **{"file": f"{text.id[:6]}.txt", **fields})


def make_full_article() -> Article:
    """Make an article with every field known."""
    return make_article(
        title="Why return?",
        authors=("Md. Tareq Hasan", "Zoë Ärger"),
        outlet="The Independent",
        genre=Genre.OPINION,
        published="2021-04-05",
        address="https://example.org/why",
        file="002.txt",
        language="en",
        known_by={"title": KnownBy.PAGE, "published": KnownBy.TEXT},
        source=Source("002.txt", fingerprint("bytes"), 2048, "text/1", "utf-8"),
    )


def amount(number: str) -> Quantity:
    """Make an exact amount of persons."""
    return Quantity(Decimal(number), Decimal(number), unit="person", text=number)


def make_claim(text: Text, number: str = "2500", start: int = 0, **fields: Any) -> Claim:
    """Make a claim of an amount whose quote is ten characters of the text."""
    span = Span(start, min(start + 10, len(text.body)))
    defaults: dict[str, Any] = {
        "kind": Kind.QUANTITY,
        "role": "count",
        "span": span,
        "quote": text.body[span.start : span.end],
        "anchor": Span(start, start + 3),
        "subject": "US troops",
        "attribute": "count",
        "value": amount(number),
    }
    return Claim(text_id=text.id, **{**defaults, **fields})


def store(
    session: Session,
    article: Article,
    claims: Sequence[Claim] = (),
    events: Iterable[Event] = (),
    *,
    keys: Mapping[str, Sequence[str]] | None = None,
    parties: Mapping[str, str] | None = None,
) -> None:
    """Store an article with its claims; every claim has the key "troops" unless given."""
    run_id = save_run(session, RUN)
    save_article(session, article, run_id, NOW)
    named = {claim.id: ["troops"] for claim in claims} if keys is None else keys
    replace_claims(session, article.text.id, claims, events, named, parties or {}, run_id)


def make_question(answers: Sequence[Sequence[Claim]], text: str = "How many?") -> Question:
    """Make a question whose answers hold the claims, a list of them an answer."""
    made = tuple(
        Answer(
            id=fingerprint("answer", text, str(position), *(claim.id for claim in claims)),
            value=claims[0].value,
            claims=tuple(claim.id for claim in claims),
        )
        for position, claims in enumerate(answers)
    )
    return Question(
        id=fingerprint("question", text),
        text=text,
        kind=Kind.QUANTITY,
        answers=made,
        tally={"contradiction": 1},
        refusals={"another unit": 2},
    )


def make_conflict(question: Question, left: Claim, right: Claim, **fields: Any) -> Conflict:
    """Make a contradiction between two answers of a question."""
    defaults: dict[str, Any] = {
        "relation": Relation.CONTRADICTION,
        "kind": Kind.QUANTITY,
        "rule": "quantity.disjoint",
        "reason": "the amounts exclude each other",
        "rank": 0.5,
    }
    return Conflict(
        id=conflict_id(left.id, right.id),
        question=question.id,
        left=left.id,
        right=right.id,
        **{**defaults, **fields},
    )


def make_findings(left: Sequence[Claim], right: Sequence[Claim], **fields: Any) -> Findings:
    """Make what comparison finds when two answers contradict each other."""
    question = make_question([left, right])
    conflict = make_conflict(question, left[0], right[0], **fields)
    flags = tuple(
        Flag(claim.id, FlagWord.CONTRADICTED, conflict.id, conflict.relation, Between.ARTICLES)
        for claim in (*left, *right)
    )
    return Findings((question,), (conflict,), flags)


def detect(
    session: Session,
    left: Sequence[Claim],
    right: Sequence[Claim],
    at: datetime = NOW,
    **fields: Any,
) -> dict[str, str]:
    """Replace what was found about some claims, as an import does."""
    claim_ids = {claim.id for claim in (*left, *right)}
    previous = list_previous(session, claim_ids)
    clear_findings(session, claim_ids)
    return save_findings(session, make_findings(left, right, **fields), at, previous)
