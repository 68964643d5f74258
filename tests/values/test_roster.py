"""The user's own table of parties: where it stands, what it must hold, what it changes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_config_path

from claims.errors import ClaimsError
from claims.values.roster import KINDS, VARIABLE, listed_parties, own_table, read_table

TABLE = """
source = "the league's own list of clubs, read in May 2024"

[[party]]
id = "harbour-hawks"
name = "Harbour Hawks"
aliases = ["Hawks", "98ers"]
kind = "organisation"
"""


def written(folder: Path, text: str) -> Path:
    """Write a table into a folder."""
    file = folder / "parties.toml"
    file.write_text(text, encoding="utf-8")
    return file


def run(code: str, variable: str) -> subprocess.CompletedProcess[str]:
    """Run a program of its own, in which no table has been read yet."""
    environment = os.environ | {VARIABLE: variable}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def test_a_table_gives_its_parties_and_its_source(tmp_path: Path) -> None:
    """Every party of a table carries where the table says that it comes from."""
    (party,) = read_table(written(tmp_path, TABLE))
    assert party.names == ("Harbour Hawks", "Hawks", "98ers")
    assert party.source == "the league's own list of clubs, read in May 2024"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TABLE.replace("source", "origin"), "no source; say where its names come from"),
        (TABLE.replace('"harbour-hawks"', '"Harbour Hawks"'), "party 1: no id"),
        (TABLE.replace('"Harbour Hawks"', '"hawks of the harbour"'), "party 1: no name"),
        (TABLE.replace('["Hawks", "98ers"]', '"Hawks"'), "party 1: aliases are a list of names"),
        (TABLE.replace('"organisation"', '"club"'), "party 1: kind is one of"),
        (TABLE.replace('"organisation"', '"seat"'), "party 1: a seat stands for a government"),
        (TABLE + 'country = "XX"', "party 1: 'XX' is no code of a country"),
        (TABLE + 'colour = "red"', "party 1: 'colour' is no field"),
        (TABLE + TABLE.partition("2024")[2][1:], "stands for two parties"),
        ('source = "a list"', "no [[party]] in it"),
        ("source =", "it is no TOML"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(text: str, said: str, tmp_path: Path) -> None:
    """The message names the file and the entry, and says what would be right."""
    file = written(tmp_path, text)
    with pytest.raises(ClaimsError) as refused:
        read_table(file)
    assert said in str(refused.value)
    assert str(file) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_variable_comes_before_the_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CLAIMS_PARTIES names the table; set to nothing, there is none; not set, the usual place."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine.toml"))
    assert own_table() == tmp_path / "mine.toml"
    monkeypatch.setenv(VARIABLE, "")
    assert own_table() is None
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert own_table() is None
    usual = user_config_path("claimledger", appauthor=False, ensure_exists=True)
    file = written(usual, TABLE)
    assert own_table() == file


def test_the_names_of_a_table_are_found_in_a_text(tmp_path: Path) -> None:
    """An own name leads to the own party even where the program's table has the name too."""
    table = TABLE.replace('"98ers"', '"98ers", "Taliban", "Kenya"')
    code = (
        "from claims.values.gazetteer import display_name, longest_name, party_kind\n"
        "for text in ('98ers won', 'Taliban won', 'Kenya won', 'NATO won'):\n"
        "    print(longest_name(text, 0, text.split()[0])[1].key)\n"
        "print(display_name('party:harbour-hawks'), party_kind('party:harbour-hawks'))\n"
    )
    told = run(code, str(written(tmp_path, table)))
    assert told.stderr == ""
    assert told.stdout.splitlines() == [
        *["party:harbour-hawks"] * 3,
        "party:nato",
        "Harbour Hawks organisation",
    ]


def test_a_bad_table_ends_a_command_with_one_line(tmp_path: Path) -> None:
    """However many files are added, the table is complained of once, and nothing is stored."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Police said that 12 people were hurt.", encoding="utf-8")
    code = (
        "import sys\nfrom claims.cli import main\n"
        f"sys.exit(main(['--db', {str(tmp_path / 'a.db')!r}, 'add', {str(tmp_path)!r}]))\n"
    )
    told = run(code, str(tmp_path / "absent.toml"))
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert "absent.toml: No such file or directory" in line


def test_the_kinds_are_those_of_the_shipped_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's entry may be of any kind that the program's own entries have."""
    monkeypatch.setenv(VARIABLE, "")
    listed_parties.cache_clear()
    assert {party.kind for party in listed_parties().values()} == set(KINDS)
    listed_parties.cache_clear()
