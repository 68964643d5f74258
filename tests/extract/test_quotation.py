"""Where a paragraph quotes: marks with a direction or without, left open, inside each other."""

import pytest

from claims.extract.quotation import find_extents

DOUBLE = str.maketrans("“”", '""')


@pytest.mark.parametrize(
    ("printed", "inside"),
    [
        ("“We left,” she said. “Nobody slept.”", ["“We left,”", "“Nobody slept.”"]),
        ('"We left," she said. "Nobody slept."', ['"We left,"', '"Nobody slept."']),
        ("“We left. It rained.", ["“We left. It rained."]),
        ("”We left,” she said.", ["”We left,”"]),
        ("“He said “go” and we left,” she said.", ["“He said “go” and we left,”"]),
        ('She is 5\'10" tall and "fast," he said.', ['"fast,"']),
        ('A "new deal" for all', ['"new deal"']),
        ("'We left the town,' she said.", ["'We left the town,'"]),
        ("It is the players' fault, and the fans'.", []),
        ("Rock 'n' roll is back.", []),
        ("Nobody spoke.", []),
    ],
)
def test_what_stands_inside_marks_is_found(printed: str, inside: list[str]) -> None:
    """A mark is read with its direction where it has one, by the spaces round it where not."""
    found = find_extents(printed.translate(DOUBLE), printed)
    assert [printed[extent.start : extent.end] for extent in found] == inside


def test_a_quotation_without_its_last_mark_is_left_open() -> None:
    """It may run on in the next paragraph."""
    assert [extent.closed for extent in find_extents('"We left.', '"We left.')] == [False]
