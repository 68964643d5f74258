"""Which addresses may be followed."""

from __future__ import annotations

import pytest

from claims.report.address import web_address


@pytest.mark.parametrize(
    ("address", "is_name"),
    [
        ("https://example.org/a?b=1#c", True),
        ("http://example.org/Zürich", True),
        ("javascript:alert(1)", False),
        ("https://example.org/a b", False),
        ("https://example.org/<script>", False),
        ("https://example.org/\u202eevil", False),
        ("file:///etc/passwd", False),
        ("", False),
        (None, False),
    ],
)
def test_only_an_address_of_the_web_is_a_name(address: str | None, *, is_name: bool) -> None:
    """Anything else is kept as words."""
    assert (web_address(address) is not None) is is_name
