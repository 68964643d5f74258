"""The address of a page, in the form that lasts."""

import pytest

from claims.read.page.address import day_in, own_address, tidy_address
from tests.read.page.sample import html, read

OWN = "https://valepost.example/world/gates"


@pytest.mark.parametrize(
    ("said", "tidy"),
    [
        (f"{OWN}?utm_source=x&id=7&fbclid=9#top", f"{OWN}?id=7"),
        (f"  {OWN} ", OWN),
        ("HTTPS://ValePost.example/A", "https://valepost.example/A"),
        ("https://user:secret@valepost.example/a", "https://valepost.example/a"),
        ("https://valepost.example:8443/a", "https://valepost.example:8443/a"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://[::1", None),
        ("https://valepost.example:99999/", None),
        ("https:///a", None),
        ("/a", None),
        ("", None),
        (None, None),
        ("https://a.example/" + "a" * 3000, None),
    ],
)
def test_an_address_is_written_in_one_way(said: str | None, tidy: str | None) -> None:
    """Without what tracks readers, and without passwords."""
    assert tidy_address(said) == tidy


def test_the_page_of_the_site_it_came_from_is_its_address() -> None:
    """Neither the front of the site nor another site where the page was first."""
    came = f"{OWN}?utm_source=x"
    assert own_address([OWN], None) == OWN
    assert own_address(["https://valepost.example/", None], came) == OWN
    assert own_address(["https://other.example/gates"], came) == OWN
    other_form = "https://www.valepost.example/world/gates"
    assert own_address([other_form], came) == other_form
    assert own_address(["/world/gates-2"], came) == f"{OWN}-2"
    assert own_address(["https://valepost.example/"], None) is None


def test_a_saved_page_knows_where_it_was_saved_from() -> None:
    """Browsers write it into a comment."""
    comment = f"<!-- saved from url=(0038){OWN} -->\n"
    assert read(html().replace("<html", f"{comment}<html")).facts["address"][0] == OWN


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2021/04/05/gates", "2021-04-05"),
        ("/news/2021-4-5/x", "2021-04-05"),
        ("/2021/13/05/x", None),
        ("/2021/gates", None),
        ("/12021/04/05/x", None),
    ],
)
def test_a_day_in_an_address(path: str, day: str | None) -> None:
    """Year, month and day in a row, and nothing else."""
    assert day_in(f"https://valepost.example{path}") == day
