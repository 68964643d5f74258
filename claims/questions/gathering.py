"""From a set of claims to its findings: those of all its parts, put together.

Of many claims the stories are divided among processes. Stories stand by themselves, but for what
is connected across them; that is done last, by the process that asks. What comes out is the same.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeVar

from claims.model import Findings
from claims.questions.crew import Crew, spare_processors
from claims.questions.detection import detect_part
from claims.questions.numbered import Context, Numbered, Story
from claims.questions.pairing import Pairing
from claims.questions.part import Cut, Joined, Rest, part_of

_MANY: Final = 20_000
"""From how many claims others help: fewer are done before a process is begun."""
_HELD_BACK: Final = 0.4
"""The share of the claims of whose stories only the parts are told at first.

Others detect in those while this process does what is connected across stories, which it cannot
begin before all of it is known.
"""
_Thing = TypeVar("_Thing")
_AT_ONCE: Final = 1_000
"""How many claims are given to a process at a time, as a rule."""


def detect(context: Context, helpers: int | None = None) -> Findings:
    """Find every question, answer, conflict and look-alike of a set of claims.

    Args:
        context: The claims with their events and texts.
        helpers: How many processes help this one; None for as many as it is worth.

    Returns:
        The findings, in an order that depends on the set alone.
    """
    if helpers is None:
        helpers = spare_processors() if len(context.claims) >= _MANY else 0
    with _uncollected(), Crew(helpers) as crew:
        return _detected(context, crew, _HELD_BACK if helpers else 0.0)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare the collector of cycles a walk over millions of objects: none of them is in one."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _detected(context: Context, crew: Crew, held_back: float) -> Findings:
    pairing = Pairing(context)
    joined = Joined(pairing.numbered)
    found = _Gathered()
    stories = crew.share(_detect_bundle, _bundles(pairing, held_back))
    between = pairing.pairs_between()
    cuts: list[Cut] = []
    for settled in stories:
        found.add(settled.found)
        cuts += settled.cuts
        joined.take_rest(settled.left)
    pairing.stories.clear()  # they hold the links of what others did
    others = crew.share(_detect_cuts, _together(cuts, pairing.numbered))
    for cut in joined.rest(between):
        found.add([_detect_cut(cut, pairing.numbered)])
    for told in others:
        found.add(told)
    return found.all()


_Found = tuple[Sequence[str], Findings]
"""The claims of a part, and what was found among them."""


class _Gathered:
    """The findings of parts, put together."""

    def __init__(self) -> None:
        self._found: dict[str, Findings] = {}
        self._parts: dict[str, str] = {}

    def add(self, settled: Iterable[_Found]) -> None:
        """Add what was found; the claims of a part stand in order of id."""
        for ids, found in settled:
            self._found[ids[0]] = found
            self._parts.update(dict.fromkeys(ids, ids[0]))

    def all(self) -> Findings:
        found = [self._found[name] for name in sorted(self._found)]
        self._found.clear()
        conflicts = [conflict for one in found for conflict in one.conflicts]
        conflicts.sort(key=lambda conflict: (-conflict.rank, conflict.id))
        return Findings(
            tuple(question for one in found for question in one.questions),
            tuple(conflicts),
            tuple(flag for one in found for flag in one.flags),
            self._parts,
        )


@dataclass(slots=True)
class _Bundle:
    """Some stories with all that is needed to detect in them.

    Args:
        stories: The stories.
        numbered: Their claims.
        waiting: Those of them that claims of other stories may reach.
        held_back: Whether their parts are only told, and detected in later.
    """

    stories: list[Story]
    numbered: Numbered
    waiting: set[int]
    held_back: bool


@dataclass(slots=True)
class _Settled:
    """What comes of a bundle.

    Args:
        found: What was found in each part that nothing outside of its story can reach.
        cuts: Those parts, where they were held back.
        left: What waits for other stories.
    """

    found: list[_Found]
    cuts: list[Cut]
    left: Rest


def _bundles(pairing: Pairing, held_back: float) -> Iterator[_Bundle]:
    """Give some stories at a time; the last ones hold back, up to a share of all claims."""
    given = 0
    until = pairing.numbered.many * (1 - held_back)
    for stories in _some(pairing.stories, lambda story: len(story.numbers)):
        waiting = {number for story in stories for number in story.numbers & pairing.waiting}
        many = sum(len(story.numbers) for story in stories)
        yield _Bundle(stories, pairing.numbered.part_with(stories), waiting, given >= until)
        given += many


def _together(cuts: Iterable[Cut], numbered: Numbered) -> Iterator[tuple[list[Cut], Numbered]]:
    """Give some parts at a time with their claims."""
    for some in _some(cuts, lambda cut: len(cut.numbers)):
        yield some, numbered.only(number for cut in some for number in cut.numbers)


def _some(things: Iterable[_Thing], claims_of: Callable[[_Thing], int]) -> Iterator[list[_Thing]]:
    """Give some things at a time, of about as many claims."""
    some: list[_Thing] = []
    many = 0
    for thing in things:
        some.append(thing)
        many += claims_of(thing)
        if many >= _AT_ONCE:
            yield some
            some, many = [], 0
    if some:
        yield some


def _detect_bundle(bundle: _Bundle) -> _Settled:
    """Detect in some stories, or tell their parts."""
    joined = Joined(bundle.numbered)
    settled = _Settled([], [], joined.left)
    with _uncollected():
        for story in bundle.stories:
            for cut in joined.take(story, bundle.waiting):
                if bundle.held_back:
                    settled.cuts.append(cut)
                else:
                    settled.found.append(_detect_cut(cut, bundle.numbered))
    return settled


def _detect_cuts(given: tuple[list[Cut], Numbered]) -> list[_Found]:
    """Detect in some parts."""
    cuts, numbered = given
    with _uncollected():
        return [_detect_cut(cut, numbered) for cut in cuts]


def _detect_cut(cut: Cut, numbered: Numbered) -> _Found:
    part = part_of(cut, numbered)
    return list(part.sides), detect_part(part)
