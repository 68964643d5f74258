"""Bytes of pages become characters, whatever the pages say of them."""

import pytest

from claims.errors import InputError
from claims.read.page.charset import decode_page
from tests.read.page.sample import html, read

WORDS = "Zoë Ärger paid €50 in Köln"


def _page(words: str, declared: str | None) -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}</head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("written", "declared", "encoding"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("utf-8", "no-such-encoding", "utf-8"),
        ("utf-8", "utf-7", "utf-8"),
        ("utf-8", "hex", "utf-8"),
        ("utf-8", None, "utf-8"),
        ("utf-8-sig", "windows-1252", "utf-8"),
        ("cp1252", "iso-8859-1", "cp1252"),
        ("cp1252", None, "cp1252"),
        ("cp1252", "utf-8", "cp1252"),
        ("utf-16", None, "utf-16-le"),
        ("utf-16-le", "utf-16-le", "utf-16-le"),
    ],
)
def test_the_bytes_tell_before_the_page_does(
    written: str, declared: str | None, encoding: str
) -> None:
    """UTF-8 is UTF-8; Latin-1 means Windows-1252; a lie is passed over."""
    told = declared if written == "utf-16-le" else None
    decoded = decode_page(_page(WORDS, declared).encode(written), told)
    assert decoded.encoding == encoding
    assert WORDS in decoded.text


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("shift_jis", "東京の新聞"),
        ("cp1251", "Кабул и Москва"),
        ("big5", "台北的報紙"),
        ("euc-kr", "서울 신문"),
    ],
)
def test_other_encodings_are_read_where_they_are_declared(written: str, words: str) -> None:
    """By the page or by the server."""
    assert words in decode_page(_page(words, written).encode(written)).text
    assert words in decode_page(_page(words, None).encode(written), written).text


def test_a_few_broken_characters_are_shown_and_counted() -> None:
    """A system that cuts a line at a byte must not cost the article."""
    data = html().replace("12 people", "12 Örtliche ü ä ö people").encode()
    page = data.replace("Ö".encode(), "Ö".encode()[:1])
    decoded = decode_page(page)
    assert (decoded.encoding, decoded.broken) == ("utf-8", 1)


def test_a_broken_character_is_told() -> None:
    """In a word for people; the text can be kept."""
    data = html().replace("12 people", "12 ü ä ö people").encode()
    from claims.read.page import read_page

    page = read_page(data.replace("ü".encode(), b"\xc3"))
    assert page.remarks["encoding"] == "1 broken characters of utf-8 are shown as �"
    page.body.encode()


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 40, b"\xff\xfe" + b"\x00\xd8" * 900])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    """Where more than one in a hundred is broken."""
    with pytest.raises(InputError, match="save the page again"):
        decode_page(b"<meta charset=utf-8>" * (data[:2] != b"\xff\xfe") + data, "utf-8")


def test_nul_and_half_characters_do_not_end_a_page() -> None:
    """No database keeps them, so none comes through: not in the text, not in what is told of it."""
    text = html('<meta name="author" content="Ann\0 Example">').replace("12 people", "12\0 people")
    node = '{"@type":"Article","headline":"A \\ud800 B \\u0000 C"}'
    data = f'<script type="application/ld+json">{node}</script>'
    page = read(text.replace("</head>", f"{data}</head>"))
    for words in (page.body, str(page.facts), str(page.remarks)):
        words.encode()
        assert "\0" not in words
    assert "300 engineers" in page.body
