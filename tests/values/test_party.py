"""Parties are known by their keys."""

from claims.values.party import Parties, Party


def test_a_party_is_told_by_the_name_that_was_printed() -> None:
    """Whatever it stands for."""
    assert Party("country:US", "Washington").text == "Washington"


def test_a_list_knows_the_keys_of_its_members() -> None:
    """Each once."""
    members = (Party("country:US", "Washington"), Party("country:US", "Americans"))
    assert Parties(members).keys == {"country:US"}
