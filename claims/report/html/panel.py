"""A question in conflict as the report shows it: its answers by letter, its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claims.model import CONFLICTS, Between, Relation
from claims.report.block import Side, by_question, sides_of
from claims.report.passage import differing_names
from claims.report.wording import joined

if TYPE_CHECKING:
    from claims.model import Claim
    from claims.report.view import Case, Docket, Sheet

_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letters(place: int) -> str:
    """Give the letter of an answer by its place: A, B … Z, AA, AB …."""
    more, at = divmod(place, len(_ALPHABET))
    return (letters(more - 1) if more else "") + _ALPHABET[at]


@dataclass(frozen=True, slots=True)
class Lettered:
    """An answer with its letter, and the names in it that the other sides lack."""

    letter: str
    side: Side
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """One question in conflict.

    Args:
        number: Its place in the report, from 1.
        cases: Its conflicts, the highest rank first.
        sheet: All its answers, where they are at hand.
        sign: What its name begins with: Q, or D where its findings were dismissed.
    """

    number: int
    cases: tuple[Case, ...]
    sheet: Sheet | None
    sign: str = "Q"
    answers: tuple[Lettered, ...] = field(init=False)
    _letter_of: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        sides = enumerate(sides_of(self.cases, self.sheet))
        names = _names_by_claim(self.cases)
        answers = tuple(Lettered(letters(at), side, _names(side, names)) for at, side in sides)
        object.__setattr__(self, "answers", answers)
        known = {entry.claim.id: one.letter for one in answers for entry in one.side.entries}
        object.__setattr__(self, "_letter_of", known)

    @property
    def name(self) -> str:
        """What it is called in pictures and links: Q1."""
        return f"{self.sign}{self.number}"

    @property
    def text(self) -> str:
        """The question in words."""
        return self.cases[0].question

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How its answers stand to each other, each relation once."""
        found = {case.relation for case in self.cases}
        return tuple(relation for relation in CONFLICTS if relation in found)

    def letter(self, claim: Claim) -> str:
        """Give the letter of the answer that a claim gives; empty for another one."""
        return self._letter_of.get(claim.id, "")

    def pair(self, case: Case) -> str:
        """Name the two answers of a conflict by their letters: "A and C"."""
        return joined([self.letter(side.claim) for side in (case.left, case.right)])

    def cases_between(self, between: Between) -> tuple[Case, ...]:
        """Keep the conflicts between articles, or those inside one."""
        return tuple(case for case in self.cases if case.between is between)

    def shown(self, cases: Sequence[Case]) -> Iterator[Lettered]:
        """Give the answers that take part in some of its conflicts, in order."""
        held = {self.letter(side.claim) for case in cases for side in (case.left, case.right)}
        return (one for one in self.answers if one.letter in held)


def _names_by_claim(cases: Sequence[Case]) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for case in cases:
        for one, other in ((case.left, case.right), (case.right, case.left)):
            names = dict.fromkeys(differing_names(one.claim, other.claim))
            found.setdefault(one.claim.id, {}).update(names)
    return found


def _names(side: Side, known: Mapping[str, Mapping[str, None]]) -> tuple[str, ...]:
    return tuple(known.get(side.first.claim.id, ()))


def panels_of(docket: Docket, cases: Iterable[Case] | None = None, sign: str = "Q") -> list[Panel]:
    """Give the questions in conflict, the one with the highest rank first.

    Args:
        docket: Where they come from.
        cases: The conflicts to tell of; those of the docket where None.
        sign: What the names of the questions begin with.
    """
    groups = by_question(docket.cases if cases is None else cases).items()
    return [
        Panel(at, tuple(some), docket.sheets.get(id_), sign)
        for at, (id_, some) in enumerate(groups, start=1)
    ]
