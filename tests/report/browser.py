"""A real browser without a window, where one is installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any, Final

import pytest

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MEASURE: Final = """<!doctype html><body style="margin:0">
<iframe id="frame" src="{name}" style="border:0;width:{width}px;height:900px"></iframe><pre></pre>
<script>
frame.onload = () => {{
  const page = frame.contentDocument;
  document.querySelector("pre").textContent = "measured" + JSON.stringify({{
    title: page.title,
    width: page.documentElement.scrollWidth,
    fetched: frame.contentWindow.performance.getEntriesByType("resource").length,
    paper: frame.contentWindow.getComputedStyle(page.body).backgroundColor,
    marks: page.querySelectorAll("mark").length,
    sign: frame.contentWindow.getComputedStyle(page.querySelector("mark"), "::before").content,
  }}) + "end";
}};
</script>"""


def find_browser() -> str:
    """Give the path of a browser; where there is none the test is skipped and says so."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip(f"no browser is installed: none of {', '.join(_NAMES)}")
    return found


def measure(browser: str, page: Path, width: int, *options: str) -> Any:
    """Open a page of some width, and tell what a reader would meet."""
    frame = page.with_name(f"frame-{width}.html")
    frame.write_text(_MEASURE.format(name=page.name, width=width), "utf-8")
    command = [
        browser,
        *("--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"),
        f"--user-data-dir={page.parent / 'profile'}",
        f"--window-size={width + 20},900",
        *("--virtual-time-budget=4000", "--dump-dom", *options, frame.as_uri()),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=90)
    found = re.search(r"measured(\{.*\})end</pre>", unescape(ran.stdout))
    assert found is not None, ran.stdout[-2000:] + ran.stderr[-2000:]
    return json.loads(found[1])
