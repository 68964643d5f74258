"""From a set of claims to its findings: those of all its parts, put together.

Of many claims the stories are divided among processes. Stories stand by themselves, but for what
is connected across them; that is done last, by the process that asks. What comes out is the same.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from claims.model import Findings
from claims.questions.crew import Crew, Lost, spare_processors
from claims.questions.detection import detect_part
from claims.questions.numbered import Context, Numbered, Story
from claims.questions.pairing import Pairing
from claims.questions.part import Joined, Rest

_MANY: Final = 20_000
"""From how many claims others help: fewer are done before a process is begun."""
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
    with _uncollected():
        return _detected(context, helpers)


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


def _detected(context: Context, helpers: int) -> Findings:
    pairing = Pairing(context)
    joined = Joined(pairing.numbered)
    found = _Gathered()
    if helpers:
        with Crew(helpers) as crew:
            _divide(pairing, joined, found, crew)
    else:
        found.add(_settle(joined, pairing.stories, pairing.waiting))
    for part in joined.rest(pairing.pairs_between()):
        found.add([(list(part.sides), detect_part(part))])
    return found.all()


_Settled = Iterable[tuple[Sequence[str], Findings]]
"""The claims of parts, and what was found among them."""


def _settle(joined: Joined, stories: Iterable[Story], waiting: set[int]) -> _Settled:
    """Detect in the parts of some stories that nothing outside of their story can reach."""
    for story in stories:
        for part in joined.take(story, waiting):
            yield list(part.sides), detect_part(part)


class _Gathered:
    """The findings of parts, put together."""

    def __init__(self) -> None:
        self._found: dict[str, Findings] = {}
        self._parts: dict[str, str] = {}

    def add(self, settled: _Settled) -> None:
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
    """

    stories: list[Story]
    numbered: Numbered
    waiting: set[int]


def _detect_bundle(bundle: _Bundle) -> tuple[_Settled, Rest]:
    """Detect in some stories; give what is found, and what they leave."""
    joined = Joined(bundle.numbered)
    with _uncollected():
        return list(_settle(joined, bundle.stories, bundle.waiting)), joined.left


def _divide(pairing: Pairing, joined: Joined, found: _Gathered, crew: Crew) -> None:
    """Detect in all stories: others are given some ahead, and while they are busy this helps."""
    asked: list[tuple[Future[tuple[_Settled, Rest]], _Bundle]] = []
    for stories in _bundles(pairing.stories):
        if len(asked) > crew.processes:
            found.add(_settle(joined, stories, pairing.waiting))
        else:
            bundle = _bundle(pairing, stories)
            asked.append((crew.ask(_detect_bundle, bundle), bundle))
        for one in [one for one in asked if one[0].done()]:
            asked.remove(one)
            _take(one, joined, found)
    for one in asked:
        _take(one, joined, found)


def _take(
    asked: tuple[Future[tuple[_Settled, Rest]], _Bundle], joined: Joined, found: _Gathered
) -> None:
    """Take what others found; what they lost is done here."""
    future, bundle = asked
    try:
        settled, left = future.result()
    except Lost:
        settled, left = _detect_bundle(bundle)
    found.add(settled)
    joined.take_rest(left)


def _bundle(pairing: Pairing, stories: list[Story]) -> _Bundle:
    waiting = {n for story in stories for n in story.numbers & pairing.waiting}
    return _Bundle(stories, pairing.numbered.part_with(stories), waiting)


def _bundles(stories: Iterable[Story]) -> Iterator[list[Story]]:
    """Give some stories at a time, of so many claims."""
    some: list[Story] = []
    many = 0
    for story in stories:
        some.append(story)
        many += len(story.numbers)
        if many >= _AT_ONCE:
            yield some
            some, many = [], 0
    if some:
        yield some
