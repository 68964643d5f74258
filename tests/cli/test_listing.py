"""Listings, filters and documents, run as commands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from claims.model import Relation
from claims.report.document import ARTICLES_SCHEMA, CLAIMS_SCHEMA, CONFLICTS_SCHEMA
from tests.cli.conftest import Run
from tests.report.story import AGENCY, BOUND, CITED, CONTRADICTION, LOOK_ALIKE, OPINION, OWN, WIRE

pytestmark = pytest.mark.usefixtures("story")

CLAIM_FIELDS = {
    *("id", "kind", "article", "quote", "start", "end", "speakers", "subject", "attribute"),
    *("polarity", "certainty", "value", "as_of", "flags", "extractor"),
}
CONFLICT_FIELDS = {
    *("id", "relation", "kind", "rule", "rank", "question", "reason", "status", "support"),
    *("left", "right"),
}
ARTICLE_FIELDS = {
    *("id", "file", "title", "outlet", "authors", "genre", "published", "published_known_by"),
    *("language", "rendition", "sha256"),
}


def test_the_conflicts_document_is_as_promised(run: Run) -> None:
    """Other programs rely on these names; more may be added."""
    document = run("conflicts", "--json").document
    assert document["schema"] == CONFLICTS_SCHEMA
    (conflict,) = document["conflicts"]
    assert set(conflict) >= CONFLICT_FIELDS
    assert set(conflict["left"]) >= CLAIM_FIELDS
    assert set(conflict["left"]["article"]) >= ARTICLE_FIELDS - {"sha256"}
    assert conflict["id"] == CONTRADICTION.id
    assert conflict["question"]["text"] == "How many US troops are in Afghanistan?"
    assert conflict["support"]["left"] == {"articles": 3, "origins_at_most": 2}


def test_a_claim_in_a_document_holds_its_evidence(run: Run) -> None:
    """Quote, offsets, value as plain numbers, dates with how they are known."""
    conflict = run("conflicts", "--json").document["conflicts"][0]
    left, right = conflict["left"], conflict["right"]
    assert left["quote"] == OPINION.text.body[left["start"] : left["end"]]
    assert left["value"]["low"] == left["value"]["high"] == 2500
    assert (left["value"]["low_open"], left["value"]["unit"]) == (False, "person")
    assert left["as_of"] == {"from": "2021-04-05", "to": "2021-04-05", "known_by": "published"}
    assert left["flags"] == ["contradicted", "agrees"]
    assert left["article"]["published_known_by"] == "page"
    assert [link["name"] for link in right["speakers"]] == ["The New York Times", "US officials"]
    assert [link["in_database"] for link in right["speakers"]] == [False, True]


def test_an_open_end_is_null(run: Run) -> None:
    """More than 1,000 has no high."""
    claims = run("list", "--json").document["claims"]
    value = next(claim["value"] for claim in claims if claim["id"] == BOUND.id)
    assert (value["low"], value["high"], value["low_open"]) == (1000, None, True)


def test_the_counts_add_up(run: Run) -> None:
    """Every pair considered is one of the relations."""
    counts = run("conflicts", "--json").document["counts"]
    relations = [counts[relation.value] for relation in Relation]
    assert sum(relations) == counts["considered"] == 8
    assert counts["contradiction_between_articles"] == 0
    assert sum(counts["not_comparable_because"].values()) == counts["not_comparable"]


def test_all_adds_what_is_no_conflict(run: Run) -> None:
    """Look-alikes, compatible answers and one pair for each agreement."""
    found = run("conflicts", "--all", "--json").document["conflicts"]
    relations = [conflict["relation"] for conflict in found]
    assert relations.count("different_scope") == 1
    agreement = next(one for one in found if one["relation"] == "agreement")
    assert {agreement["left"]["id"], agreement["right"]["id"]} == {OWN.id, WIRE.id}
    compatible = [one for one in found if one["relation"] == "compatible"]
    assert {BOUND.id} <= {side["id"] for one in compatible for side in (one["left"], one["right"])}


def test_the_other_documents_are_as_promised(run: Run) -> None:
    """Claims and articles have their schema and fields."""
    claims = run("list", "--json").document
    assert claims["schema"] == CLAIMS_SCHEMA
    assert all(set(claim) >= CLAIM_FIELDS for claim in claims["claims"])
    articles = run("articles", "--json").document
    assert articles["schema"] == ARTICLES_SCHEMA
    assert all(set(article) >= ARTICLE_FIELDS for article in articles["articles"])
    hashes = {article["file"]: article["sha256"] for article in articles["articles"]}
    assert OPINION.source is not None
    assert hashes["002.txt"] == OPINION.source.sha256


@pytest.mark.parametrize(
    ("command", "options", "files"),
    [
        ("articles", ("--outlet", "kabul daily"), {"005.txt"}),
        ("articles", ("--author", "hasan"), {"002.txt"}),
        ("articles", ("--since", "2021-04-06"), {"005.txt", "006.txt"}),
        ("articles", ("--until", "2021-04-05"), {"002.txt", "005.txt"}),
        ("articles", ("--kind", "polarity"), {"004.txt"}),
        ("articles", ("--about", "india"), {"002.txt", "004.txt"}),
        ("list", ("--flag", "look-alike"), {"002.txt", "004.txt"}),
        ("list", ("--flag", "only_source"), {"002.txt"}),
        ("list", ("--relation", "different-scope"), {"002.txt", "004.txt"}),
        ("list", ("--kind", "polarity", "--kind", "date"), {"004.txt"}),
    ],
)
def test_every_listing_takes_the_filters(
    run: Run, command: str, options: tuple[str, ...], files: set[str]
) -> None:
    """The same words mean the same everywhere."""
    document = run(command, *options, "--json").document
    found: list[Any] = document.get("articles") or [one["article"] for one in document["claims"]]
    assert {article["file"] for article in found} == files


def test_a_filter_without_hits_says_so(run: Run) -> None:
    """An empty table would look like an empty database."""
    assert run("list", "--outlet", "None Such").out == "No claim fits the filter.\n"
    assert "No conflict fits the filter." in run("conflicts", "--kind", "date").out


def test_pairs_show_each_pair_by_itself(run: Run) -> None:
    """Look-alikes too."""
    out = run("conflicts", "--pairs").out
    assert out.index("CONTRADICTION") < out.index("NOT THE SAME THING")
    assert f"l{LOOK_ALIKE.id[:8]}" in out


@pytest.mark.parametrize("command", ["articles", "list", "conflicts", "questions"])
@pytest.mark.parametrize("width", [50, 80, 100])
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, width: int
) -> None:
    """COLUMNS is respected."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run(command).out.splitlines()
    assert lines
    assert max(map(len, lines)) <= width


def test_an_empty_database_says_what_to_do(run: Run, tmp_path: Path) -> None:
    """Nothing found and nothing there are two things."""
    place = ("--db", str(tmp_path / "new.db"))
    assert run("database", "upgrade", *place).code == 0
    assert "add some with: claims add" in run("conflicts", *place).out
    assert "add some with: claims add" in run("articles", *place).out


def test_two_articles_on_one_text_are_both_shown(run: Run) -> None:
    """The agency's text has two outlets; the claim stands there once."""
    out = run("conflicts").out
    assert "Kabul Daily" in out
    assert "Evening Post" in out
    claims = run("list", "--json").document["claims"]
    assert sum(claim["article"]["file"] == AGENCY.file for claim in claims) == 1


def test_an_outlet_that_is_cited_and_absent_is_said_to_be(run: Run) -> None:
    """Only its words as another tells them are here."""
    assert "citing The New York Times (not in this" in run("conflicts").out
    assert CITED.quote in " ".join(run("conflicts").out.split())


def test_a_listing_is_read_in_pages(run: Run) -> None:
    """Together they are the whole, in its order; each says how to go on."""
    whole = [claim["id"] for claim in run("list", "--json").document["claims"]]
    pages = [run("list", "--json", "--limit", "4", "--skip", str(at)).document for at in (0, 4, 8)]
    assert [claim["id"] for page in pages for claim in page["claims"]] == whole
    assert [page["total"] for page in pages] == [len(whole)] * 3
    assert run("list", "--limit", "4").out.endswith("\n1 to 4 of 6 claims; go on with: --skip 4\n")
    assert run("list", "--skip", "4").out.endswith("\n5 to 6 of 6 claims\n")
    assert run("list", "--skip", "9").out == "6 claims; none after the first 9\n"
    assert run("list", "--limit", "50", "--skip", "100").code == 0
    assert run("list", "--limit", "0").code == 2


def test_a_document_that_is_written_in_turn_is_like_the_others(run: Run) -> None:
    """Indented as a whole one would be, empty or not."""
    for options in ((), ("--outlet", "None Such")):
        ran = run("list", "--json", *options)
        assert ran.out == json.dumps(ran.document, ensure_ascii=False, indent=2) + "\n"


def test_a_long_table_is_drawn_in_parts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one head, every claim once and in order, and no line too wide."""
    whole = run("list").out
    monkeypatch.setattr("claims.cli.table._AT_ONCE", 1)
    parts = run("list").out
    assert _ids(parts) == _ids(whole)
    assert len(_ids(whole)) == 6
    assert parts.count("who says so") == 1
    assert max(map(len, parts.splitlines())) <= 80


def _ids(table: str) -> list[str]:
    return re.findall(r"^c[0-9a-f]{8}", table, re.MULTILINE)
