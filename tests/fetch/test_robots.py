"""What robots.txt says, read as RFC 9309 has it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.fetch.robots import read_robots

RULES = """
# a comment
User-agent: otherbot
Disallow: /

User-agent: claimledger
User-agent: friendbot
Disallow: /a
Allow: /a/b   # the longer rule
Disallow: /*.pdf$
Disallow: /search?q=*&page
crawl-delay: 2.5

User-agent: *
Disallow: /everyone
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/a", False),
        ("/a/c", False),
        ("/a/b", True),
        ("/a/b/c", True),
        ("/x.pdf", False),
        ("/x.pdf?y", True),
        ("/everyone", True),
        ("/search?q=1&page=2", False),
        ("/search?q=1", True),
        ("/%61", False),
    ],
)
def test_the_longest_rule_for_the_program_decides(path: str, allowed: bool) -> None:
    """Its own group alone, never the one for all besides."""
    assert read_robots(RULES, "claimledger").allows(path) is allowed


def test_a_program_without_a_group_gets_the_one_for_all() -> None:
    """And no pause where that asks for none."""
    robots = read_robots(RULES, "somebody")
    assert (robots.allows("/everyone"), robots.allows("/a"), robots.delay_s) == (False, True, None)
    assert read_robots(RULES, "claimledger").delay_s == 2.5


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """What is no rule says nothing."""
    read_robots(text, "claimledger").allows("/a")


def test_no_pattern_takes_long() -> None:
    """Stars upon stars, against a path that nearly fits."""
    robots = read_robots("User-agent: *\n" + f"Disallow: /{'a*' * 500}b\n" * 100, "claimledger")
    began = time.monotonic()
    assert robots.allows("/" + "a" * 2000)
    assert time.monotonic() - began < 2
