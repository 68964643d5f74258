"""Transactions: one writer at a time, all or nothing, and what stops them told in one line."""

import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from claims.errors import Unreachable
from db.engine import Database, open_database
from db.table import CLAIM_KEY, ENTITY, TEXT
from tests.db.sample import make_article, make_claim, store


def test_read_only_file_is_said(tmp_path: Path, sqlite_template: Path) -> None:
    """Writing to a file that may only be read."""
    file = tmp_path / "claims.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    database = open_database(str(file))

    def write(session: Session) -> None:
        session.execute(text("PRAGMA query_only = ON"))
        session.execute(insert(ENTITY).values(key="k", name="n", kind="k"))

    with pytest.raises(Unreachable, match="cannot be written to"), database.write() as session:
        write(session)
    database.close()


def test_reading_cannot_write_on_postgresql(database: Database) -> None:
    """A read transaction is read-only there; on SQLite nothing holds it to that."""
    if not database.url.startswith("postgresql"):
        return
    with pytest.raises(Unreachable, match="cannot be written to"), database.read() as session:
        session.execute(insert(ENTITY).values(key="k", name="n", kind="k"))


def test_locked_database_is_said(database: Database, database_url: str) -> None:
    """The second writer waits as long as it was told, then gives up with the remedy."""
    hasty = open_database(database_url, busy_timeout_s=0.1)
    with database.write():
        with (
            pytest.raises(
                Unreachable, match="is busy: another program is writing to it; try again"
            ),
            hasty.write(),
        ):
            pytest.fail("two writers at once")
        with hasty.read() as session:
            assert session.scalar(select(func.count()).select_from(TEXT))
    with hasty.write():
        pass
    hasty.close()


def test_exception_undoes_everything(database: Database) -> None:
    """Nothing of a transaction stays when its block fails."""
    article = make_article()

    def fail(session: Session) -> None:
        store(session, article)
        raise KeyError

    with pytest.raises(KeyError), database.write() as session:
        fail(session)
    with database.read() as session:
        assert session.scalar(select(TEXT.c.id).where(TEXT.c.id == article.text.id)) is None


def test_constraint_errors_keep_their_traceback(database: Database) -> None:
    """They are bugs, not troubles of the user's."""
    with pytest.raises(IntegrityError), database.write() as session:
        session.execute(insert(CLAIM_KEY).values(claim_id="no such claim", key="k"))


def test_two_writers_released_together_see_each_other(database: Database) -> None:
    """Each adds one side and counts both: exactly one must see the other."""
    articles = [make_article(f"Side {side}: there were {side}00 men.") for side in (1, 2)]
    start = threading.Barrier(2)
    seen: list[int] = []

    def write(side: int) -> None:
        start.wait()
        with database.write() as session:
            claim = make_claim(articles[side].text, str(side))
            store(session, articles[side], [claim], keys={claim.id: ["side"]})
            sharing = select(func.count()).where(CLAIM_KEY.c.key == "side")
            seen.append(session.scalar(sharing) or 0)

    threads = [threading.Thread(target=write, args=(side,)) for side in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == [1, 2]


def test_full_disk_is_said_and_nothing_is_half_stored(
    tmp_path: Path, sqlite_template: Path
) -> None:
    """The file may not grow: the article and its text are both undone."""
    file = tmp_path / "claims.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    database = open_database(str(file))
    article = make_article("word " * 200_000)

    def fill(session: Session) -> None:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
        store(session, article)

    with pytest.raises(Unreachable, match="has no room left"), database.write() as session:
        fill(session)
    database.close()
    again = open_database(str(file))
    with again.write() as session:
        assert session.scalar(select(func.count()).select_from(TEXT)) == 0
        store(session, article)
    again.close()


_KILLED = """
import sys, time
from db import open_database
from tests.db.sample import make_article, store
database = open_database(sys.argv[1])
with database.write() as session:
    store(session, make_article("Killed before the end."))
    session.flush()
    print("ready", flush=True)
    time.sleep(60)
"""


def test_killed_writer_leaves_a_clean_database(database: Database, database_url: str) -> None:
    """Nothing of the killed import is there, and the next writer gets in."""
    root = Path(__file__).parent.parent.parent
    writer = subprocess.Popen(
        [sys.executable, "-c", _KILLED, database_url], stdout=subprocess.PIPE, cwd=root
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"ready\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    article = make_article("Killed before the end.")
    with database.write() as session:
        assert session.scalar(select(TEXT.c.id).where(TEXT.c.id == article.text.id)) is None
        store(session, article)


def test_sqlite_is_sound_after_a_kill(tmp_path: Path, sqlite_template: Path) -> None:
    """SQLite's own check agrees."""
    file = tmp_path / "claims.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    root = Path(__file__).parent.parent.parent
    writer = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(file)], stdout=subprocess.PIPE, cwd=root
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.kill()
    writer.communicate()
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
