"""`claims report --bundle`: an archive for somebody without this program; files whole or not."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from claims.report.form import Form
from tests.cli.conftest import Run
from tests.report.story import AGENCY_TEXT, CONTRADICTION, DIGEST_TEXT, OPINION_TEXT
from tests.report.workbook import as_lines

CONFLICT: Final = f"k{CONTRADICTION.id[:8]}"
TEXTS: Final = (OPINION_TEXT, DIGEST_TEXT, AGENCY_TEXT)
DAY: Final = ("--date", "2026-06-01")

pytestmark = pytest.mark.usefixtures("story")


def unpack(file: Path) -> Path:
    """Unpack an archive beside it."""
    folder = file.with_suffix("")
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def sums_of(folder: Path) -> dict[str, str]:
    """Read the checksums of a bundle, by name."""
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def check_by_system(folder: Path, name: str) -> int:
    """Run the real sha256sum; where there is none the test is passed over."""
    command = shutil.which("sha256sum")
    if command is None:
        pytest.skip("there is no sha256sum here")
    ran = subprocess.run([command, "-c", name], cwd=folder, capture_output=True, check=False)
    return ran.returncode


def test_a_bundle_holds_report_texts_and_checksums(run: Run, tmp_path: Path) -> None:
    """Every file but the list itself is in the list, and the list is true."""
    ran = run("report", "--bundle", "out.zip", *DAY)
    assert (ran.code, ran.out, ran.err) == (0, "out.zip\n", "")
    folder = unpack(tmp_path / "out.zip")
    sums = sums_of(folder)
    texts = {f"texts/{text.id}.txt" for text in TEXTS}
    assert set(sums) == {"README.txt", "report.html", *texts}
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    for text in TEXTS:
        assert (folder / f"texts/{text.id}.txt").read_bytes() == text.body.encode()
    assert check_by_system(folder, "SHA256SUMS") == 0


def test_the_real_sha256sum_sees_a_changed_byte(run: Run, tmp_path: Path) -> None:
    """In whatever file of the bundle."""
    assert run("report", "--bundle", "out.zip").code == 0
    folder = unpack(tmp_path / "out.zip")
    for name in sums_of(folder):
        file = folder / name
        content = file.read_bytes()
        file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        assert check_by_system(folder, "SHA256SUMS") == 1, name
        file.write_bytes(content)
    assert check_by_system(folder, "SHA256SUMS") == 0


def test_hashes_alone(run: Run, tmp_path: Path) -> None:
    """No text goes with it; whoever has the texts can check them by the list."""
    assert run("report", "--bundle", "out.zip", "--hashes-only", "--format", "md").code == 0
    folder = unpack(tmp_path / "out.zip")
    assert set(sums_of(folder)) == {"README.txt", "report.md", "TEXTS.sha256"}
    assert check_by_system(folder, "SHA256SUMS") == 0
    assert "They are not here" in (folder / "README.txt").read_text("utf-8")
    (folder / "texts").mkdir()
    for text in TEXTS:
        (folder / f"texts/{text.id}.txt").write_bytes(text.body.encode())
    assert check_by_system(folder, "TEXTS.sha256") == 0


@pytest.mark.parametrize("also", [(), ("--hashes-only",), ("--format", "json")])
def test_the_same_database_gives_the_same_bytes(
    run: Run, tmp_path: Path, also: tuple[str, ...]
) -> None:
    """No clock and no user goes into it."""
    for name in ("one.zip", "two.zip"):
        assert run("report", "--bundle", name, *DAY, *also).code == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def _text_of(file: Path) -> str:
    return as_lines(file.read_bytes()) if file.suffix == ".xlsx" else file.read_text("utf-8")


@pytest.mark.parametrize("form", Form)
def test_internal_words_stay_out_of_every_file(run: Run, tmp_path: Path, form: Form) -> None:
    """And are counted in the word to the reader; told only where that is asked for."""
    for note, also in (("secret word", ("--internal",)), ("asked both desks", ())):
        assert run("annotate", CONFLICT, "--by", "Ana", "--note", note, *also).code == 0
    shown = {}
    for name, also in (("out.zip", ()), ("desk.zip", ("--with-internal",))):
        assert run("report", "--bundle", name, "--format", form, *also).code == 0
        folder = unpack(tmp_path / name)
        files = [file for file in folder.rglob("*") if file.is_file()]
        shown[name] = "".join(map(_text_of, files))
    assert "secret word" not in shown["out.zip"]
    assert "1 word of people marked internal is left out." in shown["out.zip"]
    assert "asked both desks" in shown["out.zip"]
    assert "secret word" in shown["desk.zip"]
    assert "do not hand it on unread" in shown["desk.zip"]


def test_the_report_in_a_bundle_holds(run: Run, tmp_path: Path) -> None:
    """For those who have the program; the archive itself is told apart."""
    assert run("report", "--bundle", "out.zip", "--about", "troops").code == 0
    assert run("verify", str(unpack(tmp_path / "out.zip") / "report.html")).code == 0
    ran = run("verify", "out.zip")
    assert ran.code == 1
    assert "unpack it" in ran.err


def test_the_word_to_the_reader_names_articles_and_filters(run: Run, tmp_path: Path) -> None:
    """On lines that nothing steers."""
    assert run("report", "--bundle", "out.zip", "--about", "troops", *DAY).code == 0
    words = (unpack(tmp_path / "out.zip") / "README.txt").read_text("utf-8")
    assert "The report is narrowed to: about troops." in words
    assert "Md. Tareq Hasan, The Independent, 5 Apr 2021" in words
    assert words.count("1 Jun 2026") == 1


@pytest.mark.parametrize(
    "wrong", [("--bundle", "x.zip", "-o", "x.html"), ("-o", "x.html", "--hashes-only")]
)
def test_options_that_do_not_go_together(run: Run, tmp_path: Path, wrong: tuple[str, ...]) -> None:
    """A wrong use, and nothing is written."""
    assert run("report", *wrong).code == 2
    assert not list(tmp_path.glob("x.*"))


SMALL: Final = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
from claims.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of Unix")
@pytest.mark.parametrize("options", [("-o", "out.html"), ("--bundle", "out.html")])
@pytest.mark.parametrize("before", [None, b"what was there"])
def test_a_full_disk_leaves_no_half_file(
    run: Run, tmp_path: Path, options: tuple[str, str], before: bytes | None
) -> None:
    """What was there before stays as it was."""
    note = "".join(hashlib.sha256(bytes([at % 256, at // 256])).hexdigest() for at in range(4000))
    assert run("annotate", CONFLICT, "--by", "Ana", "--note", note).code == 0
    out = tmp_path / "out.html"
    if before is not None:
        out.write_bytes(before)
    names = {file.name for file in tmp_path.iterdir()}
    ran = subprocess.run(
        [sys.executable, "-c", SMALL, "report", *options],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1), ran.stderr
    assert "cannot write out.html" in ran.stderr
    assert {file.name for file in tmp_path.iterdir()} == names
    assert before is None or out.read_bytes() == before


@pytest.mark.parametrize("option", ["-o", "--bundle"])
def test_a_folder_that_is_not_there_gets_one_line(run: Run, tmp_path: Path, option: str) -> None:
    """With the option that mends it."""
    ran = run("report", option, "none/out.html")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert (
        f"cannot write none/out.html: No such file or directory; give another file with {option}"
        in ran.err
    )
    assert not (tmp_path / "none").exists()
    (tmp_path / "folder.html").mkdir()
    assert run("report", option, "folder.html").code == 1
    assert list((tmp_path / "folder.html").iterdir()) == []


def test_a_link_leads_to_the_file_that_is_written(run: Run, tmp_path: Path) -> None:
    """It is not replaced by one."""
    (tmp_path / "real.md").write_text("old", "utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    assert run("report", "-o", "link.md").code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8").startswith("# Discrepancy report")
