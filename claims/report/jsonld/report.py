"""The whole document, item by item.

What could close a `<script>` or CDATA section stands as an escape, so that the document may be put
into a page as it is; whoever reads it as JSON gets the very same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.report.closing import WARNING
from claims.report.document import counts_document
from claims.report.in_turn import in_turn
from claims.report.jsonld.agent import agent_nodes
from claims.report.jsonld.annotation import conflict_node, word_node
from claims.report.jsonld.article import article_node
from claims.report.jsonld.claim import claim_node, question_node
from claims.report.jsonld.iri import name_of_program
from claims.report.jsonld.review import review_nodes
from claims.report.jsonld.vocabulary import OFFSETS, SCHEMA_ORG, TERMS, Node, filled
from claims.report.told import told_articles, told_cases, told_claims, told_sheets, told_words

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Dossier

_ESCAPED: Final = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&"})


def render_jsonld(dossier: Dossier, imprint: Imprint) -> Iterator[str]:
    """Render the report, item by item.

    Args:
        dossier: Everything it tells of, with its provenance.
        imprint: Its title, and when and by which version it was made.
    """
    items = _nodes(dossier, imprint)
    for piece in in_turn({"@context": TERMS}, {"@graph": items}):
        yield piece.translate(_ESCAPED)


def _nodes(dossier: Dossier, imprint: Imprint) -> Iterator[Node]:
    made = dossier.provenance
    listed = {entry.article.id: entry for entry in dossier.articles}
    yield _report(dossier, imprint)
    for case in told_cases(dossier):
        yield conflict_node(case, made.surroundings, imprint.version)
    for word, outdated in told_words(dossier).values():
        yield word_node(word, outdated=outdated)
    yield from review_nodes(dossier)
    for sheet in told_sheets(dossier):
        yield question_node(sheet)
    for id_, entry in told_claims(dossier).items():
        yield claim_node(entry, made.claims.get(id_))
    for id_, article in told_articles(dossier).items():
        yield article_node(article, listed.get(id_), made.articles.get(id_))
    yield from agent_nodes(dossier, imprint.version)


def _report(dossier: Dossier, imprint: Imprint) -> Node:
    return filled(
        {
            "@context": SCHEMA_ORG,
            "@type": ["Report", "prov:Entity"],
            "name": imprint.title,
            "dateCreated": imprint.day,
            "prov:wasAttributedTo": {"@id": name_of_program(imprint.version)},
            "filters": dict(dossier.filters),
            "counts": counts_document(dossier.docket.sums),
            "claims:offsets": OFFSETS,
            "claims:limits": f"{WARNING}.",
            "claims:internalWordsLeftOut": dossier.hidden_words,
            "claims:internalWordsTold": True if dossier.hidden_words is None else None,
        }
    )
