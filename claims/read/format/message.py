"""Messages in the form of mail: headers, and parts that may hold further parts.

Saved pages (MHTML) have the same form. Nothing is fetched, and attachments are left alone.
"""

from __future__ import annotations

import email.header
import email.parser
import email.policy
import email.utils
from collections.abc import Iterator
from email.message import Message
from typing import Final, TypeAlias

from claims.errors import InputError
from claims.read.format.damage import refusing

Mail: TypeAlias = "Message[str, str]"

LARGEST: Final = 32 * 1024 * 1024
"""The largest message that is read, in bytes."""

_MOST_PARTS: Final = 5_000
_LONGEST_HEAD: Final = 256 * 1024
_LONGEST_LINE: Final = 4_000
_REMEDY: Final = "save its text as .txt"


def parse_message(data: bytes) -> Mail:
    """Parse a message.

    Raises:
        InputError: It has more parts or headers than any mail, or is nested too deeply.
    """
    head = data[: _LONGEST_HEAD + 4].replace(b"\r\n", b"\n")
    if len(data) > _LONGEST_HEAD and b"\n\n" not in head:
        msg = f"its header is longer than {_LONGEST_HEAD // 1024} KB; {_REMEDY}"
        raise InputError(msg)
    if data.count(b"\n--") > _MOST_PARTS:
        msg = f"it has more than {_MOST_PARTS:,} parts; {_REMEDY}"
        raise InputError(msg)
    with refusing("a mail", _REMEDY):
        return email.parser.BytesParser(policy=email.policy.compat32).parsebytes(data)


def header(message: Mail, name: str) -> str | None:
    """Give a header's words, decoded; None where there is none or it cannot be read."""
    value = message.get(name)
    if value is None:
        return None
    try:
        decoded = email.header.decode_header(str(value)[:_LONGEST_LINE])
        return str(email.header.make_header(decoded))
    except (LookupError, ValueError, email.errors.MessageError):
        return None


def sender(message: Mail) -> str | None:
    """Give the name of the sender, without the mailbox."""
    name, mailbox = email.utils.parseaddr(header(message, "From") or "")
    return name if name and name != mailbox and "@" not in name else None


def shown_parts(message: Mail) -> Iterator[tuple[str, bytes, str | None, str | None]]:
    """Give the parts that a mail program shows, in order.

    Returns:
        For each: "text/html" or "text/plain", its bytes, the encoding and the address declared.

    Raises:
        InputError: It is nested too deeply, or a part is damaged.
    """
    with refusing("a mail", _REMEDY):
        parts = [part for part in message.walk() if _is_shown(part)]
    for part in parts:
        with refusing("a mail", _REMEDY):
            data = part.get_payload(decode=True)
            charset = part.get_content_charset()
            address = part.get("Content-Location")
        if isinstance(data, bytes) and data.strip():
            yield part.get_content_type(), data, charset, str(address) if address else None


def _is_shown(part: Mail) -> bool:
    shown = part.get_content_type() in {"text/html", "text/plain"}
    return shown and not part.is_multipart() and part.get_content_disposition() != "attachment"
