"""Outlets under several names: listed as one, and found under each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.model import Filter
from claims.service.library import add_articles
from claims.service.outlet import list_outlets
from claims.values.gazetteer import outlet_names
from db import list_articles
from tests.service.story import TROOPS, write_file

if TYPE_CHECKING:
    from db import Database


@pytest.mark.usefixtures("remembered")
def test_names_of_one_outlet_stand_together(empty: Database, tmp_path: Path) -> None:
    """A newspaper and its initials are one; a name that no table knows is its own."""
    for name in ("The New York Times", "NYT", "Alpha Post"):
        words = TROOPS.replace("Alpha Post", name)
        add_articles(empty, [write_file(tmp_path / f"{name}.txt", words)])
    alpha, times = list_outlets(empty)
    assert (alpha.names, alpha.articles, alpha.known_as) == (("Alpha Post",), 1, ("alpha post",))
    assert (set(times.names), times.articles) == ({"The New York Times", "NYT"}, 2)
    with empty.read() as session:
        for asked, count in (("nyt", 2), ("New York Times", 2), ("alpha post", 1), ("Alpha", 0)):
            assert len(list_articles(session, Filter(outlet=asked))) == count, asked


def test_every_name_of_an_outlet_gives_all_of_them() -> None:
    """In any capitals, with its article or without; other parties are none."""
    assert outlet_names("THE NYT") == outlet_names("new york times")
    assert "the nyt" in outlet_names("New York Times")
    assert outlet_names("NATO") == {"nato"}
