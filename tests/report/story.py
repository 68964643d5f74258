"""A small story that tests of renderings and commands share: four articles on three texts.

One article says 2,500 in its own words and 3,500 by a newspaper that is not in the database; a
second text, a digest, denies an invitation to another meeting; a third is printed by two outlets.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claims.model import (
    Answer,
    Article,
    AsOf,
    Between,
    Certainty,
    Claim,
    Conflict,
    Event,
    Evidence,
    Findings,
    Flag,
    FlagWord,
    Genre,
    Kind,
    KnownBy,
    Polarity,
    Question,
    Relation,
    Rendition,
    Scope,
    Source,
    Span,
    Speaker,
    Support,
    Text,
    conflict_id,
    fingerprint,
)
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity
from db import replace_claims, save_article, save_findings, save_run
from tests.db.sample import NOW, RUN

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOUND_AT: Final = datetime(2026, 5, 1, 12, 30, tzinfo=UTC)

OPINION_TEXT: Final = Text(
    "Why return?\n\n"
    "Trump withdrew several troops, but there are still 2,500 US troops in Afghanistan. "
    "The New York Times reports more than 1,000. Citing US officials, the report said the number "
    "was actually 3,500.\n\n"
    "Russia, China and India have been invited to the meeting that Washington offered."
)
DIGEST_TEXT: Final = Text(
    "Last month Moscow hosted a conference. Apparently, India was not invited to the conference.\n"
)
AGENCY_TEXT: Final = Text("KABUL: There are 2,500 US troops in the country, aides say. — wire")


def _known(**fields: KnownBy) -> dict[str, KnownBy]:
    return fields


OPINION: Final = Article(
    OPINION_TEXT,
    title="Why return?",
    authors=("Md. Tareq Hasan",),
    outlet="The Independent",
    genre=Genre.OPINION,
    published="2021-04-05",
    address="https://example.org/why",
    file="002.txt",
    language="en",
    known_by=_known(published=KnownBy.PAGE, title=KnownBy.PAGE, outlet=KnownBy.USER),
    source=Source("002.txt", fingerprint("bytes of 002"), 400, "text/1", "utf-8"),
)
DIGEST: Final = Article(
    DIGEST_TEXT,
    title="Re-booting *relations* | <b>bold</b>",
    outlet="Global Village Space",
    genre=Genre.OPINION,
    file="004.txt",
    rendition=Rendition.DIGEST,
    known_by=_known(rendition=KnownBy.FRONT_MATTER, outlet=KnownBy.FRONT_MATTER),
)
AGENCY: Final = Article(
    AGENCY_TEXT,
    title="Troops remain",
    authors=("Ana Ek", "Bo Li"),
    outlet="Kabul Daily",
    genre=Genre.NEWS,
    published="2021-04",
    file="005.txt",
    known_by=_known(published=KnownBy.INFERRED),
)
REPRINT: Final = Article(
    AGENCY_TEXT, title="Troops stay", outlet="Evening Post", published="2021-04-07", file="006.txt"
)
ARTICLES: Final = (OPINION, DIGEST, AGENCY, REPRINT)


def _span(text: Text, words: str) -> Span:
    start = text.body.index(words)
    return Span(start, start + len(words))


def make_claim(text: Text, quote: str, anchor: str, **fields: Any) -> Claim:
    """Make a claim whose quote and anchor are found by their words."""
    span = _span(text, quote)
    start = span.start + quote.index(anchor)
    return Claim(
        text_id=text.id,
        span=span,
        quote=quote,
        anchor=Span(start, start + len(anchor)),
        **fields,
    )


def _troops(text: Text, quote: str, anchor: str, value: Quantity, **fields: Any) -> Claim:
    days = AsOf("2021-04-05", "2021-04-05", "published")
    defaults: dict[str, Any] = {
        "kind": Kind.QUANTITY,
        "role": "present",
        "subject": "US troops",
        "attribute": "count",
        "value": value,
        "scope": Scope(
            head="troop",
            group=("country:US",),
            place=("country:AF",),
            as_of=days,
            words=("troop",) if "troop" in quote else ("number",),
        ),
    }
    return make_claim(text, quote, anchor, **{**defaults, **fields})


def exactly(number: int) -> Quantity:
    """Make an exact amount of persons."""
    amount = Decimal(number)
    return Quantity(amount, amount, unit="person", text=f"{number:,}", digits=Decimal(50))


TIMES: Final = Speaker(
    "outlet:new-york-times", "The New York Times", _span(OPINION_TEXT, "The New York Times")
)
OFFICIALS: Final = Speaker(
    "words:us officials", "US officials", _span(OPINION_TEXT, "US officials")
)

OWN: Final = _troops(
    OPINION_TEXT, "there are still 2,500 US troops in Afghanistan.", "2,500", exactly(2500)
)
BOUND: Final = _troops(
    OPINION_TEXT,
    "The New York Times reports more than 1,000.",
    "1,000",
    Quantity(Decimal(1000), None, low_open=True, unit="person", text="more than 1,000"),
    speakers=(TIMES,),
)
CITED: Final = _troops(
    OPINION_TEXT,
    "the report said the number was actually 3,500.",
    "3,500",
    exactly(3500),
    speakers=(TIMES, OFFICIALS),
    evidence=(Evidence("speakers", _span(OPINION_TEXT, "The New York Times"), "document"),),
)
WIRE: Final = _troops(
    AGENCY_TEXT, "There are 2,500 US troops in the country", "2,500", exactly(2500)
)

OFFERED: Final = Event(
    OPINION_TEXT.id,
    _span(OPINION_TEXT, "the meeting that Washington offered"),
    "meeting",
    "the meeting that Washington offered",
    proposers=("country:US",),
    parties=("country:CN", "country:IN", "country:RU"),
    state="planned",
)
MOSCOW: Final = Event(
    DIGEST_TEXT.id,
    _span(DIGEST_TEXT, "a conference"),
    "meeting",
    "the Moscow conference",
    place="place:RU/moscow",
    hosts=("country:RU",),
)
INVITED: Final = make_claim(
    OPINION_TEXT,
    "Russia, China and India have been invited to the meeting that Washington offered.",
    "invited",
    kind=Kind.PARTICIPANTS,
    role="invite",
    subject=OFFERED.name,
    attribute="invite",
    value=Parties(
        (Party("country:RU", "Russia"), Party("country:CN", "China"), Party("country:IN", "India")),
        "Russia, China and India",
    ),
    scope=Scope(event=OFFERED.id, head="participation"),
)
NOT_INVITED: Final = make_claim(
    DIGEST_TEXT,
    "India was not invited to the conference",
    "invited",
    kind=Kind.POLARITY,
    role="invite",
    subject=MOSCOW.name,
    attribute="invite",
    value=Party("country:IN", "India"),
    scope=Scope(event=MOSCOW.id, head="participation"),
    polarity=Polarity.DENIED,
    certainty=Certainty.HEDGED,
    party="country:IN",
)
CLAIMS: Final = (OWN, BOUND, CITED, WIRE, INVITED, NOT_INVITED)
EVENTS: Final = (OFFERED, MOSCOW)


def _answer(question: str, *claims: Claim) -> Answer:
    first = claims[0]
    return Answer(
        id=fingerprint("answer", question, first.id),
        value=first.value,
        claims=tuple(claim.id for claim in claims),
        as_of=first.scope.as_of,
        certainty=first.certainty,
        polarity=first.polarity,
        speaker=first.head_speaker,
    )


def _question(text: str, kind: Kind, answers: tuple[Answer, ...], **fields: Any) -> Question:
    return Question(fingerprint("question", text), text, kind, answers, **fields)


TROOPS: Final = _question(
    "How many US troops are in Afghanistan?",
    Kind.QUANTITY,
    tuple(_answer("troops", *some) for some in ((OWN, WIRE), (BOUND,), (CITED,))),
    tally={"contradiction": 1, "compatible": 2, "agreement": 1, "not_comparable": 3},
    refusals={"one gives an amount, the other a party": 3},
)
OFFER_GUESTS: Final = _question(
    "Who was invited to the meeting that Washington offered?",
    Kind.PARTICIPANTS,
    (_answer("offer", INVITED),),
    events=(OFFERED.id,),
    tally={"different_scope": 1},
)
MOSCOW_GUESTS: Final = _question(
    "Who was invited to the Moscow conference?",
    Kind.PARTICIPANTS,
    (_answer("moscow", NOT_INVITED),),
    events=(MOSCOW.id,),
)
QUESTIONS: Final = (TROOPS, OFFER_GUESTS, MOSCOW_GUESTS)

CONTRADICTION: Final = Conflict(
    id=conflict_id(OWN.id, CITED.id),
    relation=Relation.CONTRADICTION,
    kind=Kind.QUANTITY,
    rule="quantity.disjoint",
    reason=(
        "Same group (US troops) and place (Afghanistan), both as of publication; the amounts "
        "exclude each other. Two speakers inside one article."
    ),
    rank=0.92,
    question=TROOPS.id,
    left=OWN.id,
    right=CITED.id,
    left_support=Support(3, 2),
)
LOOK_ALIKE: Final = Conflict(
    id=conflict_id(INVITED.id, NOT_INVITED.id),
    relation=Relation.DIFFERENT_SCOPE,
    kind=Kind.POLARITY,
    rule="scope.event",
    reason="two meetings: the meeting that Washington offered / the Moscow conference",
    rank=0.3,
    question=OFFER_GUESTS.id,
    left=INVITED.id,
    right=NOT_INVITED.id,
)
_INSIDE: Final = (CONTRADICTION.id, Relation.CONTRADICTION, Between.ONE_ARTICLE)
_APART: Final = (LOOK_ALIKE.id, Relation.DIFFERENT_SCOPE, Between.ARTICLES)
FLAGS: Final = (
    Flag(OWN.id, FlagWord.CONTRADICTED, *_INSIDE),
    Flag(OWN.id, FlagWord.AGREES),
    Flag(CITED.id, FlagWord.CONTRADICTED, *_INSIDE),
    Flag(WIRE.id, FlagWord.AGREES),
    Flag(INVITED.id, FlagWord.LOOK_ALIKE, *_APART),
    Flag(NOT_INVITED.id, FlagWord.LOOK_ALIKE, *_APART),
    Flag(BOUND.id, FlagWord.ONLY_SOURCE),
)
FINDINGS: Final = Findings(QUESTIONS, (CONTRADICTION, LOOK_ALIKE), FLAGS)


def store_story(session: Session) -> None:
    """Store the articles, their claims and what was found about them."""
    run_id = save_run(session, RUN)
    for article in ARTICLES:
        save_article(session, article, run_id, NOW)
    for text in (OPINION_TEXT, DIGEST_TEXT, AGENCY_TEXT):
        claims = [claim for claim in CLAIMS if claim.text_id == text.id]
        events = [event for event in EVENTS if event.text_id == text.id]
        keys = {claim.id: [claim.scope.head] for claim in claims}
        replace_claims(session, text.id, claims, events, keys, {}, run_id)
    save_findings(session, FINDINGS, FOUND_AT)
