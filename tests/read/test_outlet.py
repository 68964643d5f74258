"""An outlet is known where it names itself."""

import pytest

from claims.read.outlet import find_agency, find_outlet, find_outlet_by_address


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Kabul times, Norland's Trustable News Agency.", "The Kabul Times"),
        ("| Welcome to Global Village Space", "Global Village Space"),
        ("Copyright © 2021 Dawn", "Dawn"),
        ("Published in Dawn, April 5th, 2021", "Dawn"),
        ("Opinions are not the editorial policy of The Norland Gazette.", "Norland Gazette"),
        ("Welcome to The Norland Gazette", "Norland Gazette"),
        ("Reporting by Ann Example; editing by Bo Sample (Reuters)", None),
        ("The National Water Authority has opened its gates…", None),
        ("Reuters reported that the gates were shut", None),
        ("Welcome to our website", None),
    ],
)
def test_a_page_names_its_outlet(line: str, outlet: str | None) -> None:
    """Citing an outlet, or a name that begins like one, is not enough."""
    assert find_outlet([line]) == outlet


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://www.dawn.com/news/1", "Dawn"),
        ("https://edition.cnn.com/a", "CNN"),
        ("https://notdawn.com/a", None),
        ("no address", None),
        ("http://[broken", None),
    ],
)
def test_an_address_tells_its_owner(address: str, outlet: str | None) -> None:
    """By the whole host or a subdomain of it."""
    assert find_outlet_by_address(address) == outlet


def test_an_agency_is_known_by_its_initials() -> None:
    """Only the forms that stand in datelines."""
    assert find_agency("AP") == "Associated Press"
    assert find_agency("Reuters/AFP") is not None
    assert find_agency("MFA") is None
