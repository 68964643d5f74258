"""A file's own fields are taken where they can be kept, and left out where not."""

import pytest

from claims.model import Genre, KnownBy, Rendition
from claims.read.format import make_facts


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("title", "  Norland  sends\nengineers ", "Norland sends engineers"),
        ("title", "null", None),
        ("title", "a\0b", None),
        ("title", "a\ud800b", None),
        ("title", "x" * 2001, None),
        ("title", ["x"], None),
        ("title", True, None),
        ("authors", "By Ann Example and Bo Sample", ("Ann Example", "Bo Sample")),
        ("authors", ["Ann Example", {"name": "Bo Sample"}], ("Ann Example", "Bo Sample")),
        ("authors", [[], None, 7.5], ("7.5",)),
        ("outlet", {"name": "The Daily"}, "The Daily"),
        ("outlet", ["The Daily"], "The Daily"),
        ("published", "2021-04-05T23:10:00-04:00", "2021-04-05"),
        ("published", "2021-04-05T23:10:00.123456+00:00", "2021-04-05"),
        ("published", "2021-04-05 23:10:00", "2021-04-05"),
        ("published", "Mon, 05 Apr 2021 23:10:00 -0400", "2021-04-05"),
        ("published", "April 2021", "2021-04"),
        ("published", "2021", "2021"),
        ("published", 2021, "2021"),
        ("published", "05/04/2021", None),
        ("published", "2021-13-45", None),
        ("published", "soon", None),
        ("address", "https://example.org/a", "https://example.org/a"),
        ("address", "javascript:alert(1)", None),
        ("address", "/a", None),
        ("genre", "Op-Ed", Genre.OPINION),
        ("genre", "cookery", None),
        ("language", "en-GB", "en-GB"),
        ("rendition", "digest", Rendition.DIGEST),
        ("rendition", "song", None),
    ],
)
def test_a_value_is_read_or_left_out(field: str, value: object, read: object) -> None:
    """Never refused, never guessed."""
    facts = make_facts({field: value}, KnownBy.PAGE)
    assert facts == ({} if read is None else {field: (read, KnownBy.PAGE)})
