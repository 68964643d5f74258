"""Bytes become characters, or the reason why not becomes one line."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from claims.read.decode import decode, refuse_formats

LINE = "Türkiye’s offer of €5 – “fair”\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LINE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LINE.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + LINE.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + LINE.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + LINE.encode("utf-32-le"), "utf-32-le"),
        (LINE.encode("cp1252"), "cp1252"),
        (b"", "utf-8"),
    ],
)
def test_text_is_decoded(data: bytes, encoding: str) -> None:
    """By mark, as UTF-8, or as Windows-1252; newlines stay."""
    assert decode(data) == (LINE if data else "", encoding)


def test_latin_1_reads_as_windows_1252() -> None:
    """The two share every printed character."""
    assert decode("Señor Müller in Köln".encode("latin-1"))[0] == "Señor Müller in Köln"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"words\x00words", "NUL"),
        (LINE.encode("utf-16-le"), "NUL"),
        (bytes(range(1, 256)) * 4, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL"),
        (b"\x01\x02\x03\x04 words", "binary"),
        (b"words \xed\xa0\x80 words", "lone surrogate"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8w\x00", "damaged UTF-16"),
        (codecs.BOM_UTF16_LE + b"w\x00w", "damaged UTF-16"),
        ("ä ö ü ß é".encode() + b"\xff", "damaged UTF-8"),
        (b"caf\xe9 \x81", "neither"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, why: str) -> None:
    """One line that says what it is and what to do."""
    with pytest.raises(InputError, match=why) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Decoding never fails otherwise."""
    try:
        body, _ = decode(data)
    except InputError:
        return
    body.encode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_utf_8_comes_back_as_it_was(body: str) -> None:
    """No character is changed on the way."""
    if (
        body.strip()
        and body[0] != "\ufeff"
        and not body.lstrip().lower().startswith(("%", "<", "{", "p"))
    ):
        assert decode(body.encode()) == (body, "utf-8")


@pytest.mark.parametrize(
    ("data", "declared", "read"),
    [
        ("Łódź".encode("iso8859-2"), "iso-8859-2", ("Łódź", "iso8859-2")),
        (b"\x93Yes\x94", "ISO-8859-1", ("“Yes”", "cp1252")),
        ("Łódź".encode(), "us-ascii", ("Łódź", "utf-8")),
        ("Łódź".encode(), "no-such-encoding", ("Łódź", "utf-8")),
        ("Łódź".encode(), "punycode", ("Łódź", "utf-8")),
        ("Łódź".encode(), "zlib", ("Łódź", "utf-8")),
        ("Łódź".encode(), "a\0b", ("Łódź", "utf-8")),
        (b"\xef\xbb\xbf\xc5\x81", "iso-8859-2", ("Ł", "utf-8")),
    ],
)
def test_a_declared_encoding_is_tried_first(
    data: bytes, declared: str, read: tuple[str, str]
) -> None:
    """A byte order mark is surer; what is unknown or cannot be meant is passed over."""
    assert decode(data, declared) == read


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7\nwords", "PDF"),
        (b"PK\x03\x04words", "zip"),
        (b"\n <!DOCTYPE html><p>words", "web page"),
    ],
)
def test_other_formats_are_no_plain_text(data: bytes, why: str) -> None:
    """What nobody can read in an editor is named."""
    with pytest.raises(InputError, match=why):
        refuse_formats(data)
