"""How much of pages of known truth is read right: by this program, and by trafilatura alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from trafilatura import bare_extraction

from claims.errors import InputError
from claims.read.page import read_page
from claims.read.page.body import CAPTION
from tests.evaluation.pages.layout import LAYOUTS, Story, read_stories

FIELDS: Final = ("title", "authors", "published", "body")
BODY_RIGHT: Final = 0.98
"""The share of words that a body must have in common with the true one, to be right."""

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader gives of a page; None and empty where it gives nothing."""

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    body: str


Layouts: TypeAlias = Mapping[str, Callable[[Story], str]]
Reader: TypeAlias = Callable[[str], Found]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reader got right of one page."""

    layout: str
    story: Story
    right: dict[str, bool]
    overlap: float
    found: Found


def read_ours(html: str) -> Found:
    """Read a page the way the program does."""
    try:
        page = read_page(html.encode())
    except InputError:
        return Found(None, (), None, "")
    facts: dict[str, Any] = {name: value for name, (value, _) in page.facts.items()}
    lines = [line for line in page.body.split("\n") if not line.startswith(CAPTION)]
    return Found(
        facts.get("title"),
        tuple(facts.get("authors", ())),
        facts.get("published"),
        "\n".join(lines),
    )


def read_bare(html: str) -> Found:
    """Read a page by trafilatura alone."""
    found: Any = bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None:
        return Found(None, (), None, "")
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Found(found.title, authors, found.date, found.text or "")


READERS: Final[dict[str, Reader]] = {"claimledger": read_ours, "trafilatura": read_bare}


def judge_all(reader: Reader, layouts: Layouts = LAYOUTS) -> Iterator[Judged]:
    """Judge a reader on every story in every layout."""
    for layout, make in layouts.items():
        for story in read_stories():
            yield judge(reader(make(story)), layout, story)


def judge(found: Found, layout: str, story: Story) -> Judged:
    """Compare what was found with what is true."""
    lines = [line for line in found.body.split("\n") if line != story.title]
    overlap = share_common(_true_body(layout, story), "\n".join(lines))
    right = {
        "title": found.title == story.title,
        "authors": found.authors == (() if layout == "unnamed" else story.authors),
        "published": found.published == story.day,
        "body": overlap >= BODY_RIGHT,
    }
    return Judged(layout, story, right, overlap, found)


def _true_body(layout: str, story: Story) -> str:
    """The words of the article that stand on the page; times of entries are words too."""
    lines = story.paragraphs[:2] if layout == "walled" else story.paragraphs
    if layout != "live blog":
        return "\n".join(lines)
    entries = zip(range(17, 11, -1), lines, strict=True)
    return "\n".join(
        f"{story.printed}, {hour}:15 Entry number {hour} {line}" for hour, line in entries
    )


def share_common(true: str, found: str) -> float:
    """Give the harmonic mean of precision and recall of words; 1 where both are alike."""
    left, right = (Counter(_WORD.findall(words.casefold())) for words in (true, found))
    common = (left & right).total()
    return 2 * common / (left.total() + right.total()) if common else 0.0
