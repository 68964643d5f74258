"""The page on paper: printed to PDF by a browser, where one is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from claims.model import Filter
from claims.report.form import Form
from claims.service.opening import opened
from claims.service.report import Order
from claims.service.sealed import write_sealed
from tests.report.browser import find_browser
from tests.report.story import CITED, OWN, store_story


def test_the_printed_page_tells_all_and_no_data(sqlite_template: Path, tmp_path: Path) -> None:
    """Both quotes with their sources, every hash, and not the block for programs."""
    browser, reader = find_browser(), shutil.which("pdftotext")
    if reader is None:
        pytest.skip("there is no pdftotext here")
    base = tmp_path / "story.db"
    base.write_bytes(sqlite_template.read_bytes())
    page, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    with opened(f"sqlite:///{base}") as database:
        with database.write() as session:
            store_story(session)
        page.write_bytes(b"".join(write_sealed(database, Filter(), Order(Form.HTML))))
    command = [
        browser,
        *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--print-to-pdf={paper}",
        page.as_uri(),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=90)
    ran = subprocess.run(
        [reader, "-layout", paper, "-"], capture_output=True, text=True, check=True
    )
    told = " ".join(ran.stdout.split())
    for claim in (OWN, CITED):
        assert claim.text_id[:20] in told
        assert claim.value.text in told
    assert "Md. Tareq Hasan" in told
    assert "quantity.disjoint" in told
    assert "made_from" not in told
    assert "claims/conflicts/1" not in told
