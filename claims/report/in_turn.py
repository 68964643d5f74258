"""JSON documents with long lists, written item by item: one item is held at a time.

What could steer a terminal or turn the direction of writing is written as an escape, so that a
document may be looked at; whoever reads it as JSON gets the very same words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent
from typing import Any, Final

Document = Mapping[str, Any]

_STEERING: Final = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_json(document: Document, *, is_ascii: bool = False) -> str:
    """Write a document as JSON.

    Args:
        document: What to write.
        is_ascii: Whether every other letter than those of ASCII is written as an escape.
    """
    text = json.dumps(document, ensure_ascii=is_ascii, indent=2)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def in_turn(
    head: Document, lists: Mapping[str, Iterable[Document]], *, is_ascii: bool = False
) -> Iterator[str]:
    """Write a document whose last fields are lists, as `to_json` would, piece by piece.

    Args:
        head: The other fields; at least one.
        lists: The lists by their names, in order.
        is_ascii: As for `to_json`.
    """
    yield to_json(head, is_ascii=is_ascii)[: -len("\n}")]
    for name, items in lists.items():
        yield f',\n  "{name}": ['
        mark = ""
        for item in items:
            yield f"{mark}\n{indent(to_json(item, is_ascii=is_ascii), '    ')}"
            mark = ","
        yield "\n  ]" if mark else "]"
    yield "\n}\n"
