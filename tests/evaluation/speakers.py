"""Whether what an article reports is given to whoever it says says so, on PolNeAR's articles.

Two figures. *Reported*: of claims inside an attributed content, the share whose speaker is right.
*Own words*: of claims outside any, the share with no speaker. Both are measured twice: over the
claims that are extracted, and over every verb that heads a clause (the layer itself).

The rule, written down once:

- A claim is inside a content when one of the content's spans holds its anchor.
- A claim whose quote holds the cue itself ("Moss questioned the 12 fines") tells of the saying and
  is not inside what was said, unless the cue is no verb ("according to", ":"). Where nothing else
  decides it is left out, and counted. "By anchor" are the figures without this rule.
- Where contents lie inside each other the innermost (the one with the fewest characters) that has
  a source counts. Claims whose contents all lack a source are left out, and counted.
- A source "I" or "we" is whoever speaks already, and "you" nobody: such contents are passed over.
- A chain is right when its outermost or its innermost speaker is the source: its span overlaps a
  span of the source, or it names the same one: the last word of its name is the last word of the
  source's own name, which ends at the first comma, bracket or preposition ("Moss", "Ann Moss of
  Ayr"), both are the same pronoun in one paragraph, or the source is the "who" or "which" that
  follows the speaker.

Half of the articles, chosen by a hash of their names, are for looking at; of the other half only
totals are printed, so that nobody tunes on it. Refuses to print any text of an article.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.extract import extract
from claims.extract.parser import load_parser
from claims.extract.reading import read_view
from claims.extract.speaker import Voices
from claims.extract.syntax import CLAUSES, is_verb
from claims.model import Span, Speaker, Text
from claims.read import make_view
from tests.evaluation.attributed import Attributed, Labelled, load_articles
from tests.evaluation.figures import Share

if TYPE_CHECKING:
    from spacy.language import Language

_ENDS_A_NAME: Final = re.compile(
    r",|(?<=\w)[\s.]*\(|(?<=\w)\s+(?:of|for|from|in|at|on|with|who|which|that|whose|to|by)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+")
_PRONOUNS: Final = frozenset("he she they it".split())
_NEAR: Final = 60
_NO_NAMES: Final = _PRONOUNS | frozenset("i we you who that which this those".split())


class Verdict(StrEnum):
    """What became of one statement."""

    RIGHT = "right"
    WRONG = "wrong speaker"
    MISSED = "no speaker"
    SILENT = "own words"
    INVENTED = "invented speaker"
    SOURCELESS = "no source labelled"
    SAYING = "tells of the saying"


@dataclass(frozen=True, slots=True)
class Statement:
    """What the program read: where a statement stands and who it says says so."""

    anchor: Span
    quote: Span
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The two shares, and how many statements were left out."""

    reported: Share
    own_words: Share
    left_out: int


def judge(statement: Statement, article: Labelled) -> Verdict:
    """Say what became of one statement, by the rule of this module."""
    around = [one for one in article.attributions if one.holds(statement.anchor)]
    said = [one for one in around if not one.is_told_by(statement.quote)]
    known = [one for one in said if one.source]
    if around and not said:
        return Verdict.SAYING
    if said and not known:
        return Verdict.SOURCELESS
    if not known:
        return Verdict.INVENTED if statement.speakers else Verdict.SILENT
    if not statement.speakers:
        return Verdict.MISSED
    gold = min(known, key=lambda one: one.size)
    ends = (statement.speakers[0], statement.speakers[-1])
    right = any(_is_source(speaker, gold, article.text) for speaker in ends)
    return Verdict.RIGHT if right else Verdict.WRONG


def _is_source(speaker: Speaker, gold: Attributed, text: str) -> bool:
    if speaker.span is not None and any(speaker.span.overlaps(span) for span in gold.source):
        return True
    words = " ".join(text[span.start : span.end] for span in gold.source)
    name = last_word(speaker.name)
    if name != "" and name == last_word(words):
        return True
    return _is_same_pronoun(speaker, gold, text) or _is_before_relative(speaker, gold, text)


def _is_same_pronoun(speaker: Speaker, gold: Attributed, text: str) -> bool:
    """Whether both are the same pronoun of one paragraph: "He said he hopes he …"."""
    if speaker.span is None or not gold.source:
        return False
    ours, theirs = speaker.span, gold.source[0]
    between = text[min(ours.start, theirs.start) : max(ours.end, theirs.end)]
    ours_is, theirs_is = (text[span.start : span.end].lower() for span in (ours, theirs))
    return ours_is == theirs_is and ours_is in _PRONOUNS and "\n" not in between


def _is_before_relative(speaker: Speaker, gold: Attributed, text: str) -> bool:
    """Whether the source is a "who" that stands for the speaker before it."""
    if speaker.span is None or not gold.source:
        return False
    source = gold.source[0]
    between = text[speaker.span.end : source.start]
    near = 0 < len(between) <= _NEAR and not set(between) & set(".!?\n")
    return near and text[source.start : source.end].lower() in ("who", "which", "that")


def last_word(name: str) -> str:
    """Give the last word of a name, in lower case; "the mayor of Ayr" ends with "mayor".

    Returns:
        "" for a pronoun, which names nobody.
    """
    words = _WORD.findall(re.sub(r"[’']s?$", "", _ENDS_A_NAME.split(name.strip(), maxsplit=1)[0]))
    last = words[-1].lower() if words else ""
    return "" if last in _NO_NAMES else last


def read_claims(article: Labelled, parser: "Language") -> list[Statement]:
    """Extract the claims of an article."""
    found = extract(make_view(Text(article.text)), parser=parser)
    return [Statement(claim.anchor, claim.span, claim.speakers) for claim in found.claims]


def read_clauses(article: Labelled, parser: "Language") -> list[Statement]:
    """Ask for the speakers of every verb that heads a clause."""
    reading = read_view(make_view(Text(article.text)), anchor=None, parser=parser)
    voices = Voices(reading, ())
    spans = (
        (block.span_of([token]), token, block)
        for block in reading.blocks
        for token in block.doc
        if is_verb(token) and token.dep_ in CLAUSES
    )
    return [
        Statement(span, span, voices.attribution(token, block).speakers)
        for span, token, block in spans
    ]


def count(verdicts: Iterable[Verdict]) -> Figures:
    """Add up verdicts."""
    of = Counter(verdicts)
    inside = of[Verdict.RIGHT] + of[Verdict.WRONG] + of[Verdict.MISSED]
    outside = of[Verdict.SILENT] + of[Verdict.INVENTED]
    return Figures(
        Share(of[Verdict.RIGHT], inside),
        Share(of[Verdict.SILENT], outside),
        of[Verdict.SOURCELESS] + of[Verdict.SAYING],
    )


def read_layers(article: Labelled, parser: "Language") -> dict[str, list[Statement]]:
    """Read one article as claims, as claims whose anchor alone counts, and as clauses."""
    claims = read_claims(article, parser)
    return {
        "claims": claims,
        "claims, by anchor": [replace(each, quote=each.anchor) for each in claims],
        "clauses": read_clauses(article, parser),
    }


def measure(articles: Sequence[Labelled], parser: "Language") -> Iterator[tuple[str, str, Figures]]:
    """Give layer, half and figures: each layer for both halves and for all."""
    halves: dict[str, dict[bool, list[Verdict]]] = {}
    for article in articles:
        for layer, statements in read_layers(article, parser).items():
            verdicts = halves.setdefault(layer, {True: [], False: []})[article.is_open]
            verdicts.extend(judge(statement, article) for statement in statements)
    for layer, half in halves.items():
        yield layer, "looked at", count(half[True])
        yield layer, "totals only", count(half[False])
        yield layer, "all", count(half[True] + half[False])


HEADINGS: Final = ("speakers", "articles", "reported", "right", "own words", "right", "left out")
"""What stands over the cells of `rows`."""


def rows(shared: Path) -> list[tuple[str, ...]]:
    """Give the rows of the table, one a layer and half, as cells under `HEADINGS`.

    Raises:
        MeasuringDataMissing: The labelled articles are not there.
    """
    return [
        (layer, half, *_cells(found.reported), *_cells(found.own_words), str(found.left_out))
        for layer, half, found in measure(load_articles(shared), load_parser())
    ]


def _cells(share: Share) -> tuple[str, str]:
    ratio = "-" if share.ratio is None else f"{share.ratio:.1%}"
    return f"{share.part}/{share.whole}", ratio
