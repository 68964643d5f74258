"""A value written down and read back is the same value."""

import json
from typing import Any

import pytest
from hypothesis import given

from claims.errors import InputError
from claims.model import Value
from claims.values.days import parse_iso
from claims.values.document import from_document, to_document
from claims.values.party import Parties, Party
from claims.values.quantity import parse_quantity
from claims.values.words import Words
from tests.db.strategies import values


@given(values)
def test_every_value_comes_back(value: Value) -> None:
    """Through JSON too, with every digit."""
    assert from_document(json.loads(json.dumps(to_document(value)))) == value


@pytest.mark.parametrize(
    "value",
    [
        parse_quantity("more than 1,000 boats"),
        parse_quantity("about 0.1 percent"),
        parse_iso("2017-04"),
        Party("country:US", "American", via="troops", vague=True),
        Parties((Party("country:US", "Washington"),), "only Washington", closed=True),
        Words("in the old harbour", "harbour"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_document_says_what_it_is(value: Value) -> None:
    """Its type and the words as printed."""
    document = to_document(value)
    assert (document["type"], document["text"]) == (value.type, value.text)
    assert from_document(document) == value


@pytest.mark.parametrize("document", [{}, {"type": "colour"}, {"type": None}])
def test_an_unknown_type_is_refused(document: dict[str, Any]) -> None:
    """By its name."""
    with pytest.raises(InputError, match="unknown type of value"):
        from_document(document)
