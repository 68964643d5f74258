"""What a page says of itself, and which of it fills the fields of an article.

JSON-LD comes before OpenGraph, that before Dublin Core, that before other data of the page, and
all of it before what is inferred from the address. What nobody says stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model import Genre, KnownBy
from claims.read.outlet import find_agency
from claims.read.page.address import day_in, genre_in, own_address
from claims.read.page.json_ld import Told, read_json_ld
from claims.read.page.meta import SOURCES, read_meta, values_of
from claims.read.page.person import read_names
from claims.read.page.spot import Printed, read_links, read_trail, strip_site
from claims.read.page.stamp import Stamp, read_stamp
from claims.read.page.terms import genre_of_section
from claims.read.page.tree import drop_silent, refuse_endless

if TYPE_CHECKING:
    from claims.read.format.draft import Fact
    from claims.read.page.meta import Named
    from claims.read.page.tree import Element


@dataclass(frozen=True, slots=True)
class Said:
    """All that a page says of itself, source by source."""

    told: Told | None
    named: Named
    printed: Printed
    address: str | None


def read_said(root: Element, address: str | None) -> Said:
    """Read what stands in the data of a page, before anything is left out of it."""
    told = read_json_ld(root)
    drop_silent(root)
    refuse_endless(root)
    named, links = read_meta(root), read_links(root)
    claimed = [links["canonical"], *named.get("og:url", ()), told.address if told else None]
    printed = Printed(title=links["title"], language=links["language"], trail=read_trail(root))
    return Said(told, named, printed, own_address(claimed, address))


def facts_of(said: Said) -> Iterator[tuple[str, Fact]]:
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


def meta_of(said: Said, field: str) -> Iterator[tuple[str, KnownBy]]:
    """Give what `meta` elements say of a field, the surer vocabulary first."""
    for known_by, fields in SOURCES:
        for value in values_of(said.named, fields[field])[:20]:
            yield value, known_by


def _outlets(said: Said) -> Iterator[Fact]:
    if said.told and said.told.outlet:
        yield said.told.outlet, KnownBy.JSON_LD
    yield from meta_of(said, "outlet")


def _title(said: Said, sites: tuple[str, ...]) -> Fact | None:
    """Take the headline; one that a system cut short is taken whole from where it is printed."""
    for title, known_by in _titles(said):
        bare = strip_site(title, sites)
        start = bare.rstrip(".…").strip()
        heading = said.printed.heading
        if start != bare and bare.endswith(("…", "...")) and heading and heading.startswith(start):
            return heading, KnownBy.PAGE
        return bare, known_by
    return None


def _titles(said: Said) -> Iterator[tuple[str, KnownBy]]:
    if said.told and said.told.title:
        yield said.told.title, KnownBy.JSON_LD
    yield from meta_of(said, "title")
    if said.printed.heading:
        yield said.printed.heading, KnownBy.PAGE
    if said.printed.title:
        yield strip_site(said.printed.title), KnownBy.PAGE


def _authors(said: Said, sites: tuple[str, ...]) -> Iterator[Fact]:
    if said.told and said.told.authors:
        yield said.told.authors, KnownBy.JSON_LD
    besides = [*sites, *(said.told.bodies if said.told else ())]
    for known_by, fields in SOURCES:
        names = read_names(values_of(said.named, fields["authors"])[:20], besides=besides)
        if names:
            yield names, known_by
    if said.printed.authors:
        yield said.printed.authors, KnownBy.PAGE


def stamps_of(said: Said, field: str) -> Iterator[tuple[Stamp, KnownBy]]:
    """Give the days of a field, the surer source first."""
    told: Stamp | None = getattr(said.told, field) if said.told else None
    if told:
        yield told, KnownBy.JSON_LD
    for value, known_by in meta_of(said, field):
        stamp = read_stamp(value)
        if stamp:
            yield stamp, known_by
    printed: Stamp | None = getattr(said.printed, field)
    if printed:
        yield printed, KnownBy.PAGE


def _published(said: Said) -> Fact | None:
    """Take the day; one written in UTC gives way to the day that is printed of the same moment."""
    stamp, known_by = next(stamps_of(said, "published"), (None, KnownBy.UNKNOWN))
    printed = said.printed.published
    if stamp and printed and stamp.in_utc and stamp.may_be(printed.day):
        return printed.day, KnownBy.PAGE
    if stamp:
        return stamp.day, known_by
    day = day_in(said.address) if said.address else None
    return (day, KnownBy.INFERRED) if day else None


def _genres(said: Said) -> Iterator[Fact]:
    """Give the genres that the page tells: by its section, its type, its trail, its address."""
    told = said.told
    sections = [(section, KnownBy.JSON_LD) for section in (told.sections if told else ())]
    sections += [*meta_of(said, "section"), *((one, KnownBy.PAGE) for one in said.printed.trail)]
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
