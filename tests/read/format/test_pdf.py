"""PDF files give their text as people read it, or one line that says why they do not."""

import io
import time
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import KnownBy, Text
from claims.read import make_view, read_file
from claims.read.format import Draft, Material, find_format
from claims.read.format.pdf import MOST_PAGES
from tests.read.format.pdf_maker import SIZE, Place, assemble, column, draw, make_pdf, number
from tests.read.format.reading import outcomes, read_one

HEAD: list[Place] = [
    (60, 800, 20, "Norland sends engineers to the flooded valley"),
    (60, 770, SIZE, "By Ann Example"),
    (60, 750, SIZE, "5 April 2021"),
]
LEFT = [
    "Norland sent three hundred engin-",
    "eers to the flooded valley on Friday,",
    "the ministry of works said in a so-",
    "called bulletin. The bridge at Oster",
    "stood under two metres of water.",
]
RIGHT = [
    "Villagers waited on their roofs for a",
    "second night, a reporter of the daily",
    "wrote, and boats came only at dawn",
    "with bread and with blankets for the",
    "oldest of them, she wrote on Sunday.",
]
FIRST = (
    "Norland sent three hundred engineers to the flooded valley on Friday, the ministry of works "
    "said in a so-called bulletin. The bridge at Oster stood under two metres of water."
)
SECOND = (
    "Villagers waited on their roofs for a second night, a reporter of the daily wrote, and boats "
    "came only at dawn with bread and with blankets for the oldest of them, she wrote on Sunday."
)


def _read(data: bytes) -> Draft:
    return read_one("a.pdf", data)


def _paragraphs(*pages: Sequence[Place]) -> list[str]:
    return _read(make_pdf(pages)).body.split("\n\n")


def test_a_page_is_read_with_its_headline_and_byline(tmp_path: Path) -> None:
    """The text says what it is; words parted at a line's end are whole."""
    file = tmp_path / "story"
    file.write_bytes(make_pdf([[*HEAD, *column(LEFT, top=720)]]))
    article = read_file(file)
    assert article.text.body.split("\n\n")[-1] == FIRST
    assert (article.title, article.authors) == (HEAD[0][3], ("Ann Example",))
    assert (article.published, article.how_known("published")) == ("2021-04-05", KnownBy.TEXT)
    assert article.source is not None
    assert article.source.reader == f"pdf/1 pypdf/{pypdf.__version__}"
    assert article.source.size == file.stat().st_size


def test_columns_are_read_one_after_the_other() -> None:
    """Drawn column by column, as most programs do."""
    page = [*HEAD, *column(LEFT, top=720), *column(RIGHT, x=300, top=720)]
    assert _paragraphs(page)[-2:] == [FIRST, SECOND]


def test_columns_that_are_drawn_row_by_row_are_put_in_order() -> None:
    """Some programs draw across the page."""
    rows = zip(column(LEFT, top=720), column(RIGHT, x=300, top=720), strict=True)
    page = [*HEAD, *(place for row in rows for place in row)]
    assert _paragraphs(page)[-2:] == [FIRST, SECOND]


def test_the_rows_of_a_table_stay_rows() -> None:
    """Short cells are no prose."""
    table = [("Oster", "12"), ("Norville", "7"), ("Weir", "30"), ("Lock", "4"), ("Dam", "9")]
    page = [
        (x, 700 - 14 * row, SIZE, cell)
        for row, cells in enumerate(table)
        for x, cell in zip((60, 300), cells, strict=True)
    ]
    assert _paragraphs(page) == ["\t".join(row) for row in table]


def test_a_paragraph_that_runs_on_over_the_page_is_one() -> None:
    """Page numbers and running heads between its halves are left out."""
    pages = [
        [
            (60, 800, 9, f"The Daily Example, 5 April 2021, {number}"),
            *column(lines),
            (290, 30, 9, str(number)),
        ]
        for number, lines in ((11, LEFT[:3]), (12, LEFT[3:]), (13, RIGHT))
    ]
    assert _paragraphs(*pages) == [FIRST, SECOND]


@pytest.mark.parametrize("words", ["3", "- 3 -", "Page 3", "3 / 9", "page 3 of 9", "iii"])
def test_page_numbers_are_left_out(words: str) -> None:
    """At the foot of the page, apart from the text."""
    assert _paragraphs([*column(LEFT), (290, 30, 9, words)]) == [FIRST]


def test_a_number_that_belongs_to_the_text_stays() -> None:
    """A figure on a line of its own, with the text close above it."""
    page = [*column([*LEFT, "The toll, in dead and missing, came to", "300"])]
    assert _paragraphs(page)[-1].endswith("300")


def test_the_headline_above_later_pages_is_a_running_head() -> None:
    """Its words stand on the first page in larger letters."""
    later = [(60, 800, 9, HEAD[0][3]), *column(RIGHT)]
    body = _read(make_pdf([[*HEAD, *column(LEFT, top=720)], later])).body
    assert body.count(HEAD[0][3]) == 1


def test_indented_lines_begin_paragraphs() -> None:
    """As in most newspapers, without space between paragraphs."""
    lines = column([*LEFT, *RIGHT])
    lines[5] = (72, *lines[5][1:])
    assert _paragraphs(lines) == [FIRST, SECOND]


def test_a_large_initial_belongs_to_its_word() -> None:
    """It is drawn before the rest of the word, in larger letters."""
    page = [(60, 732, 40, "N"), *column([LEFT[0][1:], *LEFT[1:]], x=95)]
    assert _paragraphs(page) == [FIRST]


def test_quotes_can_be_found_in_the_text() -> None:
    """A paragraph of the view is a stretch of the text."""
    view = make_view(Text(_read(make_pdf([[*HEAD, *column(LEFT, top=720)]])).body))
    assert view.text.body[view.paragraphs[-1].offsets[0] :] == FIRST


@pytest.mark.parametrize(
    ("info", "title", "authors"),
    [
        ({"Title": "Floods in the north", "Author": "Bo Sample"}, True, True),
        ({"Title": "Microsoft Word - final2.doc", "Author": "admin"}, False, False),
        ({"Title": "layout.indd"}, False, False),
        ({"CreationDate": "D:20210405120000Z"}, False, False),
    ],
)
def test_what_the_file_says_of_itself_is_only_inferred(
    info: dict[str, str], *, title: bool, authors: bool
) -> None:
    """Titles of templates and the day of making say nothing of the article."""
    facts = _read(make_pdf([column(LEFT)], info)).facts
    assert ("title" in facts, "authors" in facts) == (title, authors)
    assert "published" not in facts
    assert {how for _, how in facts.values()} <= {KnownBy.INFERRED}


def test_a_scan_says_that_it_is_one() -> None:
    """Pages without text; the remedy is named."""
    with pytest.raises(InputError, match=r"no text in its 2 pages: a scan.*ocrmypdf"):
        _read(assemble([b"q 595 0 0 842 0 0 cm Q", b""]))


def test_an_encrypted_file_says_so() -> None:
    """A password is asked of the person, not guessed."""
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(make_pdf([column(LEFT)])))
    writer.encrypt("secret", algorithm="AES-256")
    with pytest.raises(InputError, match="encrypted"):
        _read(_written(writer))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_file_that_is_locked_without_a_password_is_read(algorithm: str) -> None:
    """Many publishers forbid copying in that way; quoting is no copying."""
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(make_pdf([column(LEFT)])))
    writer.encrypt("", "owner", algorithm=algorithm)
    assert _read(_written(writer)).body == FIRST


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_of_many_pages_is_no_article() -> None:
    """Refused before any page is read."""
    data = assemble([b""] * (MOST_PAGES + 1))
    with pytest.raises(InputError, match="more than one article"):
        _read(data)


def _looping_tree() -> bytes:
    return number([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def _looping_form() -> bytes:
    form = (
        b"<</Type/XObject/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>/Length 5>>"
        b"stream\n/X Do\nendstream"
    )
    page = b"<</Type/Page/Parent 2 0 R/Resources<</XObject<</X 5 0 R>>>>/Contents 6 0 R>>"
    kids = b"<</Type/Pages/Kids[4 0 R]/Count 1>>"
    call = b"<</Length 5>>stream\n/X Do\nendstream"
    return number([b"<</Type/Catalog/Pages 2 0 R>>", kids, b"null", page, form, call])


def _looping_table() -> bytes:
    data = make_pdf([column(LEFT)])
    start = data.rindex(b"startxref")
    at = int(data[start:].split()[1])
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % at)


def _bomb() -> bytes:
    return assemble([b"BT /F1 11 Tf (a) Tj ET " + b" " * 40_000_000])


def _nested() -> bytes:
    return assemble([draw(column(LEFT)) + b"[" * 100_000])


def _deep_arrays() -> bytes:
    return number([b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 100_000 + b"]" * 100_000])


def _many_operators() -> bytes:
    return assemble([b"q Q " * 1_000_000])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Only words.",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\0" * 1000,
        make_pdf([column(LEFT)])[:400],
        _looping_tree(),
        _looping_form(),
        _bomb(),
        _deep_arrays(),
        _many_operators(),
    ],
    ids=lambda data: str(len(data)),
)
def test_a_broken_or_hostile_file_is_one_line(data: bytes) -> None:
    """In bounded time; the message ends with what to do."""
    begun = time.monotonic()
    with pytest.raises(InputError) as caught:
        _read(data)
    assert "\n" not in str(caught.value)
    assert "Error" not in str(caught.value)
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("data", [_looping_table(), _nested()], ids=["table", "nested"])
def test_a_damaged_file_may_still_be_read(data: bytes) -> None:
    """Where the damage is not in what is read."""
    (found,) = outcomes("a.pdf", data)
    assert isinstance(found, str) or found.body == FIRST


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A string that is never closed is read again for each object behind it."""
    monkeypatch.setattr("claims.read.format.pdf.LONGEST_S", 1.0)
    data = b"%PDF-1.7\n" + b"9 0 obj\n(" * 20_000 + make_pdf([column(LEFT)])[9:-200]
    begun = time.monotonic()
    (found,) = outcomes("a.pdf", data)
    assert isinstance(found, str)
    assert time.monotonic() - begun < 15


WHOLE = make_pdf([[*HEAD, *column(LEFT, top=720)]])


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(max_size=4)), max_size=6),
    st.integers(0, len(WHOLE)),
)
def test_any_damage_gives_text_or_one_line(damage: list[tuple[int, bytes]], cut: int) -> None:
    """Bytes are overwritten, and the end may be missing."""
    data = bytearray(WHOLE)
    for place, new in damage:
        data[place : place + len(new)] = new
    (found,) = outcomes("a.pdf", bytes(data[:cut] if cut % 3 == 0 else data))
    if isinstance(found, Draft):
        found.body.encode()
        assert "\0" not in found.body


def test_a_pdf_file_of_any_name_is_one() -> None:
    """Its first bytes say so."""
    assert find_format(Material("story.txt", data=b"%PDF-1.4\n")).name == "pdf"
