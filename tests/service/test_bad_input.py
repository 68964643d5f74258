"""What goes wrong around an import: one clear line, the rest goes in, nothing is half-stored."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import resource
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import text

import db
from claims.errors import ClaimsError, InputError, TooNew, Unreachable
from claims.model import Kind, Relation
from claims.service.added import Added, Progress
from claims.service.library import add_articles
from db import open_database
from db.engine import parse_url
from tests.service.state import State, state_of
from tests.service.story import MORE_TROOPS, TROOPS, TROOPS_REPRINTED, write_file, write_story

if TYPE_CHECKING:
    from db import Database
    from tests.service.conftest import Memory, Ran

ROOT: Final = Path(__file__).resolve().parent.parent.parent
BODY: Final = "There were 12 people in the hall.\n"
LATIN_BUT_DAMAGED: Final = "Zoë’s café — naïve".encode() + b"\xff"
LONG: Final = TROOPS + "Nothing else is new here.\n" * 20_000
"""An article with half a megabyte to store and little to parse: repeated lines are passed over."""

pytestmark = pytest.mark.usefixtures("remembered")


def bytes_of(data: bytes) -> Callable[[Path], Path]:
    """Give what writes a file of some bytes."""

    def make(folder: Path) -> Path:
        file = folder / "bad.txt"
        file.write_bytes(data)
        return file

    return make


def words_of(words: str) -> Callable[[Path], Path]:
    """Give what writes a file of some words."""
    return bytes_of(words.encode())


def empty_folder(folder: Path) -> Path:
    """Make a folder without anything in it."""
    made = folder / "bad"
    made.mkdir()
    return made


def folder_of_pictures(folder: Path) -> Path:
    """Make a folder that holds files, none of them an article."""
    made = empty_folder(folder)
    (made / "map.png").write_bytes(b"\x89PNG\r\n")
    (made / ".hidden.txt").write_text(BODY)
    return made


def missing(folder: Path) -> Path:
    """Name a file that is not there."""
    return folder / "bad.txt"


def endless_link(folder: Path) -> Path:
    """Make a link to itself, which nobody can read, not even root."""
    link = folder / "bad.txt"
    link.symlink_to(link)
    return link


def link_to_nothing(folder: Path) -> Path:
    """Make a link to a file that is gone."""
    link = folder / "bad.txt"
    link.symlink_to(folder / "gone.txt")
    return link


def pipe(folder: Path) -> Path:
    """Make a named pipe, which would wait for ever."""
    place = folder / "bad.txt"
    os.mkfifo(place)
    return place


def locked_file(folder: Path) -> Path:
    """Make a file that its owner may not read."""
    file = words_of(BODY)(folder)
    file.chmod(0)
    return file


def locked_folder(folder: Path) -> Path:
    """Make a folder that its owner may not look into."""
    made = empty_folder(folder)
    made.chmod(0)
    return made


NOT_ROOT: Final = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")

BAD: Final = {
    "an empty file": (bytes_of(b""), "there is no text in it"),
    "white space": (words_of(" \n\t\r\n"), "there is no text in it"),
    "front matter alone": (words_of("---\ntitle: A\n---\n\n"), "there is no text in it"),
    "random bytes": (bytes_of(bytes(range(256)) * 20), "NUL|binary file"),
    "a picture": (bytes_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(99)), "NUL|binary file"),
    "control characters": (bytes_of(b"\1\2\3\4\5\6\7abc" * 99), "binary file"),
    "a PDF": (bytes_of(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "a PDF file that is damaged"),
    "an office document": (bytes_of(b"PK\x03\x04\x14\0\6\0"), "office document, not text"),
    "a folder without files": (empty_folder, "no articles in this folder"),
    "a folder without articles": (folder_of_pictures, "no articles in this folder"),
    "a missing path": (missing, "no such file or folder; check the path"),
    "a link to itself": (endless_link, "cannot be read .*; check the path"),
    "a link to nothing": (link_to_nothing, "cannot be read .*; check the path"),
    "a pipe": (pipe, "not a file that can be read"),
    "front matter without an end": (words_of("---\ntitle: A\nText."), "never closed"),
    "front matter that is no YAML": (words_of("---\ntitle: [A\n---\nText."), "front matter, line"),
    "front matter that is a list": (words_of("---\n- title\n---\nText."), "front matter, line 2"),
    "front matter too deep": (words_of(f"---\na: {'[' * 5000}\n---\nText."), "nested too deeply"),
    "a date that is none": (words_of("---\ndate: in May or so\n---\nText."), "is no date; write"),
    "an impossible date": (words_of("---\ndate: 2021-02-30\n---\nText."), "is no date; write"),
    "a rendition that is none": (words_of("---\nrendition: poem\n---\nText."), "none of verbatim"),
    "NUL in a title": (words_of('---\ntitle: "A\\0B"\n---\nText.'), "no database keeps"),
    "a surrogate in a title": (words_of('---\ntitle: "\\uD800"\n---\nText.'), "no database keeps"),
    "UTF-16 without its mark": (bytes_of(BODY.encode("utf-16-le")), "UTF-16 without its mark"),
    "damaged UTF-8": (bytes_of(LATIN_BUT_DAMAGED), "damaged UTF-8 .*; save it again as UTF-8"),
    "damaged UTF-16": (bytes_of(b"\xff\xfea\0b"), "damaged UTF-16"),
    "NUL in the text": (words_of("There were 1\0002 people."), "holds NUL"),
    "a lone surrogate": (bytes_of(b"There were \xed\xa0\x80 people."), "lone surrogate"),
    "a file that may not be read": pytest.param(locked_file, "cannot be read", marks=NOT_ROOT),
    "a folder that may not be read": pytest.param(
        locked_folder, "folder cannot be opened", marks=NOT_ROOT
    ),
}
"""What makes a path that cannot be added, and what is said of it."""

each_bad = pytest.mark.parametrize(("make", "message"), BAD.values(), ids=BAD)


@pytest.fixture
def reference(sqlite_template: Path, tmp_path: Path, remembered: None) -> Callable[..., State]:
    """Give what tells the state of a fresh database after files were added."""
    place = tmp_path / "reference.sqlite"

    def build(*files: Path) -> State:
        place.write_bytes(sqlite_template.read_bytes())
        database = open_database(str(place))
        assert_all_went_in(add_articles(database, files))
        state = state_of(database)
        database.close()
        return state

    assert remembered is None
    return build


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """Write the two sides of a contradiction."""
    first, second = write_story(tmp_path / "sides", ("troops", "troops-more"))
    return first, second


def assert_all_went_in(results: Sequence[Added]) -> None:
    """Check that nothing failed."""
    assert [result.error for result in results] == [None] * len(results)


def outcomes(results: Sequence[Added]) -> list[str]:
    """Give what became of each path."""
    return [result.outcome for result in results]


@each_bad
def test_bad_path_is_one_line_and_the_rest_goes_in(
    make: Callable[[Path], Path],
    message: str,
    *,
    empty: Database,
    sides: tuple[Path, Path],
    tmp_path: Path,
    reference: Callable[..., State],
) -> None:
    """The articles before and after it are stored, and compared with each other."""
    bad = make(tmp_path)
    results = add_articles(empty, [sides[0], bad, sides[1]])
    assert outcomes(results) == ["added", "failed", "added"]
    error = results[1].error
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{bad}: ")
    assert len(str(error).splitlines()) == 1
    with pytest.raises(InputError, match=message):
        raise error
    assert state_of(empty) == reference(*sides)


@each_bad
def test_the_command_says_one_line_and_ends_with_1(
    make: Callable[[Path], Path],
    message: str,
    run: Callable[..., Ran],
    sides: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    """Errors go to stderr; what was added is told on stdout."""
    bad = make(tmp_path)
    place = str(tmp_path / "claims.sqlite")
    ran = run("add", "--db", place, str(sides[0]), str(bad), str(sides[1]))
    assert ran.code == 1
    (line,) = ran.err.splitlines()
    assert line.startswith("claims: ")
    assert str(bad) in line
    with pytest.raises(InputError, match=message):
        raise InputError(line)
    assert all(str(side) in ran.out for side in sides)


def test_names_that_break_lines_or_encodings_are_told_on_one_line(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    """A file name is any bytes but the slash."""
    broken = write_file(tmp_path / "two\nlines.txt", "")
    strange = tmp_path / os.fsdecode(b"caf\xe9.txt")
    strange.write_text(BODY, encoding="utf-8")
    ran = run("add", "--db", str(tmp_path / "claims.sqlite"), str(broken), str(strange))
    assert ran.code == 1
    (line,) = ran.err.splitlines()
    assert "two lines.txt: there is no text in it" in line
    assert "1 added, 0 updated, 0 unchanged, 1 failed" in ran.out


@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["one paragraph", "many paragraphs"])
@pytest.mark.parametrize("megabytes", [50, 70])
def test_a_whole_archive_as_one_file_is_refused(
    megabytes: int,
    joint: str,
    *,
    empty: Database,
    sides: tuple[Path, Path],
    tmp_path: Path,
    reference: Callable[..., State],
) -> None:
    """Nothing of it is parsed: it would take hours."""
    line = "The minister said that 12 people had died in the flood." + joint
    big = write_file(tmp_path / "big.txt", line * (megabytes * 1_000_000 // len(line)))
    results = add_articles(empty, [sides[0], big, sides[1]])
    big.unlink()
    assert outcomes(results) == ["added", "failed", "added"]
    assert "split it into its articles" in str(results[1].error)
    assert state_of(empty) == reference(*sides)


@pytest.mark.parametrize("width", [None, 80], ids=["one line", "many lines"])
def test_a_paragraph_too_long_for_the_parser_is_no_crash(
    width: int | None, empty: Database, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    """A text that is short enough may still be a single paragraph, on one line or wrapped."""
    words = "The minister said that twelve people had died in a flood on Monday. " * 16_000
    big = write_file(tmp_path / "big.txt", words if width is None else textwrap.fill(words, width))
    results = add_articles(empty, [sides[0], big, sides[1]])
    assert [outcomes(results)[0], outcomes(results)[2]] == ["added", "added"]


def test_the_same_article_twice_is_one(
    empty: Database, sides: tuple[Path, Path], reference: Callable[..., State]
) -> None:
    """In one import and in two, from the same place and from another."""
    first, second = sides
    copy = write_file(first.parent / "copy" / first.name, first.read_text(encoding="utf-8"))
    assert outcomes(add_articles(empty, [first, first, second])) == ["added", "unchanged", "added"]
    assert outcomes(add_articles(empty, [copy, second])) == ["unchanged", "unchanged"]
    assert state_of(empty) == reference(*sides)


def test_other_front_matter_betters_what_is_known(
    empty: Database, sides: tuple[Path, Path], reference: Callable[..., State]
) -> None:
    """The article stays one, its claims and its conflict too."""
    first, second = sides
    write_file(first, TROOPS.replace("2021-04-05", "2021-04-07").replace("Alpha", "Omega"))
    assert_all_went_in(add_articles(empty, sides))
    before = conflict_ids(empty)
    write_file(first, TROOPS.replace('title: "Troops stay for now"\n', ""))
    (changed,) = add_articles(empty, [first])
    assert (changed.outcome, changed.changed) == ("updated", ("outlet", "published"))
    assert conflict_ids(empty) == before
    write_file(first, TROOPS)
    assert outcomes(add_articles(empty, [first])) == ["unchanged"]
    assert state_of(empty) == reference(first, second)


def conflict_ids(database: Database) -> list[str]:
    """Give the ids of the conflicts."""
    with database.read() as session:
        return [one.id for one in db.list_conflicts(session)]


def test_one_text_of_two_outlets_is_two_articles(empty: Database, sides: tuple[Path, Path]) -> None:
    """Its claims are stored once, and its answer has two articles of one origin."""
    reprint = write_file(sides[0].with_name("reprint.txt"), TROOPS_REPRINTED)
    assert outcomes(add_articles(empty, [*sides, reprint])) == ["added"] * 3
    with empty.read() as session:
        (conflict,) = db.list_conflicts(session)
        listed = db.list_articles(session)
    assert len({one.article.text_id for one in listed}) == 2
    assert {one.article.outlet for one in listed} == {"Alpha Post", "Beta Times", "Gamma Wire"}
    assert (conflict.left_support.articles, conflict.left_support.origins_at_most) == (2, 1)


def test_one_text_of_two_outlets_in_files_of_one_name_is_told_as_an_update(
    empty: Database, sides: tuple[Path, Path]
) -> None:
    """Without an address a file is known by its bare name; what the update changed is said."""
    reprint = write_file(sides[0].parent / "gamma" / sides[0].name, TROOPS_REPRINTED)
    results = add_articles(empty, [*sides, reprint])
    assert outcomes(results) == ["added", "added", "updated"]
    assert "outlet" in results[2].changed


def test_changed_text_at_one_address_is_kept_beside_the_old(
    empty: Database, tmp_path: Path
) -> None:
    """Both versions stay, the later one compared; adding either again changes nothing."""
    addressed = TROOPS.replace("---\n", "---\naddress: https://alpha.example/troops\n", 1)
    old = write_file(tmp_path / "old" / "troops.txt", addressed)
    new = write_file(tmp_path / "new" / "troops.txt", addressed.replace("2,500", "2,600"))
    assert outcomes(add_articles(empty, [old, new])) == ["added", "added"]
    assert outcomes(add_articles(empty, [old, new])) == ["unchanged", "unchanged"]
    with empty.read() as session:
        listed = db.list_articles(session, earlier=True)
        (present,) = db.list_articles(session)
        claims = db.list_claims(session)
    assert {one.article.address for one in listed} == {"https://alpha.example/troops"}
    assert len({one.article.text_id for one in listed}) == 2
    assert present.article.file == new.name
    counted = {one.claim.value.text for one in claims if one.claim.kind is Kind.QUANTITY}
    assert counted == {"2,600"}


def test_a_locked_database_stores_nothing_and_says_so(
    empty: Database, database_url: str, sides: tuple[Path, Path], reference: Callable[..., State]
) -> None:
    """The import ends with one line; afterwards it goes on as if nothing had been."""
    other = open_database(database_url)
    before = state_of(empty)
    with other.write(), pytest.raises(Unreachable, match="is busy: another program is writing"):
        add_articles(empty, sides)
    other.close()
    assert state_of(empty) == before
    assert outcomes(add_articles(empty, sides)) == ["added", "added"]
    assert state_of(empty) == reference(*sides)


def test_a_lock_in_the_middle_keeps_what_was_stored(
    empty: Database, database_url: str, sides: tuple[Path, Path], reference: Callable[..., State]
) -> None:
    """Articles before the lock stay, the others can be added later."""
    other = open_database(database_url)
    held: list[Iterator[None]] = []

    def lock(_: Progress) -> None:
        held.append(holding(other))
        next(held[0])

    with pytest.raises(Unreachable, match="is busy"):
        add_articles(empty, sides, watch=lock)
    next(held[0], None)
    other.close()
    assert state_of(empty) == reference(sides[0])
    assert outcomes(add_articles(empty, sides)) == ["unchanged", "added"]
    assert state_of(empty) == reference(*sides)


def holding(database: Database) -> Iterator[None]:
    """Hold the writers' lock from the first step to the second."""
    with database.write():
        yield


def test_a_newer_database_is_left_alone(
    empty: Database, database_url: str, sides: tuple[Path, Path], run: Callable[..., Ran]
) -> None:
    """Neither migrated nor written to: the program must be updated."""
    assert_all_went_in(add_articles(empty, sides[:1]))
    before = state_of(empty)
    with empty.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'of tomorrow'"))
    with pytest.raises(TooNew, match="was written by a newer claimledger; update this program"):
        open_database(database_url, create=True)
    ran = run("add", "--db", database_url, str(sides[1]))
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("claims: ")
    assert line.endswith("update this program")
    assert state_of(empty) == before


@pytest.fixture
def file(sqlite_template: Path, tmp_path: Path) -> Path:
    """Make an SQLite database without rows."""
    place = tmp_path / "claims.sqlite"
    place.write_bytes(sqlite_template.read_bytes())
    return place


def test_a_full_disk_stores_nothing_of_the_article(
    file: Path, sides: tuple[Path, Path], tmp_path: Path, reference: Callable[..., State]
) -> None:
    """The article before stays; with room again the import completes."""
    long = write_file(tmp_path / "long.txt", LONG)
    database = open_database(str(file))
    assert_all_went_in(add_articles(database, [sides[1]]))
    limit_pages(database, 10)
    with pytest.raises(Unreachable, match="has no room left; free some disk space"):
        add_articles(database, [sides[1], long])
    assert state_of(database) == reference(sides[1])
    limit_pages(database, 10_000)
    assert outcomes(add_articles(database, [sides[1], long])) == ["unchanged", "added"]
    assert state_of(database) == reference(sides[1], long)
    database.close()
    assert_sound(file)


def limit_pages(database: Database, more: int) -> None:
    """Let an SQLite file grow by some pages only."""
    with database.write() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages + more}"))


def test_a_disk_that_refuses_to_write_is_said(
    file: Path, sides: tuple[Path, Path], tmp_path: Path, run: Callable[..., Ran]
) -> None:
    """The system itself stops files from growing; nothing is half-stored."""
    long = write_file(tmp_path / "long.txt", LONG)
    assert run("add", "--db", str(file), str(sides[1])).code == 0
    with files_no_larger_than(file.stat().st_size + 100_000):
        ran = run("add", "--db", str(file), str(long))
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"claims: the database {file} ")
    assert_sound(file)
    assert run("add", "--db", str(file), str(long)).code == 0


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let this process write no file beyond a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def assert_sound(file: Path) -> None:
    """Let SQLite check its file, and every reference in it."""
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


KILLS: Final = {
    "before the first row": ("INSERT INTO run", 1, 0),
    "before the first article is whole": ("INSERT INTO claim_key", 1, 0),
    "between two articles": ("INSERT INTO text", 2, 1),
    "between text and article": ("INSERT INTO article", 2, 1),
    "between claims and their keys": ("INSERT INTO claim_key", 2, 1),
    "between questions and conflicts": ("INSERT INTO conflict", 1, 1),
    "before the end of the second article": ("COMMIT", 3, 1),
}
"""Before which statement the import dies, and how many articles are stored by then."""


@pytest.mark.parametrize(("statement", "count", "stored"), KILLS.values(), ids=KILLS)
def test_a_killed_import_leaves_whole_articles_and_can_be_repeated(
    statement: str,
    count: int,
    stored: int,
    *,
    empty: Database,
    database_url: str,
    sides: tuple[Path, Path],
    tmp_path: Path,
    extractions: Memory,
    reference: Callable[..., State],
) -> None:
    """Each article is there with all that follows from it, or not at all."""
    whole = reference(*sides)
    pickled = tmp_path / "extractions"
    pickled.write_bytes(pickle.dumps(extractions))
    command = [sys.executable, "-m", "tests.service.dying_import", database_url, str(pickled)]
    died = subprocess.run(
        [*command, statement, str(count), *map(str, sides)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (died.returncode, died.stderr) == (-signal.SIGKILL, "")
    assert state_of(empty) == reference(*sides[:stored])
    again = ["unchanged"] * stored + ["added"] * (2 - stored)
    assert outcomes(add_articles(empty, sides)) == again
    assert state_of(empty) == whole
    if database_url.startswith("sqlite"):
        assert_sound(Path(str(parse_url(database_url).database)))


def test_a_lost_worker_is_said_and_the_import_can_be_repeated(
    empty: Database, sides: tuple[Path, Path], reference: Callable[..., State]
) -> None:
    """The system kills what takes too much memory; what was stored before stays."""
    files = [*sides, *(write_numbered(sides[0].parent, number) for number in range(12))]

    def kill(progress: Progress) -> None:
        for child in multiprocessing.active_children() if progress.done == 1 else ():
            child.kill()

    with pytest.raises(ClaimsError, match="worker"):
        add_articles(empty, files, workers=2, watch=kill)
    assert_all_went_in(add_articles(empty, files))
    assert state_of(empty) == reference(*files)


def write_numbered(folder: Path, number: int) -> Path:
    """Write an article that differs from the others of its sort by a number."""
    return write_file(folder / f"numbered-{number}.txt", f"There were {number + 20} people there.")


ORPHANS: Final = """
import multiprocessing, sys
from pathlib import Path
from claims.service.library import add_articles
from db import open_database

def watch(progress):
    if progress.done == 1:
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)

if __name__ == "__main__":
    add_articles(open_database(sys.argv[1]), map(Path, sys.argv[2:]), workers=2, watch=watch)
"""


def test_a_killed_import_leaves_no_workers_behind(
    file: Path, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    """Each would hold its memory until somebody looks for it."""
    files = [write_numbered(sides[0].parent, number) for number in range(12)]
    script = write_file(tmp_path / "orphans.py", ORPHANS)
    importer = subprocess.Popen(
        [sys.executable, str(script), str(file), *map(str, files)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert importer.stdout is not None
    workers = [int(word) for word in importer.stdout.readline().split()]
    importer.kill()
    try:
        importer.communicate(timeout=5)  # they share its output: it ends when the last of them does
    finally:
        for worker in workers:
            kill_if_there(worker)
        importer.communicate()


def kill_if_there(process: int) -> None:
    """End a process that the test has started, unless it has ended."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def test_a_contradiction_is_there_to_be_lost(sides: tuple[Path, Path], empty: Database) -> None:
    """The tests above would pass on articles that say nothing."""
    add_articles(empty, sides)
    with empty.read() as session:
        assert [one.relation for one in db.list_conflicts(session)] == [Relation.CONTRADICTION]
    assert MORE_TROOPS in sides[1].read_text(encoding="utf-8")
