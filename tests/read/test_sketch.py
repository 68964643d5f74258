"""The wording of a text as a sketch, and the agencies it credits."""

from __future__ import annotations

import pytest

from claims.model import Sketch, Text
from claims.read import make_sketch, make_view

_LONG = (
    "The ferry left the harbour at dawn with sixty people on board and turned back within the "
    "hour, when the crew saw smoke above the engine room."
)


def _sketch(body: str) -> Sketch:
    return make_sketch(make_view(Text(body)))


def test_the_same_words_give_the_same_sketch_however_they_are_printed() -> None:
    """Capitals, quotation marks, and breaks between paragraphs do not count."""
    plain = _sketch(_LONG)
    printed = _sketch(_LONG.replace("and turned", "\n\n“and turned").upper())
    assert plain.shingles == printed.shingles


def test_a_sketch_has_a_greatest_size() -> None:
    """A book takes no more room than a long article."""
    sketch = _sketch(" ".join(f"word{n}" for n in range(5000)) + ".")
    assert (len(sketch.shingles), len(sketch.passages)) == (128, 1024)
    assert sketch.runs == 4996


def test_short_texts_have_no_runs() -> None:
    """Four words are no run of five."""
    assert _sketch("Nobody was hurt there.") == Sketch(0, frozenset(), frozenset())


def test_set_phrases_and_long_names_are_no_passage() -> None:
    """Many outlets print them word for word, and nobody copied."""
    phrase = "The guard spoke on condition of anonymity because he was not authorized to speak."
    name = "Joint Committee of Fishing and Shipping of the Eastern Northern and Southern Islands"
    assert not _sketch(phrase).passages
    assert not _sketch(f"The {name} met.").passages


@pytest.mark.parametrize(
    ("body", "agencies"),
    [
        ("LIMASSOL (AP) — A ferry turned back on Monday.", {"Associated Press"}),
        ("LIMASSOL, May 3 (Reuters) - A ferry turned back.", {"Reuters"}),
        ("Reuters - A ferry turned back on Monday.", {"Reuters"}),
        ("By The Associated Press\n\nA ferry turned back.", {"Associated Press"}),
        ("By Ana Bell, Associated Press writer\n\nA ferry turned back.", {"Associated Press"}),
        ("A ferry turned back on Monday.\n\nAFP", {"Agence France-Presse"}),
        ("A ferry turned back on Monday. (AFP)", {"Agence France-Presse"}),
        ("A ferry turned back.\n\nWith inputs from AFP", {"Agence France-Presse"}),
        (
            "A ferry turned back.\n\nThe Associated Press contributed to this report.",
            {"Associated Press"},
        ),
        ("A ferry turned back, Reuters reported on Monday, citing the harbour master.", set()),
        ("A ferry turned back. The master told AFP that it was safe.", set()),
        ("An AP reporter saw the ferry turn back on Monday.", set()),
    ],
)
def test_credits_are_read_at_the_head_and_the_end(body: str, agencies: set[str]) -> None:
    """An agency that is cited in a sentence is a speaker, not the text's origin."""
    assert _sketch(body).agencies == agencies
