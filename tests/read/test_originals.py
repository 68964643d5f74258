"""The five original articles, where they are at hand: measured on, never part of the project."""

import os
from pathlib import Path

import pytest

from claims.model import Article, Zone
from claims.read import make_view, read_file
from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.gold import shared_folder

BOILERPLATE = (
    "cookies", "mins ago", "Read more:", "Powered by", "Recent Posts", "Leave a Comment",
    "GPO Box", "More Opinion", "Copyright", "The writer is", "Related posts", "Print", "Welcome to",
)  # fmt: skip
GLUED = (
    "Russiahas", "recentlyvisited", "andthe", "enhancedbenefits", "robustmultilateral",
    "Resolvingthe", "reportedlycontacts", "Russiafor", "process.Russian", "says.Currently",
)  # fmt: skip


@pytest.fixture
def originals() -> dict[str, Article]:
    """Read the articles by the number their names begin with."""
    try:
        folder: Path = shared_folder() / "seeds"
    except MeasuringDataMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    return {file.name[:3]: read_file(file) for file in sorted(folder.glob("*.txt"))}


def test_what_the_originals_say_of_themselves_is_read(originals: dict[str, Article]) -> None:
    """Authors and days that stand there; a banner's day is not taken."""
    assert originals["000"].authors == ("Khalid Taimur",)
    assert originals["002"].authors == ("Md. Tareq Hasan",)
    assert originals["003"].authors == ("Tahir Khan",)
    days = {number: article.published for number, article in originals.items()}
    assert days == {"000": None, "001": None, "002": "2021-04-05", "003": None, "004": None}
    outlets = {number: article.outlet for number, article in originals.items()}
    assert outlets == {
        "000": None,
        "001": "The Kabul Times",
        "002": "The Independent (Bangladesh)",
        "003": None,
        "004": "Global Village Space",
    }
    assert all(article.title for article in originals.values())


def test_nothing_known_as_boilerplate_is_body(originals: dict[str, Article]) -> None:
    """And no body of the articles is lost to it."""
    for article in originals.values():
        for paragraph in make_view(article.text).paragraphs:
            marked = any(words in paragraph.words for words in BOILERPLATE)
            if paragraph.zone is Zone.BODY:
                assert not marked, paragraph.words
                assert len(paragraph.words) > 100
            elif paragraph.zone is Zone.BOILERPLATE:
                assert marked or len(paragraph.words) < 250, paragraph.words


def test_lost_spaces_of_the_originals_are_put_in(originals: dict[str, Article]) -> None:
    """The texts keep their glue, the views do not."""
    bodies = "".join(article.text.body for article in originals.values())
    views = [p.words for a in originals.values() for p in make_view(a.text).paragraphs]
    for glued in GLUED:
        assert glued in bodies
        assert not any(glued in words for words in views)
