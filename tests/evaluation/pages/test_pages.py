"""The page reader on pages of known truth: floors, and that it is better than its library alone."""

from collections import Counter

import pytest

from tests.evaluation.pages.later import LATER
from tests.evaluation.pages.layout import LAYOUTS, read_stories
from tests.evaluation.pages.measure import (
    FIELDS,
    READERS,
    Layouts,
    judge,
    judge_all,
    read_bare,
    read_ours,
    share_common,
)

FLOORS = {"title": 60, "authors": 60, "published": 60, "body": 60}
LATER_FLOORS = {"title": 30, "authors": 30, "published": 30, "body": 24}


@pytest.mark.parametrize(("layouts", "floors"), [(LAYOUTS, FLOORS), (LATER, LATER_FLOORS)])
def test_no_field_is_read_worse_than_it_was(layouts: Layouts, floors: dict[str, int]) -> None:
    """Six stories in each layout."""
    right: Counter[str] = Counter()
    for judged in judge_all(read_ours, layouts):
        right.update(name for name, is_right in judged.right.items() if is_right)
    assert {name: right[name] for name in FIELDS} == floors


def test_the_library_alone_is_judged_by_the_same_measure() -> None:
    """On one story in each layout: what the reader adds is more than it loses."""
    story = read_stories()[0]
    for name, make in LAYOUTS.items():
        ours, bare = (judge(read(make(story)), name, story) for read in (read_ours, read_bare))
        assert sum(ours.right.values()) >= sum(bare.right.values()), name


def test_the_measure_can_fail() -> None:
    """Words that are missing or too many cost; a wrong day, name or title is wrong."""
    story = read_stories()[0]
    whole = "\n".join(story.paragraphs)
    assert share_common(whole, whole) == 1
    assert share_common(whole, whole + " and some words more" * 5) < 0.95
    assert share_common(whole, "") == 0
    empty = judge(READERS["trafilatura"]("<html></html>"), "weblog", story)
    assert not any(empty.right.values())


def test_every_page_of_one_layout_is_another_page() -> None:
    """Layouts differ and so do stories."""
    pages = {make(story) for make in (LAYOUTS | LATER).values() for story in read_stories()}
    assert len(pages) == 6 * (len(LAYOUTS) + len(LATER))
