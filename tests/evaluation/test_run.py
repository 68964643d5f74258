"""Running a program on articles, and the whole way from articles to the table."""

import json
import shlex
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from claims.values.quantity import Quantity
from tests.evaluation.__main__ import main
from tests.evaluation.errors import MalformedDocument, ProgramFailed
from tests.evaluation.run import claims_in, report_on
from tests.evaluation.stories import (
    COURIER_BOATS,
    GAZETTE_BOATS,
    HARBOUR,
    TRIBUNE_BOATS,
    listed,
    stated,
)

TOLLS = [
    stated(GAZETTE_BOATS, Quantity(Decimal(9), Decimal(9)), anchor="Nine"),
    stated(COURIER_BOATS, Quantity(Decimal(14), Decimal(14)), anchor="fourteen"),
]

NAIVE_PROGRAM = f"""
import json, os, pathlib, sys

store = pathlib.Path(os.environ["CLAIMS_DB"].removeprefix("sqlite:///"))
claims = {dict([GAZETTE_BOATS, COURIER_BOATS, TRIBUNE_BOATS])!r}
if sys.argv[1] == "add":
    assert not store.exists(), "not a fresh database"
    store.write_text(json.dumps(sys.argv[2:]))
elif sys.argv[1:] == ["list", "--json"]:
    print(json.dumps({{"schema": "claims/claims/1", "claims": {TOLLS!r}}}))
else:
    assert sys.argv[1:] == ["conflicts", "--json", "--all"], sys.argv
    files = [pathlib.Path(file) for file in json.loads(store.read_text())]
    told = [{{"article": {{"file": file.name}}, "quote": claims[file.stem]}} for file in files]
    pairs = [(a, b) for n, a in enumerate(told) for b in told[:n]]
    form = {{"relation": "contradiction", "kind": "quantity"}}
    conflicts = [{{**form, "left": a, "right": b}} for a, b in pairs]
    print(json.dumps({{"schema": "claims/conflicts/1", "conflicts": conflicts}}))
"""
"""A stand-in for the program that calls every two tolls of the harbour a contradiction.

It lists the claims of two of the three articles.
"""

SILENT_PROGRAM = 'print(\'{"conflicts": [], "claims": []}\')'
"""A stand-in that finds nothing."""


@pytest.fixture
def naive(tmp_path: Path) -> list[str]:
    """Give the command of the naive program."""
    return program(tmp_path, NAIVE_PROGRAM)


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out labelled articles: the seeds, a readable cluster and a held-back one."""
    folder = tmp_path / "shared"
    dev = folder / "data" / "dev"
    for place in (folder / "seeds", dev / "clusters" / "ecb99-boats"):
        write_articles(place)
    write_articles(dev / "clusters" / "ecb13-church")
    write_gold(folder / "data" / "seeds", ["S1 seeds"])
    write_gold(dev, ["open-01 ecb99-boats", "secret-01 ecb13-church"])
    monkeypatch.setenv("CLAIMS_SHARED", str(folder))
    return folder


def program(folder: Path, code: str) -> list[str]:
    """Write a program down and give the command that runs it."""
    script = folder / "program.py"
    script.write_text(code, encoding="utf-8")
    return [sys.executable, str(script)]


def write_articles(folder: Path) -> None:
    """Write the articles on the harbour down."""
    folder.mkdir(parents=True)
    for name, text in HARBOUR.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def write_gold(folder: Path, records: list[str]) -> None:
    """Label the tolls of the harbour, once a record."""
    folder.mkdir(parents=True, exist_ok=True)
    told = [(GAZETTE_BOATS, 9), (COURIER_BOATS, 14), (TRIBUNE_BOATS, 14)]
    answers = [
        {"doc": doc, "quote": quote, "value": value, "speaker": None}
        for (doc, quote), value in told
    ]
    form = {"question": "?", "kind": "quantity", "relation": "contradiction", "note": ""}
    named = [dict(zip(("id", "cluster"), record.split(), strict=True)) for record in records]
    lines = [json.dumps({**form, **name, "answers": answers}) for name in named]
    (folder / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")


def test_every_run_has_a_fresh_database(naive: list[str], shared: Path) -> None:
    """Nothing of one cluster is left for the next."""
    files = sorted((shared / "seeds").glob("*.txt"))
    first, second = (report_on(files, naive) for _ in range(2))
    assert first == second
    assert len(first.conflicts["conflicts"]) == 3
    assert first.claims == claims_in(files, naive)
    assert len(first.claims["claims"]) == len(listed(*TOLLS)["claims"])


def test_an_error_of_the_program_is_told(tmp_path: Path) -> None:
    """The last line that it wrote says why."""
    with pytest.raises(ProgramFailed, match="exit code 1: no such thing"):
        report_on([], program(tmp_path, "import sys; sys.exit('well\\nno such thing')"))


def test_a_program_that_prints_no_json_is_refused(tmp_path: Path) -> None:
    """There is nothing to score then."""
    with pytest.raises(MalformedDocument, match="no JSON"):
        report_on([], program(tmp_path, "print('3 conflicts')"))


@pytest.mark.usefixtures("shared")
def test_the_table_shows_what_was_found(
    naive: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Two of three pairs are right, one is a false alarm, in the seeds and in the cluster."""
    assert main(["--program", shlex.join(naive)]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["contradiction", "1/1", "100.0%", "2", "1", "0", "66.7%"] in lines
    assert ["S1", "contradiction", "found", "contradiction", "2"] in lines
    assert ["false", "contradiction", "S1", "(agreement,", "1)"] in lines
    precision = ["2", "1", "0", "66.7%"]
    for name in (["ecb99-boats"], ["1", "clusters"], ["1", "held", "back"]):
        assert [*name, "1/1", "100.0%", *precision, "0", "1", "0", "0", "0"] in lines
        assert [*name, "0/0", "0/0", *precision] in lines


@pytest.mark.usefixtures("shared")
def test_the_table_shows_which_answers_are_found(
    naive: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Two answers of three, and so the question, in seeds and cluster; then what is held back."""
    assert main(["--program", shlex.join(naive)]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    for name in ("quantity", "all"):
        assert [name, "4/6", "66.7%", "0", "2/3", "66.7%", "0"] in lines
        assert [name, "2/2", "100.0%", "0", "1/1", "100.0%", "0"] in lines
    assert ["date", "0/0", "-", "0", "0/0", "-", "0"] in lines


def test_nothing_but_totals_of_held_back_clusters_is_shown(
    naive: list[str], shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a name nor a record id, on the screen or in the file."""
    out = shared / "figures.out"
    assert main(["--program", shlex.join(naive), "--list", "--json", str(out)]) == 0
    shown = capsys.readouterr().out + out.read_text(encoding="utf-8")
    assert "open-01" in shown
    assert "secret" not in shown
    assert "church" not in shown
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["held_back"]["unjudged"]["update"] == 0
    assert written["answers"]["held_back"]["all_answers"]["part"] == 2
    assert written["answers"]["total"]["pair_coverage"]["quantity"]["whole"] == 2
    assert written["labelled_sentences"] == {}


@pytest.mark.usefixtures("shared")
def test_the_list_names_what_was_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that reports nothing misses everything."""
    nothing = program(tmp_path, SILENT_PROGRAM)
    assert main(["--program", shlex.join(nothing), "--list"]) == 0
    shown = capsys.readouterr().out
    assert "missed  contradiction  S1\nmissed  contradiction  open-01" in shown
    assert "missed    quantity      open-01  gazette\n" in shown


@pytest.mark.usefixtures("shared")
def test_only_the_seeds_can_be_measured(
    naive: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The clusters take longer."""
    assert main(["--program", shlex.join(naive), "--seeds-only", "--jobs", "1"]) == 0
    assert "clusters" not in capsys.readouterr().out


@pytest.mark.usefixtures("shared")
def test_a_failing_program_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No figure without the program."""
    broken = program(tmp_path, "raise SystemExit('out of ink')")
    assert main(["--program", shlex.join(broken)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "seeds: the program ended with exit code 1: out of ink"
    ]


def test_a_failure_on_a_held_back_cluster_is_not_explained(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error may quote the article."""
    loud = "import sys\nif 'church' in str(sys.argv): sys.exit('Nine boats')\n"
    command = shlex.join(program(tmp_path, f"{loud}{SILENT_PROGRAM}"))
    assert shared.is_dir()
    assert main(["--program", command]) == 1
    assert capsys.readouterr().err == "ecb13-church: failed\n"
