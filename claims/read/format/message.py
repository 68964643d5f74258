"""Messages in the form of mail: headers, and parts that may hold further parts.

Saved pages (MHTML) have the same form. Nothing is fetched, and what parts hold is not looked at.
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

_SIGNATURES: Final = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
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
    return None if value is None else _decoded(str(value))


def _decoded(words: str) -> str | None:
    """Decode the code words that letters beyond ASCII are written in; None where they are none."""
    try:
        decoded = email.header.decode_header(words[:_LONGEST_LINE])
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


def attached_parts(message: Mail) -> Iterator[tuple[str, bytes, str | None]]:
    """Give the files that are attached to a mail, in order; pictures in its text are none.

    Returns:
        For each: its file name as the mail has it, its bytes, and the encoding declared.

    Raises:
        InputError: It is nested too deeply, or a part is damaged.
    """
    with refusing("a mail", _REMEDY):
        parts = [part for part in message.walk() if _is_attached(part)]
    for part in parts:
        with refusing("a mail", _REMEDY):
            name = part.get_filename() or "without a name"
            data = part.get_payload(decode=True)
            charset = part.get_content_charset()
        if isinstance(data, bytes) and data:
            yield _decoded(name) or name, data, charset


def _is_attached(part: Mail) -> bool:
    if part.is_multipart() or part.get_content_type() in _SIGNATURES:
        return False
    named = part.get_filename() is not None and part.get_content_maintype() not in {"text", "image"}
    return named or part.get_content_disposition() == "attachment"


def _is_shown(part: Mail) -> bool:
    shown = part.get_content_type() in {"text/html", "text/plain"}
    return shown and not part.is_multipart() and part.get_content_disposition() != "attachment"
