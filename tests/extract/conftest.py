"""The parser, loaded once for all tests of extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extract.parser import load_parser

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def parser() -> Language:
    """Load the parser that claims are found with."""
    return load_parser()
