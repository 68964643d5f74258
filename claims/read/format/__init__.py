"""What a file may be, and its readers: one file a format, behind one registry.

A reader is a module with `VERSION` and `read(material)`, which gives a Draft for each article it
finds. It is imported when a file asks for it. A reader stores nothing, fetches nothing, runs
nothing that a file holds and writes no file.
"""

from claims.read.format.draft import Draft, Fact, Link, Part
from claims.read.format.fact import make_facts, merge_facts
from claims.read.format.material import SIZE_LIMIT, Material
from claims.read.format.registry import (
    FORMATS,
    SUFFIXES,
    Format,
    find_format,
    get_format,
    read_drafts,
    read_links,
)

__all__ = [
    "FORMATS",
    "SIZE_LIMIT",
    "SUFFIXES",
    "Draft",
    "Fact",
    "Format",
    "Link",
    "Material",
    "Part",
    "find_format",
    "get_format",
    "make_facts",
    "merge_facts",
    "read_drafts",
    "read_links",
]
