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


def read(material: Material) -> Iterator[Draft]:
    """Read a file that is one mail.

    Raises:
        InputError: It is damaged, or shows no text.
    """
    yield read_mail(material, material.read(LARGEST), None)


def read_mail(material: Material, data: bytes, part: Part | None) -> Draft:
    """Read a mail.

    Args:
        material: The file that it stands in.
        data: The bytes of the mail.
        part: Which part of the file it is; None where it is the whole.

    Raises:
        InputError: It is damaged, or shows no text.
    """
    message = parse_message(data)
    shown = list(shown_parts(message))
    failed: InputError | None = None
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
    raise failed or InputError("it shows no text; add what is attached to it by itself")


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
