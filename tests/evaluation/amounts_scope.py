"""Which labelled inputs are in scope, by written rules, and how many of those are right.

A set of inputs made for assistants holds notations that no news article prints. What is left out
is left out by a rule with a name, whatever the program makes of it; the counts are shown.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.evaluation.errors import MeasuringDataMissing
from tests.evaluation.figures import Share

Case = Mapping[str, Any]
"""One input with its ``Results``, as the set has it."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A rule that leaves inputs out: what they have in common, and how that is seen."""

    reason: str
    covers: Callable[[Case], bool]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many inputs in scope are read right, and how many each rule left out."""

    right: int
    cases: int
    left_out: Counter[str]
    wrong: tuple[str, ...] = ()

    @property
    def share(self) -> Share:
        """The right ones among those in scope."""
        return Share(self.right, self.cases)


def leave_out(reason: str, *, words: str = "", label: str = "") -> Exclusion:
    """Make a rule of patterns, read without regard to case.

    Args:
        reason: What the inputs have in common.
        words: Searched in the input; nothing for no such pattern.
        label: Searched in the text of each labelled result.
    """
    in_words, in_label = (re.compile(p, re.IGNORECASE) if p else None for p in (words, label))

    def covers(case: Case) -> bool:
        if in_words is not None and in_words.search(case["Input"]):
            return True
        texts = [str(result.get("Text", "")) for result in case["Results"]]
        return in_label is not None and any(in_label.search(text) for text in texts)

    return Exclusion(reason, covers)


def tally(
    cases: Iterable[Case], exclusions: Iterable[Exclusion], is_right: Callable[[Case], bool]
) -> Tally:
    """Judge every input that no rule leaves out; the first rule that covers one is counted."""
    rules = list(exclusions)
    left_out: Counter[str] = Counter()
    wrong: list[str] = []
    right = 0
    for case in cases:
        rule = next((rule for rule in rules if rule.covers(case)), None)
        if rule is not None:
            left_out[rule.reason] += 1
        elif is_right(case):
            right += 1
        else:
            wrong.append(case["Input"])
    return Tally(right, right + len(wrong), left_out, tuple(wrong))


def read_set(path: Path) -> list[Case]:
    """Read one set of inputs.

    Raises:
        MeasuringDataMissing: It is not there.
    """
    if not path.is_file():
        message = f"no labelled inputs in {path}"
        raise MeasuringDataMissing(message)
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    return cases


CLOSE: Final = 1e-9


def is_close(left: float, right: float) -> bool:
    """Whether two numbers are the same but for rounding."""
    return abs(left - right) <= CLOSE * max(1.0, abs(right))
