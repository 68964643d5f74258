"""Web archives: what a server sent as a page or a PDF file is an article."""

import gzip
import json
import sys
import time
import tracemalloc
import zlib
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import KnownBy
from claims.read import Problem, find_files, read_articles
from claims.read.format import Draft, Material, find_format, get_format
from claims.read.format.warc import LARGEST
from tests.read.format.pdf_maker import column, make_pdf
from tests.read.format.reading import outcomes, read_all
from tests.read.format.warc_maker import answer, packed, record
from tests.read.format.zip_maker import make_zip

LINES = ("Norland sent three hundred engineers to", "the flooded valley on Friday.")
BODY = " ".join(LINES)
PDF = make_pdf([column(LINES)])
ONE = answer("https://example.org/1.pdf", PDF)
TWO = answer("https://example.org/2.pdf", make_pdf([column(["Boats came at dawn, it said."])]))
OTHERS = (
    record("warcinfo", "", b"software: none\r\n", "application/warc-fields"),
    record("request", "https://example.org/1.pdf", b"GET /1.pdf HTTP/1.1\r\n\r\n"),
    answer("https://example.org/x.png", b"\x89PNG", "image/png"),
    answer("https://example.org/gone.pdf", PDF, status="404 Not Found"),
    record("revisit", "https://example.org/1.pdf", b"HTTP/1.1 200 OK\r\n\r\n"),
)


@pytest.mark.parametrize("data", [b"".join([*OTHERS, ONE, TWO]), packed(*OTHERS, ONE, TWO)])
def test_each_answer_with_an_article_is_one(data: bytes) -> None:
    """Packed or not; pictures, requests, failures and references are passed over."""
    one, two = read_all("a.warc", data)
    assert (one.body, two.body) == (BODY, "Boats came at dawn, it said.")
    assert one.facts == {"address": ("https://example.org/1.pdf", KnownBy.PAGE)}
    assert one.part is not None
    assert (one.part.name, one.part.size) == ("https://example.org/1.pdf", len(PDF))
    assert one.reader.startswith("warc/1 warcio/")
    assert " pdf/1 pypdf/" in one.reader


def _bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("more", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(PDF)),
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PDF), PDF)),
        (
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(PDF)), gzip.compress(PDF)),
        ),
        ("Content-Encoding: gzip\r\n", PDF),
        ("Transfer-Encoding: Chunked\r\n", b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(PDF), PDF)),
        ("Transfer-Encoding: chunked\r\n", PDF),
        ("Content-Encoding: deflate\r\n", zlib.compress(PDF)),
        ("Content-Encoding: deflate\r\n", _bare_deflate(PDF)),
        ("Content-Encoding: deflate\r\n", PDF),
        ("Content-Encoding: br\r\n", brotli.compress(PDF)),
        ("Content-Encoding: BR\r\n", PDF),
        ("Content-Encoding: gzip, br\r\n", brotli.compress(gzip.compress(PDF))),
        ("Content-Encoding: identity\r\n", PDF),
    ],
)
def test_an_answer_is_unpacked_as_its_header_says(more: str, body: bytes) -> None:
    """Some tools keep the header and unpack the body."""
    (draft,) = read_all("a.warc", answer("https://example.org/1.pdf", body, more=more))
    assert draft.body == BODY


@pytest.mark.parametrize(
    ("encoding", "body", "words"),
    [
        ("br", b"nonsense" * 9, "it is not packed as it says (br), or is damaged"),
        ("deflate", b"\x78\x9cnonsense", "it is not packed as it says (deflate), or is damaged"),
        ("zstd", b"(\xb5/\xfdx", "it is packed in a way that is not read ('zstd')"),
        ("gzip, gzip, gzip", PDF, "it is packed 3 times over"),
        ("br", brotli.compress(bytes(64 * 2**20), quality=1), "it is larger than 32 MB"),
        ("deflate", zlib.compress(bytes(64 * 2**20), 1), "it is larger than 32 MB"),
        ("br", brotli.compress(PDF)[:40], "page"),
    ],
    ids=str,
)
def test_an_answer_that_cannot_be_unpacked_does_not_hold_up_the_others(
    encoding: str, body: bytes, words: str
) -> None:
    """It is told in the line about the pages without an article; in little memory."""
    more = f"Content-Encoding: {encoding}\r\n"
    data = answer("https://example.org/bad.pdf", body, more=more) + ONE
    tracemalloc.start()
    good, line = outcomes("a.warc", data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(good, Draft)
    assert good.body == BODY
    assert isinstance(line, str)
    assert words in line
    assert peak < 4 * LARGEST


def test_a_missing_library_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Answers that are packed in another way are read without it."""
    monkeypatch.setitem(sys.modules, "brotli", None)
    more = "Content-Encoding: br\r\n"
    data = answer("https://example.org/1.pdf", brotli.compress(PDF), more=more) + ONE
    good, line = outcomes("a.warc", data)
    assert isinstance(good, Draft)
    assert "packed with brotli; install it with: pip install 'claimledger[warc]'" in str(line)


def test_a_record_without_a_server_is_read_too() -> None:
    """Tools that archive files write such."""
    (draft,) = read_all(
        "a.warc", record("resource", "https://example.org/1.pdf", PDF, "application/pdf")
    )
    assert draft.body == BODY


def test_an_archive_is_known_by_its_first_bytes_and_its_suffix(tmp_path: Path) -> None:
    """Packed ones too; other packed files are not archives."""
    assert find_format(Material("a", data=packed(ONE))).name == "warc"
    assert find_format(Material("a", data=ONE)).name == "warc"
    assert find_format(Material("a.txt", data=gzip.compress(b"Words."))).name == "plain"
    for name in ("a.warc.gz", "b.warc", "c.gz"):
        (tmp_path / name).write_bytes(packed(ONE))
    found = [path.name for path in find_files([tmp_path]) if isinstance(path, Path)]
    assert found == ["a.warc.gz", "b.warc"]


def test_pages_without_an_article_are_counted_in_one_line(tmp_path: Path) -> None:
    """An archive has many of them."""
    file = tmp_path / "a.warc"
    bad = [answer(f"https://example.org/{n}.pdf", b"%PDF-nonsense") for n in range(30)]
    file.write_bytes(b"".join([*bad, ONE]))
    good, line = read_articles(file)
    assert not isinstance(good, Problem)
    assert good.address == "https://example.org/1.pdf"
    assert isinstance(line, Problem)
    assert "30 of 31 pages hold no article; the first is https://example.org/0.pdf" in str(
        line.error
    )


@pytest.mark.skipif(get_format("page") is None, reason="pages are not read yet")
def test_a_page_of_an_archive_is_read_as_a_page() -> None:
    """With the address and the encoding that the server told."""
    words = " ".join([BODY] * 6).replace("Norland", "Nörland")
    page = f"<html><body><article><h1>A head line of it</h1><p>{words}</p></article></body></html>"
    kind = "text/html; charset=iso-8859-1"
    (draft,) = read_all("a.warc", answer("https://example.org/n", page.encode("iso-8859-1"), kind))
    assert "Nörland sent" in draft.body
    assert draft.facts["address"] == ("https://example.org/n", KnownBy.PAGE)


def _wacz(pages: list[object] | None) -> bytes:
    members: dict[str, bytes | str] = {
        "datapackage.json": "{}",
        "archive/data.warc.gz": packed(ONE, TWO),
    }
    if pages is not None:
        members["pages/pages.jsonl"] = "\n".join(map(json.dumps, pages))
    return make_zip(members)


def test_of_an_archive_with_a_list_the_listed_pages_are_read() -> None:
    """A browser archives much that nobody looked at."""
    data = _wacz([{"format": "json-pages-1.0"}, {"url": "https://example.org/2.pdf"}, 7])
    assert find_format(Material("a.zip", data=data)).name == "wacz"
    assert [draft.part.name for draft in read_all("a.wacz", data) if draft.part] == [
        "https://example.org/2.pdf"
    ]
    assert len(read_all("a.wacz", _wacz(None))) == 2


def test_an_archive_is_read_in_the_memory_of_one_answer(tmp_path: Path) -> None:
    """Two hundred megabytes of film before the page."""
    file = tmp_path / "a.warc"
    film = answer("https://example.org/film", b"x" * (64 * 2**20 - 300) + b"\n", "video/mp4")
    with file.open("wb") as out:
        for _ in range(3):
            out.write(film)
        out.write(ONE)
    del film
    tracemalloc.start()
    (found,) = read_articles(file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not isinstance(found, Problem)
    assert peak < LARGEST


CHUNKED = "Transfer-Encoding: chunked\r\n"


def _bomb(piece: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join([*(packer.compress(piece) for _ in range(times)), packer.flush()])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"WARC/1.0\r\n",
        b"Words.",
        gzip.compress(b"Words."),
        packed(ONE)[:-200],
        ONE[:-200] + b"WARC/1.0 no more",
        _bomb(bytes(2**20), 300),
        _bomb(b"WARC/1.0\r\n\r\n\r\n" * 70_000, 300),
        b"WARC/1.0\r\n" + b"a: b\r\n" * 200_000,
        b"WARC/1.0\r\n" + b"a" * 2_000_000,
        b"WARC/1.0\r\n" + b"a: b\r\n " + b" c\r\n" * 200_000,
        record("response", "https://x.org/a.pdf", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200_000),
        answer("https://x.org/a.pdf", _bomb(bytes(2**20), 200), more="Content-Encoding: gzip\r\n"),
        answer("https://x.org/\x1b[31ma.pdf", b"%PDF-"),
        answer(
            "https://x.org/a.pdf", b"1\r\nx\r\n" * 100_000, more="Transfer-Encoding: chunked\r\n"
        ),
        record("response", "", b""),
        answer("https://x.org/a b\x1b[31m.pdf", b"%PDF-"),
        gzip.compress(gzip.compress(ONE)),
    ],
    ids=lambda data: str(len(data)),
)
def test_a_hostile_archive_gives_lines(
    data: bytes, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """In bounded time and memory, with nothing on the screen and in no log."""
    begun = time.monotonic()
    tracemalloc.start()
    found = outcomes("a.warc", data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert all(isinstance(one, str) or one.body == BODY for one in found)
    assert time.monotonic() - begun < 30
    assert peak < 4 * LARGEST
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


@pytest.mark.parametrize(
    "data",
    [
        make_zip({"datapackage.json": "{}"}),
        make_zip({"archive/a.warc.gz": b"nonsense"}),
        make_zip({"archive/a.warc": _bomb(bytes(2**20), 300)}),
        make_zip({"archive/a.warc": ONE, "pages/pages.jsonl": b"[" * 100_000})[:-30],
    ],
)
def test_a_hostile_archive_in_a_zip_gives_lines(data: bytes) -> None:
    """Whatever is packed in what."""
    assert all(isinstance(one, str) for one in outcomes("a.wacz", data))


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=5)), max_size=6),
    st.sampled_from([ONE + TWO, packed(ONE, TWO), _wacz([{"url": "https://example.org/2.pdf"}])]),
)
def test_any_damage_gives_articles_or_lines(
    damage: list[tuple[float, bytes]], archive: bytes
) -> None:
    """Bytes are overwritten anywhere."""
    data = bytearray(archive)
    for share, new in damage:
        place = int(share * len(data))
        data[place : place + len(new)] = new
    for name in ("a.warc", "a.wacz"):
        assert all(isinstance(found, str | Draft) for found in outcomes(name, bytes(data)))
