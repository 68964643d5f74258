"""Pages of a few lines, with the parts that a test is about."""

from __future__ import annotations

import json
from typing import Any

from claims.read.page import Page, read_page

LINES = (
    "The ministry of works said that 12 people died when the lower gate of the Osk dam broke.",
    "It shut the last of the five gates on Monday, and 300 engineers stay in the valley.",
    "“We will stay until the water has gone,” said Bo Sample, who leads the crew of the dam.",
    "The dam was built in 1962, and a report of the parliament had warned of two worn gates.",
)


def paragraphs(lines: tuple[str, ...] = LINES) -> str:
    """Give lines as paragraphs."""
    return "".join(f"<p>{line}</p>" for line in lines)


def html(head: str = "", top: str = "", body: str | None = None, lang: str = "en") -> str:
    """Give a page whose article has a headline, something under it, and its paragraphs."""
    inner = paragraphs() if body is None else body
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><article>'
        f"<h1>Gates shut at Osk</h1>{top}{inner}</article></body></html>"
    )


def read(text: str, **known: Any) -> Page:
    """Read a page."""
    return read_page(text.encode(), **known)


def data(**node: Any) -> str:
    """Give data of an article in JSON-LD."""
    full = {"@context": "https://schema.org", "@type": "NewsArticle", **node}
    return f'<script type="application/ld+json">{json.dumps(full)}</script>'
