"""Word, LibreOffice and books: the text that a reader of them sees."""

import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import KnownBy
from claims.read import Problem, read_articles, read_file
from claims.read.format import Draft, Material, find_format
from claims.read.format.bundle import LARGEST
from tests.read.format.reading import bodies, outcomes, read_all, read_one
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

LEAD = "Norland sent three hundred engineers to the flooded valley on Friday."
NEXT = "The bridge at Oster stood under two metres of water, the ministry of works said."
PROSE = " ".join([LEAD, NEXT] * 4)


def test_a_document_of_word_gives_its_paragraphs() -> None:
    """Runs are joined without a space; a tab and a line's end stay."""
    body = paragraph(run("Norland se"), run("nds engineers")) + paragraph(
        run("One"), "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>th</w:t><w:noBreakHyphen/></w:r>"
    )
    draft = read_one("a.docx", make_docx(body))
    assert draft.body == "Norland sends engineers\n\nOne\ttwo\nth-"
    assert draft.reader == "docx/1"


@pytest.mark.parametrize(
    "left_out",
    [
        "<w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>",
        f"<w:moveFrom>{run('gone')}</w:moveFrom>",
        run("gone", "<w:vanish/>"),
        "<w:r><w:instrText>gone</w:instrText></w:r>",
        f"<w:alternate><w:Fallback>{run('gone')}</w:Fallback></w:alternate>",
    ],
)
def test_what_a_reader_of_the_document_does_not_see_is_left_out(left_out: str) -> None:
    """Deleted, moved, hidden, a field's code, a second drawing of the same."""
    body = paragraph(run("Here "), left_out, run("and there."))
    assert read_one("a.docx", make_docx(body)).body == "Here and there."


def test_what_was_inserted_or_only_seems_hidden_is_read() -> None:
    """All changes count as accepted; a switch may be off."""
    body = paragraph(f"<w:ins>{run('Here ')}</w:ins>", run("too.", "<w:vanish w:val='0' />"))
    assert read_one("a.docx", make_docx(body)).body == "Here too."


def test_a_row_of_a_table_is_a_line() -> None:
    """With tabs between the cells."""
    cells = [f"<w:tc>{paragraph(run(words))}</w:tc>" for words in ("Oster", "12", "dead")]
    body = f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>{paragraph(run('After.'))}"
    assert read_one("a.docx", make_docx(body)).body == "Oster\t12\tdead\n\nAfter."
    odt = "".join(f"<table:table-cell><text:p>{n}</text:p></table:table-cell>" for n in "123")
    assert (
        read_one("a.odt", make_odt(f"<table:table-row>{odt}</table:table-row>")).body == "1\t2\t3"
    )


def test_the_main_part_may_have_another_name() -> None:
    """The file says where it is."""
    links = "<r><Relationship Type='x/officeDocument' Target='/doc/main.xml'/></r>"
    main = f"<w:document xmlns:w='{WORD}'>{paragraph(run('Words.'))}</w:document>"
    assert (
        read_one("a.docx", make_zip({"_rels/.rels": links, "doc/main.xml": main})).body == "Words."
    )


def test_a_document_of_libreoffice_gives_its_paragraphs() -> None:
    """Runs of spaces are an element; comments, notes and deleted passages are left out."""
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:h>Norland <text:span>sends</text:span> engineers</text:h>"
        "<text:p>One<text:s text:c='2'/>two<text:tab/>three<text:line-break/>four"
        "<office:annotation><dc:creator>gone</dc:creator><text:p>gone</text:p></office:annotation>"
        "<text:note><text:note-body><text:p>gone</text:p></text:note-body></text:note> five"
        "</text:p>"
    )
    draft = read_one("a.odt", make_odt(body))
    assert draft.body == "Norland sends engineers\n\nOne  two\tthree\nfour five"
    assert draft.reader == "odt/1"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "a.docx",
            make_docx(
                paragraph(run(LEAD)),
                "<dc:title>Floods</dc:title><dc:creator>Ann Example</dc:creator>"
                "<dcterms:created xmlns:dcterms='t'>2021-04-05T10:00:00Z</dcterms:created>",
            ),
        ),
        (
            "a.odt",
            make_odt(
                f"<text:p>{LEAD}</text:p>",
                "<dc:title>Floods</dc:title><meta:initial-creator>Ann Example"
                "</meta:initial-creator><dc:creator>admin</dc:creator><dc:date>2021-04-05</dc:date>",
            ),
        ),
    ],
)
def test_what_an_office_file_says_of_itself_is_only_inferred(name: str, data: bytes) -> None:
    """The day on which it was made is not the day of publication."""
    assert read_one(name, data).facts == {
        "title": ("Floods", KnownBy.INFERRED),
        "authors": (("Ann Example",), KnownBy.INFERRED),
    }


def test_damaged_properties_do_not_lose_the_text() -> None:
    """The article is what matters."""
    assert read_one("a.docx", make_docx(paragraph(run(LEAD)), "<broken>")).body == LEAD


def test_a_book_of_one_section_of_prose_is_an_article() -> None:
    """Cover and contents are no articles; the publisher's data is that of the article."""
    data = make_epub(
        {
            "cover.xhtml": page("<h1>Floods</h1>"),
            "story.xhtml": page(
                f"<h1>Engineers&nbsp;come</h1><p>{LEAD}<br/>{NEXT}</p><p>{PROSE}</p>"
            ),
        },
        "<dc:title>Floods</dc:title><dc:creator>Ann Example</dc:creator>"
        "<dc:publisher>The Daily Example</dc:publisher><dc:date>2021-04-05</dc:date>"
        "<dc:language>en</dc:language>",
    )
    draft = read_one("a.epub", data)
    assert draft.body == f"Engineers come\n\n{LEAD} {NEXT}\n\n{PROSE}"
    assert draft.part is None
    assert draft.facts == {
        "title": ("Floods", KnownBy.PAGE),
        "authors": (("Ann Example",), KnownBy.PAGE),
        "outlet": ("The Daily Example", KnownBy.PAGE),
        "published": ("2021-04-05", KnownBy.PAGE),
        "language": ("en", KnownBy.PAGE),
    }


def test_each_section_of_a_book_is_an_article(tmp_path: Path) -> None:
    """Its title is its own; one that is damaged does not hold up the others."""
    file = tmp_path / "a.epub"
    sections = {
        "one.xhtml": page(f"<h2>Engineers come to the valley</h2><p>{PROSE}</p>"),
        "bad.xhtml": page("<p>"),
        "two.xhtml": page(f"<h2>Boats come to the valley</h2><p>{PROSE} {LEAD}</p>"),
    }
    file.write_bytes(make_epub(sections, "<dc:title>Floods</dc:title>"))
    one, bad, two = read_articles(file)
    assert not isinstance(one, Problem)
    assert not isinstance(two, Problem)
    assert (one.title, two.title) == ("Engineers come to the valley", "Boats come to the valley")
    assert one.source is not None
    assert one.source.file == "a.epub, OPS/text/one.xhtml"
    assert isinstance(bad, Problem)
    assert "OPS/text/bad.xhtml: its XML is damaged" in str(bad.error)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_a_section_may_be_in_any_encoding(encoding: str) -> None:
    """By its mark, or as it declares."""
    text = page(f"<p>Überflutung &uuml;ber &amp; unter {PROSE}</p>").replace("utf-8", encoding)
    data = make_epub({"a.xhtml": text.encode(encoding)})
    assert read_one("a.epub", data).body.startswith("Überflutung über & unter Norland")


def test_each_is_known_by_what_it_holds(tmp_path: Path) -> None:
    """Whatever its name."""
    made = {
        "docx": make_docx(paragraph(run(LEAD))),
        "odt": make_odt(f"<text:p>{LEAD}</text:p>"),
        "epub": make_epub({"a.xhtml": page(f"<p>{PROSE}</p>")}),
    }
    for name, data in made.items():
        assert find_format(Material("a.txt", data=data)).name == name
        file = tmp_path / "story"
        file.write_bytes(data)
        assert LEAD in read_file(file).text.body


ENTITIES = (
    "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;']>"
)
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"


def _encrypted() -> bytes:
    data = bytearray(make_docx(paragraph(run(LEAD))))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[at + 8] |= 1
    return bytes(data)


def _packed(how: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as file:
        file.writestr("word/document.xml", "<p/>")
    return out.getvalue()


def _crowded() -> bytes:
    data = make_docx(paragraph(run(LEAD)))
    end = data.rindex(b"PK\x05\x06")
    return data[: end + 12] + (2**31).to_bytes(4, "little") + data[end + 16 :]


def _lying() -> bytes:
    """Say of a member that it is one byte long."""
    data = bytearray(make_docx(paragraph(run(LEAD)) * 500))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.rindex(mark, 0, data.rindex(b"word/document.xml"))
        data[at + place : at + place + 4] = (1).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b""),
        ("a.docx", b"Only words."),
        ("a.docx", make_docx(paragraph(run(LEAD)))[:200]),
        ("a.docx", make_zip({"other.xml": "x"})),
        ("a.docx", make_docx("<w:p>")),
        ("a.docx", make_docx("", **{"word/document.xml": ENTITIES + "<p>&c;</p>"})),
        ("a.docx", make_docx("", **{"word/document.xml": OUTSIDE + "<p>&a;</p>"})),
        ("a.docx", make_docx("<w:p>" * 100_000 + "</w:p>" * 100_000)),
        ("a.docx", make_docx("<w:p/>" * 20 + " " * (LARGEST + 10))),
        ("a.docx", make_docx("<w:p>", "a" * 10)),
        ("a.docx", _encrypted()),
        ("a.docx", _packed(zipfile.ZIP_BZIP2)),
        ("a.docx", _packed(zipfile.ZIP_LZMA)),
        ("a.docx", _crowded()),
        ("a.docx", _lying()),
        ("a.odt", make_odt("<text:p>")),
        ("a.odt", make_odt("", **{"content.xml": ENTITIES + "<p>&c;</p>"})),
        ("a.odt", make_odt("x", **{"META-INF/manifest.xml": "<a><encryption-data/></a>"})),
        ("a.epub", make_zip({"mimetype": "application/epub+zip"})),
        ("a.epub", make_epub({})),
        ("a.epub", make_epub({"a.xhtml": page("<p>Short.</p>")})),
        ("a.epub", make_epub({"a.xhtml": ENTITIES + f"<p>&c; {PROSE}</p>"})),
        ("a.epub", make_epub({"../../../x.xhtml": page(f"<p>{PROSE}</p>")}, "<dc:title>")),
        ("a.epub", make_epub({"a.xhtml": "<p>" * 100_000})),
        ("a.epub", make_epub({"a" * 2000 + ".xhtml": "<p>"})),
        ("a.epub", make_epub({"a.xhtml": " " * (LARGEST + 10)})),
        (
            "a.epub",
            make_epub({}, **{"META-INF/encryption.xml": "x", "META-INF/rights.xml": "x"}),
        ),
    ],
    ids=lambda value: str(len(value)),
)
def test_a_broken_or_hostile_file_is_a_line(name: str, data: bytes, tmp_path: Path) -> None:
    """In bounded time and memory, whatever it unpacks to."""
    file = tmp_path / name
    file.write_bytes(data)
    begun = time.monotonic()
    tracemalloc.start()
    found = list(read_articles(file))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found
    assert all(isinstance(one, Problem) and str(one.error).isprintable() for one in found)
    assert "hostname" not in str(found)
    assert time.monotonic() - begun < 20
    assert peak < 4 * LARGEST


def test_many_members_unpack_to_no_more_than_the_limit() -> None:
    """Each is small enough, all of them are not."""
    one = page("<p>" + PROSE + " " * (LARGEST // 2) + "</p>")
    with pytest.raises(InputError, match="unpacks to more than"):
        read_all("a.epub", make_epub({f"{n}.xhtml": one for n in range(6)}))


WHOLE = {
    "a.docx": make_docx(paragraph(run(LEAD)), "<dc:title>Floods</dc:title>"),
    "a.odt": make_odt(f"<text:p>{LEAD}</text:p>", "<dc:title>Floods</dc:title>"),
    "a.epub": make_epub({"a.xhtml": page(f"<p>{PROSE}</p>")}, "<dc:title>Floods</dc:title>"),
}
UNPACKED = {
    "a.docx": ("word/document.xml", "docProps/core.xml"),
    "a.odt": ("content.xml", "meta.xml"),
    "a.epub": ("META-INF/container.xml", "OPS/book.opf", "OPS/text/a.xhtml"),
}
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=6)


def _damage(data: bytes, damage: list[tuple[float, bytes]]) -> bytes:
    changed = bytearray(data)
    for share, new in damage:
        place = int(share * len(changed))
        changed[place : place + len(new)] = new
    return bytes(changed)


@settings(deadline=None)
@given(st.sampled_from(sorted(WHOLE)), DAMAGE)
def test_any_damage_of_the_zip_gives_text_or_a_line(
    name: str, damage: list[tuple[float, bytes]]
) -> None:
    """Bytes are overwritten anywhere."""
    for found in outcomes(name, _damage(WHOLE[name], damage)):
        assert isinstance(found, str | Draft)


@settings(deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 2), DAMAGE)
def test_any_damage_of_a_member_gives_text_or_a_line(
    name: str, which: int, damage: list[tuple[float, bytes]]
) -> None:
    """The zip is whole; what is in it is not."""
    member = UNPACKED[name][which % len(UNPACKED[name])]
    with zipfile.ZipFile(io.BytesIO(WHOLE[name])) as file:
        members: dict[str, bytes | str] = {one: file.read(one) for one in file.namelist()}
    members[member] = _damage(bytes(members[member]), damage)  # type: ignore[arg-type]
    for found in outcomes(name, make_zip(members)):
        assert isinstance(found, str | Draft)


def test_names_that_lead_elsewhere_are_only_names() -> None:
    """Nothing is written, and a section is looked for inside the book alone."""
    data = make_epub({"../../../etc/x.xhtml": page(f"<p>{PROSE}</p>")})
    (found,) = outcomes("a.epub", data)
    assert isinstance(found, str) or found.body == PROSE
    assert list(bodies("a.docx", WHOLE["a.docx"])) == [LEAD]
