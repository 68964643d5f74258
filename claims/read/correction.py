"""What an article says of its own earlier versions, for people to see.

What a note takes back in figures and days becomes claims (see claims/extract/note.py); this is the
note itself, whatever it puts right: a name, a title, a picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.model import Zone
from claims.values.note import is_label, is_note, label_end

if TYPE_CHECKING:
    from claims.model import View

_LONGEST: Final = 400
_BETWEEN: Final = " / "


def read_corrections(view: View) -> str | None:
    """Give the notes in which an article corrects itself, long ones cut; None where it has none."""
    notes = [_shortened(words) for words in _notes(view)]
    return _BETWEEN.join(notes) or None


def _notes(view: View) -> Iterator[str]:
    under = False
    for paragraph in view.paragraphs:
        if paragraph.zone is Zone.BOILERPLATE:
            continue
        words = " ".join(paragraph.words.split())
        if is_label(words):
            under = True
            continue
        if is_note(words, labelled=under or label_end(words) > 0):
            yield words
        under = False


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
