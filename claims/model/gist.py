"""What an article is about, in a few words: by them articles of one story find each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gist:
    """What an article is about.

    Args:
        words: Lemmas that tell most of it, the most telling first; at most 60.
        weekdays: The weekdays it names, 0 (Monday) to 6, sorted.
    """

    words: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()


NO_GIST = Gist()
"""Of an article that was not read for it."""
