"""Stated amounts are found with what they count, whose, where, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.cases import Case, extracted, find_misses, is_amount, only, read_cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", read_cases("quantity.jsonl"))
def test_amounts_are_found_with_what_they_count(case: Case, parser: Language) -> None:
    """And years, hours, scores and names with figures are none."""
    assert list(find_misses(case, only(extracted(case, parser), is_amount))) == []
