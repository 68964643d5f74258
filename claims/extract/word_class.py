"""Parts of speech, morphology and lemmas, remembered: a third of the parser's time is saved.

The model's `attribute_ruler` matches some 180 patterns at every word, and its `lemmatizer` asks
each word in turn, though both say the same of the same word in the same place. This component
lets them read a paragraph with something new in it, remembers what they said, and says it again.
It never decides anything itself; a pattern it could not remember rightly is refused at loading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

NAME: Final = "remembered_word_classes"
_RULER: Final = "attribute_ruler"
_LEMMATIZER: Final = "lemmatizer"
_BEFORE: Final[list[int | str]] = ["LOWER", "DEP", "TAG", "IS_SPACE", "ORTH"]
_AFTER: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
_LEMMA: Final[list[int | str]] = ["ORTH", "POS", "MORPH", "LEMMA"]
_ASKED: Final = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_OTHER: Final = 0

_Pattern = list[Mapping[str, Any]]
_Place = tuple[int, int, int, int, int]
_Said = tuple[int, int, int, int, int]


class _Codes(dict[tuple[int, int], int]):
    """A number for each word and relation that patterns name; 0 for all others."""

    def __init__(self, names_word: Callable[[int], bool], dependencies: frozenset[int]) -> None:
        super().__init__()
        self._names_word = names_word
        self._dependencies = dependencies
        self._numbers: dict[tuple[int, int], int] = {(_OTHER, -1): _OTHER}

    def __missing__(self, key: tuple[int, int]) -> int:
        """Tell a word (in lower case) and its relation apart as far as patterns do."""
        lower, dependency = key
        word = lower if self._names_word(lower) else _OTHER
        relation = dependency if dependency in self._dependencies else -1
        number = self._numbers.setdefault((word, relation), len(self._numbers))
        self[key] = number
        return number


class WordClasses:
    """Does the work of the ruler and the lemmatizer it was made of."""

    def __init__(self, name: str, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        """Learn which words and relations the patterns look at, and how far.

        Raises:
            ValueError: A pattern looks at something else, or further than the next word.
        """
        self.name = name
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        entries = cast("list[Mapping[str, list[_Pattern]]]", ruler.patterns)
        patterns = [pattern for entry in entries for pattern in entry["patterns"]]
        if any(len(one) > 2 or any(set(part) - _ASKED for part in one) for one in patterns):
            msg = "the model's ruler has a pattern that looks further than this program knows"
            raise ValueError(msg)
        self._own = _codes(patterns, ruler.vocab.strings)
        self._beside = _codes([one for one in patterns if len(one) > 1], ruler.vocab.strings)
        self._said: dict[_Place, _Said] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every word."""
        if len(doc) == 0:
            return doc
        before = doc.to_array(_BEFORE)
        words: list[list[int]] = before.tolist()
        places = list(self._places(words))
        try:
            said = [self._said[place] for place in places]
        except KeyError:
            said = self._ask(doc, places, words)
        rows = [
            (tag, pos, morph, lemma or self._lemmas.get((word[4], pos, morph), 0), dep or word[1])
            for (tag, pos, morph, lemma, dep), word in zip(said, words, strict=True)
        ]
        doc.from_array(_AFTER, _array(rows, before.dtype))
        if not all(row[3] for row in rows):
            self._ask_lemmas(doc)
        return doc

    def _places(self, words: list[list[int]]) -> Iterator[_Place]:
        """Give what the ruler can see of each word and of the two beside it."""
        own, beside = self._own, self._beside
        near = [beside[lower, dep] for lower, dep, *_ in words]
        for at, (lower, dep, tag, space, _) in enumerate(words):
            before = near[at - 1] if at else -1
            after = near[at + 1] if at + 1 < len(near) else -1
            yield own[lower, dep], tag, space, before, after

    def _ask(self, doc: Doc, places: Iterable[_Place], words: list[list[int]]) -> list[_Said]:
        """Let the ruler read a paragraph, and remember what it says of each place."""
        self._ruler(doc)
        said: list[_Said] = []
        rows: list[list[int]] = doc.to_array(_AFTER).tolist()
        for place, word, (tag, pos, morph, lemma, dep) in zip(places, words, rows, strict=True):
            said.append((tag, pos, morph, lemma, dep if dep != word[1] else 0))
            self._said[place] = said[-1]
        return said

    def _ask_lemmas(self, doc: Doc) -> None:
        """Let the lemmatizer fill in the lemmas that are missing, and remember them."""
        missing = [token.i for token in doc if token.lemma == 0]
        self._lemmatizer(doc)
        rows = doc.to_array(_LEMMA).tolist()
        for orth, pos, morph, lemma in (rows[at] for at in missing):
            self._lemmas[orth, pos, morph] = lemma


def _array(rows: list[_Said], dtype: Any) -> Any:
    import numpy as np

    return np.array(rows, dtype=dtype)


def _codes(patterns: Iterable[_Pattern], strings: Any) -> _Codes:
    """Gather the words and relations that patterns name."""
    listed, shapes, dependencies = set[str](), list[re.Pattern[str]](), set[str]()
    for part in (part for pattern in patterns for part in pattern):
        for values, shape in _named(part.get("LOWER")):
            listed |= values
            shapes += [re.compile(shape)] if shape else []
        for values, _ in _named(part.get("DEP")):
            dependencies |= values
    hashes = frozenset(strings[word] for word in listed)

    def names_word(lower: int) -> bool:
        return lower in hashes or any(shape.search(strings[lower]) for shape in shapes)

    return _Codes(names_word, frozenset(strings[name] for name in dependencies))


def _named(condition: Any) -> Iterator[tuple[frozenset[str], str]]:
    """Give the values a condition names, and the regular expression it has."""
    if isinstance(condition, str):
        yield frozenset({condition}), ""
    elif condition is not None:
        for operator, value in condition.items():
            if operator == "REGEX":
                yield frozenset(), value
            elif operator in ("IN", "NOT_IN"):
                yield frozenset(value), ""
            else:
                msg = f"the model's ruler asks with {operator}, which this program does not know"
                raise ValueError(msg)


def remember_word_classes(parser: Language) -> None:
    """Put the remembering component in place of the two it speaks for."""
    from spacy.language import Language

    Language.factory(NAME, func=_make)
    parser.add_pipe(NAME, last=True)


def _make(nlp: Language, name: str) -> WordClasses:
    """Take the two components out of a pipeline and make one of them; spaCy names the arguments."""
    _, ruler = nlp.remove_pipe(_RULER)
    _, lemmatizer = nlp.remove_pipe(_LEMMATIZER)
    return WordClasses(name, cast("AttributeRuler", ruler), cast("Lemmatizer", lemmatizer))
