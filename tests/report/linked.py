"""Reading JSON-LD as others do: with a processor, and contexts that lie beside the tests.

The contexts are excerpts in our own hand of the two that the documents name: each term that we
use, as they define it, and none else, so that a word that neither has is found out. Nothing is
fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pyld import jsonld

Node = dict[str, Any]

_FILES: Final = Path(__file__).parent / "contexts"
_CONTEXTS: Final = {
    "http://www.w3.org/ns/anno.jsonld": "annotation.jsonld",
    "https://schema.org": "schema.jsonld",
}
OA: Final = "http://www.w3.org/ns/oa#"
SCHEMA: Final = "http://schema.org/"
PROV: Final = "http://www.w3.org/ns/prov#"
OURS: Final = "urn:claimledger:term:"


def _load(address: str, _: Any) -> Node:
    return {
        "contextUrl": None,
        "documentUrl": address,
        "contentType": "application/ld+json",
        "document": context_of(address),
    }


def context_of(address: str) -> Node:
    """Give the context that an address names; no other address may be asked for."""
    document: Node = json.loads((_FILES / _CONTEXTS[address]).read_text("utf-8"))
    return document


_OPTIONS: Final[Any] = {"documentLoader": _load}


def items_of(text: str) -> list[Node]:
    """Give the items of a document as they read once every word is spelt out."""
    items: list[Node] = jsonld.expand(json.loads(text), _OPTIONS)
    return items


def facts_of(text: str) -> str:
    """Give all that a document says as sorted lines, a fact each."""
    options: Any = {**_OPTIONS, "algorithm": "URDNA2015", "format": "application/n-quads"}
    facts: str = jsonld.normalize(json.loads(text), options)
    return facts


def of_type(items: list[Node], *types: str) -> list[Node]:
    """Give the items that are of all of some types."""
    return [item for item in items if set(types) <= set(item.get("@type", ()))]


def ids(item: Node, name: str) -> list[str]:
    """Give what a field of an item points to."""
    return [one["@id"] for one in item.get(name, ())]


def words(item: Node, name: str) -> list[Any]:
    """Give what a field of an item says."""
    return [one["@value"] for one in item.get(name, ())]


def unknown_words(document: Node) -> Iterator[str]:
    """Give the fields and types that neither the context of their item nor ours defines."""
    for item in document["@graph"]:
        known = {*document["@context"], *context_of(item["@context"])["@context"]}
        yield from _unknown(item, known)


def _unknown(node: Any, known: set[str]) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _unknown(one, known)
    elif isinstance(node, dict) and "@value" not in node:
        types: Any = node.get("@type", node.get("type", []))
        used = [*node, *([types] if isinstance(types, str) else types)]
        yield from (name for name in used if _bare(name) not in known)
        for name, value in node.items():
            if name not in ("answer", "counts", "filters", "support"):
                yield from _unknown(value, known)


def _bare(name: str) -> str:
    """Give the term, or the prefix of a word that has one; keywords are always known."""
    return "id" if name.startswith("@") else name.partition(":")[0]
