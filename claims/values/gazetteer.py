"""The table of known parties: states with their people and capitals, organisations, groups.

Names match as printed, case and all, the longest first; a name that leads to two parties leads
to neither, but a name of the user's own table leads where that says. Sources are named at the top
of the tables in claims/data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.data import load_tsv
from claims.values.roster import Listed, listed_parties


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one party.

    Args:
        key: What the name stands for: "country:US", "party:taliban".
        name: The party's usual name.
        sort: "country", "demonym", "capital", "region" or the kind given in parties.toml.
        place: Key of the place it is, None for what is none.
        country: Code of the country whose government the party is or acts for.
    """

    key: str
    name: str
    sort: str
    place: str | None = None
    country: str | None = None


_OUTLETS: Final = ("outlet", "agency")
_REGION_WORDS: Final = ("Asian", "African", "European", "American")


def _country_names() -> Iterator[tuple[str, Entry]]:
    for row in load_tsv("countries.tsv"):
        key, place = f"country:{row['code']}", f"place:{row['code']}"
        entry = Entry(key, row["name"], "country", place)
        yield from ((name, entry) for name in _cell(row["name"] + ";" + row["aliases"]))
        people = Entry(key, row["name"], "demonym")
        yield from ((name, people) for name in _cell(row["demonyms"]))
        for capital in _cell(row["capital"] + ";" + row["capital_aliases"]):
            slug = row["capital"].lower().replace(" ", "-")
            where = f"place:{row['code']}/{slug}"
            yield capital, Entry(key, row["name"], "capital", where)


def _cell(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


def _party_names(*, own: bool) -> Iterator[tuple[str, Entry]]:
    for party in listed_parties().values():
        if bool(party.source) == own:
            yield from ((name, _entry(party)) for name in party.names)


def _entry(party: Listed) -> Entry:
    is_seat = party.kind == "seat" and party.country is not None
    key = f"country:{party.country}" if is_seat else f"party:{party.id}"
    return Entry(key, party.name, party.kind, country=party.country)


@cache
def known_names() -> dict[str, dict[str, Entry]]:
    """Give every known name by its first word: first word -> name -> entry.

    A city whose name is also a country's (Singapore, Luxembourg) stands for the country.

    Raises:
        ClaimsError: The user's own table cannot be used.
    """
    own = dict(_party_names(own=True))
    found = dict(own)
    clashes: set[str] = set()
    for name, entry in [*_party_names(own=False), *_country_names()]:
        held = found.setdefault(name, entry)
        if held.key != entry.key and held.sort != "seat" and name not in own:
            clashes.add(name)
    table: dict[str, dict[str, Entry]] = {}
    for name, entry in found.items():
        if name not in clashes:
            table.setdefault(_first_word(name), {})[name] = entry
    return table


def _first_word(name: str) -> str:
    return name.split(" ", 1)[0].split("-", 1)[0].split("'", 1)[0]


def longest_name(text: str, at: int, word: str) -> tuple[str, Entry] | None:
    """Find the longest known name that begins at `at`, where `word` begins.

    A name must end where a word ends: "Iran" is not found in "Iranian".
    """
    candidates = known_names().get(_first_word(word), {})
    fitting = [
        name
        for name in candidates
        if text.startswith(name, at) and not text[at + len(name) : at + len(name) + 1].isalnum()
    ]
    if not fitting:
        return None
    name = max(fitting, key=len)
    return name, candidates[name]


def outlet_key(name: str) -> str | None:
    """Give the key of a newspaper, station or agency; None for a name that is none of those.

    "The New York Times" is "party:new-york-times", with its article or without.
    """
    for words in (name.removeprefix("The ").removeprefix("the "), name):
        found = longest_name(words, 0, words.split(" ", 1)[0])
        if found is not None and found[0] == words and found[1].sort in _OUTLETS:
            return found[1].key
    return None


def outlet_names(name: str) -> frozenset[str]:
    """Give every name of an outlet, case folded, with its article and without.

    "nyt" gives "the new york times" too; a name that is not in the tables gives itself.
    """
    asked = _bare(name)
    known = (party for party in listed_parties().values() if party.kind in _OUTLETS)
    party = next((one for one in known if asked in map(_bare, one.names)), None)
    if party is None:
        return frozenset({name.casefold().strip()})
    bare = {_bare(one) for one in party.names}
    return frozenset(bare | {f"the {one}" for one in bare})


def _bare(name: str) -> str:
    return name.casefold().strip().removeprefix("the ")


@cache
def party_kind(key: str) -> str:
    """Give the kind of a party of parties.toml ("armed_group", "agency"); empty for others."""
    party = listed_parties().get(key.partition(":")[2])
    return party.kind if party is not None else ""


@cache
def country_name(code: str) -> str:
    """Give the usual name of a country; the code itself where it is not in the table."""
    return next((row["name"] for row in load_tsv("countries.tsv") if row["code"] == code), code)


@cache
def region_of(key: str) -> str:
    """Give the region of a country key ("Central Asia"); empty for other keys."""
    code = key.partition(":")[2] if key.startswith("country:") else ""
    return next((row["region"] for row in load_tsv("countries.tsv") if row["code"] == code), "")


@cache
def display_name(key: str) -> str:
    """Give the name a reader is shown for a party or place key."""
    sort, _, rest = key.partition(":")
    if sort == "country":
        return country_name(rest)
    if sort == "place":
        code, _, city = rest.partition("/")
        named = city or ("" if code.isupper() else code)
        return named.replace("-", " ").title() if named else country_name(code)
    if sort == "party" and rest in listed_parties():
        return listed_parties()[rest].name
    words = rest.replace("-", " ")
    return words.title() if sort in ("name", "person", "organisation") else words
