"""A file becomes one article or several, each field from its surest source.

What the person says comes before the front matter, that before what the text says of itself, and
that before what is inferred. What nobody says stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from claims.errors import InputError
from claims.model import Address, Article, Capture, KnownBy, Source, Text, View
from claims.read import format as formats
from claims.read.correction import read_corrections
from claims.read.find import Problem
from claims.read.format import Draft, Fact, Link, Material, merge_facts, read_drafts
from claims.read.given import Given
from claims.read.metadata import read_metadata, read_own_days
from claims.read.outlet import find_outlet_by_address
from claims.read.own_day import ADDRESS, WHERE, clash_words, own_days
from claims.read.page.address import day_in, tidy_address
from claims.read.view import make_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FIELDS: Final = (
    "title",
    "authors",
    "outlet",
    "published",
    "genre",
    "address",
    "language",
    "rendition",
)
"""The fields of an article that a source may fill."""

_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,30})""", re.IGNORECASE)
_MOST_FAILURES: Final = 1000
_HEAD: Final = 200_000
_TAIL: Final = 20_000
_NOTHING_GIVEN: Final = Given()


def read_articles(
    path: Path, given: Given = _NOTHING_GIVEN, columns: Mapping[str, str] | None = None
) -> Iterator[Article | Problem]:
    """Read the articles of a file, one after the other; most files hold one.

    Args:
        path: The file.
        given: What the person adding it says about it; of a file of several, about each.
        columns: Which column or key of a table fills which field; None for the usual names.

    Returns:
        An article, or a problem in place of each that cannot be read. The message of a problem
        begins with the path and ends with the remedy. At least one item.
    """
    yield from _read(path, Material.of_file(path, columns), given)


def read_fetched(
    capture: Capture,
    given: Given = _NOTHING_GIVEN,
    columns: Mapping[str, str] | None = None,
    *,
    led_by: Link | None = None,
) -> Iterator[Article | Problem]:
    """Read the articles of what an address answered; as for files.

    Args:
        capture: What it answered.
        given: What the person adding it says about it.
        columns: As for files.
        led_by: The link of a feed or a sitemap that led there; what it says of the article fills
            what the article itself says no better.
    """
    material = replace(_material_of(capture, columns), said=led_by.facts if led_by else {})
    yield from _read(Address(capture.address), material, given)


def read_links(source: Path | Capture) -> list[Link] | None:
    """Give the addresses that a feed or a sitemap names, each once; None where it is neither.

    Args:
        source: A file, or what an address answered.

    Raises:
        InputError: It cannot be read.
    """
    if isinstance(source, Capture):
        material, base = _material_of(source), source.final_address
    else:
        material, base = Material.of_file(source), None
    found = formats.read_links(material)
    tidied = [(tidy_address(one.address, base), one) for one in found or ()]
    links: dict[str, Link] = {}
    for address, one in tidied:
        if address:
            links.setdefault(address, replace(one, address=address))
    return None if found is None else list(links.values())


def _material_of(capture: Capture, columns: Mapping[str, str] | None = None) -> Material:
    """Take what an address answered as bytes with what the server said of them."""
    final = capture.final_address
    name = unquote(urlsplit(final).path.rpartition("/")[2]) or "page"
    told = _CHARSET.search(capture.header("content-type") or "")
    charset = told[1] if told else None
    return Material(name, None, capture.body, final, charset, columns or {})


def _read(place: Path | Address, material: Material, given: Given) -> Iterator[Article | Problem]:
    failed = count = 0
    try:
        for draft in read_drafts(material):
            count += 1
            made = _make(material, draft, given)
            if isinstance(made, InputError):
                failed += 1
                yield _problem(place, made)
            else:
                yield made
            if failed == _MOST_FAILURES:
                yield _problem(place, InputError(f"{failed:,} parts failed; the rest is left out"))
                return
    except InputError as error:
        yield _problem(place, error)
        return
    if not count:
        yield _problem(place, InputError("there is no article in it; check what it holds"))


def read_file(path: Path, given: Given = _NOTHING_GIVEN) -> Article:
    """Read the one article of a file.

    Args:
        path: The file.
        given: What the person adding it says about it.

    Raises:
        InputError: It is missing, unreadable, too large, empty, damaged, in no format that can be
            read, or holds several articles. The message begins with the path and ends with the
            remedy.
    """
    found = list(islice(read_articles(path, given), 2))
    if isinstance(found[0], Problem):
        raise found[0].error
    if len(found) > 1:
        msg = f"{path}: it holds several articles; split it into its articles"
        raise InputError(msg)
    return found[0]


def _problem(place: Path | Address, error: InputError) -> Problem:
    return Problem(place, type(error)(f"{place}: {error}"))


def _make(material: Material, draft: Draft | InputError, given: Given) -> Article | InputError:
    """Make an article of what a reader found; messages do not name the path yet."""
    if isinstance(draft, InputError):
        return draft
    try:
        return _complete(material, draft, given)
    except InputError as error:
        return InputError(f"{draft.part.name}: {error}") if draft.part else error


def _complete(material: Material, draft: Draft, given: Given) -> Article:
    """Take each field from its surest source, and keep what the text was read from."""
    text = Text(draft.body)
    view = make_view(_ends(text))
    told = draft.facts, read_metadata(view), material.said, _from_place(material)
    facts = _choose((_from_person(given), *told))
    values: dict[str, Any] = {field: value for field, (value, _) in facts.items()}
    known_by = {field: how for field, (_, how) in facts.items()}
    name = _writable(material.name)
    remarks = {"dates": _clash(draft, view, facts), "correction": read_corrections(view)}
    source = _source(material, draft, name, remarks)
    file = name if material.path is not None else None
    return Article(text, file=file, known_by=known_by, source=source, **values)


def _clash(draft: Draft, view: View, facts: Mapping[str, Fact]) -> str | None:
    """Say where the article gives two days of its own publication; a person's word is none."""
    day, known_by = draft.facts.get("published", (None, KnownBy.UNKNOWN))
    found = [(str(day), WHERE[known_by])] if day and known_by in WHERE else []
    address = facts.get("address", ("", KnownBy.UNKNOWN))
    days = [*own_days(found), *read_own_days(view)]
    return clash_words([*days, *own_days([(day_in(str(address[0])), ADDRESS)])])


def _source(material: Material, draft: Draft, name: str, found: Mapping[str, str | None]) -> Source:
    """Say which bytes were read, and by what, and what was found in them."""
    remarks = {word: told for word, told in found.items() if told} | dict(draft.remarks)
    if draft.part is None:
        sha256, size = material.whole()
    else:
        sha256, size = draft.part.sha256, draft.part.size
        name = f"{name}, {_writable(draft.part.name)}"
    return Source(name, sha256, size, draft.reader, draft.encoding, remarks)


def _writable(name: str) -> str:
    """Replace what no database keeps in the name of a file or a part."""
    plain = name.encode(errors="surrogateescape").decode(errors="replace")
    return plain.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _from_person(given: Given) -> dict[str, Fact]:
    """Give the fields that the person filled."""
    values = ((name, getattr(given, name)) for name in FIELDS)
    return {name: (value, KnownBy.USER) for name, value in values if value}


def _from_place(material: Material) -> dict[str, Fact]:
    """Give the address that was fetched, where the page itself names none."""
    address = tidy_address(material.address) if material.address else None
    return {"address": (address, KnownBy.PAGE)} if address else {}


def _ends(text: Text) -> Text:
    """Leave out the middle of a very long text, where it states nothing of itself."""
    if len(text.body) > _HEAD + _TAIL:
        return Text(text.body[:_HEAD] + "\n\n" + text.body[-_TAIL:])
    return text


def _choose(sources: Iterable[Mapping[str, Fact]]) -> dict[str, Fact]:
    """Take each field as it is best known, of equals the first; an address may tell the outlet."""
    chosen = merge_facts(sources)
    address = chosen.get("address")
    owner = find_outlet_by_address(str(address[0])) if address else None
    weak = "outlet" not in chosen or chosen["outlet"][1] is KnownBy.INFERRED
    if owner and weak:
        chosen["outlet"] = (owner, KnownBy.INFERRED)
    elif owner and _bare(owner) == _bare(str(chosen["outlet"][0])):
        chosen["outlet"] = (owner, chosen["outlet"][1])
    return chosen


def _bare(outlet: str) -> str:
    """Write an outlet's name without what sites add to it: "DAWN.COM" is Dawn."""
    name = outlet.casefold().removeprefix("the ").removesuffix(".com")
    return "".join(filter(str.isalnum, name))
