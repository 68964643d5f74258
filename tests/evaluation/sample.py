"""Print claims drawn at random, to be judged by hand: ``python -m tests.evaluation.sample``.

Each comes with its sentence and, below, the line to add to ``judgements.jsonl`` once its verdicts
are filled in.  The texts go to the screen only.  Refuses to draw from held-back clusters.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from tests.evaluation.errors import EvaluationError
from tests.evaluation.gold import Cluster, dev_clusters, shared_folder
from tests.evaluation.judged import Identity, fingerprint, identify, read_judgements, stub
from tests.evaluation.passages import Document, read_documents
from tests.evaluation.run import claims_in
from tests.evaluation.stated import Stated, read_claims


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claim with what is needed to judge it."""

    cluster: str
    claim: Stated
    document: Document

    @property
    def identity(self) -> Identity:
        """Which claim it is."""
        return identify(self.cluster, self.claim)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw claims and print them.

    Returns:
        0, or 1 where the labelled articles are absent or the program failed.
    """
    options = _parser().parse_args(arguments)
    try:
        found = _find_all(options.jobs)
        drawn = _changed(found) if options.changed else draw(found, options.n, options.seed)
    except EvaluationError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    for number, each in enumerate(drawn, start=1):
        sys.stdout.write(f"[{number}/{len(drawn)}] {describe(each)}\n\n")
    return 0


def draw(found: Sequence[Drawn], count: int, seed: int) -> list[Drawn]:
    """Draw claims at random; the same seed gives the same ones as long as no claim changes."""
    ordered = sorted(found, key=lambda each: each.identity)
    chance = random.Random(seed)  # noqa: S311 - no secret
    return chance.sample(ordered, min(count, len(ordered)))


def describe(drawn: Drawn) -> str:
    """Give all that a judge needs, in lines."""
    told, claim = drawn.claim.printed, drawn.claim
    speakers = " < ".join(speaker["name"] for speaker in told["speakers"]) or "the article itself"
    lines = {
        "claim": f"{claim.kind}, {claim.role}",
        "subject": told["subject"],
        "attribute": told["attribute"],
        "value": _value_words(told["value"]),
        "polarity": f"{told['polarity']}, {told['certainty']}",
        "speakers": speakers,
        "scope": _filled({**told["scope"], "as of": _filled(told["as_of"])}),
        "anchor": claim.anchor_words,
        "quote": " ".join(told["quote"].split()),
        "sentence": drawn.document.sentence_around(claim.place),
    }
    where = f"{drawn.cluster} {claim.document} {claim.place[0]}-{claim.place[1]}"
    body = "\n".join(f"  {name:10}{words}" for name, words in lines.items())
    return f"{where}\n{body}\n{stub(drawn.cluster, claim)}"


def _find_all(jobs: int) -> list[Drawn]:
    open_ones = [each for each in dev_clusters(shared_folder()) if not each.is_held_back]
    with ThreadPoolExecutor(jobs) as pool:
        return [drawn for found in pool.map(_find, open_ones) for drawn in found]


def _find(cluster: Cluster) -> list[Drawn]:
    documents = read_documents(cluster.files)
    claims = read_claims(claims_in(cluster.files), documents)
    return [Drawn(cluster.name, claim, documents[claim.document]) for claim in claims]


def _changed(found: Sequence[Drawn]) -> list[Drawn]:
    judged = {judgement.identity: judgement.seen for judgement in read_judgements()}
    there = [each for each in found if each.identity in judged]
    return [each for each in there if judged[each.identity] != fingerprint(each.claim)]


def _value_words(value: Mapping[str, Any]) -> str:
    rest = {name: each for name, each in value.items() if name not in ("text", "type")}
    return f"{value['type']} {value['text']!r}: {_filled(rest)}"


def _filled(fields: Mapping[str, Any]) -> str:
    return ", ".join(_shown(fields))


def _shown(fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if value not in (None, "", [], False):
            yield f"{name} {value}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.sample", description=__doc__)
    add = parser.add_argument
    add("--seed", type=int, default=1, help="of the draw (%(default)s)")
    add("--n", type=int, default=150, help="how many claims (%(default)s)")
    add("--changed", action="store_true", help="instead, the judged claims that changed since")
    add("--jobs", type=int, default=os.cpu_count() or 1, help="clusters at a time (%(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
