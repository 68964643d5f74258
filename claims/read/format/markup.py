"""Paragraphs of text out of XML, element by element, without a tree in memory.

Entities that a file declares are refused, and nothing outside of it is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from claims.errors import InputError

_DEEPEST: Final = 10_000


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which elements mean what, by their names without namespace.

    Args:
        blocks: Those that are paragraphs, or part them.
        words: Those whose characters count; empty where all do.
        marks: What stands for an element: a tab, a line's end.
        skipped: Those that are left out with all that is in them.
        rows: Rows of a table; the paragraphs in one become one, with tabs between them.
        hider: What hides the run that it stands in; empty where nothing does.
        run: What such a run is called.
        folds: Whether white space runs together, as on pages.
    """

    blocks: frozenset[str]
    words: frozenset[str] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    hider: str = ""
    run: str = ""
    folds: bool = False


class _Paragraphs:
    """Collects paragraphs while a parser walks through a document."""

    def __init__(self, grammar: Grammar) -> None:
        self.found: list[str] = []
        self._grammar = grammar
        self._path: list[str] = []
        self._buffer: list[str] = []
        self._skipping = 0
        self._hidden = False
        self._cells: list[str] | None = None
        self._row_depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _local(tag)
        self._path.append(name)
        _refuse_deep(len(self._path))
        grammar = self._grammar
        if self._skipping or name in grammar.skipped:
            self._skipping += 1
            return
        if name in grammar.blocks or name in grammar.rows:
            self._flush()
        if name in grammar.rows and self._cells is None:
            self._cells, self._row_depth = [], len(self._path)
        if name == grammar.hider:
            self._hidden = not {"0", "false", "off"} & set(attributes.values())
        if name in grammar.marks and not self._hidden:
            self._buffer.append(grammar.marks[name] * _count(attributes))

    def data(self, text: str) -> None:
        words = self._grammar.words
        hidden = self._skipping or self._hidden
        if not hidden and (not words or (self._path and self._path[-1] in words)):
            self._buffer.append(text)

    def end(self, tag: str) -> None:
        depth = len(self._path)
        self._path.pop()
        if self._skipping:
            self._skipping -= 1
            return
        name = _local(tag)
        if name == self._grammar.run:
            self._hidden = False
        if name in self._grammar.blocks or name in self._grammar.rows:
            self._flush()
        if name in self._grammar.rows and self._cells is not None and depth == self._row_depth:
            self._add("\t".join(self._cells))
            self._cells = None

    def close(self) -> list[str]:
        self._flush()
        return self.found

    def _flush(self) -> None:
        text = "".join(self._buffer)
        self._buffer.clear()
        text = " ".join(text.split()) if self._grammar.folds else text.strip()
        if not text:
            return
        if self._cells is not None:
            self._cells.append(" ".join(text.split()))
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        if text.strip():
            self.found.append(text)


class _Words:
    """Collects the words of chosen elements, by name."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.found: dict[str, list[str]] = {}
        self._wanted = wanted
        self._name = ""
        self._parts: list[str] = []

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self._name, self._parts = _local(tag), []

    def data(self, text: str) -> None:
        if self._name in self._wanted:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        if _local(tag) == self._name and self._name in self._wanted and self._parts:
            self.found.setdefault(self._name, []).append("".join(self._parts).strip())
        self._name = ""

    def close(self) -> dict[str, list[str]]:
        return self.found


class _Elements:
    """Collects the attributes of chosen elements, in order."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.found: list[tuple[str, dict[str, str]]] = []
        self._wanted = wanted
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        _refuse_deep(self._depth)
        if _local(tag) in self._wanted:
            named = {_local(name): value for name, value in attributes.items()}
            self.found.append((_local(tag), named))

    def data(self, _text: str) -> None:
        pass

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def close(self) -> list[tuple[str, dict[str, str]]]:
        return self.found


def read_paragraphs(chunks: Iterable[bytes], grammar: Grammar) -> list[str]:
    """Read the paragraphs of a document, in its order.

    Raises:
        InputError: It is no XML, declares entities, or is nested too deeply.
    """
    target = _Paragraphs(grammar)
    parse_xml(chunks, target)
    return target.found


def read_words(chunks: Iterable[bytes], names: Iterable[str]) -> dict[str, list[str]]:
    """Read the words of elements of some names, by name.

    Raises:
        InputError: As for read_paragraphs.
    """
    target = _Words(frozenset(names))
    parse_xml(chunks, target)
    return target.found


def read_elements(
    chunks: Iterable[bytes], names: Iterable[str]
) -> list[tuple[str, dict[str, str]]]:
    """Read the names and attributes of elements of some names, in their order.

    Raises:
        InputError: As for read_paragraphs.
    """
    target = _Elements(frozenset(names))
    parse_xml(chunks, target)
    return target.found


def parse_xml(chunks: Iterable[bytes], target: object) -> None:
    """Let a target follow a parser through a document: its start, data, end and close are called.

    Raises:
        InputError: It is no XML, or declares entities.
    """
    parser = DefusedXMLParser(target=target, forbid_entities=True)
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except DefusedXmlException:
        msg = "its XML declares entities, which documents do not need; save its text as .txt"
        raise InputError(msg) from None
    except (ParseError, ValueError, LookupError) as error:
        why = " ".join(str(error).split())[:100]
        msg = f"its XML is damaged ({why}); save it again, or its text as .txt"
        raise InputError(msg) from None


def _refuse_deep(depth: int) -> None:
    if depth > _DEEPEST:
        msg = f"its elements are nested more than {_DEEPEST:,} deep; save its text as .txt"
        raise InputError(msg)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _count(attributes: Mapping[str, str]) -> int:
    """Say how often a mark stands: a run of spaces has its length as an attribute."""
    stated = next((value for name, value in attributes.items() if _local(name) == "c"), "1")
    return min(int(stated), 100) if stated.isdecimal() and len(stated) < 4 else 1
