"""The sheet of notes: a row for each word of people, corrected ones among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.report.correction import judgement_words
from claims.report.identity import short_annotation, short_id
from claims.report.xlsx.cell import address_cell, instant_cell
from claims.report.xlsx.table import Column, Table

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.xlsx.place import Places

NAME: Final = "notes"


@dataclass(frozen=True, slots=True)
class Note:
    """A person's word, and whether it was given on other facts than those of now."""

    word: Annotation
    is_outdated: bool


def notes_table(notes: Sequence[Note], places: Places) -> Table:
    """Make the sheet."""
    on = Column(
        "The thing it is about",
        lambda note: places.target(
            note.word.target, note.word.target_id, short_id(note.word.target, note.word.target_id)
        ),
        12,
    )
    return Table(NAME, {**_WHO, "on": on, **_WHAT}, notes)


def _yes(is_so: bool) -> str:  # one thing to tell
    return "yes" if is_so else ""


def _seen(word: Annotation) -> str:
    """Tell what was judged in the words of the program; quotes stand, labelled, where they are."""
    return " / ".join(
        word.seen[name]
        for name in ("question", "answer", "left_answer", "right_answer", "title")
        if word.seen.get(name)
    )


_WHO: Final[Mapping[str, Column]] = {
    "id": Column("Its short id", lambda note: short_annotation(note.word.id), 12),
    "by": Column("Who signed it", lambda note: note.word.by, 18),
    "at": Column("When it was said", lambda note: instant_cell(note.word.at), 24),
    "about": Column(
        "Whether it is about an article, a claim, a question, a conflict or a pair of claims",
        lambda note: note.word.target.value,
        12,
    ),
}
_WHAT: Final[Mapping[str, Column]] = {
    "seen": Column("What was judged, as it stood then", lambda note: _seen(note.word), 50),
    "judgement": Column("What it decides", lambda note: judgement_words(note.word), 24),
    "reason": Column("Why", lambda note: note.word.reason, 24),
    "note": Column("What else was said", lambda note: note.word.note, 50),
    "tags": Column("Words to find it by", lambda note: "; ".join(note.word.tags)),
    "source": Column(
        "The address that it rests on", lambda note: address_cell(note.word.source), 40
    ),
    "on_other_facts": Column(
        "yes where it was given on other facts than those of now",
        lambda note: _yes(note.is_outdated),
    ),
    "internal": Column("yes where it is not for others", lambda note: _yes(note.word.is_internal)),
    "corrects": Column(
        "The word of the same person that it takes the place of",
        lambda note: note.word.supersedes and short_annotation(note.word.supersedes),
        12,
    ),
}
