"""Texts, articles and their sources as rows and back."""

import struct
from collections.abc import Collection, Mapping
from datetime import datetime

from claims.model import Article, Genre, KnownBy, Rendition, Sketch, Source, Text
from db.day import parse_partial
from db.row.base import Record, Stored, fold


def text_to(text: Text, run_id: int, at: datetime) -> Record:
    """Write a text."""
    return {
        "id": text.id,
        "body": text.body,
        "characters": len(text.body),
        "added_at": at,
        "run_id": run_id,
    }


def sketch_to(text_id: str, sketch: Sketch) -> Record:
    """Write the wording of a text."""
    return {
        "text_id": text_id,
        "runs": sketch.runs,
        "shingles": _pack(sketch.shingles),
        "passages": _pack(sketch.passages),
        "agencies": sorted(sketch.agencies),
    }


def sketch_from(row: Stored) -> Sketch:
    """Read the wording of a text."""
    return Sketch(row.runs, _unpack(row.shingles), _unpack(row.passages), frozenset(row.agencies))


def _pack(hashes: Collection[int]) -> bytes:
    return struct.pack(f">{len(hashes)}Q", *sorted(hashes))


def _unpack(packed: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f">{len(packed) // 8}Q", packed))


def article_to(article: Article, outlet_id: int | None) -> Record:
    """Write an article, its text and its source apart."""
    bounds = parse_partial(article.published) if article.published else (None, None)
    return {
        "id": article.id,
        "text_id": article.text.id,
        "title": article.title,
        "authors": list(article.authors),
        "folded_title": fold(article.title or ""),
        "folded_authors": fold("\n".join(article.authors)),
        "outlet_id": outlet_id,
        "genre": article.genre.value,
        "published": article.published,
        "published_from": bounds[0],
        "published_to": bounds[1],
        "address": article.address,
        "file": article.file,
        "language": article.language,
        "rendition": article.rendition.value,
        "known_by": {name: known.value for name, known in article.known_by.items()},
    }


def source_to(article_id: str, source: Source) -> Record:
    """Write the bytes an article came from."""
    return {
        "article_id": article_id,
        "file": source.file,
        "sha256": source.sha256,
        "size": source.size,
        "reader": source.reader,
        "encoding": source.encoding,
        "remarks": dict(source.remarks) or None,
    }


def article_from(row: Stored, text: Text) -> Article:
    """Read an article from a row that holds its outlet and source too."""
    return Article(
        text=text,
        title=row.title,
        authors=tuple(row.authors),
        outlet=row.outlet,
        genre=Genre(row.genre),
        published=row.published,
        address=row.address,
        file=row.file,
        language=row.language,
        rendition=Rendition(row.rendition),
        known_by=known_by_from(row.known_by),
        source=source_from(row),
    )


def source_from(row: Stored) -> Source | None:
    """Read the source of an article from a row that holds it too; None for one made by hand."""
    if row.source_sha256 is None:
        return None
    return Source(
        row.source_file,
        row.source_sha256,
        row.source_size,
        row.reader,
        row.encoding,
        row.remarks or {},
    )


def known_by_from(document: Mapping[str, str]) -> dict[str, KnownBy]:
    """Read how each field is known."""
    return {name: KnownBy(known) for name, known in document.items()}
