"""The share of claims that are right, by judgements that people wrote down.

``judgements.jsonl`` holds one judged claim a line: cluster, document, the offsets of its anchor,
kind, role and party say which; ``seen`` is a hash of what it said when it was judged; then five
verdicts and a note.  No text of an article is kept.  Refuses judgements of held-back clusters.  A
claim that is no longer found has *vanished*, one that says something else now has *changed*:
neither is counted.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from tests.evaluation.errors import MalformedDocument
from tests.evaluation.figures import Share
from tests.evaluation.gold import HELD_BACK
from tests.evaluation.layout import fraction, heading, json_share, percent, print_rows
from tests.evaluation.stated import Stated

JUDGEMENTS: Final = Path(__file__).with_name("judgements.jsonl")

VERDICTS: Final = ("value", "counts", "polarity", "speaker", "span")
"""What is judged, and when it is right.

- value: what the article says, whole enough to be true by itself, of the right sort: "the size",
  "fifth coach" for "fifth coach to be fired", a person read as common words are wrong.
- counts: what is counted or acted on, by which predicate; unknown only where the sentence does not
  say it: a subject that stands in the next clause, "what" and an empty "it" are wrong.
- polarity: did or did not, with the certainty: a thing done that is read as planned is wrong.
- speaker: all who are named as saying so, and nobody for the author's own words.
- span: the quote holds the whole statement and does not break off inside a part of it.
"""

_NAMES: Final = ("cluster", "doc", "start", "end", "kind", "role", "party")
_Z: Final = 1.959963984540054

Identity = tuple[str, ...]
"""What tells a claim from all others."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person found of one claim.

    Args:
        identity: Which claim.
        seen: What it said then.
        verdicts: Whether each of ``VERDICTS`` is right, in their order.
    """

    identity: Identity
    seen: str
    verdicts: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Precision:
    """The share of judged claims that are right.

    Args:
        right: Those right in everything, of all that still stand as they were judged.
        single: The same for each of ``VERDICTS``.
        vanished: How many judged claims are no longer found.
        changed: How many say something else now.
    """

    right: Share
    single: Mapping[str, Share]
    vanished: int
    changed: int


def identify(cluster: str, claim: Stated) -> Identity:
    """Say which claim it is: cluster, document, offsets of its anchor, kind, role and party."""
    start, end = claim.anchor
    return (cluster, claim.document, str(start), str(end), claim.kind, claim.role, claim.party)


def fingerprint(claim: Stated) -> str:
    """Give a hash of all that is judged of a claim."""
    told = claim.printed
    judged = {
        "place": claim.place,
        "value": told["value"],
        "subject": told["subject"],
        "head": told["scope"]["head"],
        "polarity": told["polarity"],
        "certainty": told["certainty"],
        "speakers": [[speaker["key"], speaker["name"]] for speaker in told["speakers"]],
    }
    text = json.dumps(judged, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def stub(cluster: str, claim: Stated) -> str:
    """Give the line of ``judgements.jsonl`` of a claim, its verdicts still open."""
    named: dict[str, Any] = dict(zip(_NAMES, identify(cluster, claim), strict=True))
    named |= {"start": claim.anchor[0], "end": claim.anchor[1], "seen": fingerprint(claim)}
    return json.dumps({**named, **dict.fromkeys(VERDICTS), "note": ""}, ensure_ascii=False)


def read_judgements(path: Path = JUDGEMENTS) -> list[Judgement]:
    """Read the judgements in which every verdict is given; none where the file is absent.

    Raises:
        MalformedDocument: A line is no judgement, or one of a held-back cluster.
    """
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    read = [_read(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    return [judgement for judgement in read if judgement is not None]


def precision(claims: Mapping[Identity, Stated], judgements: Iterable[Judgement]) -> Precision:
    """Count the judged claims that are right.

    Args:
        claims: What the program finds now.
        judgements: What people found, the last word on a claim counting.
    """
    latest = {judgement.identity: judgement for judgement in judgements}
    there = [each for each in latest.values() if each.identity in claims]
    kept = [each for each in there if fingerprint(claims[each.identity]) == each.seen]
    single = {
        name: Share(sum(each.verdicts[place] for each in kept), len(kept))
        for place, name in enumerate(VERDICTS)
    }
    right = Share(sum(all(each.verdicts) for each in kept), len(kept))
    return Precision(right, single, len(latest) - len(there), len(there) - len(kept))


def wilson(share: Share) -> tuple[float, float]:
    """Give the 95 % interval of a share: 9 of 10 may be 0.60 to 0.98.

    Source: Wilson, Probable inference, the law of succession, and statistical inference (1927).
    """
    if not share.whole:
        return 0.0, 1.0
    n, ratio = share.whole, share.part / share.whole
    middle = ratio + _Z**2 / (2 * n)
    room = _Z * math.sqrt(ratio * (1 - ratio) / n + _Z**2 / (4 * n**2))
    low, high = (each / (1 + _Z**2 / n) for each in (middle - room, middle + room))
    return max(0.0, low), min(1.0, high)


def print_precision(console: Console, found: Precision) -> None:
    """Print the share of judged claims that are right, as a whole and by what was judged."""
    console.print(heading("Precision of claims, judged by hand"))
    headings = ("claims", "right", "share", "95 %", *VERDICTS, "vanished", "changed")
    print_rows(console, headings, [("judged", *_cells(found))])


def precision_as_json(found: Precision) -> dict[str, Any]:
    """Give all figures."""
    return {
        "right": {**json_share(found.right), "interval": wilson(found.right)},
        "single": {name: json_share(share) for name, share in found.single.items()},
        "vanished": found.vanished,
        "changed": found.changed,
    }


def _cells(found: Precision) -> Sequence[str]:
    low, high = wilson(found.right)
    interval = f"{low:.1%}-{high:.1%}" if found.right.whole else "-"
    singles = [percent(found.single[name]) for name in VERDICTS]
    left = (str(found.vanished), str(found.changed))
    return [fraction(found.right), percent(found.right), interval, *singles, *left]


def _read(number: int, line: str) -> Judgement | None:
    try:
        told = json.loads(line)
        identity = tuple(str(told[name]) for name in _NAMES)
        verdicts = tuple(told[name] for name in VERDICTS)
        seen = str(told["seen"])
    except (ValueError, KeyError, TypeError) as problem:
        message = f"line {number} of the judgements is none: {problem!r}"
        raise MalformedDocument(message) from problem
    if identity[0] in HELD_BACK:
        message = f"line {number} of the judgements is of a held-back cluster"
        raise MalformedDocument(message)
    return None if None in verdicts else Judgement(identity, seen, tuple(map(bool, verdicts)))
