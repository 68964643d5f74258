"""What is attached to a mail: documents are articles of their own, the rest is told and left alone.

A statement is often sent as a PDF file under a line of greeting. Only documents of one article are
read here; what holds many, or other mails, is for a person to save and add. Pictures in the text
and signatures are no attachments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from claims.errors import InputError, PassedOver
from claims.model import KnownBy
from claims.read.format.damage import show
from claims.read.format.draft import Draft, Fact, Part
from claims.read.format.fact import make_facts, merge_facts
from claims.read.format.material import Material
from claims.read.format.message import Mail, attached_parts, header
from claims.read.format.registry import find_format, read_drafts

MOST: Final = 50
"""How many attachments of a mail are looked at."""

_DOCUMENTS: Final = frozenset({"pdf", "docx", "odt", "rtf", "page", "plain"})
_LONGEST_NAME: Final = 100


def read_attachments(
    material: Material, message: Mail, reader: str, part: Part | None
) -> Iterator[Draft | InputError]:
    """Read the documents that are attached to a mail, in their order.

    Args:
        material: The file that the mail stands in.
        message: The mail.
        reader: Name and version of the reader of the mail; the document's comes behind it.
        part: Which part of the file the mail is; None where it is the whole.

    Returns:
        A draft for each document; an error for each that cannot be read, PassedOver for what is no
        document. Their names begin with that of the mail's part.
    """
    day = make_facts({"published": header(message, "Date")}, KnownBy.INFERRED)
    for number, (name, data, charset) in enumerate(attached_parts(message), start=1):
        called = f"attachment {show(name, _LONGEST_NAME)}"
        where = Part.of(f"{part.name}, {called}" if part else called, data)
        if number > MOST:
            yield PassedOver(f"{where.name}: more than {MOST} attachments; save it and add it")
            return
        yield from _read(material.part(name, data, charset=charset), reader, where, day)


def _read(
    attached: Material, reader: str, part: Part, day: dict[str, Fact]
) -> Iterator[Draft | InputError]:
    """Read an attachment that is a document."""
    form = find_format(attached)
    unknown = form.name == "plain" and attached.suffix not in form.suffixes
    if unknown or form.name not in _DOCUMENTS:
        what = "is no document" if unknown else f"is {form.called}"
        yield PassedOver(f"{part.name}: an attachment that {what}; save it to add it by itself")
        return
    try:
        for draft in read_drafts(attached, form):
            if isinstance(draft, InputError):
                raise draft
            known = merge_facts((draft.facts, day))
            yield replace(draft, reader=f"{reader} {draft.reader}", facts=known, part=part)
    except InputError as error:
        yield InputError(f"{part.name}: {error}")
