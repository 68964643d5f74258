"""A web page becomes a text and what the page says of it, each thing from its surest source.

JSON-LD comes before OpenGraph, that before Dublin Core, that before other data of the page, and
all of it before what is inferred from the address. What nobody says stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.errors import InputError
from claims.model import Genre, KnownBy, Text, View
from claims.read.language import tell_language
from claims.read.metadata import read_metadata, read_own_days
from claims.read.outlet import find_agency
from claims.read.own_day import ADDRESS, WHERE, OwnDay, clash_words, own_days
from claims.read.page.address import day_in, genre_in, own_address
from claims.read.page.amended import read_corrections, with_corrections
from claims.read.page.body import once, read_paragraphs, without_title
from claims.read.page.charset import decode_page
from claims.read.page.edge import without_edges
from claims.read.page.furniture import leave_out
from claims.read.page.json_ld import Told, read_json_ld
from claims.read.page.live import read_entries
from claims.read.page.meta import SOURCES, read_meta, values_of
from claims.read.page.person import read_names
from claims.read.page.spot import Printed, read_links, read_printed, read_trail, strip_site
from claims.read.page.stamp import Stamp, read_stamp
from claims.read.page.stub import find_missing, find_wall, without_wall
from claims.read.page.terms import genre_of_section
from claims.read.page.tree import drop_silent, parse_page, refuse_endless, saved_from
from claims.read.view import make_view

if TYPE_CHECKING:
    from claims.read.format.draft import Fact
    from claims.read.page.meta import Named
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


@dataclass(frozen=True, slots=True)
class _Said:
    """All that a page says of itself, source by source."""

    told: Told | None
    named: Named
    printed: Printed
    address: str | None


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
    said = _read_said(root, address or saved_from(decoded.text))
    has_wall = find_wall(root)
    notes = read_corrections(root, said.told)
    leave_out(root)
    said = replace(said, printed=read_printed(root, said.printed))
    facts = dict(_facts(said))
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


def _read_said(root: Element, address: str | None) -> _Said:
    """Read what stands in the data of a page, before anything is left out of it."""
    told = read_json_ld(root)
    drop_silent(root)
    refuse_endless(root)
    named, links = read_meta(root), read_links(root)
    claimed = [links["canonical"], *named.get("og:url", ()), told.address if told else None]
    printed = Printed(title=links["title"], language=links["language"], trail=read_trail(root))
    return _Said(told, named, printed, own_address(claimed, address))


def _facts(said: _Said) -> Iterator[tuple[str, Fact]]:
    """Give each field from its surest source."""
    outlet = next(_outlets(said), None)
    if outlet:
        yield "outlet", outlet
    sites = tuple(str(name) for name, _ in _outlets(said))
    for field, found in (
        ("title", _title(said, sites)),
        ("authors", next(_authors(said, sites), None)),
        ("published", _published(said)),
        ("genre", next(_genres(said), None)),
    ):
        if found:
            yield field, found
    if said.address:
        yield "address", (said.address, KnownBy.PAGE)


def _meta(said: _Said, field: str) -> Iterator[tuple[str, KnownBy]]:
    """Give what `meta` elements say of a field, the surer vocabulary first."""
    for known_by, fields in SOURCES:
        for value in values_of(said.named, fields[field])[:20]:
            yield value, known_by


def _outlets(said: _Said) -> Iterator[Fact]:
    if said.told and said.told.outlet:
        yield said.told.outlet, KnownBy.JSON_LD
    yield from _meta(said, "outlet")


def _title(said: _Said, sites: tuple[str, ...]) -> Fact | None:
    """Take the headline; one that a system cut short is taken whole from where it is printed."""
    for title, known_by in _titles(said):
        bare = strip_site(title, sites)
        start = bare.rstrip(".…").strip()
        heading = said.printed.heading
        if start != bare and bare.endswith(("…", "...")) and heading and heading.startswith(start):
            return heading, KnownBy.PAGE
        return bare, known_by
    return None


def _titles(said: _Said) -> Iterator[tuple[str, KnownBy]]:
    if said.told and said.told.title:
        yield said.told.title, KnownBy.JSON_LD
    yield from _meta(said, "title")
    if said.printed.heading:
        yield said.printed.heading, KnownBy.PAGE
    if said.printed.title:
        yield strip_site(said.printed.title), KnownBy.PAGE


def _authors(said: _Said, sites: tuple[str, ...]) -> Iterator[Fact]:
    if said.told and said.told.authors:
        yield said.told.authors, KnownBy.JSON_LD
    besides = [*sites, *(said.told.bodies if said.told else ())]
    for known_by, fields in SOURCES:
        names = read_names(values_of(said.named, fields["authors"])[:20], besides=besides)
        if names:
            yield names, known_by
    if said.printed.authors:
        yield said.printed.authors, KnownBy.PAGE


def _stamps(said: _Said, field: str) -> Iterator[tuple[Stamp, KnownBy]]:
    """Give the days of a field, the surer source first."""
    told: Stamp | None = getattr(said.told, field) if said.told else None
    if told:
        yield told, KnownBy.JSON_LD
    for value, known_by in _meta(said, field):
        stamp = read_stamp(value)
        if stamp:
            yield stamp, known_by
    printed: Stamp | None = getattr(said.printed, field)
    if printed:
        yield printed, KnownBy.PAGE


def _published(said: _Said) -> Fact | None:
    """Take the day; one written in UTC gives way to the day that is printed of the same moment."""
    stamp, known_by = next(_stamps(said, "published"), (None, KnownBy.UNKNOWN))
    printed = said.printed.published
    if stamp and printed and stamp.in_utc and stamp.may_be(printed.day):
        return printed.day, KnownBy.PAGE
    if stamp:
        return stamp.day, known_by
    day = day_in(said.address) if said.address else None
    return (day, KnownBy.INFERRED) if day else None


def _genres(said: _Said) -> Iterator[Fact]:
    """Give the genres that the page tells: by its section, its type, its trail, its address."""
    told = said.told
    sections = [(section, KnownBy.JSON_LD) for section in (told.sections if told else ())]
    sections += [*_meta(said, "section"), *((one, KnownBy.PAGE) for one in said.printed.trail)]
    found = [(genre_of_section().get(name.casefold()), known_by) for name, known_by in sections]
    by_section = [(genre, known_by) for genre, known_by in found if genre]
    yield from (fact for fact in by_section if fact[0] is not Genre.NEWS)
    if told and told.genre:
        yield told.genre, KnownBy.JSON_LD
    agency = next(
        (one for name in (told.bodies if told else ()) if (one := find_agency(name))), None
    )
    if agency:
        yield Genre.AGENCY, KnownBy.JSON_LD
    inferred = genre_in(said.address) if said.address else None
    if inferred:
        yield inferred, KnownBy.INFERRED
    yield from by_section


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


def _language(said: _Said, body: str) -> Iterator[tuple[str, Fact]]:
    """Tell the language by the words themselves; where they tell nothing, by the page."""
    by_words = tell_language(body)
    told = [(said.told.language, KnownBy.JSON_LD)] if said.told and said.told.language else []
    claimed = [*told, (said.printed.language, KnownBy.PAGE), *_meta(said, "language")]
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
    said: _Said,
    facts: Mapping[str, Fact],
    paragraphs: list[str],
    view: View | None,
    *,
    has_wall: bool,
) -> dict[str, str]:
    """Say what else the page tells of its article."""
    found: dict[str, str] = {}
    updated = next(_stamps(said, "updated"), None)
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


def _clash(said: _Said, view: View | None) -> str | None:
    """Say where a page, its lines or its address tell two days of one publication."""
    days = [
        OwnDay(stamp.day, WHERE[known_by], stamp.in_utc)
        for stamp, known_by in _stamps(said, "published")
    ]
    if said.told and said.told.is_live:  # the days of its entries are not those of the article
        days = [one for one in days if one.where != WHERE[KnownBy.PAGE]]
    elif view:
        days += read_own_days(view)
    days += own_days([(day_in(said.address or ""), ADDRESS)])
    return clash_words(days)
