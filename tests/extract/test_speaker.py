"""Who says so: the chain of speakers, the outermost first, empty for the author's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.cases import Case, extracted, find_misses, is_amount, only, read_cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", read_cases("speaker.jsonl"))
def test_a_statement_is_given_to_whoever_the_article_says_said_it(
    case: Case, parser: Language
) -> None:
    """The claim with the amount `value` has just the speakers, by name or by key."""
    wanted = {name: case[name] for name in ("value", "speakers", "keys") if name in case}
    found = only(extracted(case, parser), is_amount)
    assert list(find_misses(case | {"claims": [wanted]}, found)) == []
