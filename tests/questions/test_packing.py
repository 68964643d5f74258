"""What is packed for another process comes out as it went in."""

from __future__ import annotations

from dataclasses import asdict
from io import BytesIO

import pytest

from claims.questions import detect
from claims.questions.packing import pack, unpack
from tests.benchmarks.spread import invent_claims


def test_claims_and_findings_come_out_as_they_went_in() -> None:
    """With their ids and all that is made of other fields, and hashed as before."""
    context = invent_claims(200)
    packed = BytesIO()
    for thing in (context, detect(context)):
        pack(thing, packed)
    packed.seek(0)
    again, found = unpack(packed), unpack(packed)
    assert again.claims == context.claims
    assert found == detect(again) == detect(context)
    assert list(map(asdict, again.texts.values())) == list(map(asdict, context.texts.values()))
    assert set(again.claims.values()) == set(context.claims.values())


def test_after_the_last_thing_there_is_none() -> None:
    """So whoever waits for things knows that none will come."""
    with pytest.raises(EOFError):
        unpack(BytesIO())
