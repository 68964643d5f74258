"""Names of parties: the longest wins, none inside a word, one that leads to two leads nowhere."""

import pytest

from claims.data import load_toml, load_tsv
from claims.values.gazetteer import (
    country_name,
    display_name,
    known_names,
    longest_name,
    party_kind,
    region_of,
)


def first_name(text: str) -> tuple[str, str] | None:
    """Find the name that a text begins with, and its key."""
    found = longest_name(text, 0, text.split(" ", 1)[0])
    return (found[0], found[1].key) if found else None


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("South Korea agreed", "South Korea", "country:KR"),
        ("South African troops", "South African", "country:ZA"),
        ("Iranian troops", "Iranian", "country:IR"),
        ("Iran's troops", "Iran", "country:IR"),
        ("New Zealand's troops", "New Zealand", "country:NZ"),
        ("Guinea-Bissau agreed", "Guinea-Bissau", "country:GW"),
        ("Guinea agreed", "Guinea", "country:GN"),
    ],
)
def test_the_longest_name_wins(text: str, name: str, key: str) -> None:
    """A name within a name is not looked at."""
    assert first_name(text) == (name, key)


@pytest.mark.parametrize("text", ["Iranology", "Chadwick said", "Omanhene", "turkey with rice"])
def test_no_name_is_found_inside_a_word(text: str) -> None:
    """It ends where a word ends, and is written as printed, case and all."""
    assert first_name(text) is None


def test_a_name_of_two_countries_leads_to_neither() -> None:
    """Shared words for people are left out."""
    assert first_name("Congolese troops") is None
    assert first_name("Dominican troops") is None


def test_every_other_name_of_the_tables_leads_somewhere() -> None:
    """What is in the tables is found, at its whole length."""
    tables = {name for names in known_names().values() for name in names}
    for name in tables:
        assert longest_name(name, 0, name.split(" ", 1)[0]) is not None, name
    assert {row["name"] for row in load_tsv("countries.tsv")} <= tables
    assert {party["name"] for party in load_toml("parties.toml")["party"]} <= tables


def test_a_key_tells_its_name_kind_and_region() -> None:
    """Unknown keys tell themselves."""
    assert display_name("country:FR") == country_name("FR") == "France"
    assert display_name("place:FR/paris") == "Paris"
    assert display_name("place:FR") == "France"
    assert display_name("party:taliban") == "Taliban"
    assert display_name("words:other-leaders") == "other leaders"
    assert party_kind("party:taliban") == "armed_group"
    assert party_kind("country:FR") == ""
    assert region_of("country:KZ") == "Central Asia"
    assert region_of("party:taliban") == ""
    assert country_name("QQ") == "QQ"
