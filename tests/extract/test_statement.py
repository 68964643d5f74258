"""What clauses state of who did what to whom, when, where and why; and what they do not state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.cases import Case, extracted, find_misses, is_statement, only, read_cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", read_cases("statement.jsonl"))
def test_statements_are_found_with_their_arguments(case: Case, parser: Language) -> None:
    """One role for every way of telling an act, denials with the arguments of what they deny."""
    assert list(find_misses(case, only(extracted(case, parser), is_statement))) == []
