"""What an article says of its own earlier versions is told to people, whatever it puts right."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Text
from claims.read import make_view, read_file
from claims.read.correction import read_corrections

_BEFORE = "The mayor, Anneke Dahl, visited the harbour on Wednesday.\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article misspelled the name of the mayor.",
        "Correction (4 March): The name of the mayor is Anneke Dahl, not Annika Dahl.",
        "Correction: The picture shows the north pier.",
        "An earlier version of this story said that the mayor had resigned. She has not.",
        "This report has been corrected to say that the harbour master spoke, not the mayor.",
        "Erratum: the talks were held in Northport.",
    ],
)
def test_a_note_is_told_as_it_stands(note: str) -> None:
    """With a label or without, with a figure or without."""
    assert read_corrections(make_view(Text(_BEFORE + note))) == note


@pytest.mark.parametrize(
    "line",
    [
        "The ministry corrected its figures on Wednesday.",
        "An earlier version of the bill said that the harbour would be sold.",
        "Corrections officers held at the port: union asks for an inquiry",
        "This story has been updated with the comment of the mayor.",
        "A correction of prices is expected, traders said.",
    ],
)
def test_other_news_is_no_note(line: str) -> None:
    """What others correct, and what only grew."""
    assert read_corrections(make_view(Text(_BEFORE + line))) is None


def test_a_label_of_its_own_line_labels_what_follows() -> None:
    """And nothing after that."""
    body = f"{_BEFORE}Correction\n\nThe harbour is old.\n\nShe is Anneke, not Annika."
    assert read_corrections(make_view(Text(body))) is None
    body = f"{_BEFORE}Correction\n\nThe mayor is Anneke Dahl, not Annika.\n\nShe left on Friday."
    assert read_corrections(make_view(Text(body))) == "The mayor is Anneke Dahl, not Annika."


def test_a_long_note_is_cut_at_a_word() -> None:
    """So that it stays a line or a few."""
    note = "Correction: " + "the mayor was misquoted here " * 40
    told = read_corrections(make_view(Text(_BEFORE + note)))
    assert told is not None
    assert len(told) < 410
    assert told.endswith(" …")
    assert note.startswith(told.removesuffix(" …"))


def test_every_article_tells_its_notes(tmp_path: Path) -> None:
    """Whatever file it comes from: several are told one after the other."""
    file = tmp_path / "a.txt"
    notes = "Correction: The mayor is Anneke Dahl.", "Correction: The pier is the north pier."
    file.write_text(_BEFORE + "\n\n".join(notes), encoding="utf-8")
    source = read_file(file).source
    assert source is not None
    assert source.remarks == {"correction": " / ".join(notes)}
