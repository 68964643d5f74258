"""`claims add` and `claims remove`, and the whole way from the shipped articles to the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import fastjsonschema
import pytest

from claims.report.schema import read_schema
from tests.cli.conftest import Run

SEEDS: Final = Path(__file__).resolve().parents[2] / "seeds"
HEADER: Final = "---\ntitle: Count\nauthor: Ana Ek\noutlet: Daily\npublished: 2021-04-05\n---\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Write one small article with a header."""
    file = tmp_path / "count.txt"
    file.write_text(f"{HEADER}The ministry said 12 people died in Kabul.\n", "utf-8")
    return file


def test_add_tells_what_was_read_and_how_to_fill_the_gaps(run: Run, article: Path) -> None:
    """Each gap with the command that fills it."""
    ran = run("add", article.name, "--db", "x.db")
    assert ran.code == 0
    assert "  title      Count (file header)" in ran.out
    assert "  published  2021-04-05 (file header)" in ran.out
    remedy = "unknown; give it with: claims add count.txt --genre opinion --db x.db"
    assert f"  genre      {remedy}" in ran.out
    assert ran.out.endswith("1 file: 1 added, 0 updated, 0 unchanged, 0 failed\n")
    assert Path("x.db").is_file()


def test_many_articles_are_told_in_a_line_each(run: Run, tmp_path: Path) -> None:
    """After the first ten; what failed between them does not count."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "00.txt").touch()
    for number in range(1, 13):
        words = f"{HEADER}The ministry said {number} people died in Kabul.\n"
        (folder / f"{number:02}.txt").write_text(words, "utf-8")
    lines = run("add", "inbox").out.splitlines()
    at = lines.index("from here on a line an article; more of each: claims show ID")
    assert sum("published" in line for line in lines[:at]) == 10
    assert [line.partition("inbox/")[2] for line in lines[at + 1 : at + 3]] == [
        "11.txt: 3 claims; unknown: genre",
        "12.txt: 3 claims; unknown: genre",
    ]
    assert lines[-1] == "13 files: 12 added, 0 updated, 0 unchanged, 1 failed"


def test_options_fill_and_correct_what_is_known(run: Run, article: Path) -> None:
    """The same file again with an option is an update; without one nothing changes."""
    run("add", article.name, "--db", "x.db")
    again = run("add", article.name, "--db", "x.db", "--genre", "opinion", "--author", "Bo Li")
    assert again.out.startswith("updated (authors, genre)")
    assert "  authors    Bo Li (as given)" in again.out
    same = run("add", article.name, "--db", "x.db")
    assert same.out.startswith("unchanged")
    assert "1 unchanged" in same.out
    (listed,) = run("articles", "--db", "x.db", "--json").document["articles"]
    assert (listed["authors"], listed["genre"]) == (["Bo Li"], "opinion")


def test_who_added_an_article_is_kept_and_told(run: Run, article: Path) -> None:
    """By whom it was added first; who adds it again changes nothing, and nobody need sign."""
    run("add", article.name, "--by", "A. <b>Checker</b>")
    run("add", article.name, "--by", "B. Reader")
    (listed,) = run("articles", "--json").document["articles"]
    assert listed["added_by"] == "A. <b>Checker</b>"
    assert ", by A. <b>Checker</b>\n" in run("show", f"a{listed['id'][:8]}").out
    report = run("report", "--format", "html").out
    assert ", by A. &lt;b&gt;Checker&lt;/b&gt;</dd>" in report
    assert "B. Reader" not in report
    run("add", article.name, "--db", "unsigned.db")
    assert "by nobody who signed" in run("report", "--db", "unsigned.db").out


def test_one_bad_file_does_not_hold_up_the_rest(run: Run, article: Path, tmp_path: Path) -> None:
    """Each problem is one line on stderr, and the exit code is 1."""
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    (tmp_path / "folder").mkdir()
    ran = run("add", "missing.txt", "empty.txt", "binary.txt", "folder", article.name)
    assert ran.code == 1
    assert "5 files: 1 added, 0 updated, 0 unchanged, 4 failed" in ran.out
    lines = ran.err.splitlines()
    assert len(lines) == 4
    for name, line in zip(("missing.txt", "empty.txt", "binary.txt", "folder"), lines, strict=True):
        assert line.startswith(f"claims: {name}")


TABLE: Final = """head,story,paper
Count,The ministry said 12 people died in Kabul.,Daily
Nothing,,Daily
Toll,The ministry said 14 people died in Kabul.,
"""


def test_what_became_of_each_is_told_as_a_document(run: Run, article: Path, tmp_path: Path) -> None:
    """As its schema promises; what failed is told on stderr too, and the exit code is 1."""
    (tmp_path / "empty.txt").write_bytes(b"")
    first = run("add", article.name, "--json")
    assert first.code == 0
    (tmp_path / article.name).write_text(f"{HEADER}The ministry said 14 people died.\n", "utf-8")
    (version_of,) = [one["article"] for one in first.document["articles"]]
    ran = run("add", article.name, "empty.txt", "--json")
    assert ran.code == 1
    assert "empty.txt" in ran.err
    fastjsonschema.compile(json.loads(read_schema()))(ran.document)
    later, failed = ran.document["articles"]
    assert (later["outcome"], later["version_of"], later["error"]) == ("added", None, None)
    assert later["article"] != version_of
    assert (failed["place"], failed["outcome"], failed["article"]) == ("empty.txt", "failed", None)
    assert "empty.txt" in failed["error"]
    (tmp_path / "next.txt").write_text(f"{HEADER}The ministry said 15 people died.\n", "utf-8")
    replaced = run("add", "next.txt", "--replaces", f"a{version_of[:8]}", "--json").document
    assert [one["version_of"] for one in replaced["articles"]] == [version_of]
    again = run("add", article.name, "--json").document["articles"]
    assert [one["outcome"] for one in again] == ["unchanged"]


def test_a_file_of_several_articles_is_told_article_by_article(run: Run, tmp_path: Path) -> None:
    """Each with its place in the file; gaps are filled by the id; a bad row is one line."""
    (tmp_path / "desk.csv").write_text(TABLE, "utf-8")
    names = ("--map", "text=story", "--map", "title=head", "--map", "outlet=paper")
    ran = run("add", "desk.csv", *names, "--db", "x.db")
    assert ran.code == 1
    assert "desk.csv, row 2: 3 claims\n  title      Count (file header)" in ran.out
    (last,) = (line for line in ran.out.splitlines() if "desk.csv, row 4" in line)
    remedy = f"unknown; give it with: claims amend {last.split()[1]} --outlet"
    assert remedy in ran.out.partition(last)[2]
    assert ran.out.endswith("3 articles: 2 added, 0 updated, 0 unchanged, 1 failed\n")
    assert ran.err.startswith("claims: desk.csv: row 3: nothing in it is called story")
    again = run("add", "desk.csv", *names, "--db", "x.db")
    assert "3 articles: 0 added, 0 updated, 2 unchanged, 1 failed" in again.out
    listed = run("articles", "--db", "x.db", "--json").document["articles"]
    assert [one["file"] for one in listed] == ["desk.csv", "desk.csv"]


def test_one_article_among_several_cannot_replace_another(
    run: Run, article: Path, tmp_path: Path
) -> None:
    """Nothing is stored, and what to give instead is said."""
    (tmp_path / "desk.csv").write_text(TABLE.replace("story", "text"), "utf-8")
    run("add", article.name, "--db", "x.db")
    (listed,) = run("articles", "--db", "x.db", "--json").document["articles"]
    ran = run("add", "desk.csv", "--replaces", listed["id"], "--db", "x.db")
    assert ran.code == 1
    assert "it holds several articles; give the one that replaces" in ran.err
    assert len(run("articles", "--db", "x.db", "--json").document["articles"]) == 1


@pytest.mark.parametrize(
    "columns", ["text", "text=", "=x", "words=x", ("text=a", "--map", "text=b")]
)
def test_a_map_that_says_nothing_is_wrong_usage(run: Run, columns: str | tuple[str, ...]) -> None:
    """The fields are listed."""
    ran = run("add", "x.csv", "--map", *([columns] if isinstance(columns, str) else columns))
    assert ran.code == 2
    assert "fields: text, title, authors" in " ".join(ran.err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("option", "line"),
    [
        (("--published", "yesterday"), "claims: published 'yesterday' is no date"),
        (("--title", " "), "claims: title is empty"),
    ],
)
def test_metadata_that_says_nothing_is_refused(
    run: Run, article: Path, option: tuple[str, str], line: str
) -> None:
    """Before anything is stored."""
    ran = run("add", article.name, *option)
    assert ran.code == 1
    assert ran.err.startswith(line)


def test_the_database_of_the_folder_is_found(run: Run, article: Path, tmp_path: Path) -> None:
    """claims.db here, else the one in the user's data folder."""
    run("add", article.name)
    assert (tmp_path / "data" / "claimledger" / "claims.db").is_file()
    run("database", "upgrade", "--db", "claims.db")
    assert run("articles", "--json").document["articles"] == []


def test_the_option_before_the_command_wins_over_the_environment(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As does the one after it."""
    monkeypatch.setenv("CLAIMS_DB", "environment.db")
    run("--db", "before.db", "add", article.name)
    assert Path("before.db").is_file()
    run("--db", "before.db", "add", article.name, "--db", "after.db")
    assert Path("after.db").is_file()
    assert not Path("environment.db").exists()


def test_removing_an_article_keeps_what_people_said(run: Run, article: Path) -> None:
    """The word can still be shown."""
    run("add", article.name)
    id_ = f"a{run('articles', '--json').document['articles'][0]['id'][:8]}"
    word = run("annotate", id_, "--note", "checked", "--by", "Ana").out.split()[0]
    gone = "3 claims and 0 conflicts; 1 word of people kept as orphans"
    assert run("remove", id_, "--yes").out == f"removed {id_} Count: {gone}\n"
    assert run("articles").out.startswith("No articles yet")
    assert "checked" in run("show", word).out


def test_the_whole_way_on_the_shipped_articles(run: Run, tmp_path: Path) -> None:
    """Two figures inside one article, who invited India, and a report that tells of both."""
    assert run("add", str(SEEDS)).code == 0
    found = run("conflicts", "--json").document["conflicts"]
    pairs = [
        sorted(side["value"]["text"] for side in (one["left"], one["right"]))
        for one in found
        if one["relation"] == "contradiction"
    ]
    assert ["2,500", "3,500"] in pairs
    rows = run("question", "who invited India", "--json").document["events"]
    said = [(row["claims"][0]["said"], row["claims"][0]["article"]["file"][:3]) for row in rows]
    assert said[:4] == [
        ("not invited", "004"),
        ("invited", "002"),
        ("added", "001"),
        ("attended", "003"),
    ]
    assert "inviter not stated" in " ".join(run("question", "who invited India").out.split())
    for command in ("articles", "list", "questions", "conflicts --all", "conflicts --pairs"):
        assert run(*command.split()).code == 0
    assert run("report", "-o", "report.md").out == "report.md\n"
    report = (tmp_path / "report.md").read_text("utf-8")
    assert "**3,500**" in report
    assert "002-independent-why-return.txt" in report


def _fill(folder: Path) -> None:
    """Put articles into a folder, and much that gives none."""
    for n in range(12):
        text = f"{HEADER}The ministry said {n + 12} people died in Kabul.\n"
        (folder / f"story-{n:02}.txt").write_text(text, "utf-8")
    for n in range(5):
        (folder / f"empty-{n}.txt").write_text("", "utf-8")
        (folder / f"photo-{n}.jpg").write_bytes(b"x")
    for n in range(3):
        (folder / f"scan-{n}.pdf").write_bytes(b"%PDF-1.7 nonsense" + b"x" * n * 300)
    (folder / "binary.txt").write_bytes(b"a\0b")
    (folder / "NOTES").write_text("Call back.", "utf-8")


def test_what_did_not_go_in_is_summed_up_by_why(run: Run, tmp_path: Path) -> None:
    """A table of what was left out and what failed, the most frequent reason first."""
    _fill(tmp_path)
    ran = run("add", ".", "--db", "x.db")
    assert ran.code == 1
    rows = [" ".join(line.split()) for line in ran.out.splitlines()]
    rows = rows[rows.index("articles why which") :]
    assert rows[2].startswith("skipped 5 files that end in .jpg are not photo-0.jpg,")
    assert any(row.endswith("photo-2.jpg and 2 more") for row in rows)
    assert "failed 5 there is no text in it empty-0.txt," in rows
    assert any(row.startswith("3 it is a PDF file that is damaged scan-0.pdf,") for row in rows)
    assert rows[-1] == "27 files: 12 added, 0 updated, 0 unchanged, 6 skipped, 9 failed"
    assert len(ran.err.splitlines()) == 9


def test_the_summary_is_part_of_the_document(run: Run, tmp_path: Path) -> None:
    """Each fate with its count, and of each reason the first few files."""
    _fill(tmp_path)
    ran = run("add", ".", "--db", "x.db", "--json")
    fastjsonschema.compile(json.loads(read_schema()))(ran.document)
    summary = ran.document["summary"]
    assert (summary[0]["outcome"], summary[0]["count"], summary[0]["why"]) == ("added", 12, None)
    assert {
        "outcome": "failed",
        "why": "there is no text in it",
        "count": 5,
        "places_in_all": 5,
        "places": ["empty-0.txt", "empty-1.txt", "empty-2.txt"],
    } in summary
    assert sum(one["count"] for one in summary) == len(ran.document["articles"]) == 27
    skipped = [one for one in ran.document["articles"] if one["outcome"] == "skipped"]
    assert len(skipped) == 6
    assert all(one["error"] for one in skipped)


def test_a_few_that_are_left_out_are_one_line_each(run: Run, article: Path, tmp_path: Path) -> None:
    """Nothing is wrong with them: the exit code is 0, and nothing stands on stderr."""
    (tmp_path / "photo.jpg").write_bytes(b"x")
    ran = run("add", ".", "--db", "x.db")
    assert (ran.code, ran.err) == (0, "")
    assert article.exists()
    assert ran.out.endswith(
        "skipped  photo.jpg: files that end in .jpg are not read\n"
        "2 files: 1 added, 0 updated, 0 unchanged, 1 skipped, 0 failed\n"
    )
