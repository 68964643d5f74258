"""Corrections notes are kept wherever a page prints them, once."""

from __future__ import annotations

import pytest

from tests.read.page.sample import LINES, data, html, paragraphs, read

NOTE = "An earlier version of this article said 15 people died. The toll is 12."
PLACES = [
    f"<p>{NOTE}</p>",
    f"<p><em>{NOTE}</em></p>",
    f'<div class="correction">{NOTE}</div>',
    f'<aside class="article-correction"><p>{NOTE}</p></aside>',
    f"<footer><p>{NOTE}</p></footer>",
    f"<section class='corrections'><h3>Correction</h3><p>{NOTE}</p></section>",
    f"</article><div id=corrections><p>{NOTE}</p></div><article>",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_note_is_kept_wherever_it_is_printed(place: str) -> None:
    """Letter by letter, once."""
    assert read(html(body=paragraphs() + place)).body.count(NOTE) == 1


@pytest.mark.parametrize("said", [NOTE, [NOTE], {"@type": "CorrectionComment", "text": NOTE}])
def test_a_note_that_only_the_data_tells_is_kept(said: object) -> None:
    """Behind the text; not a second time where the page prints it."""
    assert read(html(data(correction=said))).body.split("\n\n") == [*LINES, NOTE]
    printed = html(data(correction=said), body=paragraphs() + f"<p>{NOTE}</p>")
    assert read(printed).body.count(NOTE) == 1


def test_a_note_without_its_label_gets_one() -> None:
    """What is told as a correction says that it is one."""
    words = "The dam was built in 1962, not in 1926, as we had written."
    assert read(html(data(correction=words))).body.endswith(f"\n\nCorrection: {words}")


@pytest.mark.parametrize(
    "around",
    [
        '<div class="correction"><a href="/corrections">Corrections and clarifications</a></div>',
        f'<div class="comments"><p>{NOTE}</p></div>',
        f'<aside class="related"><p>Correction: {NOTE}</p></aside>',
        "<footer><p>Corrections are made by the desk, by letter or by telephone</p></footer>",
    ],
)
def test_what_is_no_note_of_the_article_stays_out(around: str) -> None:
    """A link, a reader's comment, another story."""
    assert read(html(body=paragraphs() + around)).body.split("\n\n") == list(LINES)
