"""Names: countries with their people and capitals, organisations, persons by their surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extract.reading import read_view
from claims.model import Text
from claims.read import make_view
from tests.extract.cases import Case, read_cases

if TYPE_CHECKING:
    from spacy.language import Language

    from claims.extract.name import Mention


def mentions_of(text: str, parser: Language) -> list[Mention]:
    """Find the names of a text."""
    reading = read_view(make_view(Text(text)), anchor=None, parser=parser)
    return [mention for block in reading.blocks for mention in block.mentions]


@pytest.mark.parametrize("case", read_cases("name.jsonl"))
def test_names_stand_for_what_they_name(case: Case, parser: Language) -> None:
    """`names` are printed name and key, `places` the place a name also is, `not` keys to avoid."""
    found = mentions_of(case["text"], parser)
    names = {mention.name: mention.key for mention in found}
    places = {mention.name: mention.place for mention in found}
    wanted, where = case.get("names", {}), case.get("places", {})
    assert {name: names.get(name) for name in wanted} == wanted
    assert {name: places.get(name) for name in where} == where
    assert not set(case.get("not", ())) & set(names.values())
