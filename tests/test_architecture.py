"""The shape of the code: which way imports point, how long things get, what is never named."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = sorted(path for name in ("claims", "db") for path in (ROOT / name).rglob("*.py"))
DATA: Final = sorted(
    path
    for path in (ROOT / "claims").rglob("*")
    if path.suffix in {".toml", ".tsv", ".txt", ".jsonl"}
)

LONGEST_FUNCTION: Final = 60
LONGEST_FILE: Final = 400

MACHINE_PATH: Final = re.compile(
    r"""(?<![\w.:/])(?:/(?:home|root|Users|tmp|var|opt|mnt|srv|work|usr)/\w|[A-Z]:\\\w)"""
)
"""A folder that exists on somebody's machine; the path of an address is not one."""

MACHINE_HOST: Final = re.compile(
    r"""\b(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|[\w-]+\.(?:internal|intranet|lan|corp|local))\b"""
)
"""A host that only one place knows."""


def named(path: Path) -> str:
    """Name a file as people do, from the top of the project."""
    return path.relative_to(ROOT).as_posix()


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body; its docstring is not held against it."""
    body = function.body
    if ast.get_docstring(function, clean=False) is not None:
        body = body[1:]
    return function.end_lineno - body[0].lineno + 1 if body and function.end_lineno else 0


def functions() -> Iterator[tuple[str, int]]:
    """Give every function of claims and db: where it stands, and how long its body is."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{named(path)}:{node.lineno} {node.name}", body_length(node)


def test_imports_point_one_way() -> None:
    """Faces, service, report, questions, trades, values, model: the contracts of pyproject.toml."""
    command = Path(sysconfig.get_path("scripts")) / "lint-imports"
    checked = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_folder_of_code_is_a_package() -> None:
    """A folder without __init__.py would be passed over when imports are checked."""
    folders = {path.parent for path in SOURCES}
    assert [named(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_function_is_long(record_property: Callable[[str, object], None]) -> None:
    """Sixty lines of body at most; the median, which should be 4 to 8, is only reported."""
    lengths = dict(functions())
    record_property("median lines of a function", statistics.median(lengths.values()))
    assert {where: lines for where, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_no_source_file_is_long() -> None:
    """Four hundred lines at most; what is longer holds two concepts."""
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_file_names_a_folder_or_host_of_one_machine() -> None:
    """What runs on one machine only is not part of the program."""
    texts = {named(path): path.read_text("utf-8") for path in SOURCES + DATA}
    found = {
        name: MACHINE_PATH.findall(text) + MACHINE_HOST.findall(text)
        for name, text in texts.items()
    }
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('open("/home/ana/x")', True),
        ('open("C:\\Users")', True),
        ('connect("localhost")', True),
        ('connect("10.0.0.7")', True),
        ("see https://example.org/home/news", False),
        ("amount / 12 and version 3.8.0", False),
    ],
)
def test_the_search_for_machine_names_sees_what_it_should(line: str, *, found: bool) -> None:
    """The patterns themselves are right."""
    assert bool(MACHINE_PATH.search(line) or MACHINE_HOST.search(line)) is found
