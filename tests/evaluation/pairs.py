"""Pairs of claims judged by hand: how they stand to each other, by document and offsets.

Kept without text, in `pairs.jsonl`, a line a pair: the cluster, where each claim rests (document,
first and one past its last character), the relation that a careful reader sees, and whether the
reader was sure. Most readers saw quotes and articles, not the labels of the clusters; the last
twenty or so were judged on reported quotes by one who knew the labels. No pair is of a held-back
cluster.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

PAIRS: Final = Path(__file__).resolve().parent / "pairs.jsonl"
CONFLICTING: Final = frozenset({"contradiction", "update"})
LABELS: Final = (*sorted(CONFLICTING), "compatible", "agreement", "different", "misread")

Place = tuple[str, int, int]
"""Where a claim rests: document, start and end of its anchor in the body."""


def judged_pairs(lines: Iterable[str]) -> Mapping[frozenset[Place], str]:
    """Read judgements, by the places of the two claims; the last one of a pair counts.

    Raises:
        ValueError: A line has another label than those of `LABELS`.
    """
    found: dict[frozenset[Place], str] = {}
    for line in lines:
        told = json.loads(line)
        if told["label"] not in LABELS:
            message = f"label {told['label']!r}; use one of {', '.join(LABELS)}"
            raise ValueError(message)
        places = frozenset(
            (str(doc), start, end) for doc, start, end in (told["left"], told["right"])
        )
        found[places] = told["label"]
    return found


def read_pairs() -> Mapping[frozenset[Place], str]:
    """Read the judgements that are kept."""
    return judged_pairs(PAIRS.read_text("utf-8").splitlines())
