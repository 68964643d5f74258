"""News agencies by their names."""

from __future__ import annotations

import pytest

from claims.values.agency import agency_of


@pytest.mark.parametrize(
    ("name", "agency"),
    [("AP", "Associated Press"), ("The Associated Press", "Associated Press"), ("Ana Bell", None)],
)
def test_an_outlet_or_author_may_be_an_agency(name: str, agency: str | None) -> None:
    """By any of its names."""
    assert agency_of(name) == agency
