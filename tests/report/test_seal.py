"""The seal: a hash of the file in the file, and data that no text can break out of."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Filter, Genre, Kind
from claims.report.form import Form
from claims.report.imprint import Imprint
from claims.report.seal import Origin
from claims.report.seal.fields import read_fields
from claims.report.seal.file import data_of, read_sealed
from claims.report.seal.origin import origin_document, origin_from
from claims.service.report import Order
from claims.service.sealed import write_sealed
from db import Database
from tests.report.hostile import ALL, store_hostile
from tests.report.reseal import blanked, reseal

HASHED: Final = (Form.HTML, Form.JSON, Form.MARKDOWN)
DAY: Final = "2026-06-01"


def write(database: Database, folder: Path, form: Form, title: str = "Troops") -> Path:
    """Write a sealed report."""
    file = folder / f"report.{form}"
    order = Order(form, DAY, title)
    pieces = write_sealed(database, Filter(), order)
    file.write_bytes(b"".join(pieces))
    return file


@pytest.fixture
def hostile(database: Database) -> Database:
    """Store articles whose every word tries to break out."""
    with database.write() as session:
        store_hostile(session)
    return database


class Scripts(HTMLParser):
    """What stands inside the scripts of a page, as a browser takes it apart."""

    def __init__(self) -> None:
        """Begin outside."""
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        """Enter a script."""
        self.inside = tag == "script"
        if self.inside:
            self.found.append("")

    def handle_endtag(self, _tag: str) -> None:
        """Leave it."""
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Take what it holds."""
        if self.inside:
            self.found[-1] += data


@pytest.mark.parametrize("form", HASHED)
def test_the_hash_is_that_of_the_file_with_zeros_in_its_place(
    empty_story: Database, tmp_path: Path, form: Form
) -> None:
    """So that anybody can make it again with sha256sum and an editor."""
    stated, found = blanked(write(empty_story, tmp_path, form).read_bytes())
    assert stated == found


@pytest.mark.parametrize("form", HASHED)
def test_what_it_was_made_from_stands_in_the_seal(
    empty_story: Database, tmp_path: Path, form: Form
) -> None:
    """Title, day, version and filters, read back as they were."""
    sealed = read_sealed(write(empty_story, tmp_path, form))
    assert sealed.form is form
    assert sealed.is_whole
    assert sealed.origin is not None
    assert (sealed.origin.imprint.title, sealed.origin.imprint.day) == ("Troops", DAY)


@pytest.mark.parametrize("form", HASHED)
def test_a_hostile_title_ends_no_seal(hostile: Database, tmp_path: Path, form: Form) -> None:
    """Neither the comment of Markdown nor the script of a page."""
    title = f"--> {ALL} </script> ]]> -- \u2028 \\"
    sealed = read_sealed(write(hostile, tmp_path, form, title))
    assert sealed.is_whole
    assert sealed.origin is not None
    assert sealed.origin.imprint.title == title
    if form is Form.MARKDOWN:
        seal = sealed.file.read_text("utf-8").rpartition("<!-- claims-seal ")[2]
        assert seal.count("--") == 1
        assert seal.endswith("} -->\n")


def test_no_text_ends_the_data_of_a_page(hostile: Database, tmp_path: Path) -> None:
    """One script, which a browser does not run, with the very document of the JSON report."""
    page = Scripts()
    page.feed(write(hostile, tmp_path, Form.HTML).read_text("utf-8"))
    assert len(page.found) == 1
    assert not {"<", ">", "&"} & set(page.found[0])
    data = json.loads(page.found[0])
    document = json.loads(write(hostile, tmp_path, Form.JSON).read_text("utf-8"))
    assert data.pop("seal").keys() == document.pop("seal").keys()
    assert data == document
    assert ALL.replace("\x1b", "") in data["conflicts"][0]["left"]["quote"].replace("\x1b", "")


def test_the_data_is_read_a_thing_at_a_time(hostile: Database, tmp_path: Path) -> None:
    """From a page as from JSON."""
    told = []
    for form in (Form.HTML, Form.JSON):
        with data_of(read_sealed(write(hostile, tmp_path, form))) as fields:
            told.append([(name, value) for name, value in fields if name != "seal"])
    assert told[0] == told[1]
    names = [name for name, _ in told[0]]
    assert [names.count(name) for name in ("counts", "conflicts", "articles")] == [1, 2, 3]


def test_a_table_is_sealed_row_by_row(empty_story: Database, tmp_path: Path) -> None:
    """The seal made anew from its description is the same; the last row says that it is."""
    file = write(empty_story, tmp_path, Form.CSV)
    content = file.read_bytes()
    reseal(file)
    assert file.read_bytes() == content
    heads, *rows = content.decode("utf-8-sig").splitlines()
    assert heads.endswith(",seal")
    assert [",end " in row for row in rows] == [False] * (len(rows) - 1) + [True]


def test_filters_are_read_back_as_they_were() -> None:
    """Those of a vocabulary as words of it."""
    narrow = Filter(kinds=(Kind.QUANTITY,), genres=(Genre.NEWS,), about="a; b", rules=("scope",))
    origin = Origin(Imprint(DAY, "1.2.3", "x"), narrow, with_internal=True)
    assert origin_from(json.loads(json.dumps(origin_document(origin)))) == origin


@pytest.mark.parametrize("broken", [{}, {"title": "x"}, [], {"filter": 3}])
def test_an_origin_that_cannot_be_read_is_refused(broken: Any) -> None:
    """It was changed."""
    with pytest.raises(InputError, match="made from"):
        origin_from(broken)


class Dripping(io.StringIO):
    """A stream that gives three characters at a time."""

    def read(self, _size: int | None = -1) -> str:
        """Give a few characters, however many are asked for."""
        return super().read(3)


VALUES: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def _fields(document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in document.items():
        yield from ((name, item) for item in value) if isinstance(value, list) else [(name, value)]


@settings(deadline=None)
@given(st.dictionaries(st.text(), VALUES, max_size=4), st.sampled_from([None, 2]))
def test_fields_are_read_as_a_reader_of_json_would(document: Any, indent: int | None) -> None:
    """Wherever the stream breaks off between two reads."""
    text = json.dumps(document, indent=indent)
    assert list(read_fields(Dripping(text))) == list(_fields(document))


@pytest.mark.parametrize(
    "broken", ["", "[1]", '{"a"', '{"a": [1, 2', '{"a": 1 "b": 2}', '{"a": [1 2]}', '{"a": x}']
)
def test_broken_json_is_refused(broken: str) -> None:
    """Never read as something shorter."""
    with pytest.raises(InputError):
        list(read_fields(io.StringIO(broken)))
