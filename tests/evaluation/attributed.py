"""PolNeAR's news articles with who says what in them, as labelled.

Refuses to show an article that is not for looking at: half of them, chosen by a hash of their
names, are; of the others only totals may be printed, so that nobody tunes on them.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claims.model import Span
from tests.evaluation.errors import MeasuringDataMissing

_PHRASE_CUE: Final = re.compile(r"(?:according|per|in|by|as|from|under)\b|\W*$", re.IGNORECASE)
_VERBS: Final = frozenset({"said", "says", "added"})
_PERSONS: Final = frozenset("i we you me us my our your".split())


@dataclass(frozen=True, slots=True)
class Attributed:
    """A content that the article gives to a source; each may be in several pieces.

    `phrase` marks a cue without a verb: "according to", ":".
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    phrase: bool

    @property
    def size(self) -> int:
        """Give the number of characters of the content."""
        return sum(span.end - span.start for span in self.content)

    def holds(self, anchor: Span) -> bool:
        """Whether one piece of the content holds the anchor."""
        return any(s.start <= anchor.start and anchor.end <= s.end for s in self.content)

    def is_told_by(self, quote: Span) -> bool:
        """Whether a quote holds the cue, and so tells of the saying itself."""
        return not self.phrase and any(quote.overlaps(span) for span in self.cue)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with all its attributions."""

    name: str
    text: str
    attributions: tuple[Attributed, ...]

    @property
    def is_open(self) -> bool:
        """Whether it may be looked at; of the others only totals are shown."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 2 == 0


def load_articles(shared: Path) -> list[Labelled]:
    """Load the labelled articles, in the order of the file.

    Raises:
        MeasuringDataMissing: They are not there.
    """
    path = shared / "data" / "speakers" / "polnear-dev.jsonl"
    if not path.is_file():
        message = f"no labelled speakers in {path.parent}"
        raise MeasuringDataMissing(message)
    lines = path.read_text(encoding="utf-8").split("\n")
    return [labelled(json.loads(line)) for line in lines if line.strip()]


def labelled(record: Mapping[str, Any]) -> Labelled:
    """Make an article of its JSON object."""
    attributions = tuple(_attributed(one) for one in record["attributions"] if not _in_person(one))
    return Labelled(record["doc"], record["text"], attributions)


def _in_person(record: Mapping[str, Any]) -> bool:
    """Whether the source is only "I", "we" or "you"."""
    words = {piece["text"].lower() for piece in record["source"]}
    return bool(words) and words <= _PERSONS


def _attributed(record: Mapping[str, Any]) -> Attributed:
    """Read one attribution; where "said" is labelled as the source, the two were exchanged."""
    if {piece["text"] for piece in record["source"]} <= _VERBS and record["source"]:
        record = {**record, "source": record["cue"], "cue": record["source"]}
    cue = " ".join(piece["text"] for piece in record["cue"])
    phrase = _PHRASE_CUE.match(cue) is not None
    source, told, content = (_spans(record[part]) for part in ("source", "cue", "content"))
    return Attributed(source, told, content, phrase)


def _spans(pieces: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for piece in pieces for start, end in piece["spans"])
