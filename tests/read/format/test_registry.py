"""Each file gets the reader of its format: by what it holds first, by its suffix second."""

import os
import re
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.read import read_file
from claims.read.format import FORMATS, SIZE_LIMIT, SUFFIXES, Format, Material, find_format
from claims.read.format.registry import read_drafts


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_has_a_reader_with_a_version(form: Format) -> None:
    """The module has the name of the format and says which version of the reader it is."""
    module = import_module(f"claims.read.format.{form.name}")
    assert re.fullmatch(r"\d+", module.VERSION)
    assert callable(module.read)
    assert module.__doc__


def test_no_two_formats_share_a_name_or_a_suffix() -> None:
    """A suffix, in lower case with its dot, leads to one reader."""
    names = Counter(form.name for form in FORMATS)
    suffixes = Counter(suffix for form in FORMATS for suffix in form.suffixes)
    assert {*names.values(), *suffixes.values()} == {1}
    assert all(re.fullmatch(r"(\.[a-z]+){1,2}", suffix) for suffix in SUFFIXES)


def test_a_file_of_no_known_suffix_is_text() -> None:
    """What a person names is read."""
    assert find_format(Material("notes", data=b"Words.")).name == "plain"


def test_a_library_that_is_missing_is_named_with_the_command_that_installs_it() -> None:
    """Only a library that the format needs; a fault of our own keeps its traceback."""
    absent = Format("no_such_reader", "a foo", frozenset(), needs=("claims",), extra="foo")
    with pytest.raises(
        InputError, match=re.escape("install it with: pip install 'claimledger[foo]")
    ):
        list(read_drafts(Material("a", data=b"words"), absent))
    broken = Format("no_such_reader", "a foo", frozenset())
    with pytest.raises(ModuleNotFoundError):
        list(read_drafts(Material("a", data=b"words"), broken))


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    """Nobody may ever write to it."""
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="not a file that can be read"):
        read_file(pipe)


def test_a_device_is_refused(tmp_path: Path) -> None:
    """Nor does a link to one that never ends make it a file."""
    link = tmp_path / "zero.txt"
    link.symlink_to("/dev/zero")
    with pytest.raises(InputError, match="not a file that can be read"):
        read_file(link)


def test_a_link_that_leads_to_itself_is_one_line(tmp_path: Path) -> None:
    """The system says why."""
    link = tmp_path / "a.txt"
    link.symlink_to(link)
    with pytest.raises(InputError, match="cannot be read") as caught:
        read_file(link)
    assert "\n" not in str(caught.value)


def test_a_part_keeps_the_columns_and_no_other_knowledge() -> None:
    """The address of a container is not that of what it holds."""
    whole = Material("a", data=b"x", address="https://example.org", columns={"title": "head"})
    part = whole.part("b", b"yz", charset="cp1252")
    assert (part.columns, part.address, part.charset) == ({"title": "head"}, None, "cp1252")
    assert (part.head(), part.read(), part.whole()[1]) == (b"yz", b"yz", 2)


def test_bytes_over_the_limit_are_refused() -> None:
    """A part is held to the same limit as a file."""
    with pytest.raises(InputError, match="larger than 64 MB"):
        Material("a", data=bytes(SIZE_LIMIT + 1)).read()


@pytest.mark.parametrize(
    "piece", [b"<!-- a -->", b"<? a ?>", b"<!-->", b"a:\n", b"\n ", b"<!DOCTYPE a>"]
)
def test_the_format_is_told_in_no_time(piece: bytes) -> None:
    """Whatever a file begins with."""
    begun = time.monotonic()
    for start in (b"", b"PK\x03\x04", b"<?xml ?>", b"From a 12:30\n"):
        find_format(Material("a", data=start + piece * 20_000))
    assert time.monotonic() - begun < 5
