"""Sitemaps: they name articles and hold none."""

from __future__ import annotations

import gzip
import time
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import KnownBy
from claims.read import read_links
from claims.read.format import Link, Material, find_format
from claims.read.format import read_links as links_of
from tests.read.format.reading import outcomes, read_all

if TYPE_CHECKING:
    from pathlib import Path

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made each hour -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://example.org/old</loc><lastmod>2021-03-01</lastmod></url>
<url><loc> https://example.org/a?x=1&amp;y=2 </loc>
<image:image><image:loc>https://example.org/a.jpg</image:loc><image:title>A boat</image:title>
</image:image><news:news><news:publication><news:name>Osk Herald</news:name>
<news:language>en</news:language></news:publication>
<news:publication_date>2021-04-05T23:30:00-04:00</news:publication_date>
<news:title>Gates shut &amp; boats out</news:title></news:news></url>
<url><loc>https://example.org/undated</loc></url>
<url><lastmod>2021-04-06</lastmod></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.org/1.xml</loc><lastmod>2021-01-01</lastmod></sitemap>
<sitemap><loc>https://example.org/2.xml.gz</loc><lastmod>2021-02-01</lastmod></sitemap>
</sitemapindex>"""


def _links(data: bytes | str) -> list[Link]:
    found = links_of(Material("s.xml", data=data.encode() if isinstance(data, str) else data))
    assert found is not None
    return found


def test_the_newest_comes_first_with_what_is_said_of_it() -> None:
    """The day as printed; pictures have addresses and titles of their own."""
    first, old, undated = _links(NEWS)
    assert first.address == "https://example.org/a?x=1&y=2"
    assert first.facts == {
        "title": ("Gates shut & boats out", KnownBy.PAGE),
        "published": ("2021-04-05", KnownBy.PAGE),
        "language": ("en", KnownBy.PAGE),
        "outlet": ("Osk Herald", KnownBy.INFERRED),
    }
    assert (old.address, old.facts) == ("https://example.org/old", {})
    assert undated.address == "https://example.org/undated"


def test_a_sitemap_of_sitemaps_says_that_it_is_one() -> None:
    """In any name space prefix."""
    assert _links(INDEX) == [
        Link("https://example.org/2.xml.gz", is_list=True),
        Link("https://example.org/1.xml", is_list=True),
    ]
    prefixed = "<s:urlset xmlns:s='x'><s:url><s:loc>https://e.org/</s:loc></s:url></s:urlset>"
    assert _links(prefixed) == [Link("https://e.org/")]


@pytest.mark.parametrize(
    "data", [NEWS.encode(), gzip.compress(NEWS.encode()), b"\n " + NEWS.encode()]
)
def test_a_sitemap_is_known_by_its_first_element(data: bytes) -> None:
    """Packed or not, whatever it is called; blanks before the declaration do no harm."""
    assert find_format(Material("news.txt", data=data)).name == "sitemap"
    assert len(_links(data)) == 3


@pytest.mark.parametrize(
    ("data", "words"), [(NEWS, r"names addresses \(3\)"), (INDEX, r"names other sitemaps \(2\)")]
)
def test_without_the_option_it_says_what_it_is(data: str, words: str) -> None:
    """How many it names, and how they are fetched."""
    with pytest.raises(InputError, match=f"it is a sitemap, which {words}.*--follow"):
        read_all("s.xml", data.encode())


def test_addresses_that_are_none_are_left_out(tmp_path: Path) -> None:
    """Each that is one stands once, where it came first."""
    file = tmp_path / "s.xml"
    places = ("https://e.org/a", "javascript:x", "/b", "file:///etc/hosts", "https://e.org/a#b")
    file.write_text(f"<urlset>{''.join(f'<url><loc>{one}</loc></url>' for one in places)}</urlset>")
    assert read_links(file) == [Link("https://e.org/a")]


BOMB = '<!DOCTYPE urlset [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url>'


def _packed(piece: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join([*(packer.compress(piece) for _ in range(times)), packer.flush()])


@pytest.mark.parametrize(
    "data",
    [
        b"<urlset/>",
        BOMB.encode(),
        b"<urlset><url>",
        b"<urlset>" + b"<url>" * 100_000,
        b"<urlset>" + b"<a " * 100_000,
        b"<urlset><url><loc>" + b"a" * 20_000_000,
        gzip.compress(NEWS.encode())[:-30],
        _packed(b"<urlset>" + b" " * 2**20, 200),
        gzip.compress(gzip.compress(NEWS.encode())),
        b"<urlset><url><loc>\xff\xfe</loc></url></urlset>",
    ],
    ids=lambda data: str(len(data)),
)
def test_a_hostile_sitemap_is_one_line(data: bytes) -> None:
    """In bounded time."""
    begun = time.monotonic()
    (line,) = outcomes("s.xml", data)
    assert isinstance(line, str)
    assert time.monotonic() - begun < 30


def test_of_a_huge_sitemap_no_more_is_kept_than_the_protocol_allows() -> None:
    """A hundred thousand entries."""
    entry = "<url><loc>https://e.org/{}</loc></url>"
    assert len(_links(f"<urlset>{''.join(map(entry.format, range(100_000)))}</urlset>")) == 50_000


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(NEWS)), st.binary(max_size=6)), max_size=5),
    st.sampled_from([NEWS.encode(), INDEX.encode(), gzip.compress(NEWS.encode())]),
)
def test_any_damage_is_one_line(damage: list[tuple[int, bytes]], whole: bytes) -> None:
    """Bytes are overwritten anywhere."""
    data = bytearray(whole)
    for place, new in damage:
        data[place : place + len(new)] = new
    assert outcomes("s.xml", bytes(data))
