"""Whether a clause is stated, denied, doubted, planned or only supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extract.stance import stance_of
from tests.extract.cases import Case, read_cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", read_cases("stance.jsonl"))
def test_the_stance_of_a_verb_is_read_from_its_clause(case: Case, parser: Language) -> None:
    """Two negations cancel; what stands above the clause counts too."""
    verb = next(token for token in parser(case["text"]) if token.text == case["verb"])
    stance = stance_of(verb)
    assert (stance.polarity, stance.certainty) == (case["polarity"], case["certainty"])
