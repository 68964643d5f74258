"""Articles in JSON, JSON Lines and CSV, under the usual names or those that a person gives."""

import json
import time
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Genre, KnownBy
from claims.read import Problem, read_articles
from claims.read.format.csv_articles import LONGEST_CELL
from claims.read.format.json_articles import LONGEST_LINE
from tests.read.format.reading import bodies, outcomes, read_all, read_one

TEXT = "Norland sent three hundred engineers to the flooded valley on Friday."
RECORD = {
    "headline": "Norland sends engineers",
    "articleBody": TEXT,
    "datePublished": "2021-04-05T23:30:00-04:00",
    "author": [{"@type": "Person", "name": "Ann Example"}, {"name": "Bo Sample"}],
    "publisher": {"name": "The Daily Example"},
    "url": "https://example.org/news/1",
    "inLanguage": "en",
    "genre": "opinion",
    "wordCount": 11,
}
FACTS = {
    "title": "Norland sends engineers",
    "published": "2021-04-05",
    "authors": ("Ann Example", "Bo Sample"),
    "outlet": "The Daily Example",
    "address": "https://example.org/news/1",
    "language": "en",
    "genre": Genre.OPINION,
}


def _json(value: Any, **how: Any) -> bytes:
    return json.dumps(value, **how).encode()


def _lines(records: Iterable[Any]) -> bytes:
    return b"".join(_json(record) + b"\n" for record in records)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("whole", [RECORD, [RECORD], {"status": "ok", "articles": [RECORD]}])
def test_an_article_of_json_states_what_it_is(whole: Any, indent: int | None) -> None:
    """Alone, in a list, or in a list under a name."""
    draft = read_one("a.json", _json(whole, indent=indent))
    assert (draft.body, draft.reader) == (TEXT, "json/1")
    assert draft.facts == {name: (value, KnownBy.FRONT_MATTER) for name, value in FACTS.items()}


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
def test_each_line_of_json_lines_is_an_article(name: str) -> None:
    """Blank lines are passed over; the suffix may say JSON alone."""
    data = _lines([RECORD, RECORD | {"articleBody": "Other words."}]).replace(b"}\n", b"}\n\n")
    assert list(bodies(name, data)) == [TEXT, "Other words."]
    assert [draft.part and draft.part.name for draft in read_all(name, data)] == [
        "line 1",
        "line 3",
    ]


def test_a_bad_line_does_not_hold_up_the_others(tmp_path: Path) -> None:
    """Each bad one is told by its number."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(_lines([RECORD]) + b"{\n[1]\n{}\n" + _lines([RECORD | {"text": "More."}]))
    first, broken, no_object, empty, last = read_articles(file)
    assert not isinstance(first, Problem)
    assert not isinstance(last, Problem)
    for problem, number in ((broken, 2), (no_object, 3), (empty, 4)):
        assert isinstance(problem, Problem)
        assert str(problem.error).startswith(f"{file}: line {number}: ")


def test_a_line_that_is_too_long_is_passed_over_in_bounded_memory(tmp_path: Path) -> None:
    """Two hundred megabytes without a break, and then an article."""
    file = tmp_path / "a.jsonl"
    with file.open("wb") as out:
        for _ in range(200):
            out.write(b" " * 2**20)
        out.write(b"\n" + _lines([RECORD]))
    tracemalloc.start()
    long, good = read_articles(file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(long, Problem)
    assert "line 1: it is longer than 16 MB" in str(long.error)
    assert not isinstance(good, Problem)
    assert peak < 4 * LONGEST_LINE


def test_a_person_says_which_key_is_which() -> None:
    """A path leads into objects; what is not there is unknown."""
    record = {"story": {"words": TEXT}, "head": "A headline", "text": "Not this."}
    columns = {"text": "story.words", "title": "head", "outlet": "paper"}
    (draft,) = read_all("a.json", _json(record), columns)
    assert draft.body == TEXT
    assert draft.facts == {"title": ("A headline", KnownBy.FRONT_MATTER)}


def test_without_a_known_text_the_names_are_listed() -> None:
    """With the option that says which it is."""
    with pytest.raises(InputError, match=r"say what is with --map text=NAME \(it has: a, b\)"):
        read_one("a.json", _json({"a": TEXT, "b": 1}))
    with pytest.raises(InputError, match=r"nothing in it is called x, or it is empty \(it has: a"):
        read_all("a.json", _json({"a": TEXT}), {"text": "x"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_row_of_a_table_is_an_article(delimiter: str, encoding: str) -> None:
    """Whatever parts the cells, and however they are encoded; quoted cells may hold line ends."""
    rows = [
        ("Headline", "Text", "Date", "Author"),
        ("Übers Wasser", '"First line.\r\nSecond ""line""."', "5 April 2021", "Ann Example"),
        ("", "Other words.", "", ""),
    ]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    one, two = read_all("a.csv", data)
    assert one.body == 'First line.\r\nSecond "line".'
    assert one.facts["title"] == ("Übers Wasser", KnownBy.FRONT_MATTER)
    assert one.facts["published"] == ("2021-04-05", KnownBy.FRONT_MATTER)
    assert one.part is not None
    assert one.part.name == "row 2"
    assert (two.body, two.facts) == ("Other words.", {})


def test_a_column_that_a_person_names_must_be_there() -> None:
    """The columns that are there are listed."""
    with pytest.raises(InputError, match="it has no column story; it has: a, b"):
        read_all("a.csv", b"a,b\n1,2\n", {"text": "story"})


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    """Many more rows take no more memory."""
    file = tmp_path / "a.csv"
    file.write_text("title,text\n" + "".join(f"t{n},{TEXT * 20} {n}\n" for n in range(3000)))
    tracemalloc.start()
    assert sum(not isinstance(one, Problem) for one in _heads(file)) == 3000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def _heads(file: Path) -> Iterable[object]:
    from claims.read.format import Material, read_drafts

    return read_drafts(Material.of_file(file))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"a":' * 100_000),
        ("a.json", b"[[],[]" + b",[]" * 1_000_000 + b"]"),
        ("a.json", b"1" * 100_000),
        ("a.json", b"[1, 2"),
        ("a.json", b'{"text": "a"} {"text": "b"}'),
        ("a.json", b'"' + b"\\ud800" * 10 + b'"'),
        ("a.json", b"\x00\x01"),
        ("a.json", b""),
        ("a.jsonl", b"[" * 100_000),
        ("a.csv", b"text\n" + b"x" * (LONGEST_CELL + 10)),
        ("a.csv", b'text\n"' + b"x\n" * LONGEST_CELL),
        ("a.csv", b"a,a,a\n1,2,3\n"),
        ("a.csv", b"a\n" + (b'"' + b"x\n" * (LONGEST_CELL // 2 - 9) + b'",') * 5),
        ("a.csv", b"\x00,\x00\n\x00"),
        ("a.csv", b"text\n" + b"ok\n" * 30_000 + b"\xc5\x81\xff\n"),
    ],
)
def test_hostile_tables_give_lines(name: str, data: bytes) -> None:
    """One for each thing that is wrong, in bounded time."""
    begun = time.monotonic()
    *_, last = outcomes(name, data)
    assert isinstance(last, str)
    assert time.monotonic() - begun < 20


def test_a_lone_surrogate_in_a_text_is_refused(tmp_path: Path) -> None:
    """JSON can write what no text may hold."""
    file = tmp_path / "a.json"
    file.write_bytes(rb'[{"text": "a \ud800 b"}, {"text": "NUL \u0000"}, {"text": "Good."}]')
    one, two, good = read_articles(file)
    assert isinstance(one, Problem)
    assert "item 1: it holds a lone surrogate" in str(one.error)
    assert isinstance(two, Problem)
    assert "item 2: it holds a NUL" in str(two.error)
    assert not isinstance(good, Problem)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
_KEYS = st.sampled_from([*RECORD, "text", "title", "authors", "published", "source"])


@settings(deadline=None)
@given(st.dictionaries(_KEYS, _VALUES), st.sampled_from(["a.json", "a.jsonl"]))
def test_any_record_is_an_article_or_a_line(record: dict[str, Any], name: str) -> None:
    """Values of any type under any name."""
    (found,) = outcomes(name, _json(record)) or [""]
    assert isinstance(found, str) or found.body.strip()


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.json", "a.jsonl", "a.csv"]))
def test_any_bytes_are_articles_or_lines(data: bytes, name: str) -> None:
    """Alone, and after good beginnings."""
    for whole in (data, _lines([RECORD]) + data, b"title,text\na,b\n" + data):
        outcomes(name, whole)
