"""A report with what it rests on, in one archive that anybody can check.

The same database and order give the same bytes: no clock, no user and no name from outside goes
into the archive. A piece of the report, or a text, is in memory beside what the report tells of.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Final

import db
from claims.errors import Unreachable
from claims.report.bundle import (
    README,
    SUMS,
    TEXT_SUMS,
    Parcel,
    readme,
    sums_file,
    text_name,
    texts_of,
)
from claims.service.report import Order, prepare
from claims.service.sealed import seal

if TYPE_CHECKING:
    from claims.model import Filter

_BORN: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16
_UNIX: Final = 3


def write_bundle(
    stream: IO[bytes], database: db.Database, narrow: Filter, order: Order, *, with_texts: bool
) -> None:
    """Write a report, the texts it rests on or their hashes, and the checksums of all.

    Args:
        stream: Where to; it must be one that can be gone back in.
        with_texts: Whether the texts themselves belong to it.

    Raises:
        InputError: The date is none.
        Unreachable: A text in the database is not the one that was stored.
        OSError: The stream cannot be written.
    """
    dossier, imprint = prepare(database, narrow, order)
    parcel = Parcel(f"report.{order.form}", with_texts)
    sums: dict[str, str] = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        words = readme(dossier, imprint, parcel)
        sums[README] = _add(archive, README, [words.encode()])
        report = seal(dossier, imprint, narrow, order)
        sums[parcel.report] = _add(archive, parcel.report, report)
        texts = texts_of(dossier)
        if with_texts:
            for text_id, body in _bodies(database, texts):
                sums[text_name(text_id)] = _add(archive, text_name(text_id), [body.encode()])
        else:
            listed = sums_file({text_name(text_id): text_id for text_id in texts})
            sums[TEXT_SUMS] = _add(archive, TEXT_SUMS, [listed.encode()])
        _add(archive, SUMS, [sums_file(sums).encode()])


def _bodies(database: db.Database, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    with database.read() as session:
        for id_ in ids:
            text = db.get_text(session, id_)
            if text.id != id_:
                msg = f"the text {id_[:8]} was changed; see: claims verify {database.url}"
                raise Unreachable(msg)
            yield id_, text.body


def _add(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> str:
    """Add a file to an archive, piece by piece, and give its SHA-256."""
    entry = zipfile.ZipInfo(name, _BORN)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    checksum = hashlib.sha256()
    with archive.open(entry, "w") as file:
        for piece in pieces:
            checksum.update(piece)
            file.write(piece)
    return checksum.hexdigest()
