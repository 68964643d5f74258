"""Front matter fills the fields it names; what is wrong with it is one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Genre, Rendition
from claims.read.front_matter import split_front_matter, split_names


def _read(block: str) -> dict[str, object]:
    return dict(split_front_matter(f"---\n{block}\n---\nThe body.").fields)


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        ("title: Floods: again", None),
        ('title: "Floods: again"', {"title": "Floods: again"}),
        ("Headline: Floods", {"title": "Floods"}),
        ("author: Ann Example", {"authors": ("Ann Example",)}),
        ("authors: [Ann Example, Bo Sample]", {"authors": ("Ann Example", "Bo Sample")}),
        ("byline: By Ann Example and Bo Sample", {"authors": ("Ann Example", "Bo Sample")}),
        ("author: {name: Ann Example}", {"authors": ("Ann Example",)}),
        ("publisher: The Gazette", {"outlet": "The Gazette"}),
        ("Publication: No", {"outlet": "No"}),
        ("published: 2021-04-05", {"published": "2021-04-05"}),
        ("date: 2017-04", {"published": "2017-04"}),
        ("date: 2017", {"published": "2017"}),
        ("pubdate: April 5, 2021", {"published": "2021-04-05"}),
        ("date: 2021-04-05T23:30:00-11:00", {"published": "2021-04-05"}),
        ("url: https://example.org/a", {"address": "https://example.org/a"}),
        ("source: https://example.org/a", {"address": "https://example.org/a"}),
        (
            "source: https://example.org/a\nsite: The Gazette\nurl: https://example.org/b",
            {"address": "https://example.org/b", "outlet": "The Gazette"},
        ),
        ("source: The Gazette", {"outlet": "The Gazette"}),
        ("outlet: https://example.org", {}),
        ("lang: en", {"language": "en"}),
        ("type: op-ed", {"genre": Genre.OPINION}),
        ("genre: sonnet", {}),
        ("genre: unknown", {}),
        ("rendition: Digest", {"rendition": Rendition.DIGEST}),
        ("author: unknown\noutlet: n/a\ndate: null\ntitle:", {}),
        ("weather: fair\ntags: [a, b]", {}),
        ("", {}),
    ],
)
def test_keys_and_their_synonyms_fill_fields(block: str, fields: dict[str, object] | None) -> None:
    """Values stay words as printed; unknown keys are passed over."""
    if fields is None:
        with pytest.raises(InputError, match="front matter, line 2: "):
            _read(block)
    else:
        assert _read(block) == fields


@pytest.mark.parametrize(
    ("decoded", "why"),
    [
        ("---\ntitle: x\nauthor: [a\n---\nBody", "front matter, line "),
        ("---\ntitle: x\n\tauthor: y\n---\nBody", "front matter, line 3"),
        ("---\n- a\n- b\n---\nBody", "not a list of `key: value` lines"),
        ("---\nJust some words.\n---\nBody", "not a list of `key: value` lines"),
        ("---\ntitle: x\nBody without an end", "never closed"),
        ("---\ndate: yesterday\n---\nBody", "is no date; write 2021-04-05"),
        ("---\ndate: 05/04/2021\n---\nBody", "is no date; write 2021-04-05"),
        ("---\nrendition: poem\n---\nBody", "none of verbatim, digest, translation"),
        ('---\ntitle: "a\\0b"\n---\nBody', "no database keeps"),
        ("---\ntitle: a\x01b\n---\nBody", "front matter"),
        ("---\nx: " + "[" * 5000 + "\n---\nBody", "front matter"),
    ],
)
def test_wrong_front_matter_is_one_line(decoded: str, why: str) -> None:
    """The message says what is wrong and where."""
    with pytest.raises(InputError, match=why) as caught:
        split_front_matter(decoded)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_the_body_is_what_stands_after_the_block(newline: str, end: str) -> None:
    """Not a character of the body is touched."""
    body = f"{newline}  First.{newline}---{newline}Second. {newline}"
    found = split_front_matter(f"---{newline}title: x{newline}{end}{newline}{body}")
    assert found.body == body
    assert found.fields == {"title": "x"}


@pytest.mark.parametrize(
    "body", ["First.\n---\nx: y\n---\n", "----\n", "--- x\n", "---\n\nWords.\n"]
)
def test_a_body_without_front_matter_is_left_whole(body: str) -> None:
    """Dashes elsewhere are the text's own."""
    assert split_front_matter(body).body == body


@given(st.text(max_size=200))
def test_any_block_is_read_or_refused(block: str) -> None:
    """Nothing but an InputError comes out."""
    try:
        split_front_matter(f"---\n{block}\n---\nBody")
    except InputError:
        return


def test_a_comma_parts_whole_names_only() -> None:
    """A surname before its comma is not a person."""
    assert split_names("Ann Example, Bo Sample & Cy Test") == [
        "Ann Example",
        "Bo Sample",
        "Cy Test",
    ]
    assert split_names("Sample, Bo") == ["Sample, Bo"]
