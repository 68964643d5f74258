"""`claims add` with addresses and lists of them, and `claims copies`."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import fastjsonschema
import pytest

from claims.report.schema import read_schema
from tests.cli.conftest import Run
from tests.fetch import site as web
from tests.fetch.site import PAGE, Site, running_site

NEAR = ("--private-networks", "--delay", "0")


@pytest.fixture
def site() -> Iterator[Site]:
    """Run a site with two articles."""
    other = PAGE.replace(b"12 people", b"14 people").replace(b"Ann Example", b"Bo Sample")
    with running_site({"/a": web.page(), "/b": web.page(other)}) as running:
        yield running


def test_an_address_is_added_and_its_copy_listed_and_written(
    run: Run, site: Site, tmp_path: Path
) -> None:
    """Where each thing is known from, and the evidence."""
    ran = run("add", f"{site.root}/a", *NEAR)
    assert ran.code == 0
    assert "  authors    Ann Example (page data)" in ran.out
    assert "  published  2021-04-05 (page data, OpenGraph)" in ran.out
    id_ = ran.out.split()[1]
    told = run("copies", id_).out
    assert f"copy     {site.root}/a" in told
    assert "  header   Content-Type: text/html" in told
    document = run("copies", id_, "--json").document
    fastjsonschema.compile(json.loads(read_schema()))(document)
    (copy,) = document["copies"]
    assert (copy["status"], copy["size"]) == (200, len(PAGE))
    assert run("copies", id_, "-o", "kept.html").out == "kept.html\n"
    assert (tmp_path / "kept.html").read_bytes() == PAGE
    assert run("copies", id_, "-o", "kept.html").code == 1


def test_a_list_on_stdin_is_read(
    run: Run, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Addresses and files, blank lines and comments passed over; a bad one is told at the end."""
    (tmp_path / "note.txt").write_text("The ministry said 9 people died.\n", "utf-8")
    listed = f"# my list\n{site.root}/a\n\n  {site.root}/b  \nnote.txt\n{site.root}/gone\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(listed))
    ran = run("add", "-", *NEAR)
    assert ran.code == 1
    assert "4 files: 3 added, 0 updated, 0 unchanged, 1 failed" in ran.out
    assert ran.err == f"claims: {site.root}/gone: {ran.err.partition('gone: ')[2]}"
    assert len(run("articles", "--json").document["articles"]) == 3


def test_a_network_that_is_not_public_is_one_line(run: Run, site: Site) -> None:
    """With the option that allows it."""
    ran = run("add", f"{site.root}/a")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "allow it with: --private-networks" in ran.err
    assert site.asked == []


def test_a_saved_page_tells_what_a_person_should_know(run: Run, tmp_path: Path) -> None:
    """That it is a part, that it was updated, that its language is not read."""
    data = {"@type": "NewsArticle", "isAccessibleForFree": False, "dateModified": "2021-04-09"}
    lines = (
        "Le ministère a dit que douze personnes sont mortes quand la porte s'est rompue.",
        "Il a fermé la dernière des cinq portes lundi, et les ingénieurs restent dans la vallée.",
    )
    (tmp_path / "page.html").write_text(
        f"<html lang=fr><script type='application/ld+json'>{json.dumps(data)}</script><article>"
        f"<h1>Les portes</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article></html>",
        "utf-8",
    )
    ran = run("add", "page.html")
    assert ran.code == 0
    assert "page.html: 0 claims" in ran.out
    assert "  updated    2021-04-09\n" in ran.out
    assert "  partial    the page says that the rest is for subscribers\n" in ran.out
    told = " ".join(run("show", ran.out.split()[1]).out.split())
    assert "updated 2021-04-09" in told
    assert "partial the page says" in told
    assert "  not read   no claims are looked for in 'fr'" in ran.out
