"""One mail: a newsletter, a statement sent to the press, an article sent on.

The page that a mail program would show is read as a page, else the plain text. Subject and date of
the header are the mail's own; where it passes on what somebody else wrote, they are believed only
where the text says nothing. The sender counts as the author in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.decode import decode
from claims.read.format.attachment import read_attachments
from claims.read.format.draft import Draft, Fact, Part
from claims.read.format.fact import make_facts, merge_facts
from claims.read.format.material import Material
from claims.read.format.message import (
    LARGEST,
    Mail,
    header,
    parse_message,
    sender,
    shown_parts,
)
from claims.read.format.within import read_page

VERSION: Final = "1"
_PASSED_ON: Final = re.compile(
    r"^-{2,} ?(?:Forwarded|Original) message|^Begin forwarded message:",
    re.IGNORECASE | re.MULTILINE,
)
_PREFIX: Final = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_LOOK: Final = 20_000


def read(material: Material) -> Iterator[Draft | InputError]:
    """Read a file that is one mail, and the documents attached to it.

    Raises:
        InputError: It is damaged, or holds no text.
    """
    yield from read_mail(material, material.read(LARGEST), None)


def read_mail(material: Material, data: bytes, part: Part | None) -> Iterator[Draft | InputError]:
    """Read a mail, and the documents attached to it.

    Args:
        material: The file that it stands in.
        data: The bytes of the mail.
        part: Which part of the file it is; None where it is the whole.

    Raises:
        InputError: It is damaged, or holds no text.
    """
    message = parse_message(data)
    shown = _read_shown(material, message, part)
    if isinstance(shown, Draft):
        yield shown
    found = 0
    for attached in read_attachments(material, message, f"mail/{VERSION}", part):
        found += isinstance(attached, Draft)
        yield attached
    if isinstance(shown, InputError) and not found:
        raise shown


def _read_shown(material: Material, message: Mail, part: Part | None) -> Draft | InputError:
    """Read what a mail program shows, or say why that is nothing."""
    failed: InputError | None = None
    shown = list(shown_parts(message))
    for kind, content, charset, _ in sorted(shown, key=lambda one: one[0] != "text/html"):
        try:
            if kind == "text/html":
                page = material.part("mail.html", content, charset=charset)
                return read_page(page, f"mail/{VERSION}", _facts(message, content), part)
            body, encoding = decode(content, charset)
        except InputError as error:
            failed = failed or error
            continue
        facts = _facts(message, content)
        return Draft(body, f"mail/{VERSION}", facts, encoding, part)
    return failed or InputError("it shows no text; add what is attached to it by itself")


def _facts(message: Mail, content: bytes) -> dict[str, Fact]:
    """Give what the header says of the article."""
    subject = header(message, "Subject") or ""
    title = _PREFIX.sub("", subject, count=1)
    passed_on = title != subject or _PASSED_ON.search(content[:_LOOK].decode("latin-1"))
    stated = {
        "title": title,
        "published": header(message, "Date"),
        "address": (header(message, "Archived-At") or "").strip("<> "),
    }
    how = KnownBy.INFERRED if passed_on else KnownBy.FRONT_MATTER
    author = make_facts({"authors": [sender(message)]}, KnownBy.INFERRED)
    return merge_facts((make_facts(stated, how), {} if passed_on else author))
