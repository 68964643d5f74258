"""Pages made to do harm: one line or an article, in bounded time, and the rest goes on."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Text
from claims.read import read_articles
from claims.read.page import read_page
from claims.read.page.tree import MOST_ELEMENTS
from tests.read.page.sample import LINES, data, html, paragraphs

LINE = paragraphs()
TOO_LONG_S = 30

ANSWERED = {
    "deep after": html(body=LINE + "<div>" * 100_000),
    "deep data": html('<script type="application/ld+json">' + "[" * 1_000_000 + "</script>"),
    "wide data": html(
        '<script type="application/ld+json">['
        + ",".join('{"@type":"Article","headline":"a"}' for _ in range(50_000))
        + "]</script>"
    ),
    "huge class": html(top=f"<div class='{'a ' * 2_000_000}'>x</div>"),
    "many attributes": html(top=f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>x</p>"),
    "script in title": html("<title><script>alert(1)</script></title>"),
    "script in headline": html().replace("Gates shut at Osk", "Gates <script>x()</script>shut"),
    "open comment": html() + "<!--" + "-" * 5_000_000,
    "open section": html() + "<![CDATA[" + "]" * 5_000_000,
    "many comments": html(body="<!-- x -->" * 100_000 + LINE),
    "picture in the page": html(top=f'<img src="data:image/png;base64,{"A" * 20_000_000}">'),
    "entities": html(body=LINE + "<p>" + "&amp;&lt;" * 100_000),
    "quotations": html(body=LINE + "".join(f"<p>“Quotation number {n}”</p>" for n in range(6_000))),
    "headings": html(body="<h1>One two three four</h1>" * 8_000 + LINE),
    "walls": html(body=LINE + "<div class=paywall>" * 250 + "x " * 200_000),
    "bylines": html(top="<div class=byline>By Ann Example</div>" * 8_000),
}
REFUSED = {
    "deep": "<html><body>" + "<div>" * 100_000 + LINE,
    "deep table": "<html><body>" + "<table><tr><td>" * 30_000 + LINE,
    "too many elements": html(body="<p>a</p>" * (MOST_ELEMENTS + 1)),
    "too many words": html(body=(LINE * 5_000)),
    "too long": html(body="<p>" + "word " * 5_000_000),
    "angles": "<html>" + "<" * 3_000_000,
}
FOUND = [
    "<br class='comments'>\x08",
    "<figure class='byline'><figure class='byline'>",
    "<div class='pull-quote'>&#8;",
]


@pytest.mark.parametrize("name", ANSWERED)
def test_an_article_is_found_among_what_is_made_to_hide_it(name: str) -> None:
    """Its text is whole, and can be kept."""
    began = time.monotonic()
    page = read_page(ANSWERED[name].encode())
    assert time.monotonic() - began < TOO_LONG_S
    assert LINES[0] in page.body
    assert "x()" not in str(page.facts)
    Text(page.body)


@pytest.mark.parametrize("found", FOUND)
def test_what_the_fuzz_found_once_is_read_or_refused(found: str) -> None:
    """Each ended the reader before it was mended."""
    _read_or_refuse(found.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_beyond_all_bounds_is_refused(name: str) -> None:
    """In one line with the remedy."""
    began = time.monotonic()
    with pytest.raises(InputError) as caught:
        read_page(REFUSED[name].encode())
    assert time.monotonic() - began < TOO_LONG_S
    assert "\n" not in str(caught.value)
    assert "save" in str(caught.value)


def test_a_file_of_two_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """And the file after it is read."""
    huge, good = tmp_path / "huge.html", tmp_path / "page.html"
    with huge.open("wb") as file:
        file.write(b"<html>")
        file.truncate(200 * 2**20)
    good.write_text(html(), "utf-8")
    (problem,) = read_articles(huge)
    assert "larger than 64 MB" in str(getattr(problem, "error", ""))
    (article,) = read_articles(good)
    assert getattr(article, "title", None) == "Gates shut at Osk"


_TAGS = st.sampled_from(
    "html head body main article section div p h1 h2 ul li table tr td figure figcaption time a"
    " span br b i blockquote aside header footer nav script style title meta link noscript".split()
)
_NAMES = st.sampled_from(
    "byline author comments related paywall live-entry pull-quote breadcrumb date updated".split()
)
_WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from([*LINES, "By Ann Example", "5 April 2021", "Subscribe to continue reading"]),
)
_TEXTS = st.lists(
    st.one_of(
        st.builds("<{} class='{}'>".format, _TAGS, _NAMES),
        st.builds("</{}>".format, _TAGS),
        st.builds("<{}".format, _TAGS),
        _WORDS,
        st.sampled_from(
            ["<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "\0", "<time datetime=2021>"]
        ),
    ),
    max_size=40,
).map("".join)
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                (
                    "@type @graph name headline author publisher datePublished dateModified url"
                    " articleBody liveBlogUpdate articleSection wordCount isAccessibleForFree"
                ).split()
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=20,
)


def _read_or_refuse(page: bytes, charset: str | None = None) -> None:
    """Read a page; whatever comes back can be kept."""
    try:
        found = read_page(page, charset=charset)
    except InputError:
        return
    Text(found.body)
    for words in (*map(str, found.facts.values()), *found.remarks.values()):
        words.encode()
        assert "\0" not in words


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(_TEXTS)
def test_any_markup_is_read_or_refused(text: str) -> None:
    """Elements in any order, open, closed or torn."""
    _read_or_refuse(text.encode("utf-8", "surrogatepass"))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(_JSON)
def test_any_data_is_read_or_passed_over(node: object) -> None:
    """Values of any type where words are expected."""
    told = (
        node
        if isinstance(node, dict)
        else {"author": node, "headline": node, "datePublished": node}
    )
    known = {str(key): value for key, value in told.items()}
    _read_or_refuse(html(data(**{"@type": "LiveBlogPosting", **known})).encode())


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "x"]))
def test_any_bytes_are_read_or_refused(noise: bytes, charset: str | None) -> None:
    """In the middle of a page, in any encoding."""
    page = html().encode()
    _read_or_refuse(page[:200] + noise + page[200:], charset)
    _read_or_refuse(noise, charset)


def test_the_strategies_reach_the_reader() -> None:
    """A fuzz that never gets past the door shows nothing."""
    told = json.loads(json.dumps({"@type": "NewsArticle", "headline": "Told"}))
    assert read_page(html(data(**told)).encode()).facts["title"][0] == "Told"
