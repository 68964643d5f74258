"""The best figure of a question: only what a person settled, signed and on a source.

The program never sets one. Where people settle a question for different figures, or a conflict of
it is disputed, there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.model import DISPUTED, Favour
from claims.report.layout import clean
from claims.report.settled import settled_words
from claims.report.wording import day_words
from claims.values.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.model import Annotation
    from claims.report.view import Case


@dataclass(frozen=True, slots=True)
class Best:
    """A figure that people settled.

    Args:
        amount: The figure.
        words: The words by which they did; at least one.
    """

    amount: Decimal
    words: tuple[Annotation, ...]

    @property
    def signed(self) -> str:
        """Who settled it, and when."""
        return "; ".join(
            f"{clean(word.by)}, {day_words(word.at.date().isoformat())}" for word in self.words
        )

    @property
    def source(self) -> str:
        """The sources it rests on."""
        return "; ".join(dict.fromkeys(clean(word.source) for word in self.words))


def best_of(cases: Sequence[Case]) -> Best | None:
    """Give the figure for which the conflicts of one question are settled.

    A conflict that is settled for both, for neither, or for "more than 1,000" gives none.
    """
    if any(case.status == DISPUTED for case in cases):
        return None
    settled = [found for case in cases for found in _settled(case)]
    amounts = {amount for amount, _ in settled}
    if len(amounts) != 1:
        return None
    return Best(amounts.pop(), tuple(word for _, word in settled))


def _settled(case: Case) -> Iterator[tuple[Decimal, Annotation]]:
    sides = {Favour.LEFT: case.left, Favour.RIGHT: case.right}
    for word in settled_words(case.words, case.outdated):
        side = sides.get(word.favour) if word.favour else None
        value = side.claim.value if side else None
        if isinstance(value, Quantity) and value.exact and value.low is not None:
            yield value.low, word
