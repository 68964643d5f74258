"""The claims of a cluster as the program lists them: ``claims list --json``.

Refuses to judge them; where the sentence of a claim lies is taken from its offsets, and from its
words where the offsets do not hold them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from claims.errors import InputError
from claims.model import Claim, Value
from claims.values.document import from_document
from claims.values.party import Party
from tests.evaluation.errors import MalformedDocument
from tests.evaluation.gold import document_name
from tests.evaluation.passages import Document, Span, locate

SCHEMA: Final = "claims/claims/1"

ClaimsDocument = Mapping[str, Any]
"""What ``claims list --json`` prints."""

_NO_PREDICATES: Final = frozenset({"svo", "object", "on", "in", "why"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim that the program found.

    Args:
        document: The article that makes it.
        place: Where its quote stands in the body of the article.
        anchor: Where the amount, date or predicate itself stands.
        anchor_words: The words there.
        predicates: The words of its role and attribute.
        denied: Whether it says that something is not so.
        value: The answer.
        published: The day of publication as the program knows it, None where it does not.
        sentences: The numbers of the sentences that its quote touches.
        printed: All that the program prints of it.
    """

    document: str
    place: Span
    anchor: Span
    kind: str
    role: str
    predicates: frozenset[str]
    denied: bool
    value: Value
    published: str | None
    sentences: frozenset[int]
    anchor_words: str = ""
    printed: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def party(self) -> str:
        """The key of the one party it is about; empty where it is about none or several."""
        return self.value.key if isinstance(self.value, Party) else ""


def read_claims(document: ClaimsDocument, documents: Mapping[str, Document]) -> list[Stated]:
    """Read what the program printed, in its order.

    Args:
        document: What the program printed.
        documents: The articles that it read, by name.

    Raises:
        MalformedDocument: Another schema, or a claim without what the schema promises.
    """
    if document.get("schema", SCHEMA) != SCHEMA:
        message = f"schema {document.get('schema')!r} instead of {SCHEMA!r}"
        raise MalformedDocument(message)
    try:
        return list(_all(document["claims"], documents))
    except (KeyError, TypeError, ValueError, InputError) as problem:
        message = f"not a claims document: {problem!r}"
        raise MalformedDocument(message) from problem


def stated_claim(
    name: str, published: str | None, claim: Claim, documents: Mapping[str, Document]
) -> Stated:
    """Make one of a claim that is at hand, as ``read_claims`` makes it of what is printed.

    Args:
        name: Of its document.
        published: The day of publication.
        claim: The claim.
        documents: The articles, by name.
    """
    place = (claim.span.start, claim.span.end)
    anchor = (claim.anchor.start, claim.anchor.end)
    return Stated(
        document=name,
        place=place,
        anchor=anchor,
        kind=claim.kind,
        role=claim.role,
        predicates=_predicates(f"{claim.role} {claim.attribute}"),
        denied=claim.polarity == "denied",
        value=claim.value,
        published=published,
        sentences=documents[name].sentences_at(place),
        anchor_words=documents[name].body[slice(*anchor)],
    )


def _all(claims: Any, documents: Mapping[str, Document]) -> Iterator[Stated]:
    for claim in claims:
        yield _stated(claim, documents)


def _stated(claim: Mapping[str, Any], documents: Mapping[str, Document]) -> Stated:
    name = document_name(claim["article"]["file"])
    anchor = (claim["anchor"]["start"], claim["anchor"]["end"])
    body = documents[name].body if name in documents else ""
    return Stated(
        document=name,
        place=(claim["start"], claim["end"]),
        anchor=anchor,
        kind=claim["kind"],
        role=claim["role"],
        predicates=_predicates(f"{claim['role']} {claim['attribute']}"),
        denied=claim["polarity"] == "denied",
        value=from_document(claim["value"]),
        published=claim["article"]["published"],
        sentences=_sentences(claim, name, documents),
        anchor_words=body[slice(*anchor)],
        printed=claim,
    )


def _sentences(
    claim: Mapping[str, Any], name: str, documents: Mapping[str, Document]
) -> frozenset[int]:
    place = (claim["start"], claim["end"])
    document = documents.get(name)
    if document is not None and document.body[slice(*place)] == claim["quote"]:
        return document.sentences_at(place)
    return locate(documents, name, claim["quote"]).sentences


def _predicates(role: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", role.casefold())) - _NO_PREDICATES
