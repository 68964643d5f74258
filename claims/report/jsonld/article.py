"""Articles and their texts, as schema.org has words for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.model import Genre, Rendition, Target
from claims.report.address import web_address
from claims.report.jsonld.iri import name_of, name_of_run, name_of_text
from claims.report.jsonld.vocabulary import SCHEMA_ORG, Node, filled
from claims.report.publication_day import inferred_day, known_day

if TYPE_CHECKING:
    from claims.model import Run
    from claims.report.view import ArticleEntry, Publication

_TYPES: Final = {
    Genre.NEWS: "NewsArticle",
    Genre.AGENCY: "NewsArticle",
    Genre.OPINION: "OpinionNewsArticle",
    Genre.EDITORIAL: "OpinionNewsArticle",
}


def article_node(article: Publication, entry: ArticleEntry | None, run: Run | None) -> Node:
    """Write an article.

    Args:
        article: The article.
        entry: What its listing tells of it; None where the filter leaves it out.
        run: The run that read it, where known.
    """
    return filled(
        {
            "@context": SCHEMA_ORG,
            "@id": name_of(Target.ARTICLE, article.id),
            "@type": [_TYPES.get(article.genre, "Article"), "prov:Entity"],
            "headline": article.title,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": {"@type": "Organization", "name": article.outlet}
            if article.outlet
            else None,
            "genre": article.genre.value,
            "inLanguage": article.language,
            "datePublished": known_day(article),
            "claims:datePublishedInferred": inferred_day(article),
            "claims:publishedKnownBy": article.published_known_by.value,
            "url": web_address(article.address),
            "identifier": _identifiers(article),
            "claims:wording": wording(article),
            "claims:status": entry.status if entry else None,
            "encoding": _text_node(article, entry, run),
        }
    )


def wording(article: Publication) -> str:
    """Say whose the words of its quotes are: "verbatim", or a digest's: not the outlet's own."""
    if article.rendition is Rendition.VERBATIM:
        return article.rendition.value
    return f"{article.rendition.value}, not the outlet's own words"


def _identifiers(article: Publication) -> list[Node]:
    named = {"file": article.file, "address": article.address}
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in named.items()
        if value
    ]


def _text_node(article: Publication, entry: ArticleEntry | None, run: Run | None) -> Node:
    """Write the stored copy: which text it is, of which bytes, and how it came here."""
    added = entry.added_at.isoformat() if entry else None
    return filled(
        {
            "@id": name_of_text(article.text_id),
            "@type": ["MediaObject", "prov:Entity"],
            "encodingFormat": "text/plain; charset=utf-8",
            "sha256": article.text_id,
            "claims:fileSha256": entry.sha256 if entry else None,
            "claims:characters": entry.characters if entry else None,
            "prov:generatedAtTime": _instant(added),
            "prov:wasDerivedFrom": {"@id": name_of(Target.ARTICLE, article.id)},
            "prov:wasGeneratedBy": {"@id": name_of_run(run)} if run else None,
        }
    )


def _instant(words: str | None) -> Node | None:
    return (
        {"@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": words} if words else None
    )
