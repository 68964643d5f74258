"""A web page becomes a text and what the page says of it, each thing from its surest source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.errors import InputError
from claims.model import KnownBy, Text, View
from claims.read.language import tell_language
from claims.read.metadata import read_metadata, read_own_days
from claims.read.own_day import ADDRESS, WHERE, OwnDay, clash_words, own_days
from claims.read.page.address import day_in
from claims.read.page.amended import read_corrections, with_corrections
from claims.read.page.body import once, read_paragraphs, without_title
from claims.read.page.charset import decode_page
from claims.read.page.edge import without_edges
from claims.read.page.furniture import leave_out
from claims.read.page.json_ld import Told
from claims.read.page.live import read_entries
from claims.read.page.said import Said, facts_of, meta_of, read_said, stamps_of
from claims.read.page.spot import read_printed
from claims.read.page.stub import find_missing, find_wall, without_wall
from claims.read.page.tree import parse_page, saved_from
from claims.read.view import make_view

if TYPE_CHECKING:
    from claims.read.format.draft import Fact
    from claims.read.page.tree import Element

_HEAD: Final = 200_000


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of a page.

    Args:
        facts: The fields of an article that the page fills, and how each is known.
        remarks: What else it says, for people: "updated", "dates", "partial", "language".
        encoding: What its bytes were read by.
    """

    body: str
    facts: Mapping[str, Fact]
    remarks: Mapping[str, str]
    encoding: str


def read_page(data: bytes, *, charset: str | None = None, address: str | None = None) -> Page:
    """Read the article of a web page.

    Args:
        data: The bytes of the page.
        charset: The encoding that came with it, outside of its own bytes.
        address: Where it was fetched from.

    Raises:
        InputError: It is no text, too large, or has no article in it.
    """
    decoded = decode_page(data, charset)
    root = parse_page(decoded.text)
    said = read_said(root, address or saved_from(decoded.text))
    has_wall = find_wall(root)
    notes = read_corrections(root, said.told)
    leave_out(root)
    said = replace(said, printed=read_printed(root, said.printed))
    facts = dict(facts_of(said))
    paragraphs, is_live = _paragraphs(root, said.told)
    view = _view(without_wall(paragraphs))
    remarks = _remarks(said, facts, paragraphs, view, has_wall=has_wall)
    if decoded.broken:
        remarks["encoding"] = (
            f"{decoded.broken} broken characters of {decoded.encoding} are shown as �"
        )
    paragraphs = without_wall(paragraphs)
    facts.update(_told_by_lines(view, facts))
    title = str(facts["title"][0]) if "title" in facts else None
    lines = without_title(paragraphs, title)
    kept = lines if is_live else without_edges(lines)
    body = "\n\n".join(with_corrections(kept, notes) if kept else ())
    if not body:
        msg = "no article is found on this page; save its text as .txt"
        raise InputError(msg)
    facts.update(_language(said, body))
    return Page(body, facts, remarks, decoded.encoding)


def _view(paragraphs: list[str]) -> View | None:
    """Give the lines of a page as they are read, before some of them go; None where it has none."""
    body = "\n\n".join(paragraphs)[:_HEAD]
    return make_view(Text(body)) if body.strip() else None


def _told_by_lines(view: View | None, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Read from the lines themselves what the page's data left open."""
    found = read_metadata(view) if view else {}
    weak = {name for name in found if name not in facts or facts[name][1] is KnownBy.INFERRED}
    return {name: found[name] for name in weak - {"language", "title"}}


def _paragraphs(root: Element, told: Told | None) -> tuple[list[str], bool]:
    """Give the article's lines, and whether they are entries of a live blog.

    A page that a script fills may hold its text in its data alone.
    """
    entries = read_entries(root, told)
    if entries:
        return once(entries), True
    found = read_paragraphs(root)
    data = once(told.body.splitlines()) if told and told.body else []
    return (data if sum(map(len, data)) > 2 * sum(map(len, found)) else found), False


def _language(said: Said, body: str) -> Iterator[tuple[str, Fact]]:
    """Tell the language by the words themselves; where they tell nothing, by the page."""
    by_words = tell_language(body)
    told = [(said.told.language, KnownBy.JSON_LD)] if said.told and said.told.language else []
    claimed = [*told, (said.printed.language, KnownBy.PAGE), *meta_of(said, "language")]
    codes = [
        (code.replace("_", "-").partition("-")[0].lower(), known) for code, known in claimed if code
    ]
    for code, known_by in codes:
        if code.isascii() and code.isalpha() and len(code) == 2 and by_words in {code, None}:
            yield "language", (code, known_by)
            return
    if by_words:
        yield "language", (by_words, KnownBy.INFERRED)


def _remarks(
    said: Said,
    facts: Mapping[str, Fact],
    paragraphs: list[str],
    view: View | None,
    *,
    has_wall: bool,
) -> dict[str, str]:
    """Say what else the page tells of its article."""
    found: dict[str, str] = {}
    updated = next(stamps_of(said, "updated"), None)
    day = str(facts["published"][0]) if "published" in facts else None
    if updated and updated[0].day != day:
        found["updated"] = updated[0].day
    clash = _clash(said, view)
    if clash:
        found["dates"] = clash
    missing = find_missing(said.told, paragraphs, has_wall=has_wall)
    if missing:
        found["partial"] = missing
    return found


def _clash(said: Said, view: View | None) -> str | None:
    """Say where a page, its lines or its address tell two days of one publication."""
    days = [
        OwnDay(stamp.day, WHERE[known_by], stamp.in_utc)
        for stamp, known_by in stamps_of(said, "published")
    ]
    if said.told and said.told.is_live:  # the days of its entries are not those of the article
        days = [one for one in days if one.where != WHERE[KnownBy.PAGE]]
    elif view:
        days += read_own_days(view)
    days += own_days([(day_in(said.address or ""), ADDRESS)])
    return clash_words(days)
