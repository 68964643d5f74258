"""Invented stories for the tests of measuring: articles, labels and reports made by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.model import Value
from claims.values.document import to_document
from tests.evaluation.conflicts import ConflictsDocument, ReportedClaim, ReportedConflict
from tests.evaluation.gold import Answer, Cluster, Gold
from tests.evaluation.passages import document_of
from tests.evaluation.stated import ClaimsDocument

Told = tuple[str, str]
"""A document's name and words that stand in it."""

HARBOUR = {
    "gazette": """---
title: "Boats burn in Velmora"
outlet: "Gazette"
---
Nine boats burned at the quay, and the ferry was late. The fire began on Monday.

Mayor Ilka Torv was abroad.
""",
    "courier": """---
title: "Harbour ablaze"
outlet: "Courier"
---
The flames took fourteen boats. They were seen at noon on Tuesday.

Some 58 or 59 people fled.
""",
    "tribune": """---
title: "After the fire"
outlet: "Tribune"
---
In all, 14 boats were destroyed, said Dr. Amsel. Between 58 and 59 people ran away.
""",
}

GAZETTE_BOATS = ("gazette", "Nine boats burned at the quay")
GAZETTE_FERRY = ("gazette", "the ferry was late")
COURIER_BOATS = ("courier", "fourteen boats")
COURIER_FLED = ("courier", "58 or 59 people")
TRIBUNE_BOATS = ("tribune", "14 boats were destroyed")
TRIBUNE_FLED = ("tribune", "58 and 59 people")


def story(
    folder: Path, *gold: Gold, articles: Mapping[str, str] = HARBOUR, name: str = "harbour"
) -> Cluster:
    """Write articles down as a cluster with labels."""
    for document, text in articles.items():
        (folder / f"{document}.txt").write_text(text, encoding="utf-8")
    return Cluster(name, tuple(sorted(folder.glob("*.txt"))), gold)


def question(
    relation: str,
    answers: Mapping[Told, object],
    *,
    kind: str = "quantity",
    name: str = "Q1",
    note: str = "",
) -> Gold:
    """Label a question: what each article says, and its value."""
    told = tuple(
        Answer(document, quote, value, None) for (document, quote), value in answers.items()
    )
    return Gold(name, "harbour", "?", kind, relation, told, note)


def report(
    left: Told, right: Told, relation: str = "contradiction", *, kind: str = "quantity"
) -> ReportedConflict:
    """Report two claims as the program would."""
    return {"relation": relation, "kind": kind, "left": claim(*left), "right": claim(*right)}


def claim(document: str, quote: str) -> ReportedClaim:
    """Quote an article as the program would."""
    return {"article": {"file": f"{document}.txt"}, "quote": quote}


def printed(conflicts: Sequence[ReportedConflict]) -> ConflictsDocument:
    """Print reports as the program would."""
    return {"schema": "claims/conflicts/1", "conflicts": conflicts}


def listed(*claims: Mapping[str, Any]) -> ClaimsDocument:
    """List claims as the program would."""
    return {"schema": "claims/claims/1", "claims": claims}


def stated(
    told: Told,
    value: Value,
    *,
    role: str = "count",
    anchor: str = "",
    denied: bool = False,
    article: str | None = None,
    published: str | None = None,
) -> dict[str, Any]:
    """Write a claim down as the program would.

    Args:
        told: Who says so, in which words.
        value: What the claim says.
        role: The predicate.
        anchor: The words that it rests on, all of the quote where none are given.
        denied: Whether it says that something is not so.
        article: The text of the article where it is none of the harbour.
        published: Its day.
    """
    document, quote = told
    body = document_of(HARBOUR[document] if article is None else article).body
    start = body.index(quote)
    rests = start + quote.index(anchor)
    return {
        "article": {"file": f"{document}.txt", "published": published},
        "kind": "quantity",
        "role": role,
        "attribute": role,
        "subject": "boats",
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "anchor": {"start": rests, "end": rests + len(anchor or quote)},
        "polarity": "denied" if denied else "affirmed",
        "certainty": "asserted",
        "speakers": [],
        "scope": {"head": "boat", "place": []},
        "as_of": {"from": None, "to": None},
        "value": to_document(value),
    }
