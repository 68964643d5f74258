"""Laws of a view: total, nothing lost, every character leads back to the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Text, View
from claims.read import make_view
from claims.read.wording import INVISIBLE

PIECES = [
    "Norland", "Russiahas", "andthe", "the", "talks.", "talks.Norland", "“fair”", "of­fer",
    "so-\ncalled", "govern-\nment", "\u00a0", "\u2009", " ", "  ", "\n", "\n\n", "\r\n", "\t",
    "\u2028", "\u200b", "\ufeff", "ﬁ", "…", "14 mins ago", "Related posts", "Comments",
    "By Ann Example", "5 April 2021", "KABUL:", "•", "Read more: x", "1–2", "**", "[a](https://b.c)",
    "](/x)", "# ", '"', "'", ".", ",", "?", "https://a.b/c.D", "é", "北京", "😀", "\x85",
    "\x1c", "\x0b",
    "He said that the people of the town had left it on Friday in the night, and no one came.",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("\n".join),
)


def _view(body: str) -> View | None:
    try:
        return make_view(Text(body))
    except InputError:
        assert not body.strip()
        return None


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_a_view_is_total_and_leads_back(body: str) -> None:
    """Any text has a view, and every character of it comes from one of the text."""
    view = _view(body)
    for paragraph in view.paragraphs if view else ():
        words, offsets = paragraph.words, paragraph.offsets
        assert words
        assert words == words.strip()
        assert len(offsets) == len(words) + 1
        assert list(offsets) == sorted(offsets)
        assert 0 <= offsets[0] < offsets[-1] <= len(body)
        whole = paragraph.span(0, len(words))
        assert offsets[0] == whole.start < whole.end <= offsets[-1]
        for char, place in zip(words, offsets, strict=False):
            assert not char.isalnum() or char == body[place] or body[place] in "ﬀﬁﬂﬃﬄﬅﬆ"


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_every_visible_character_stands_in_one_paragraph(body: str) -> None:
    """Nothing is lost but Markdown's marks, and no two paragraphs share a character."""
    view = _view(body)
    homes = [0] * len(body)
    for paragraph in view.paragraphs if view else ():
        for place in range(paragraph.offsets[0], paragraph.offsets[-1]):
            homes[place] += 1
    assert max(homes, default=0) <= 1
    for char, count in zip(body, homes, strict=True):
        assert count or char.isspace() or char in INVISIBLE or char in "![*"


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_same_text_has_the_same_view(body: str) -> None:
    """A view is a function of its text alone."""
    assert _view(body) == _view(body)


@given(st.lists(st.sampled_from([p for p in PIECES if not set(p) & set("*[]")]), max_size=40))
@settings(max_examples=300, deadline=None)
def test_the_view_of_plain_words_is_those_words(pieces: list[str]) -> None:
    """What was worded once stays as it is."""
    view = _view("\n\n".join(pieces))
    words = [p.words for p in view.paragraphs] if view else []
    again = _view("\n\n".join(words))
    assert ([p.words for p in again.paragraphs] if again else []) == words


def test_wrapped_lines_are_joined_and_headlines_are_not() -> None:
    """Lines broken at a width run on; a list of headlines does not."""
    wrapped = (
        "The army of Norland left the flooded valley on Friday, the\n"
        "ministry said, and would not come back before the water had\n"
        "gone."
    )
    assert len(make_view(Text(wrapped)).paragraphs) == 1
    headlines = "Norland sends engineers to the valley\nSudland asks for help\nDam gates open again"
    assert len(make_view(Text(headlines)).paragraphs) == 3


def test_a_quote_taken_from_the_view_is_verbatim_in_the_text() -> None:
    """Soft hyphens and no-break spaces inside stay; those after the end stay outside."""
    body = "He said “the war­weary\u00a0people” left\u00ad\u00a0."
    paragraph = make_view(Text(body)).paragraphs[0]
    start = paragraph.words.index("the warweary people")
    span = paragraph.span(start, start + len("the warweary people"))
    assert body[span.start : span.end] == "the war­weary\u00a0people"
    end = paragraph.words.index("left") + len("left")
    assert body[: paragraph.span(0, end).end].endswith("left")


SHAPES = {
    "paragraphs": "The people of the town left it on Friday.Norland stayed, andthe rest came.\n\n",
    "lines": "one short line\n",
    "one line": 'a "b." c.Another sentence “here” ',
    "ages": "Headline of a story\n\nwith a teaser that ends…\n\n14 mins ago\n\n",
    "stars": "**a",
    "brackets": "[[](",
    "hyphens": "a-\n",
    "soft hyphens": "a\u00ad\u200b ",
    "spaces": "a            ",
    "dots": ".",
    "quotes": "\"'",
}  # fmt: skip


def _time(body: str) -> float:
    text = Text(body)
    start = time.process_time()
    make_view(text)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_with_the_text(shape: str) -> None:
    """Four times the text takes some four times the work, whatever its shape."""
    piece = SHAPES[shape]
    small = min(_time(piece * (50_000 // len(piece))) for _ in range(3))
    large = _time(piece * (200_000 // len(piece)))
    assert large < 12 * small + 0.05


def test_five_megabytes_have_a_view() -> None:
    """A large file is read like a small one."""
    piece = SHAPES["paragraphs"]
    times = 5_000_000 // len(piece)
    assert len(make_view(Text(piece * times)).paragraphs) == times
