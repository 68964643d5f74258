"""Where a quote stands in an article, and how near two quotes stand to each other.

Articles and quotes are compared *folded*: case, white space and the shape of quotation marks
and dashes do not count.  Refuses to judge what a passage says.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import product
from pathlib import Path
from typing import Final

from tests.evaluation.gold import document_name

Span = tuple[int, int]
"""Start and end in a folded text, half-open."""

_SHAPES: Final = {
    "'": "\u2018\u2019\u02bc\u00b4`",
    '"': "\u201c\u201d\u201e\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014",
    " ": "\u00a0\u2009\u202f",
    "...": "\u2026",
}
_PLAIN: Final = str.maketrans({odd: plain for plain, odds in _SHAPES.items() for odd in odds})
_EDGES: Final = " .\"'-"

_SENTENCE_END: Final = re.compile(
    r"""
    [.!?] ["'\u201d\u2019)\]]* \s+                        # a stop and what closes the sentence
    (?= ["'\u201c\u2018(\[]? [A-Z0-9\u00c0-\u00dd] )      # before what opens the next one
    """,
    re.VERBOSE,
)
_ABBREVIATIONS: Final = """
    U.S U.N U.K a.m p.m e.g i.e vs No Inc Corp Ltd Co
    Mr Mrs Ms Dr Drs Prof Gen Lt Col Maj Capt Sgt Sen Rep Gov Rev St Jr Sr Snr Comr
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Colo Calif Pa Ill Fla Mass Mich Nev Tex Wash
"""
_ABBREVIATION: Final = re.compile(
    rf"\b(?:[a-z]|{'|'.join(map(re.escape, _ABBREVIATIONS.split()))})\.$", re.IGNORECASE
)
_FRONT_MATTER: Final = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_TITLE: Final = re.compile(r"^title:\s*(.*)$", re.MULTILINE)

_LEAST_PART: Final = 12
"""Characters that part of a quote must have to be recognised by itself."""
_LEAST_WORDS: Final = 4
_LEAST_SHARE: Final = 0.8
"""How much of a misquoted sentence must be right: four words, four words in five."""


class Nearness(IntEnum):
    """How near two passages stand, the nearest last."""

    APART = 0
    SAME_SENTENCE = 1
    OVERLAP = 2


@dataclass(frozen=True, slots=True)
class Document:
    """An article, folded, with the spans of its sentences; its title is the first of them.

    ``body`` is the article as it stands, without front matter, and ``places`` says where in it
    each sentence stands; the title, which is not part of it, has an empty place.
    """

    text: str
    sentences: tuple[Span, ...]
    body: str = field(default="", repr=False)
    places: tuple[Span, ...] = field(default=(), repr=False)

    def sentences_of(self, span: Span) -> frozenset[int]:
        """Give the numbers of the sentences that a span touches."""
        return frozenset(n for n, other in enumerate(self.sentences) if overlap(span, other))

    def sentences_at(self, place: Span) -> frozenset[int]:
        """Give the numbers of the sentences that a stretch of the body touches."""
        return frozenset(n for n, other in enumerate(self.places) if overlap(place, other))

    def sentence_around(self, place: Span) -> str:
        """Give the words of the sentences that a stretch of the body touches, as they stand."""
        touched = self.sentences_at(place)
        return " ".join(
            " ".join(self.body[slice(*self.places[n])].split()) for n in sorted(touched)
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with all the places where it stands; none where its document lacks it.

    ``exact`` is false where the words only resemble the sentence that was found.
    """

    document: str
    words: str
    spans: tuple[Span, ...] = ()
    exact: bool = False
    sentences: frozenset[int] = field(default=frozenset())
    is_long: bool = False

    @property
    def is_located(self) -> bool:
        """Whether its document holds it."""
        return bool(self.spans)


def fold(text: str) -> str:
    """Bring words to one form: 'The\u00a0“End”' becomes 'the "end"'."""
    return " ".join(text.translate(_PLAIN).split()).casefold()


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def read_documents(files: Iterable[Path]) -> dict[str, Document]:
    """Read articles, by the name of their document."""
    return {
        document_name(file.name): document_of(file.read_text(encoding="utf-8")) for file in files
    }


def document_of(article: str) -> Document:
    """Fold an article, with or without front matter, and mark its sentences."""
    title, body = _parted(article)
    printed = [(title[slice(*place)], (0, 0)) for place in _places(title)]
    printed += [(body[slice(*place)], place) for place in _places(body)]
    text, sentences, places = "", list[Span](), list[Span]()
    for sentence, place in printed:
        if words := fold(sentence):
            text = f"{text} {words}" if text else words
            sentences.append((len(text) - len(words), len(text)))
            places.append(place)
    return Document(text, tuple(sentences), body, tuple(places))


def split_sentences(line: str) -> Iterator[str]:
    """Cut a line into sentences: "It was Dr. Amsel. He fled." into two, not three."""
    start = 0
    for end in _SENTENCE_END.finditer(line):
        if not _ABBREVIATION.search(line[start : end.start() + 1]):
            yield line[start : end.end()]
            start = end.end()
    yield line[start:]


def locate(documents: Mapping[str, Document], name: str, quote: str) -> Passage:
    """Find a quote in its document.

    Args:
        documents: The articles by name.
        name: The article that is quoted; may be none of them.
        quote: Its words, at most one sentence; longer ones are marked ``is_long``.
    """
    words = fold(quote)
    if (document := documents.get(name)) is None:
        return Passage(name, words)
    exact = _verbatim(document, words)
    spans = exact or _likeliest_sentence(document, words)
    touched = [document.sentences_of(span) for span in spans]
    is_long = any(len(sentences) > 1 for sentences in touched)
    return Passage(name, words, spans, bool(exact), frozenset().union(*touched), is_long)


def nearness(reported: Passage, gold: Passage) -> Nearness:
    """Say how near a reported passage stands to one of the gold."""
    if reported.document != gold.document:
        return Nearness.APART
    if _overlapping(reported, gold):
        return Nearness.OVERLAP
    shared = reported.sentences & gold.sentences
    return Nearness.SAME_SENTENCE if shared else Nearness.APART


def _overlapping(reported: Passage, gold: Passage) -> bool:
    if not reported.is_located:
        one, other = reported.words, gold.words
        return len(one) >= _LEAST_PART and (one in other or other in one)
    pairs = product(reported.spans, gold.spans)
    return reported.exact and gold.exact and any(overlap(one, other) for one, other in pairs)


def _parted(article: str) -> tuple[str, str]:
    """Part an article into its title and its body."""
    matter = _FRONT_MATTER.match(article)
    return (_title(matter[1]), article[matter.end() :]) if matter else ("", article)


def _places(text: str) -> Iterator[Span]:
    """Give where each sentence of each line of a text stands."""
    start = 0
    for line in text.split("\n"):
        at = start + len(line) - len(line.lstrip())
        for sentence in split_sentences(line.strip()):
            yield at, at + len(sentence)
            at += len(sentence)
        start += len(line) + 1


def _title(front_matter: str) -> str:
    match = _TITLE.search(front_matter)
    title = match[1].strip() if match else ""
    try:
        return str(json.loads(title)) if title.startswith('"') else title
    except ValueError:
        return title.strip('"')


def _verbatim(document: Document, words: str) -> tuple[Span, ...]:
    return (
        _occurrences(document, words)
        or _occurrences(document, words.strip(_EDGES))
        or _parts(document, words)
    )


def _occurrences(document: Document, words: str) -> tuple[Span, ...]:
    if not words:
        return ()
    starts = (match.start() for match in re.finditer(f"(?={re.escape(words)})", document.text))
    return tuple((start, start + len(words)) for start in starts)


def _parts(document: Document, words: str) -> tuple[Span, ...]:
    """Find what stands between the ellipses of a quote."""
    parts = [part.strip() for part in words.split("...")] if "..." in words else []
    places = ((document.text.find(part), part) for part in parts if len(part) >= _LEAST_PART)
    return tuple((start, start + len(part)) for start, part in places if start >= 0)


def _likeliest_sentence(document: Document, words: str) -> tuple[Span, ...]:
    """Find the sentence that shares most words with a quote that stands nowhere."""
    wanted = _bag(words)
    if len(wanted) < _LEAST_WORDS or not document.sentences:
        return ()
    shared = [len(wanted & _bag(document.text[a:b])) for a, b in document.sentences]
    best = shared.index(max(shared))
    return (document.sentences[best],) if shared[best] / len(wanted) >= _LEAST_SHARE else ()


def _bag(words: str) -> set[str]:
    return set(re.findall(r"\w+", words))
