"""What is kept of the wording of a text, to tell whether another text was copied from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text's wording in a few hundred numbers, whatever its length.

    Each number is the hash of a run of words; the smallest are kept, so that two sketches of long
    texts keep the same runs where the texts do.

    Args:
        runs: How many different runs of five words the text has.
        shingles: The smallest hashes of those: what share of a text stands in another.
        passages: The smallest hashes of its runs of twelve words: one in common is a long
            passage word for word.
        agencies: Names of the news agencies that it credits at its head or end.
    """

    runs: int
    shingles: frozenset[int]
    passages: frozenset[int]
    agencies: frozenset[str] = frozenset()
