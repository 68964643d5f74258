"""The figures on speakers: what counts as inside a report, and as the right speaker."""

from pathlib import Path
from typing import Any

import pytest

from claims.model import Span, Speaker
from tests.evaluation.attributed import Labelled, labelled, load_articles
from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.figures import Share
from tests.evaluation.speakers import (
    HEADINGS,
    Statement,
    Verdict,
    count,
    judge,
    last_word,
    read_clauses,
    rows,
)

TEXT = "Ilka Torv, the mayor, said nine boats burned, adding that two sank. The ferry was late."


def _piece(words: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"spans": [[start, start + len(words)]], "text": words}


def _labelled(*told: tuple[str, str, str], text: str = TEXT) -> Labelled:
    """Label a text: source, cue and content of each attribution; "" for no source."""
    attributions = [
        {
            "source": [_piece(source, text)] if source else [],
            "cue": [_piece(cue, text)],
            "content": [_piece(content, text)],
        }
        for source, cue, content in told
    ]
    return labelled({"doc": "harbour", "text": text, "attributions": attributions})


def _span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def _said(anchor: str, *names: str, quote: str = "", where: str = "") -> Statement:
    span = _span(where) if where else None
    speakers = tuple(Speaker(f"words:{name}", name, span) for name in names)
    return Statement(_span(anchor), _span(quote or anchor), speakers)


ARTICLE = _labelled(("Ilka Torv, the mayor,", "said", "nine boats burned"))


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (_said("burned", "Torv"), Verdict.RIGHT),
        (_said("burned", "the Gazette", "Torv"), Verdict.RIGHT),
        (_said("burned", "mayor", where="the mayor"), Verdict.RIGHT),
        (_said("burned", "mayor"), Verdict.WRONG),
        (_said("burned"), Verdict.MISSED),
        (_said("late"), Verdict.SILENT),
        (_said("late", "Torv"), Verdict.INVENTED),
        (_said("burned", quote="said nine boats burned"), Verdict.SAYING),
    ],
)
def test_a_statement_is_judged_by_the_label_around_its_anchor(
    statement: Statement, verdict: Verdict
) -> None:
    """By the name's last word or by its place; outermost and innermost speaker may be right."""
    assert judge(statement, ARTICLE) is verdict


def test_the_innermost_label_with_a_source_counts() -> None:
    """A content without a source is passed over where another holds the statement too."""
    nested = _labelled(
        ("Ilka Torv, the mayor,", "said", "nine boats burned, adding that two sank"),
        ("the mayor", "adding", "two sank"),
        ("", "burned", "sank"),
    )
    assert judge(_said("sank", "the mayor"), nested) is Verdict.RIGHT
    assert judge(_said("sank", "Lund"), nested) is Verdict.WRONG
    assert judge(_said("sank"), _labelled(("", "said", "two sank"))) is Verdict.SOURCELESS


def test_according_to_stands_in_the_quote_of_what_it_reports() -> None:
    """A cue without a verb does not make the statement one about the saying."""
    text = "Nine boats burned, according to Torv."
    article = _labelled(("Torv", "according to", "Nine boats burned"), text=text)
    whole = Span(0, len(text))
    statement = Statement(_span("burned", text), whole, (Speaker("words:torv", "Torv"),))
    assert judge(statement, article) is Verdict.RIGHT


def test_a_source_in_the_first_person_is_passed_over() -> None:
    """The first person names whoever speaks already."""
    text = "I think nine boats burned."
    article = _labelled(("I", "think", "nine boats burned"), text=text)
    assert judge(Statement(_span("burned", text), _span("burned", text), ()), article) is (
        Verdict.SILENT
    )


@pytest.mark.parametrize(
    ("text", "source", "ours", "verdict"),
    [
        ("He said he hopes it burned.", "he", "He", Verdict.RIGHT),
        ("He left.\n\nThen he hopes it burned.", "he", "He", Verdict.WRONG),
        ("The court, which said it burned.", "which", "The court", Verdict.RIGHT),
        ("The court left. Torv, who said it burned.", "who", "The court", Verdict.WRONG),
    ],
)
def test_a_pronoun_is_named_by_its_place(
    text: str, source: str, ours: str, verdict: Verdict
) -> None:
    """The same pronoun in the same paragraph, or the relative that follows the speaker."""
    cue = "hopes" if source == "he" else "said"
    start = text.index(f" {source} ") + 1
    article = labelled(
        {
            "doc": "harbour",
            "text": text,
            "attributions": [
                {
                    "source": [{"spans": [[start, start + len(source)]], "text": source}],
                    "cue": [_piece(cue, text)],
                    "content": [_piece("it burned", text)],
                }
            ],
        }
    )
    speaker = Speaker("words:x", "Unlike", _span(ours, text))
    assert judge(Statement(_span("burned", text), _span("burned", text), (speaker,)), article) is (
        verdict
    )


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Ilka Torv", "torv"),
        ("Ilka Torv, the mayor", "torv"),
        ("Mayor Ilka Torv (Green)", "torv"),
        ("a spokesman for Torv", "spokesman"),
        ("Torv's", "torv"),
        ("he", ""),
        ("", ""),
    ],
)
def test_a_name_ends_before_what_only_describes_it(name: str, last: str) -> None:
    """A spokesman for the mayor is not the mayor."""
    assert last_word(name) == last


def test_shares_leave_out_what_cannot_be_judged() -> None:
    """Without a source, and about the saying: in neither share, but counted."""
    found = count([*Verdict, Verdict.RIGHT])
    assert (found.reported, found.own_words, found.left_out) == (Share(2, 4), Share(1, 2), 2)


def test_the_layer_is_asked_for_every_verb_that_heads_a_clause() -> None:
    """Auxiliaries head none."""
    from claims.extract.parser import load_parser

    article = _labelled(text="Torv said nine boats had burned.")
    found = {
        article.text[each.anchor.start : each.anchor.end]: [who.name for who in each.speakers]
        for each in read_clauses(article, load_parser())
    }
    assert found == {"said": [], "burned": ["Torv"]}


def test_missing_articles_are_told(tmp_path: Path) -> None:
    """As one line with the folder."""
    with pytest.raises(MeasuringDataMissing, match="no labelled speakers in"):
        load_articles(tmp_path)


def test_every_row_fits_its_headings(needs_shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three layers, each for both halves and for all; two articles stand for the rest."""
    articles = load_articles(needs_shared)
    short = sorted(articles, key=lambda article: len(article.text))
    few = [next(a for a in short if a.is_open is half) for half in (True, False)]
    monkeypatch.setattr("tests.evaluation.speakers.load_articles", lambda _: few)
    found = rows(needs_shared)
    assert len(found) == 9
    assert {len(row) for row in found} == {len(HEADINGS)}
