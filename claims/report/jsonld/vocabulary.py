"""The contexts that items name, and the words that are our own."""

from __future__ import annotations

from typing import Any, Final

Node = dict[str, Any]

ANNOTATION: Final = "http://www.w3.org/ns/anno.jsonld"
SCHEMA_ORG: Final = "https://schema.org"

TERMS: Final[Node] = {
    "claims": "urn:claimledger:term:",
    "prov": "http://www.w3.org/ns/prov#",
    "answer": {"@id": "claims:answer", "@type": "@json"},
    "counts": {"@id": "claims:counts", "@type": "@json"},
    "filters": {"@id": "claims:filters", "@type": "@json"},
    "speakers": {"@id": "claims:speakers", "@container": "@list"},
    "support": {"@id": "claims:support", "@type": "@json"},
}
"""What every item of a document may say beside the words of its own context."""

UNIT: Final = "code point"
OFFSETS: Final = (
    "start and end of a TextPositionSelector count Unicode code points from 0, end excluded, in "
    "the text that state.cached names by the SHA-256 of its UTF-8 form"
)


def filled(node: Node) -> Node:
    """Leave out what is not known: fields that are None, empty words or empty lists."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
