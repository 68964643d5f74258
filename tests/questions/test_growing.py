"""Adding and removing articles reaches their parts alone, and gives what comparing all gives.

What the program does with stored claims, done here with claims at hand: the parts that a text
reaches are compared again, the others stand. Questions of more claims than are all held against
each other are where that may go wrong.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim, Conflict
from claims.questions import Context, TextFacts, detect, near_claims
from claims.questions.block import FULL
from claims.questions.part import parts_of
from tests.questions.sample import context_of, figure, text_id

_AMOUNTS: Final = tuple(f"{amount:,}" for amount in range(1000, 1090))
_WORDS: Final = ("base", "troop", "still", "army", "patrol", "bagram", "depart")


class Shelf:
    """Claims with what was found of them, part by part, as a database keeps them."""

    def __init__(self, everything: Context) -> None:
        self._everything = everything
        self._claims: dict[str, Claim] = {}
        self._found: dict[frozenset[str], Mapping[str, object]] = {}

    def fill(self, texts: Iterable[str]) -> None:
        """Put texts there and compare all."""
        for text in texts:
            self._claims |= self._told_by(text)
        self._compare(set(self._claims))

    def _told_by(self, text: str) -> dict[str, Claim]:
        claims = self._everything.claims.items()
        return {id_: claim for id_, claim in claims if claim.text_id == text}

    def add(self, text: str) -> None:
        """Add a text: compare again the parts that it reaches."""
        new = self._told_by(text)
        self._claims |= new
        reached = near_claims(text, self._context(self._claims))
        self._compare({id_ for part in self._found if part & reached for id_ in part} | set(new))

    def remove(self, text: str) -> None:
        """Remove a text: compare again the rest of the parts it was in."""
        gone = {id_ for id_, claim in self._claims.items() if claim.text_id == text}
        self._claims = {id_: c for id_, c in self._claims.items() if id_ not in gone}
        touched = {id_ for part in self._found if part & gone for id_ in part}
        self._found = {part: some for part, some in self._found.items() if not part & gone}
        self._compare(touched - gone)

    def _compare(self, ids: set[str]) -> None:
        self._found = {part: some for part, some in self._found.items() if not part & ids}
        context = self._context({id_: self._claims[id_] for id_ in ids})
        for part in parts_of(context):
            inside = self._context({id_: self._claims[id_] for id_ in part.sides})
            self._found[frozenset(part.sides)] = told(inside)

    def _context(self, claims: Mapping[str, Claim]) -> Context:
        return Context(claims, self._everything.events, self._everything.texts)

    def found(self) -> dict[str, object]:
        """Give what is known of all."""
        return {id_: one for some in self._found.values() for id_, one in some.items()}

    def rebuilt(self) -> dict[str, object]:
        """Give what comparing all from nothing finds."""
        return told(self._context(self._claims))


def told(context: Context) -> dict[str, object]:
    """Give questions and conflicts by id, and the flags of each claim."""
    found = detect(context)
    known: dict[str, object] = {one.id: one for one in found.questions}
    known |= {one.id: one for one in found.conflicts}
    flags: dict[str, list[str]] = {}
    for flag in found.flags:
        flags.setdefault(flag.claim, []).append(repr(flag))
    return known | {claim: sorted(some) for claim, some in flags.items()}


def crowd(many: int, seed: int) -> Context:
    """Make texts of no one story that all say how many troops are in one place."""
    dice = random.Random(seed)  # noqa: S311 - the same claims every time
    claims = [_troops(f"text {number}", dice) for number in range(many)]
    facts = {
        f"text {number}": TextFacts(
            published=f"2021-04-{dice.randrange(1, 29):02}",
            names=frozenset({f"name:{number}", "country:US"}),
        )
        for number in range(many)
    }
    return context_of(claims, facts=facts)


def _troops(text: str, dice: random.Random) -> Claim:
    fields: dict[str, Any] = {
        "head": "troop",
        "attribute": "count",
        "subject": "US troops",
        "group": ("country:US",),
        "place": ("place:AF",),
        "about": ("country:US", "place:AF"),
        "words": tuple(dice.sample(_WORDS, dice.randrange(2, 6))),
        "speakers": dice.choice(((), (), ("police",), ("ministry",))),
    }
    return figure(text, dice.choice(_AMOUNTS), at=dice.randrange(600), **fields)


def _texts(numbers: Iterable[int]) -> list[str]:
    return [text_id(f"text {number}") for number in numbers]


@pytest.mark.parametrize("seed", range(3))
def test_one_claim_too_many_and_gone_again(seed: int) -> None:
    """The claim with which a block is full changes which pairs are considered; and back."""
    shelf = Shelf(crowd(FULL + 2, seed))
    *first, before_last, last = _texts(range(FULL + 2))
    shelf.fill(first)
    assert any(isinstance(one, Conflict) for one in shelf.found().values())
    for step, text in (
        (shelf.add, before_last),
        (shelf.add, last),
        (shelf.remove, first[0]),
        (shelf.remove, before_last),
    ):
        step(text)
        assert shelf.found() == shelf.rebuilt()


@given(
    many=st.integers(FULL - 3, FULL + 6),
    steps=st.lists(st.integers(0, FULL + 9), min_size=1, max_size=6),
    seed=st.integers(0, 99),
)
@settings(deadline=None, max_examples=25)
def test_any_steps_around_a_full_block_give_what_a_rebuild_gives(
    many: int, steps: list[int], seed: int
) -> None:
    """A text that is there goes, one that is not comes."""
    shelf = Shelf(crowd(FULL + 10, seed))
    there = list(range(many))
    random.Random(seed).shuffle(there)  # noqa: S311 - only to mix
    shelf.fill(_texts(there))
    for number in steps:
        if number in there:
            there.remove(number)
            shelf.remove(*_texts([number]))
        else:
            there.append(number)
            shelf.add(*_texts([number]))
        assert shelf.found() == shelf.rebuilt()
