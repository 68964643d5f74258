"""What sort of source somebody is, by the words of the name."""

from __future__ import annotations

import pytest

from claims.model import Speaker
from claims.report.lead import Source, source_sort


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("The Accords", Source.DOCUMENT),
        ("a 2019 report", Source.DOCUMENT),
        ("The Doha agreement", Source.DOCUMENT),
        ("US officials", Source.UNNAMED),
        ("various sources", Source.UNNAMED),
        ("Many media reports", Source.UNNAMED),
        ("Local witnesses", Source.UNNAMED),
        ("Zamir Kabulov", Source.NAMED),
        ("The interior ministry", Source.NAMED),
        ("", Source.NAMED),
    ],
)
def test_the_sort_of_a_source(name: str, sort: Source) -> None:
    """By its last word, or a first one that names nobody."""
    assert source_sort(Speaker("words:x", name), is_outlet=False) is sort


def test_an_outlet_is_one_whatever_its_name() -> None:
    """The table of parties knows it."""
    link = Speaker("party:report", "The Sunday Report")
    assert source_sort(link, is_outlet=True) is Source.OUTLET
