"""What a question in a reader's words asks about."""

from __future__ import annotations

import pytest

from claims.service.asked import asked_parties, asked_roles, content_words


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("who invited India", ("invite",)),
        ("did the US take part", ("attend",)),
        ("who hosted or proposed it", ("host", "propose")),
        ("how many troops", ()),
        ("what is the address", ()),
    ],
)
def test_roles_are_read_from_words(text: str, roles: tuple[str, ...]) -> None:
    """However the verb ends."""
    assert asked_roles(text) == roles


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("who invited India", ["country:IN"]),
        ("was the united states there", ["country:US"]),
        ("did the US come", ["country:US"]),
        ("what about us", []),
        ("India's and Pakistan’s part", ["country:IN", "country:PK"]),
        ("the taliban", ["party:taliban"]),
        ("who was invited", []),
        ("did Russia invite India", ["country:IN"]),
        ("was Russia invited", ["country:RU"]),
        ("who attended the Moscow conference", []),
        ("was India invited to the US peace talks in Istanbul", ["country:IN"]),
    ],
)
def test_parties_are_read_by_name(text: str, keys: list[str]) -> None:
    """In any capitals, except the short names that are words: us, who."""
    assert list(asked_parties(text)) == keys


def test_words_that_carry_meaning_are_told_from_the_others() -> None:
    """Plural endings go, each word once."""
    assert content_words("How many US troops are in the troops' camp?") == ["us", "troop", "camp"]
