"""Finding the labelled articles, and saying so where they are absent."""

from pathlib import Path

import pytest

from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.gold import REPOSITORY, document_name, shared_folder


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point to a folder without labelled articles, outside CI."""
    monkeypatch.setenv("CLAIMS_SHARED", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


def test_the_articles_lie_where_the_environment_says(empty_folder: Path) -> None:
    """``CLAIMS_SHARED`` names the folder."""
    (empty_folder / "data" / "dev").mkdir(parents=True)
    (empty_folder / "data" / "dev" / "gold.jsonl").touch()
    assert shared_folder() == empty_folder


def test_absent_articles_are_named_with_the_remedy(empty_folder: Path) -> None:
    """The message says where it looked and what to set."""
    with pytest.raises(MeasuringDataMissing, match="CLAIMS_SHARED") as told:
        shared_folder()
    assert str(empty_folder) in str(told.value)


@pytest.mark.usefixtures("empty_folder")
def test_a_test_that_needs_the_articles_is_skipped(request: pytest.FixtureRequest) -> None:
    """Elsewhere the articles may be absent."""
    with pytest.raises(pytest.skip.Exception, match="no labelled articles"):
        request.getfixturevalue("needs_shared")


@pytest.mark.usefixtures("empty_folder")
def test_a_test_that_needs_the_articles_fails_in_ci(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where quality is guarded a silent skip would hide a loss."""
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no labelled articles"):
        request.getfixturevalue("needs_shared")


@pytest.mark.parametrize(
    ("file", "name"),
    [("5_1ecb.txt", "5_1ecb"), ("a/b.MD", "b"), ("5_1ecb", "5_1ecb"), ("v1.2", "v1.2")],
)
def test_a_document_is_named_after_its_file(file: str, name: str) -> None:
    """Labels leave the suffix out, the program does not."""
    assert document_name(file) == name


def test_the_repository_is_found_from_here() -> None:
    """The labelled articles are looked for beside it."""
    assert (REPOSITORY / "tests" / "evaluation").is_dir()
