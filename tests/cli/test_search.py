"""Searching, run as a command."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.report.story import OWN

pytestmark = pytest.mark.usefixtures("story")


def test_a_find_stands_in_its_paragraph(run: Run) -> None:
    """With its id, what it says, where it stands, and a mark under each word."""
    out = run("search", "2500", "TROOPS").out
    assert f"c{OWN.id[:8]}  US troops: 2,500 [contradicted, agrees]" in out
    lines = out.splitlines()
    at = next(at for at, line in enumerate(lines) if "There are 2,500 US troops in" in line)
    assert "KABUL" in lines[at]
    for word in ("2,500", "troops"):
        start = lines[at].index(word)
        assert lines[at + 1][start : start + len(word)] == "^" * len(word)
    assert lines[at + 1].count("^") == len("2,500" + "troops")


def test_the_example_of_the_help_works(run: Run) -> None:
    """A star, and a filter."""
    assert "2,500" in run("search", "US troop*", "--since", "2021").out
    assert run("search", "US troop*", "--since", "2022").out == "Nothing holds us, troop*.\n"


def test_notes_and_titles_are_found(run: Run) -> None:
    """A word on a conflict with what it is about, an article with its byline."""
    claim = run("list", "--json").document["claims"][0]["id"]
    run("annotate", claim, "--note", "Ask the zebra", "--by", "Zoë", "--tag", "desk")
    out = run("search", "zebra").out
    assert f"on c{claim[:8]}: Zoë, " in out
    assert "Ask the zebra; #desk" in out
    titles = run("search", "hasan").out
    assert titles.startswith("a")
    assert "002.txt" in titles


def test_the_document_is_as_promised(run: Run) -> None:
    """Every find by itself."""
    document = run("search", "troops", "--json").document
    assert document["schema"] == "claims/search/1"
    assert (document["query"], document["words"]) == ("troops", ["troops"])
    assert document["complete"] is True
    assert len(document["finds"]) == document["total"] > 1
    assert {find["type"] for find in document["finds"]} >= {"claim"}
    assert OWN.id in {find["claim"]["id"] for find in document["finds"] if "claim" in find}


def test_as_many_are_shown_as_are_asked_for(run: Run) -> None:
    """And how to see the others."""
    some = run("search", "troops", "--limit", "1").out
    assert some.endswith("; all of them: --limit 0\n")
    every = run("search", "troops", "--limit", "0").out
    assert len(every) > len(some)
    assert "--limit" not in every


def test_nothing_to_search_for_is_one_line(run: Run) -> None:
    """An empty query, or one of marks."""
    for query in ("", " – "):
        ran = run("search", query)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == f"claims: nothing to search for in {query!r}; give a word or a number\n"
