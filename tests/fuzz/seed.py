"""Small files of every format to begin with, and how bytes become a file where they are packed.

What is packed (office files, books, archives) is fuzzed inside: bytes that are not in a zip file
by their checksum would never be read.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tests.read.format.pdf_maker import assemble, column, draw, make_pdf
from tests.read.format.warc_maker import answer, packed
from tests.read.format.zip_maker import (
    WORD,
    make_docx,
    make_epub,
    make_odt,
    make_zip,
    page,
    paragraph,
    run,
)
from tests.read.page.sample import data, html

_LINES: Final = ("Norland sent three hundred engineers to", "the flooded valley on Friday.")
_WORDS: Final = " ".join(_LINES * 4)
_HTML: Final = html(data(**{"@type": "NewsArticle", "headline": "Told", "author": {"name": "A B"}}))
_MAIL: Final = (
    "From: Ann Example <ann@example.org>\r\nSubject: =?utf-8?q?Boats_came?=\r\n"
    "Date: Fri, 2 Apr 2021 10:00:00 +0200\r\nMIME-Version: 1.0\r\nMessage-ID: <1@example.org>\r\n"
)
_PARTS: Final = (
    f'{_MAIL}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain;'
    f" charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{_WORDS}=\r\n\r\n--b\r\n"
    'Content-Type: application/octet-stream; name="a.txt"\r\nContent-Disposition: attachment;'
    " filename*=utf-8''a.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nV29yZHM=\r\n--b--\r\n"
)
_RSS: Final = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Osk Herald</title><item><title>Boats'
    "</title><link>https://example.org/1</link><pubDate>Fri, 02 Apr 2021 10:00:00 GMT</pubDate>"
    f"<description><![CDATA[<p>{_WORDS * 4}</p>]]></description></item></channel></rss>"
)
_ATOM: Final = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Osk</title><entry><title>Boats</title>'
    '<link href="https://example.org/1"/><published>2021-04-02</published><content type="html">'
    f"&lt;p&gt;{_WORDS}&lt;/p&gt;</content></entry></feed>"
)
_RTF: Final = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Boats}{\author Ann Example}}"
    r"\f0 \u8220?Norland\'e9 sent {\b 300} engineers.\par\pard Boats came.}"
)
_BODY: Final = paragraph(run(_WORDS), run("hidden", "<w:vanish/>")) + paragraph(run("Boats came."))
_RECORD: Final = {"title": "Boats", "text": _WORDS, "date": "2021-04-02", "authors": ["A B"]}

SEEDS: Final[Mapping[str, Sequence[bytes | str]]] = {
    "pdf": (
        make_pdf([column(_LINES), column(["Boats came."])], {"Title": "Boats"}),
        assemble([draw(column(_LINES))], extra=b"/Rotate 90"),
        make_pdf([column([_WORDS], 60), column(_LINES, 320)]).replace(b"/WinAnsiEncoding", b"[65]"),
    ),
    "docx": (f"<w:document xmlns:w='{WORD}'><w:body>{_BODY}</w:body></w:document>",),
    "odt": (
        (
            "<o:d xmlns:o='o' xmlns:text='t'><text:h>Boats</text:h><text:p>Norland <text:s/>sent"
            "</text:p></o:d>"
        ),
    ),
    "epub": (
        page(f"<h1>Boats</h1>{f'<p>{_WORDS}</p>' * 6}"),
        (
            "<package xmlns:dc='dc'><metadata><dc:title>Boats</dc:title></metadata><manifest>"
            "<item id='i0' href='a.xhtml'/></manifest><spine><itemref idref='i0'/></spine>"
            "</package>"
        ),
    ),
    "rtf": (_RTF,),
    "feed": (_RSS, _ATOM),
    "sitemap": (
        (
            "<urlset xmlns:news='n'><url><loc>https://example.org/1</loc><lastmod>2021-04-02</lastmod>"
            "<news:news><news:title>Boats</news:title></news:news></url></urlset>"
        ),
        "<sitemapindex><sitemap><loc>https://example.org/2</loc></sitemap></sitemapindex>",
    ),
    "mail": (_MAIL + "\r\n" + _WORDS, _PARTS, _PARTS.replace("text/plain", "text/html")),
    "mbox": (f"From a@example.org Fri Apr  2 10:00:00 2021\n{_MAIL}\n{_WORDS}\n\n" * 2,),
    "mhtml": (
        _PARTS.replace("MIME-Version", "Snapshot-Content-Location: https://e.org\r\nMIME-Version")
        .replace("text/plain", "text/html")
        .replace(_WORDS, _HTML.replace("=", "=3D")),
    ),
    "warc": (
        answer("https://example.org/1", _HTML.encode(), "text/html"),
        answer(
            "https://example.org/2",
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(_HTML), _HTML.encode()),
            "text/html; charset=utf-8",
            more="Transfer-Encoding: chunked\r\n",
        ),
        packed(answer("https://example.org/1.pdf", make_pdf([column(_LINES)]))),
        answer("https://example.org/3", gzip.compress(b"x"), more="Content-Encoding: gzip\r\n"),
    ),
    "wacz": (answer("https://example.org/1", _HTML.encode(), "text/html"),),
    "json_articles": (
        json.dumps(_RECORD),
        json.dumps([_RECORD]),
        f"{json.dumps(_RECORD)}\n{json.dumps({'headline': 'x', 'body': f'<p>{_WORDS}</p>'})}\n",
    ),
    "csv_articles": (f'title,text,date\nBoats,"{_WORDS}",2021\nx;y;z\n', "a\tb\nc\td\n"),
    "page": (_HTML, html(body="<figure><figcaption>x</figcaption></figure>"), "<html><p>Words."),
    "plain": (f"---\ntitle: Boats\nauthors: [A B]\n---\n\n{_WORDS}\n", _WORDS),
}
"""What each reader begins with, by the name of its module."""

_PACK: Final[Mapping[str, Sequence[Callable[[bytes], bytes]]]] = {
    "docx": (
        lambda inner: make_docx("", "", **{"word/document.xml": inner}),
        lambda inner: make_docx(_BODY, "", **{"docProps/core.xml": inner}),
    ),
    "odt": (
        lambda inner: make_odt("", "", **{"content.xml": inner}),
        lambda inner: make_odt("<text:p>Boats.</text:p>", "", **{"meta.xml": inner}),
    ),
    "epub": (
        lambda inner: make_epub({"a.xhtml": inner}),
        lambda inner: make_epub({"a.xhtml": page(_WORDS)}, "", **{"OPS/book.opf": inner}),
        lambda inner: make_epub({"a.xhtml": page(_WORDS)}, "", **{"META-INF/container.xml": inner}),
    ),
    "wacz": (
        lambda inner: make_zip({"archive/a.warc": inner}),
        lambda inner: make_zip(
            {"archive/a.warc": SEEDS["wacz"][0], "pages/pages.jsonl": inner},
        ),
    ),
}


def pack(reader: str, inner: bytes) -> bytes:
    """Make a file of a format out of bytes; their number chooses the member that they fill."""
    ways = _PACK.get(reader)
    return ways[len(inner) % len(ways)](inner) if ways else inner


def seeds(reader: str) -> list[bytes]:
    """Give what a reader begins with; what is packed is as long as leads to its own member."""
    found = [seed.encode() if isinstance(seed, str) else seed for seed in SEEDS[reader]]
    ways = len(_PACK.get(reader, ()))
    return [_lengthened(seed, place, ways) if ways else seed for place, seed in enumerate(found)]


def _lengthened(seed: bytes, place: int, ways: int) -> bytes:
    return seed + b" " * ((place - len(seed)) % ways)
