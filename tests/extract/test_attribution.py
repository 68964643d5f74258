"""Who says a clause, over sentences and paragraphs, and how surely: the layers by themselves.

A case names a `verb` of its text. In attribution.jsonl `speakers` are the names of its chain, the
outermost first, `keys` their keys, and `rules` how those that stand elsewhere were found. In
certainty.jsonl stand `polarity` and `certainty`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extract.reading import Block, Reading, read_view
from claims.extract.speaker import Attribution, Voices
from claims.extract.stance import stance_of
from claims.model import Text
from claims.read import make_view
from tests.extract.cases import Case, read_cases

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token


def _read(text: str, parser: Language) -> Reading:
    return read_view(make_view(Text(text)), anchor=None, parser=parser)


def _find(word: str, reading: Reading) -> tuple[Token, Block]:
    """Give the token of a case and its paragraph."""
    return next((t, block) for block in reading.blocks for t in block.doc if t.text == word)


def _attributed(case: Case, parser: Language) -> Attribution:
    reading = _read(case["text"], parser)
    voices = Voices(reading, tuple(case.get("authors", ())))
    return voices.attribution(*_find(case["verb"], reading))


@pytest.mark.parametrize("case", read_cases("attribution.jsonl"))
def test_a_clause_is_given_to_whoever_says_it(case: Case, parser: Language) -> None:
    """Over quotations, asides and the sentences that follow; the author's own words to nobody."""
    found = _attributed(case, parser)
    assert [speaker.name for speaker in found.speakers] == case["speakers"]
    assert [speaker.key for speaker in found.speakers] == case.get(
        "keys", [speaker.key for speaker in found.speakers]
    )
    assert [evidence.rule for evidence in found.evidence] == case.get("rules", [])


@pytest.mark.parametrize("case", read_cases("attribution.jsonl"))
def test_every_speaker_stands_in_the_text(case: Case, parser: Language) -> None:
    """Its span, and that of what it was read from, hold words of the text."""
    found = _attributed(case, parser)
    spans = [speaker.span for speaker in found.speakers]
    spans += [evidence.span for evidence in found.evidence]
    assert all(span is not None and case["text"][span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize("case", read_cases("certainty.jsonl"))
def test_what_stands_round_a_clause_says_how_sure_it_is(case: Case, parser: Language) -> None:
    """Two negations cancel; a plan, a doubt or a condition above the clause counts."""
    verb, _ = _find(case["verb"], _read(case["text"], parser))
    stance = stance_of(verb)
    assert (stance.polarity, stance.certainty) == (case["polarity"], case["certainty"])
