"""A short fuzz of every reader; what the long one found once stays found."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.read.format import FORMATS, Draft, Material, get_format, read_drafts
from tests.fuzz.seed import SEEDS, pack, seeds
from tests.fuzz.target import break_reader

_CASES: Final = Path(__file__).with_name("cases") / "found.jsonl"
_DAMAGE: Final = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12)), min_size=1, max_size=6
)


def test_every_reader_has_something_to_begin_with() -> None:
    """A reader that is added is fuzzed too."""
    assert set(SEEDS) == {form.name for form in FORMATS}


@pytest.mark.parametrize("reader", [name for name in SEEDS if name != "sitemap"])
def test_what_a_reader_begins_with_is_read(reader: str) -> None:
    """A fuzz that never gets past the door shows nothing."""
    material = Material(f"a.{reader}", data=pack(reader, seeds(reader)[0]))
    found = list(read_drafts(material, get_format(reader)))
    assert any(isinstance(one, Draft) for one in found), found


@pytest.mark.parametrize("reader", SEEDS)
@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data(), damage=_DAMAGE)
def test_any_damage_is_read_or_refused(
    reader: str, data: st.DataObject, damage: list[tuple[float, int, bytes]]
) -> None:
    """Bytes are taken out and put in anywhere, inside of what is packed too."""
    broken = bytearray(data.draw(st.sampled_from(seeds(reader))))
    for share, gone, new in damage:
        place = int(share * len(broken))
        broken[place : place + gone] = new
    break_reader(reader, bytes(broken))


@pytest.mark.parametrize(
    "case", [json.loads(line) for line in _CASES.read_text("utf-8").splitlines()], ids=str
)
def test_what_was_found_once_is_read_or_refused(case: dict[str, Any]) -> None:
    """Each broke a reader, or took it too long, before it was mended."""
    break_reader(case["reader"], base64.b64decode(case["base64"]))
