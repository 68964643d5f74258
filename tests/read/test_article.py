"""A file becomes an article with each field from its surest source."""

import hashlib
import os
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.model import Genre, KnownBy, Rendition
from claims.read import Given, Reading, describe, read_file
from claims.read.format import SIZE_LIMIT

BODY = """Norland sends engineers to the flooded valley

By Ann Example
5 April 2021

Norland sent three hundred engineers to the flooded valley on Friday, the ministry of works said.
"""
FRONT = """---
title: From the front matter
author: Bo Sample
published: April 2021
url: https://www.dawn.com/news/1
---
"""


def _file(folder: Path, data: bytes | str, name: str = "a.txt") -> Path:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def test_what_the_text_says_is_known_by_the_text(tmp_path: Path) -> None:
    """Headline, byline and the day under it."""
    article = read_file(_file(tmp_path, BODY))
    assert article.title == "Norland sends engineers to the flooded valley"
    assert (article.authors, article.published) == (("Ann Example",), "2021-04-05")
    assert {article.how_known(name) for name in ("title", "authors", "published")} == {KnownBy.TEXT}
    assert (article.outlet, article.how_known("outlet")) == (None, KnownBy.UNKNOWN)
    assert (article.genre, article.rendition) == (Genre.UNKNOWN, Rendition.VERBATIM)


def test_front_matter_comes_before_the_text_and_the_person_before_both(tmp_path: Path) -> None:
    """Each field on its own."""
    given = Given(title="From the person", published="2021", rendition=Rendition.DIGEST)
    article = read_file(_file(tmp_path, FRONT + BODY), given)
    assert (article.title, article.how_known("title")) == ("From the person", KnownBy.USER)
    assert (article.authors, article.how_known("authors")) == (("Bo Sample",), KnownBy.FRONT_MATTER)
    assert (article.published, article.rendition) == ("2021", Rendition.DIGEST)
    assert (article.outlet, article.how_known("outlet")) == ("Dawn", KnownBy.INFERRED)


def test_the_text_is_the_body_and_the_source_is_the_bytes(tmp_path: Path) -> None:
    """Newlines untouched; front matter and byte order mark are of the file, not of the text."""
    data = b"\xef\xbb\xbf" + (FRONT + BODY).replace("\n", "\r\n").encode()
    article = read_file(_file(tmp_path, data, "b.md"))
    source = article.source
    assert article.text.body == BODY.replace("\n", "\r\n")
    assert source is not None
    assert (source.file, source.size, source.encoding) == ("b.md", len(data), "utf-8")
    assert (source.sha256, source.reader) == (hashlib.sha256(data).hexdigest(), "markdown/1")
    assert article.file == "b.md"


def test_other_front_matter_leaves_the_text_the_same(tmp_path: Path) -> None:
    """The identity of a text is its body."""
    left = read_file(_file(tmp_path, FRONT + BODY))
    right = read_file(_file(tmp_path, BODY))
    assert left.text.id == right.text.id


def test_a_file_name_that_is_no_text_is_made_one(tmp_path: Path) -> None:
    """A database keeps no broken characters."""
    name = os.fsdecode(b"bad\xff.txt")
    try:
        article = read_file(_file(tmp_path, BODY, name))
    except InputError as error:
        pytest.skip(f"this file system has no such names: {error}")
    assert article.file is not None
    article.file.encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is no text in it"),
        (b" \r\n\t\n", "there is no text in it"),
        (FRONT.encode(), "there is no text in it"),
        (b"\x00\x01\x02", "NUL"),
        (b"---\ntitle: [\n---\nBody", "front matter, line"),
        ("Body \ud800".encode("utf-8", "surrogatepass"), "lone surrogate"),
    ],
)
def test_a_bad_file_is_one_line_that_names_it(tmp_path: Path, data: bytes, why: str) -> None:
    """Path first, then what is wrong."""
    file = _file(tmp_path, data)
    with pytest.raises(InputError, match=why) as caught:
        read_file(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    """A folder with the name of a file, a link that leads nowhere, a missing file."""
    folder = tmp_path / "x.txt"
    folder.mkdir()
    (tmp_path / "y.txt").symlink_to(tmp_path / "nowhere")
    for path in (folder, tmp_path / "y.txt", tmp_path / "z.txt", Path("/dev/null"), Path("a\0b")):
        with pytest.raises(InputError) as caught:
            read_file(path)
        assert "\n" not in str(caught.value)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    """The limit stands in the message."""
    file = tmp_path / "large.txt"
    with file.open("wb") as opened:
        opened.truncate(SIZE_LIMIT + 1)
    with pytest.raises(InputError, match="larger than 64 MB"):
        read_file(file)


def test_a_very_long_text_is_read_by_its_ends(tmp_path: Path) -> None:
    """Headline at the top, the outlet's note at the bottom."""
    line = (
        "Engineers of Norland worked at the gates all day on Friday, the ministry of works said.\n"
    )
    end = "\nThe views expressed are the author's own and not the editorial policy of The Gazette."
    article = read_file(_file(tmp_path, BODY + line * 5000 + end))
    assert (article.title or "").startswith("Norland sends")
    assert (article.outlet, article.genre) == ("Gazette", Genre.OPINION)


@pytest.mark.parametrize("published", ["5 April 2021", "2021-13", "2021-02-30", "21-04-05", " "])
def test_a_day_that_a_person_gives_is_in_iso_form(published: str) -> None:
    """The message says which forms there are."""
    with pytest.raises(InputError, match=r"write 2021-04-05, 2021-04 or 2021|is empty"):
        Given(published=published)


@pytest.mark.parametrize("title", ["", " ", "a\0b", "a\ud800b"])
def test_words_that_a_person_gives_can_be_kept(title: str) -> None:
    """A shell passes on bytes that are no text."""
    with pytest.raises(InputError, match="title"):
        Given(title=title)
    with pytest.raises(InputError, match="authors"):
        Given(authors=("Ann Example", title))


def test_a_description_lists_what_was_read_and_fills_the_gaps(tmp_path: Path) -> None:
    """Five fields always; the option stands where nothing is known."""
    readings = {r.field: r for r in describe(read_file(_file(tmp_path, BODY)))}
    assert list(readings) == ["title", "authors", "outlet", "published", "genre"]
    assert readings["published"] == Reading("published", "2021-04-05", KnownBy.TEXT)
    assert readings["outlet"].value is None
    assert readings["outlet"].option == '--outlet "Name of the outlet"'
    given = Given(authors=("Ann Example", "Bo Sample"), language="en")
    readings = {r.field: r for r in describe(read_file(_file(tmp_path, BODY), given))}
    assert readings["authors"].value == "Ann Example, Bo Sample"
    assert readings["language"].known_by is KnownBy.USER
