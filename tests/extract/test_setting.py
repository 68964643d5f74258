"""Where a statement plays is kept with it: the places named there, and what was struck."""

import pytest

from claims.extract import extract
from claims.model import Text
from claims.read import make_view

CASES = [
    ("Four people died in Mbale.", {"place:mbale"}),
    ("A rocket hit the village of Mbale. Four people died.", {"place:mbale"}),
    ("A rocket hit a clinic in Mbale. Four people died.", {"place:mbale", "noun:clinic"}),
    ("A rocket hit Mbale district. Four people died.", {"place:mbale"}),
    ("A rocket fell in Kenya. Four people died.", set()),
    (
        "A rocket fell near Mbale. It rained. It was dark. He left. She came. Four people died.",
        set(),
    ),
    ("A rocket fell near Mbale. Four people died near Lamu.", {"place:lamu"}),
    (
        "A rocket fell near Mbale. It came from a firm based in Lamu. Four people died.",
        {"place:mbale"},
    ),
    ("The driver was born in Lamu. Four people died.", set()),
]


@pytest.mark.parametrize(("words", "setting"), CASES)
def test_a_statement_plays_where_its_sentence_or_one_before_it_does(
    words: str, setting: set[str]
) -> None:
    """Countries and months are no settings, and after some sentences it is open again."""
    claims = extract(make_view(Text(words)), published="2021-04-05").claims
    (found,) = [claim for claim in claims if claim.value.text == "Four"]
    assert set(found.scope.setting) == setting
