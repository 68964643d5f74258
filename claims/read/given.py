"""What the person adding an article says about it: the surest source of metadata."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.read.printed_date import is_partial_date

if TYPE_CHECKING:
    from claims.model import Genre, Rendition


@dataclass(frozen=True, slots=True)
class Given:
    """Metadata given by options; None and the empty tuple where nothing was given.

    Args:
        published: The day as printed: 2017, 2017-04 or 2021-04-05.
        authors: Names in the order they are to be shown.

    Raises:
        InputError: An empty value, one that no database keeps, or a date in another form.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    genre: Genre | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None
    rendition: Rendition | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            for text in value if isinstance(value, tuple) else (value,):
                if text is not None:
                    check_words(field.name, text)
        if self.published is not None and not is_partial_date(self.published):
            msg = f"published {self.published!r} is no date; write 2021-04-05, 2021-04 or 2021"
            raise InputError(msg)


def check_words(name: str, text: str) -> None:
    """Refuse a piece of metadata that is blank or that no database keeps.

    Raises:
        InputError: It is blank, or holds NUL or a lone surrogate.
    """
    if not text.strip():
        msg = f"{name} is empty; give it a value or leave it out"
        raise InputError(msg)
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        msg = f"{name} holds a character that no database keeps; write it again"
        raise InputError(msg)
