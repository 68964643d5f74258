"""What tests of measuring share."""

import os
from pathlib import Path

import pytest

from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.gold import shared_folder


@pytest.fixture
def needs_shared() -> Path:
    """Give the folder of the labelled articles; skip without it, fail without it in CI."""
    try:
        return shared_folder()
    except MeasuringDataMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
