"""Feeds: each entry that holds its article is one."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import KnownBy
from claims.read import Problem, read_articles
from claims.read.format import Draft, Material, find_format
from claims.read.format.fragment import read_fragment
from tests.read.format.reading import outcomes, read_all

LEAD = "Norland sent three hundred engineers to the flooded valley on Friday."
PROSE = " ".join([LEAD] * 7)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily Example</title><language>en-gb</language>
<item><title>Engineers &amp; boats</title><link>https://example.org/1</link>
<dc:creator>Ann Example</dc:creator><pubDate>Mon, 05 Apr 2021 23:30:00 -0400</pubDate>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><script>alert(1)</script><p>R&amp;D &#8211; <b>bo</b>ats.</p>
]]></content:encoded></item>
<item><title>Short</title><link>https://example.org/2</link><description>A teaser.</description>
</item>
<item><title>Long summary</title><description>{PROSE}</description></item>
</channel></rss>
"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily</title>
<entry><title type="html">&lt;b&gt;Head&lt;/b&gt; line</title>
<author><name>Bo Sample</name></author>
<link rel="alternate" href="https://example.org/3"/><updated>2021-04-07T00:00:00Z</updated>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>
"""


def test_an_entry_with_its_text_is_an_article() -> None:
    """The day as printed; markup off, scripts left out; the outlet is only suggested."""
    draft = next(draft for draft in outcomes("a.rss", RSS.encode()) if isinstance(draft, Draft))
    assert draft.body == f"{LEAD}\n\nR&D – boats."
    assert draft.part is not None
    assert draft.part.name == "entry 1"
    assert draft.facts == {
        "title": ("Engineers & boats", KnownBy.PAGE),
        "authors": (("Ann Example",), KnownBy.PAGE),
        "published": ("2021-04-05", KnownBy.PAGE),
        "address": ("https://example.org/1", KnownBy.PAGE),
        "language": ("en-gb", KnownBy.PAGE),
        "outlet": ("The Daily Example", KnownBy.INFERRED),
    }


def test_an_entry_with_only_a_teaser_says_where_its_article_is(tmp_path: Path) -> None:
    """The others are read."""
    file = tmp_path / "feed.xml"
    file.write_text(RSS)
    first, teaser, last = read_articles(file)
    assert not isinstance(first, Problem)
    assert not isinstance(last, Problem)
    assert last.text.body == PROSE
    assert isinstance(teaser, Problem)
    assert str(teaser.error) == (
        f"{file}: entry 2: the feed holds no more than a teaser of it; "
        "--follow fetches its article from https://example.org/2"
    )


def test_a_day_of_change_is_not_the_day_of_publication() -> None:
    """Atom asks for the one and not for the other."""
    (draft,) = read_all("a.atom", ATOM.encode())
    assert draft.body == LEAD
    assert draft.facts["title"] == ("Head line", KnownBy.PAGE)
    assert "published" not in draft.facts


def test_a_feed_is_known_by_its_first_element() -> None:
    """A comment and a declaration may stand before it."""
    assert find_format(Material("a.xml", data=RSS.encode())).name == "feed"
    assert find_format(Material("a", data=ATOM.encode())).name == "feed"


def test_a_feed_that_is_no_good_xml_is_read_as_far_as_it_goes() -> None:
    """Bare ampersands are common."""
    drafts = outcomes("a.rss", RSS.replace("Engineers &amp; boats", "A & B").encode())
    assert isinstance(drafts[0], Draft)
    assert drafts[0].facts["title"][0] == "A & B"


def test_a_file_name_in_place_of_a_feed_opens_nothing() -> None:
    """Bytes that name a file are not a feed."""
    with pytest.raises(InputError, match="no feed with entries"):
        read_all("a.rss", b"/etc/hostname")


BOMB = b"""<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss>&b;</rss>"""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<rss/>",
        BOMB,
        BOMB.replace(b"</rss>", b"<"),
        b"<rss>" + b"<a>" * 100_000,
        b"<rss><channel>" + b"<item>" * 9_000,
        b"<rss>" + b"<item" * 50_000,
        b"<rss>" + b"<!--" * 200_000,
        b"<?xml " + b"encoding='" * 4_000,
        b"<?xml ?>" + b"encoding='" * 4_000,
        b"<rss>" + b"&" * 500_000,
        b"<rss>" + b"x" * 17 * 2**20,
    ],
    ids=lambda data: str(len(data)),
)
def test_a_hostile_feed_is_a_line(data: bytes) -> None:
    """In bounded time."""
    begun = time.monotonic()
    assert all(isinstance(found, str) for found in outcomes("a.rss", data))
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("address", ["https://exa\x8dple.org/2", "https://e.org/" + "a" * 1500])
def test_an_address_in_a_message_cannot_steer_the_screen(address: str) -> None:
    """Nor fill it."""
    _, line, _ = outcomes("a.rss", RSS.replace("https://example.org/2", address).encode())
    assert isinstance(line, str)
    assert "no more than a teaser" in line


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One<br>two</p>three", "One\n\ntwo\n\nthree"),
        ("a<!-- no --> b<!-- never closed", "a b"),
        ("<style>x<y</style>z<script>", "z"),
        ("5 < 6 and 7 > 6 &lt;p&gt;", "5 < 6 and 7 > 6 <p>"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>", "a b\n\nc"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
    ],
)
def test_a_piece_of_html_gives_its_paragraphs(markup: str, text: str) -> None:
    """However broken."""
    assert read_fragment(markup) == text


def test_a_long_broken_piece_takes_no_time() -> None:
    """The time grows with the length, not with its square."""
    begun = time.monotonic()
    for piece in ("<a ", "<!--", "<a>", "&", "<script>", "</", "<p"):
        read_fragment(piece * 500_000)
    assert time.monotonic() - begun < 30


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=5)), max_size=6),
    st.sampled_from([ATOM, RSS]),
)
def test_any_damage_of_a_feed_gives_articles_or_lines(
    damage: list[tuple[float, bytes]], feed: str
) -> None:
    """Bytes are overwritten anywhere."""
    data = bytearray(feed.encode())
    for share, new in damage:
        place = int(share * len(data))
        data[place : place + len(new)] = new
    for found in outcomes("a.rss", bytes(data)):
        assert isinstance(found, str) or found.body.strip()
