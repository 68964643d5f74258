"""What people hold settled: the words from which alone a rating or a best figure may come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model import Verdict, standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from claims.model import Annotation


def settled_words(words: Iterable[Annotation], outdated: Collection[str]) -> list[Annotation]:
    """Give the words by which people now hold something settled: of each the latest verdict.

    They are given oldest first. What was said on other facts, what its author corrected and what
    is internal settles nothing.

    Args:
        words: What was said of one conflict, oldest first.
        outdated: Ids of those that were said on other facts than those of now.
    """
    latest = {word.by: word for word in standing(words) if word.verdict is not None}
    settled = (
        word
        for word in latest.values()
        if word.verdict is Verdict.SETTLED and word.id not in outdated and not word.is_internal
    )
    return sorted(settled, key=lambda word: (word.at, word.id))
