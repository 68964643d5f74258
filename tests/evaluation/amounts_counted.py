"""Whether a claimed amount has the labelled unit, and speaks of what the label says it is of.

The rules follow CQE's evaluation (Almasian and others, EMNLP 2023), as far as its fields are ours:

Value + unit. A label has a printed and a normalised unit: a measure ("km", "$"), the noun that is
counted ("league games"), or none ("-"). A measure is right when ours is printed with the same word
or stands for the same base unit by the program's own tables (figures are compared as printed, so
factors do not matter); a counted noun when ours is no measure and the counted noun of the claim
shares a word with it; none when ours has no unit of measure.

Value + partial concept. A label says in words what the amount is of, beside its unit: "Galaxy S23,
base storage". The concept is right in part when the claim shares at least one content word with it,
compared without the plural ending. The words of a claim are those of its subject, of the noun that
is counted, of its modifiers and of the names in its scope: what it is compared by, never its quote.
Where a label names no concept ("-") the unit alone says what is counted: then the rule of the unit
decides.

Both need the value to be right. Neither says anything of a figure that was read without its noun:
they are measured on claims, not on the readers of values.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from claims.values.currency import sign_before
from claims.values.unit import unit_after

NOTHING: Final = "-"
_EMPTY: Final = frozenset(
    "a an the of in on at to for from by with and or its his her their our your this that these "
    "those per as than".split()
)
_COUNTED_UNITS: Final = ("", "person")
_SAME: Final = {"share": "percent"}
"""A half and 50 percent are one unit."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[$€£¥%°″]")
_SIGN: Final = re.compile(r"[^\w\s.,]+$")


@dataclass(frozen=True, slots=True)
class Counting:
    """What a label says an amount is measured in and is of; words without plural endings."""

    unit: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    concept: frozenset[str] = frozenset()

    @property
    def is_measure(self) -> bool:
        """Whether the unit is one of the program's tables, and no counted noun."""
        return bool(self.bases)


def counting_of(label: Mapping[str, Any]) -> Counting:
    """Read what a labelled amount counts."""
    units = [label["unit"], label["normalized_unit"]]
    named = [unit for unit in units if unit != NOTHING]
    concept = label["referred_concepts"]
    return Counting(
        content_words(named),
        frozenset(base for unit in named if (base := _base(unit)) is not None),
        content_words([concept] if concept != NOTHING else []),
    )


def content_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the words that say something, in lower case and without the plural ending."""
    words = (word.lower() for phrase in phrases for word in _WORD.findall(phrase))
    return frozenset(_singular(word) for word in words if word not in _EMPTY)


def _singular(word: str) -> str:
    """Take the ending of a plural or of a possessive off; right or wrong, but always the same."""
    word = re.sub(r"['’]s?$", "", word)
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word


def _base(unit: str) -> str | None:
    """Give the base unit of a printed one by the program's tables; None for a counted noun."""
    sign = sign_before(f"{unit}1", len(unit))
    if sign is not None:
        return sign[0]
    behind = unit_after(f"1 {unit}", 1)
    whole = behind is not None and behind.length == len(unit) + 1
    return behind.base if behind is not None and whole else None


def has_unit(claimed: Mapping[str, Any], wanted: Counting) -> bool:
    """Whether a claimed amount has the labelled unit."""
    measure = claimed["unit"] not in _COUNTED_UNITS
    if _SAME.get(claimed["unit"], claimed["unit"]) in wanted.bases:
        return True
    if not wanted.unit:
        return not measure
    if measure:
        return not wanted.unit.isdisjoint(_printed_unit(claimed))
    return not wanted.is_measure and not wanted.unit.isdisjoint(_noun(claimed))


def _printed_unit(claimed: Mapping[str, Any]) -> frozenset[str]:
    return content_words([claimed["text"], claimed["unit"]])


def _noun(claimed: Mapping[str, Any]) -> frozenset[str]:
    return content_words([claimed["subject"], claimed["head"]])


def has_concept(claimed: Mapping[str, Any], wanted: Counting) -> bool:
    """Whether a claimed amount shares a word with what the label says it is of."""
    if not wanted.concept:
        return has_unit(claimed, wanted)
    names = [re.sub(r"^\w+:", "", key).replace("-", " ") for key in claimed["names"]]
    mine = _noun(claimed) | content_words([*claimed["modifiers"], *names])
    return not wanted.concept.isdisjoint(mine)
