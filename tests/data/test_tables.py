"""The tables in claims/data are whole, consistent and readable."""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[2] / "claims" / "data"
TOML_FILES = ["parties.toml", "people-titles.toml", "reporting.toml", "certainty.toml"]
ALL_FILES = ["countries.tsv", *TOML_FILES]

COUNTRY_COLUMNS = ["code", "name", "aliases", "demonyms", "capital", "capital_aliases", "region"]
REGIONS = {
    "Central Asia",
    "South Asia",
    "East Asia",
    "Southeast Asia",
    "West Asia",
    "Eastern Europe",
    "Western Europe",
    "Northern Europe",
    "Southern Europe",
    "North Africa",
    "West Africa",
    "East Africa",
    "Central Africa",
    "Southern Africa",
    "North America",
    "Central America",
    "Caribbean",
    "South America",
    "Oceania",
}
PARTY_KINDS = {"armed_group", "organisation", "bloc", "agency", "outlet", "seat", "company"}

# Words that truly belong to two countries.
SHARED_NAMES = {
    "Congolese": {"CD", "CG"},
    "Dominican": {"DM", "DO"},
    "Dominicans": {"DM", "DO"},
}
# The Vatican and Svalbard have no word for their people in news English.
WITHOUT_DEMONYM = {"VA", "SJ"}
# A dissolved state must not take the capital of its successor ("Moscow" is Russia today),
# and the seat of Tokelau moves from atoll to atoll each year.
WITHOUT_CAPITAL = {"SU", "YU", "CS", "DD", "TK"}


def split_cell(cell: str) -> list[str]:
    """Return the values of a cell, none for an empty cell."""
    return cell.split(";") if cell else []


def countries() -> list[dict[str, str]]:
    """Return the country rows as dictionaries."""
    lines = (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert rows[0] == COUNTRY_COLUMNS
    return [dict(zip(COUNTRY_COLUMNS, row, strict=True)) for row in rows[1:]]


def toml(name: str) -> dict[str, Any]:
    """Return a parsed TOML table."""
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)


def word_lists(node: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield each list of words in a parsed TOML table with its dotted name."""
    for key, value in node.items():
        if isinstance(value, dict):
            yield from word_lists(value, f"{prefix}{key}.")
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield prefix + key, value


def owners(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the names that lead to more than one owner, from (name, owner) pairs."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, owner in pairs:
        found[name].add(owner)
    return {name: ids for name, ids in found.items() if len(ids) > 1}


def country_names() -> list[tuple[str, str]]:
    """Return every name, demonym and capital of every country with its code."""
    return [
        (name, row["code"])
        for row in countries()
        for column in ("name", "aliases", "demonyms", "capital", "capital_aliases")
        for name in ([row[column]] if column in {"name", "capital"} else split_cell(row[column]))
        if name
    ]


def party_names() -> list[tuple[str, str]]:
    """Return every name of every party with its id."""
    return [
        (name, party["id"])
        for party in toml("parties.toml")["party"]
        for name in [party["name"], *party["aliases"]]
    ]


@pytest.mark.parametrize("name", ALL_FILES)
def test_each_file_is_clean_text_that_begins_with_a_comment(name: str) -> None:
    """A file is composed UTF-8 with LF line ends and opens with its explanation."""
    raw = (DATA / name).read_bytes()
    text = raw.decode("utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\u2019" not in text
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("name", TOML_FILES)
def test_each_toml_file_loads_and_its_word_lists_are_clean(name: str) -> None:
    """No list is empty or holds an empty, padded or repeated word."""
    table = toml(name)
    assert table
    for key, words in word_lists(table):
        assert words, key
        assert all(word and word == word.strip() for word in words), key
        assert len(words) == len(set(words)), key


def test_country_codes_are_unique_and_sorted() -> None:
    """The rows stand in the order of their two-letter codes."""
    codes = [row["code"] for row in countries()]
    assert codes == sorted(set(codes))
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)


def test_every_country_has_the_fields_that_it_needs() -> None:
    """Only the listed exceptions lack a demonym or a capital, and no value is blank."""
    rows = countries()
    assert {row["code"] for row in rows if not row["demonyms"]} == WITHOUT_DEMONYM
    assert {row["code"] for row in rows if not row["capital"]} == WITHOUT_CAPITAL
    for row in rows:
        assert row["name"], row
        assert row["region"] in REGIONS, row
        for column in COUNTRY_COLUMNS:
            values = split_cell(row[column])
            assert all(value and value == value.strip() for value in values), row
            assert len(values) == len(set(values)), row
        assert row["name"] not in split_cell(row["aliases"]), row
        assert row["capital"] not in split_cell(row["capital_aliases"]) or not row["capital"], row


def test_no_country_word_leads_to_two_countries() -> None:
    """A name, demonym or capital has one country unless it is a listed exception."""
    assert owners(country_names()) == SHARED_NAMES


def test_every_party_has_the_fields_that_it_needs() -> None:
    """A party has a unique slug, a name, a known kind and at most a known country."""
    parties = toml("parties.toml")["party"]
    codes = {row["code"] for row in countries()}
    ids = [party["id"] for party in parties]
    assert len(ids) == len(set(ids))
    for party in parties:
        assert set(party) - {"country"} == {"id", "name", "aliases", "kind"}, party
        assert party["id"] == party["id"].lower().replace(" ", "-"), party
        assert party["name"] == party["name"].strip() != "", party
        assert party["kind"] in PARTY_KINDS, party
        assert party.get("country", "US") in codes, party
        names = [party["name"], *party["aliases"]]
        assert all(name and name == name.strip() for name in names), party
        assert len(names) == len(set(names)), party


def test_no_party_name_leads_to_two_parties_or_to_a_country() -> None:
    """A name has one party, and is not also a country, demonym or capital."""
    assert owners(party_names()) == {}
    assert {name for name, _ in party_names()} & {name for name, _ in country_names()} == set()


def test_titles_are_listed_once_whatever_their_case() -> None:
    """Titles are matched without regard to case, so case alone makes no second title."""
    titles = [title.casefold() for title in toml("people-titles.toml")["titles"]]
    assert len(titles) == len(set(titles))


def test_each_leader_word_stands_for_one_thing() -> None:
    """A head word speaks for the government, the military or the people, and for one only."""
    leaders = toml("people-titles.toml")["leader"]
    assert [leader["stands_for"] for leader in leaders] == ["government", "military", "people"]
    pairs = [(head, leader["stands_for"]) for leader in leaders for head in leader["heads"]]
    assert all(head.strip() for head, _ in pairs)
    assert len(pairs) == len(set(pairs))
    assert owners(pairs) == {}


def test_each_reporting_verb_is_in_one_group() -> None:
    """A lemma has one group, and the groups are the ones that the file explains."""
    verbs = toml("reporting.toml")["verbs"]
    assert set(verbs) == {"say", "deny", "ask", "accuse", "hedge_passive"}
    # The participles of hedge_passive may be spelt like a lemma ("forecast").
    lemmas = {group: words for group, words in verbs.items() if group != "hedge_passive"}
    assert owners((word, group) for group, words in lemmas.items() for word in words) == {}


def test_each_certainty_word_is_in_one_list() -> None:
    """A word changes a clause in one way only."""
    lists = word_lists(toml("certainty.toml"))
    assert owners((word, key) for key, words in lists for word in words) == {}
