"""Frames: what a verb says of an event and of the parties to it.

The frames themselves are data (claims/data/frames.toml); this module finds them in a parse. A
verb of several words ("take part", "stay away") counts only with all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.data import load_toml
from claims.extract.syntax import direct_objects, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame; the fields are explained at the top of the data file."""

    name: str
    did: str
    verbs: tuple[str, ...]
    party: tuple[str, ...]
    event: tuple[str, ...]
    host: str = ""
    proposer: str = ""
    guests: str = ""
    needs: tuple[str, ...] = ()
    absent: bool = False
    planned: bool = False
    event_required: bool = False
    party_only: bool = False
    makes_event: bool = False


@cache
def all_frames() -> tuple[Frame, ...]:
    """Give every frame, in the order of the data file."""
    return tuple(_frame(row) for row in load_toml("frames.toml")["frame"])


def _frame(row: dict[str, Any]) -> Frame:
    fields: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in row.items()
    }
    return Frame(**fields)


@cache
def _by_verb() -> dict[str, list[tuple[str, Frame]]]:
    table: dict[str, list[tuple[str, Frame]]] = {}
    for frame in all_frames():
        for verb in frame.verbs:
            first, _, rest = verb.partition(" ")
            table.setdefault(first, []).append((rest, frame))
    return table


def _has_word(verb: Token, word: str) -> bool:
    """Whether the rest of a verb of several words stands with it."""
    return any(
        lemma(child) == word and child.dep_ in ("dobj", "prt", "advmod", "acomp", "npadvmod")
        for child in verb.children
    )


def _has_needed(verb: Token, frame: Frame) -> bool:
    return not frame.needs or any(lemma(noun) in frame.needs for noun in direct_objects(verb))


def frames_of(verb: Token) -> list[Frame]:
    """Give the frames a verb opens, in the order of the data file."""
    return [
        frame
        for rest, frame in _by_verb().get(lemma(verb), [])
        if (not rest or _has_word(verb, rest)) and _has_needed(verb, frame)
    ]


def role_of(verb: Token) -> str:
    """Give the role of the maker of an event, "host" or "propose"; empty for other verbs."""
    for frame in frames_of(verb):
        if frame.host and "object" in frame.event:
            return "host"
        if frame.proposer:
            return "propose"
    return ""


@cache
def words_of(name: str) -> str:
    """Give the words a reader is told a role by: "invite" -> "was invited to"."""
    return next((frame.did for frame in all_frames() if frame.name == name), name)
