"""What is remembered of words is what the model's own components say of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from claims.extract.parser import find_model, load_plain
from claims.extract.word_class import NAME, WordClasses
from tests.benchmarks import corpus

if TYPE_CHECKING:
    from spacy.language import Language

ATTRIBUTES: list[int | str] = ["ORTH", "LEMMA", "TAG", "POS", "MORPH", "DEP", "HEAD", "SENT_START"]
SAID = (
    "There are 12 boats, and there is one more. \n\n There's that, too.",
    "They ain't gonna say what you gotta do; let's see, y'all. C'm on!",
    "That the ships left is what the captain, who himself had none, said that evening.",
    "",
    "  ",
    "It rained.",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    """Load the model as spaCy has it."""
    return load_plain(find_model())


def test_words_are_classed_as_the_model_does(plain: Language, parser: Language) -> None:
    """The first time a place is seen, and when it is remembered."""
    invented = [words for piece in corpus.invent(10) for words in piece.paragraphs]
    texts = [*SAID, *invented, *SAID]
    for expected, found in zip(plain.pipe(texts), parser.pipe(texts), strict=True):
        assert found.to_array(ATTRIBUTES).tolist() == expected.to_array(ATTRIBUTES).tolist()


def test_the_components_are_asked_only_about_what_is_new(parser: Language) -> None:
    """A paragraph that was read before asks nothing."""
    classes = cast("WordClasses", parser.get_pipe(NAME))
    parser(SAID[0])
    ruler = classes._ruler  # noqa: SLF001 - what is saved shows nowhere else
    try:
        classes._ruler = cast("Any", None)  # noqa: SLF001
        assert [token.lemma_ for token in parser(SAID[0])][:3] == ["there", "be", "12"]
    finally:
        classes._ruler = ruler  # noqa: SLF001


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ([{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}], "looks further"),
        ([{"SHAPE": "Xxx"}], "looks further"),
        ([{"LOWER": {"FUZZY": "colour"}}], "asks with FUZZY"),
    ],
)
def test_a_pattern_that_is_not_understood_is_refused(
    plain: Language, pattern: list[dict[str, object]], message: str
) -> None:
    """Rather than remembered wrongly."""
    ruler = SimpleNamespace(patterns=[{"patterns": [pattern]}], vocab=plain.vocab)
    with pytest.raises(ValueError, match=message):
        WordClasses(NAME, cast("Any", ruler), cast("Any", None))
