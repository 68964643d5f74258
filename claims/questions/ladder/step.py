"""The ladder: what must agree before two values may be compared, step by step, scope first.

Each step says same, maybe, different or refused, and why. The first "different" or "refused"
ends the climb; a "maybe" leaves the whole at maybe. A step is a function of the two claims, their
events and their texts, and of frozen tables; never of what else is known.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Final, NamedTuple

from claims.questions.side import BySorts, Pair, Side
from claims.values.gazetteer import display_name

SAME: Final = "same"
MAYBE: Final = "maybe"
DIFFERENT: Final = "different"
REFUSED: Final = "refused"


class Step(NamedTuple):
    """One rung: its name, what it decided, and why, in words a reader understands.

    `odds` is set by a rung that weighs: the log odds that both answer one question.
    """

    name: str
    verdict: str
    reason: str
    odds: float | None = None


Rung = Callable[[Pair], Step]


class Climb:
    """A whole ladder: its steps, and what they come to.

    `verdict` is that of the step that decided: the first refusal or difference, else the rung
    that weighs what is open, else maybe where a step says so. `odds` are the log odds of one
    question, None where no rung weighed them.
    """

    __slots__ = ("odds", "steps", "verdict")

    def __init__(self, steps: tuple[Step, ...]) -> None:
        """Take steps and decide."""
        self.steps = steps
        self.verdict = _decided(steps)
        self.odds = steps[-1].odds if steps else None

    @property
    def reason(self) -> str:
        """The reason of the step that decided; for "same" all reasons."""
        deciding = [step.reason for step in self.steps if step.verdict == self.verdict]
        return "; ".join(deciding if self.verdict == SAME else deciding[:1])

    @property
    def score(self) -> float:
        """How much agrees: the order in which edges are taken."""
        same = sum(step.verdict == SAME for step in self.steps)
        return same if self.odds is None else self.odds

    def step(self, name: str) -> Step | None:
        """Give the step of a name, None where the climb ended before it."""
        return next((step for step in self.steps if step.name == name), None)


def _decided(steps: tuple[Step, ...]) -> str:
    if steps and (steps[-1].odds is not None or steps[-1].verdict in _LAST):
        return steps[-1].verdict
    told = {step.verdict for step in steps}
    return next((verdict for verdict in (REFUSED, DIFFERENT, MAYBE) if verdict in told), SAME)


SILENT: Final = Step("", SAME, "")
"""What a rung says that has nothing to say."""
_LAST: Final = (REFUSED, DIFFERENT)
"""The verdicts that end a climb."""


Flight = Callable[[Pair], tuple[Step, ...]]
"""Rungs that follow each other: the steps up to the first refusal or difference.

Silent agreement is left out.
"""


def each(*rungs: Rung) -> Flight:
    """Climb rungs one after another, whatever the claims."""
    if len(rungs) == 1:
        return _alone(rungs[0])

    def climbed(pair: Pair) -> tuple[Step, ...]:
        taken: list[Step] = []
        for rung in rungs:
            step = rung(pair)
            if step.reason or step.verdict != SAME:
                taken.append(step)
                if step.verdict in _LAST:
                    break
        return tuple(taken)

    return climbed


def _alone(rung: Rung) -> Flight:
    """Climb one rung."""

    def climbed(pair: Pair) -> tuple[Step, ...]:
        step = rung(pair)
        return (step,) if step.reason or step.verdict != SAME else ()

    return climbed


def of_sorts(sort: Callable[[Side], Hashable], *rungs: Rung) -> Flight:
    """Climb rungs that look at nothing but the sort of each claim: once for every two sorts.

    Args:
        sort: Gives all that the rungs look at of a claim.
        rungs: What is to be climbed.
    """
    return BySorts(sort, each(*rungs))


def only_where(
    sort: Callable[[Side], Hashable], speak: Callable[[Pair], bool], *rungs: Rung
) -> Flight:
    """Climb rungs that are silent on all but a few sorts of claims.

    Args:
        sort: Gives all that `speak` looks at of a claim.
        speak: Whether any of the rungs may say something of claims of two sorts.
        rungs: What is to be climbed where they may.
    """
    asked, climbed = BySorts(sort, speak), each(*rungs)
    return lambda pair: climbed(pair) if asked(pair) else ()


def climb_with(flights: Iterable[Flight], pair: Pair) -> Climb:
    """Climb until the first refusal or difference."""
    taken: tuple[Step, ...] = ()
    for flight in flights:
        steps = flight(pair)
        if steps:
            taken += steps
            if steps[-1].verdict in _LAST:
                break
    return Climb(taken)


def said(keys: Iterable[str]) -> str:
    """Name parties or places for a reader."""
    return " and ".join(display_name(key) for key in keys)
