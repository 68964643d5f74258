"""Parties: states, organisations, groups and persons, one at a time and in lists.

A party is known by its key ("country:US", "party:taliban", "person:khalilzad",
"words:other leaders"); the name is how the article printed it. A list is open unless the words
close it ("only"), and may be universal ("all the parties").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Party:
    """One party, as a value: who did, came, was invited.

    `via` names what stood for it in the text: "representatives", "senior diplomats"; `vague` a
    group of unknown size ("several Central Asian countries").
    """

    key: str
    name: str
    via: str = ""
    vague: bool = False
    type: ClassVar[str] = "party"

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.name


@dataclass(frozen=True, slots=True)
class Parties:
    """A list of parties.

    Args:
        members: In printed order.
        text: The words as printed.
        closed: Whether the words say that nobody else belongs to it ("only").
        universal: Whether it claims to be everybody ("all the important parties").
    """

    members: tuple[Party, ...]
    text: str = ""
    closed: bool = False
    universal: bool = False
    type: ClassVar[str] = "parties"

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the members."""
        return frozenset(member.key for member in self.members)
