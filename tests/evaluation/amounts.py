"""How well stated amounts are read, on labelled sentences and inputs.

NewsQuant: sentences of the news with every amount in them. The rule is that of the scorer beside
the data: an amount is found when the program states its value (one of its ends or a printed number
equals a labelled number, or the labelled one lies inside); "with bound" also asks for the same
bound. The number one in words is left out on both sides. It is measured twice: on what
`claims.values` finds in the words, given in the printed unit, and on the claims of the extractor,
which give measures in their base unit. Only claims say what is counted, so only they are measured
by "with unit" and "with partial concept", by the rules of `amounts_counted`.

The recognizers' inputs are judged one by one, see `amounts_recognizers`.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claims.values.days import find_clock_times, find_days
from claims.values.document import to_document
from claims.values.quantity import FoundQuantity, find_quantities
from tests.evaluation.amounts_counted import Counting, counting_of, has_concept, has_unit
from tests.evaluation.amounts_recognizers import recognizers
from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.figures import Share
from tests.evaluation.layout import percent

if TYPE_CHECKING:
    from claims.model import Claim

HEADINGS: Final = ("amounts", "right", "of", "precision", "recall", "figure", "aim", "left out")
PUBLISHED: Final = date(2022, 6, 1)
"""The day that the scorer's articles are published on."""

_BOUNDS: Final = {"=": "=", "~": "~", "<": "<", ">": ">", "up": "=", "down": "="}

Document = Mapping[str, Any]
"""What scoring reads of a value: ``low``, ``high``, ``text``; of a claim what it counts, too."""

Fits = Callable[[Document, "Wanted"], bool]
"""Whether what was found is what a label wants."""

Reader = Callable[[str], Sequence[Document]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One labelled amount: its numbers in order, its bound ("=", "~", "<", ">"), what it counts."""

    numbers: tuple[float, ...]
    bound: str
    counting: Counting = field(default_factory=Counting)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its labelled amounts."""

    text: str
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Detection:
    """How many labelled amounts were found, and how many were claimed."""

    hits: int
    wanted: int
    claimed: int

    @property
    def precision(self) -> Share:
        """The share of claimed amounts that are labelled."""
        return Share(self.hits, self.claimed)

    @property
    def recall(self) -> Share:
        """The share of labelled amounts that are claimed."""
        return Share(self.hits, self.wanted)

    @property
    def f1(self) -> Share:
        """The harmonic mean of both."""
        return Share(2 * self.hits, self.wanted + self.claimed)


def rows(shared: Path) -> Iterator[tuple[str, ...]]:
    """Give the rows of the table: NewsQuant as values and as claims, then the inputs by kind."""
    sentences = read_sentences(shared)
    for name, reader in (("values", found_values), ("claims", claimed_values)):
        measures = _MEASURES[name]
        for (measure, _, aim), found in zip(
            measures, score(sentences, reader, [fits for _, fits, _ in measures]), strict=True
        ):
            yield _detection_row(f"NewsQuant, {name}: {measure}", found, aim)
    for name, judged in recognizers(shared).items():
        out = str(sum(judged.left_out.values()))
        yield (
            f"recognizers: {name}",
            *(str(judged.right), str(judged.cases), "", ""),
            *(percent(judged.share), "90%", out),
        )


def _detection_row(name: str, found: Detection, aim: int) -> tuple[str, ...]:
    shares = (percent(share) for share in (found.precision, found.recall, found.f1))
    return (name, str(found.hits), str(found.wanted), *shares, f"{aim}%", "")


def read_sentences(shared: Path) -> list[Sentence]:
    """Read the labelled sentences.

    Raises:
        MeasuringDataMissing: They are not there.
    """
    path = shared / "data" / "amounts" / "newsquant.jsonl"
    if not path.is_file():
        message = f"no labelled sentences in {path}"
        raise MeasuringDataMissing(message)
    lines = path.read_text(encoding="utf-8").splitlines()
    return [sentence_of(json.loads(line)) for line in lines]


def sentence_of(record: Mapping[str, Any]) -> Sentence:
    """Make a sentence of its JSON object; the number one in words is no checkable amount."""
    printed = set(numbers_in(record["text"]))
    wanted = []
    for label in record["quantities"]:
        numbers = numbers_in(label["value"])
        if numbers and not (numbers == [1.0] and 1.0 not in printed):
            bound = _BOUNDS.get(label["change"], "=")
            wanted.append(Wanted(tuple(sorted(numbers)), bound, counting_of(label)))
    return Sentence(record["text"], tuple(wanted))


def numbers_in(text: object) -> list[float]:
    """Give the figures of a text, without their signs."""
    return [float(figure) for figure in re.findall(r"\d+(?:\.\d+)?", str(text).replace(",", ""))]


def score(
    sentences: Sequence[Sentence], reader: Reader, measures: Sequence[Fits]
) -> list[Detection]:
    """Count what a reader finds, by each measure."""
    hits = [0] * len(measures)
    wanted = claimed = 0
    for sentence in sentences:
        found = [value for value in reader(sentence.text) if not _is_bare_one(value)]
        wanted += len(sentence.wanted)
        claimed += len(found)
        for index, fits in enumerate(measures):
            hits[index] += _hits(found, sentence.wanted, fits)
    return [Detection(count, wanted, claimed) for count in hits]


def _is_bare_one(value: Document) -> bool:
    return value["low"] == value["high"] == 1 and not numbers_in(value["text"] or "")


def _hits(found: Sequence[Document], wanted: Sequence[Wanted], fits: Fits) -> int:
    """Count the claimed amounts that meet a labelled one; each is used once."""
    left = list(wanted)
    for value in found:
        hit = next((label for label in left if fits(value, label)), None)
        if hit is not None:
            left.remove(hit)
    return len(wanted) - len(left)


def has_value(value: Document, wanted: Wanted) -> bool:
    """Whether a value has a labelled number, or holds all of them."""
    low, high = value["low"], value["high"]
    ends = {float(end) for end in (low, high) if end is not None}
    mine = ends | set(numbers_in(value["text"] or ""))
    for number in wanted.numbers:
        if any(abs(one - number) <= 1e-6 * max(1.0, abs(number)) for one in mine):
            return True
    if low is None or high is None:
        return False
    return bool(low < high and low <= wanted.numbers[0] and wanted.numbers[-1] <= high)


def has_value_and_bound(value: Document, wanted: Wanted) -> bool:
    """Whether a value has a labelled number under the same bound."""
    mine = bound_of(value)
    same = mine == wanted.bound or (len(wanted.numbers) == 2 and mine in "=~")
    return same and has_value(value, wanted)


def has_value_and_unit(value: Document, wanted: Wanted) -> bool:
    """Whether a claim has a labelled number and its unit."""
    return has_value(value, wanted) and has_unit(value, wanted.counting)


def has_value_and_concept(value: Document, wanted: Wanted) -> bool:
    """Whether a claim has a labelled number and a part of what it is of."""
    return has_value(value, wanted) and has_concept(value, wanted.counting)


_READ: Final[tuple[tuple[str, Fits, int], ...]] = (
    ("value", has_value, 94),
    ("value + bound", has_value_and_bound, 90),
)
_MEASURES: Final[Mapping[str, tuple[tuple[str, Fits, int], ...]]] = {
    "values": _READ,
    "claims": (
        *_READ,
        ("value + unit", has_value_and_unit, 88),
        ("value + partial concept", has_value_and_concept, 78),
    ),
}
"""What is measured of the readers alone and of claims: name, rule, and the F1 to reach."""


def bound_of(value: Document) -> str:
    """Give the bound of a value: exact, approximate, up to, or more than."""
    low, high = value["low"], value["high"]
    if high is None and low is not None:
        return ">"
    if low is None and high is not None:
        return "<"
    return "=" if low == high else "~"


def found_values(text: str) -> list[Document]:
    """Give the amounts that `claims.values` finds in a sentence, in the printed unit."""
    days = [(found.start, found.end) for found in find_days(text, anchor=PUBLISHED)]
    amounts = find_quantities(text, days + find_clock_times(text))
    return [_printed(found) for found in amounts if not found.bare_year]


def _printed(found: FoundQuantity) -> Document:
    factor = found.factor
    ends = {
        name: None if end is None else float(end / factor)
        for name, end in (("low", found.value.low), ("high", found.value.high))
    }
    return {**ends, "text": found.value.text}


def claimed_values(text: str) -> list[Document]:
    """Give the amounts that the extractor claims in a sentence, as the program prints them."""
    from claims.extract import extract
    from claims.model import Kind, Text
    from claims.read.view import make_view

    claims = extract(make_view(Text(text)), published=PUBLISHED.isoformat()).claims
    amounts = (claim for claim in claims if claim.kind is Kind.QUANTITY)
    found = {(c.span.start, c.span.end, c.value.text): _document(c) for c in amounts}
    return [value for value in found.values() if value["type"] == "quantity"]


def _document(claim: "Claim") -> Document:
    """Give the value of a claim with what it says it is of."""
    scope = claim.scope
    return to_document(claim.value) | {
        "subject": claim.subject,
        "head": scope.head,
        "modifiers": scope.modifiers,
        "names": (*scope.group, *scope.place, *scope.about),
    }
