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
_MEASURE: Final = r"""<!doctype html><body style="margin:0">
<iframe id="frame" src="{name}" style="border:0;width:{width}px;height:900px"></iframe><pre></pre>
<script>
const number = color => color.match(/[\d.]+/g).map(Number);
const light = color => {{
  const linear = c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
  const [r, g, b] = number(color).map(linear);
  return .2126 * r + .7152 * g + .0722 * b;
}};
const paperOf = (element, view) => {{
  for (let at = element; at; at = at.parentElement) {{
    const color = view.getComputedStyle(at).backgroundColor;
    if ((number(color)[3] ?? 1) === 1) return color;
  }}
  return "rgb(255, 255, 255)";
}};
const WORDS = "p, a, dt, dd, th, td, caption, mark, h2, h4, time, code";
const faint = page => [...page.querySelectorAll(WORDS)]
  .filter(element => {{
    const ink = light(frame.contentWindow.getComputedStyle(element).color);
    const paper = light(paperOf(element, frame.contentWindow));
    return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05) < 4.5;
  }})
  .map(element => element.outerHTML.slice(0, 80));
frame.onload = () => {{
  const page = frame.contentDocument;
  document.querySelector("pre").textContent = "measured" + JSON.stringify({{
    title: page.title,
    width: page.documentElement.scrollWidth,
    fetched: frame.contentWindow.performance.getEntriesByType("resource").length,
    paper: frame.contentWindow.getComputedStyle(page.body).backgroundColor,
    marks: page.querySelectorAll("mark").length,
    levels: [...page.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(h => +h.tagName[1]),
    landmarks: ["header", "nav", "main"].map(tag => page.querySelectorAll("body > " + tag).length),
    unnamed: [...page.querySelectorAll("section, nav, svg, table, [role=group]")]
      .filter(e => !e.ariaLabel && !e.getAttribute("aria-labelledby") && !e.caption)
      .map(e => e.outerHTML.slice(0, 80)),
    unscoped: page.querySelectorAll("th:not([scope])").length,
    wide: [...page.querySelectorAll("body *")]
      .filter(e => e.getBoundingClientRect().right > {width} + 1 && !e.closest(".wide"))
      .map(e => e.outerHTML.slice(0, 80)),
    faint: faint(page),
    directions: [...page.querySelectorAll("blockquote p[dir=auto]")]
      .map(e => frame.contentWindow.getComputedStyle(e).direction),
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
        *("--disable-background-networking", "--enable-logging=stderr"),
        f"--user-data-dir={page.parent / 'profile'}",
        f"--window-size={width + 20},900",
        *("--virtual-time-budget=4000", "--dump-dom", *options, frame.as_uri()),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = re.search(r"measured(\{.*\})end</pre>", unescape(ran.stdout))
    assert found is not None, ran.stdout[-2000:] + ran.stderr[-2000:]
    return {**json.loads(found[1]), "console": re.findall(r"CONSOLE[^\n]*", ran.stderr)}
