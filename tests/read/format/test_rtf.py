"""RTF documents give their text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import KnownBy
from claims.read.format import Draft, Material, find_format
from tests.read.format.reading import outcomes, read_one

RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\info{\title Floods}}
{\header Not this.}\pard Norland\rquote s engineers, \b three\b0  hundred, came.\par
\'dcber \u321?\u243?d\u378?; \u-10179?\u-8704?\par{\footnote Nor this.}{\pict 00ff00}}"""


def test_a_document_gives_its_text() -> None:
    """Characters by code page and by number; notes, headers and pictures are left out."""
    draft = read_one("a.rtf", RTF)
    assert draft.body.strip() == "Norland’s engineers, three hundred, came.\nÜber Łódź; 😀"
    assert draft.facts == {"title": ("Floods", KnownBy.INFERRED)}
    assert draft.reader.startswith("rtf/1 striprtf/")


def test_a_link_shows_its_words() -> None:
    """Its address is no part of the text."""
    link = b'{\\rtf1 See {\\field{\\*\\fldinst{HYPERLINK "https://x.org"}}{\\fldrslt{here}}}.}'
    assert read_one("a.rtf", link).body == "See here."


def test_a_document_is_known_by_its_beginning() -> None:
    """Word calls some of them .doc."""
    assert find_format(Material("a.doc", data=RTF)).name == "rtf"
    with pytest.raises(InputError, match="it is no RTF file"):
        read_one("a.rtf", b"Words.")


@pytest.mark.parametrize(
    "data",
    [
        b"{" * 500_000,
        b"}" * 500_000,
        b"{\\pict" * 100_000,
        b"{\\fonttbl" * 100_000,
        b'{\\field{\\*\\fldinst{HYPERLINK "x' * 20_000,
        b'{\\FIELD{\\*\\fldinst{ HYPERLINK "x' * 20_000,
        b"{\\fonttbl" + b"\\f1" * 2_500,
        b"{\\fonttbl" + b"{\\f1\\fcharset1" * 6_000,
        b"{\\fonttbl" + b"\\f1" * 150_000,
        b"\\u" * 300_000,
        b"\\u99999999999999999999?",
        b"\\'f" * 100_000,
        b"\\ansicpg0 \\'ff",
        b"\\bin999999999 x",
    ],
    ids=lambda data: data[:12].decode(),
)
def test_a_hostile_document_is_text_or_a_line(data: bytes) -> None:
    """In bounded time."""
    begun = time.monotonic()
    for found in outcomes("a.rtf", b"{\\rtf1 " + data):
        assert isinstance(found, str) or found.body.encode() is not None
    assert time.monotonic() - begun < 20


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(6, len(RTF)), st.binary(max_size=6)), max_size=6))
def test_any_damage_gives_text_or_a_line(damage: list[tuple[int, bytes]]) -> None:
    """Bytes are overwritten anywhere but at the start."""
    data = bytearray(RTF)
    for place, new in damage:
        data[place : place + len(new)] = new
    (found,) = outcomes("a.rtf", bytes(data))
    assert isinstance(found, str | Draft)
    if isinstance(found, Draft):
        found.body.encode()
