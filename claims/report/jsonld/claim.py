"""Claims and questions, as schema.org has words for them. No rating, no accepted answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from claims.model import Rendition, Target
from claims.report.byline import speaker_words
from claims.report.correction import mark_words
from claims.report.jsonld.article import wording
from claims.report.jsonld.iri import name_of, name_of_person, name_of_run
from claims.report.jsonld.vocabulary import SCHEMA_ORG, Node, filled
from claims.report.when import is_of_publication
from claims.report.wording import answer_words, statement_words
from claims.values.days import Days
from claims.values.document import to_document

if TYPE_CHECKING:
    from claims.model import AsOf, Claim, Run, Speaker
    from claims.report.view import Entry, Publication, Row, Sheet

_TIME: Final = "temporalCoverage"
_PERSON: Final = "person:"
_BODIES: Final = ("country:", "outlet:", "party:", "place:")


def claim_node(entry: Entry, run: Run | None) -> Node:
    """Write a claim with the articles it appears in and how it came to be.

    The words of a digest or translation were not quoted from it: those are derived.
    """
    claim = entry.claim
    printed = [{"@id": name_of(Target.ARTICLE, one.id)} for one in entry.articles]
    verbatim = entry.article.rendition is Rendition.VERBATIM
    return filled(
        {
            **bare_claim(entry),
            "@context": SCHEMA_ORG,
            "@type": ["Claim", "prov:Entity"],
            "appearance": printed,
            "claims:wording": wording(entry.article),
            "claims:kind": claim.kind.value,
            "claims:polarity": claim.polarity.value,
            "claims:certainty": claim.certainty.value,
            "claims:about": claim.subject,
            "answer": to_document(claim.value),
            "speakers": [link.name for link in claim.speakers],
            "claims:whoSaysSo": speaker_words(entry),
            _field_of_time(claim.scope.as_of): _edtf(claim.scope.as_of),
            "claims:asOfKnownBy": claim.scope.as_of.known_by,
            "claims:byPeople": mark_words(claim),
            "claims:status": entry.status,
            "prov:wasQuotedFrom" if verbatim else "prov:wasDerivedFrom": printed,
            "prov:wasGeneratedBy": {"@id": name_of_run(run)} if run else None,
            "prov:wasAttributedTo": [{"@id": name_of_person(name)} for name in claim.signed],
        }
    )


def bare_claim(entry: Entry) -> Node:
    """Write of a claim what schema.org alone has words for: what is said, and by whom."""
    claim = entry.claim
    return filled(
        {
            "@id": name_of(Target.CLAIM, claim.id),
            "@type": "Claim",
            "name": statement_words(claim),
            "text": claim.quote,
            "inLanguage": entry.article.language,
            "author": _claimants(claim, entry.article),
        }
    )


def _claimants(claim: Claim, article: Publication) -> list[Node]:
    """Name who the article says says so: the outermost of the chain, else its authors."""
    if claim.speakers:
        return [_speaker(claim.speakers[0])]
    if article.authors:
        return [{"@type": "Person", "name": name} for name in article.authors]
    return [{"@type": "Organization", "name": article.outlet}] if article.outlet else []


def _speaker(link: Speaker) -> Node:
    """Write a speaker; of "US officials" nobody knows whether it is a person, nor of several."""
    if len(link.keys) > 1:
        return {"name": link.name}
    sort = "Organization" if link.key.startswith(_BODIES) else None
    return filled(
        {
            "@type": "Person" if link.key.startswith(_PERSON) else sort,
            "name": link.name,
        }
    )


def _field_of_time(as_of: AsOf) -> str:
    """Name the field of the time a claim is about: one of our own where it is only inferred."""
    return f"claims:{_TIME}Inferred" if is_of_publication(as_of) else _TIME


def _edtf(as_of: AsOf) -> str:
    days = Days(_day(as_of.earliest), _day(as_of.latest))
    return days.edtf() if days.resolved else ""


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def question_node(sheet: Sheet) -> Node:
    """Write a question with every answer that is given to it."""
    question = sheet.question
    return {
        "@context": SCHEMA_ORG,
        "@id": name_of(Target.QUESTION, question.id),
        "@type": ["Question", "prov:Entity"],
        "name": question.text,
        "answerCount": len(sheet.rows),
        "claims:kind": question.kind.value,
        "claims:status": sheet.status,
        "suggestedAnswer": [_answer(row) for row in sheet.rows],
    }


def _answer(row: Row) -> Node:
    return {
        "@type": "Answer",
        "text": answer_words(row.first.claim),
        "support": {"articles": row.support.articles, "origins_at_most": row.origins},
        "prov:wasDerivedFrom": [
            {"@id": name_of(Target.CLAIM, entry.claim.id)} for entry in row.entries
        ],
    }
