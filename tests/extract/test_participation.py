"""Who was invited, came, stayed away, hosted: found with the event it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.cases import Case, extracted, find_misses, is_participation, only, read_cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", read_cases("participation.jsonl"))
def test_who_took_part_is_found_with_the_event(case: Case, parser: Language) -> None:
    """Lists whole and in order, denials as denials; schools and birthdays are no events."""
    assert list(find_misses(case, only(extracted(case, parser), is_participation))) == []
