"""A conflict as it is shown to be judged."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Annotation, Span, Target, Verdict
from claims.report.review import render_page
from claims.report.view import Case, Entry, Publication
from claims.values.party import Parties, Party
from tests.report.story import CITED, CONTRADICTION, FOUND_AT, OPINION, OWN

ARTICLE = Publication(OPINION.id, OPINION.text.id, published="2021-04-05", file="002.txt")
CASE = Case(CONTRADICTION, Entry(OWN, (ARTICLE,)), Entry(CITED, (ARTICLE,)), "How many?")
BODIES = {OPINION.text.id: OPINION.text.body}


def test_the_words_of_others_are_hidden_from_a_second_reading() -> None:
    """Everything else is shown."""
    word = Annotation(Target.CONFLICT, CONTRADICTION.id, "Bo", FOUND_AT, verdict=Verdict.CONFIRMED)
    case = replace(CASE, words=(word,), status="confirmed")
    seen, blind = (
        render_page(case, BODIES, (1, 3), 80, blind=hidden).splitlines() for hidden in (False, True)
    )
    assert any(line.startswith("  said    Bo, 1 May 2026: confirmed [n") for line in seen)
    assert [line for line in seen if line not in blind] == [
        line for line in seen if line.startswith(("  said", "  status"))
    ]
    assert blind[0].startswith("1 of 3  CONTRADICTION k")


def test_the_names_that_the_other_side_lacks_are_marked() -> None:
    """Those that both name are not."""
    body = "Iran, Qatar and Turkey came."
    said = replace(
        OWN,
        text_id="t",
        span=Span(0, len(body)),
        quote=body,
        anchor=Span(23, 27),
        value=Parties((Party("IR", "Iran"), Party("QA", "Qatar"), Party("TR", "Turkey")), body),
    )
    other = replace(CITED, value=Party("IR", "Iran"))
    case = replace(CASE, left=Entry(said, (ARTICLE,)), right=Entry(other, (ARTICLE,)))
    lines = render_page(case, {**BODIES, "t": body}, (1, 1), 80, blind=True).splitlines()
    at = next(number for number, line in enumerate(lines) if body in line)
    assert lines[at + 1].strip() == "------^^^^^-----^^^^^^-~~~~-"
