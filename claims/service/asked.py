"""What a question in a reader's words asks about: roles, parties, and words that carry meaning.

Refuses to guess: a name that belongs to an event ("the Moscow conference") or a place ("in
Kabul") is no party that is asked about, and short names count only as printed ("US", not "us").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.data import load_toml
from claims.values.gazetteer import Entry, known_names, longest_name

_WORD: Final = re.compile(r"[^\W_][\w.'’-]*")
_SHORT: Final = 3
_STARTERS: Final = ("invite", "add", "exclude")
_ROLES: Final[Mapping[str, str]] = {
    "invite": r"(?:un|dis)?invit\w+",
    "attend": (
        r"attend\w*|participa\w+|join\w*|absen\w+|boycott\w*|t[ao]ken? part|took part|stay\w* away"
    ),
    "exclude": r"exclu\w+|(?:leave|leaving|left) out",
    "send": r"sent|sends?|sending|represent\w*",
    "add": r"add(?:ed|s|ing)?|includ\w+",
    "host": r"host(?:s|ed|ing)?|conven\w+|organi[sz]\w+|held|hold(?:s|ing)?",
    "propose": r"propos\w+|offer(?:s|ed|ing)?",
}
"""The words by which a question asks for a role."""
_STOP: Final = frozenset(
    "a an and any are as at be been by did do does for from had has have how in is it many much "
    "of on or so that the their there they this to was were what when where which who whom whose "
    "why will with".split()
)
_PLACE: Final = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)


def asked_roles(text: str) -> tuple[str, ...]:
    """Give the roles that a question names: "who invited India" asks for invite."""
    return tuple(role for role in _ROLES if _role_at(role, text) is not None)


def _role_at(role: str, text: str) -> int | None:
    """Find where the words for a role begin, None where there are none."""
    match = re.search(rf"\b(?:{_ROLES[role]})\b", text, re.IGNORECASE)
    return match.start() if match else None


def asked_parties(text: str) -> dict[str, str]:
    """Give the parties whose part in an event is asked about, by key.

    In "did Russia invite India" that is India: who invites is not who is invited.
    """
    named = _names_in(text)
    starts = [at for role in _STARTERS if (at := _role_at(role, text)) is not None]
    after = [name for name in named if starts and name.start > min(starts)]
    return {name.entry.key: name.entry.name for name in after or named}


@dataclass(frozen=True, slots=True)
class _Named:
    """A known name and where it begins."""

    start: int
    entry: Entry


def _names_in(text: str) -> list[_Named]:
    found: list[_Named] = []
    until = 0
    for match in _WORD.finditer(text):
        name = _name_at(text, match.start(), match.group()) if match.start() >= until else None
        if name is None:
            continue
        until = match.start() + len(name[0])
        if not _PLACE.search(text[: match.start()]) and not _event_follows(text[until:]):
            found.append(_Named(match.start(), name[1]))
    return found


def _event_follows(rest: str) -> bool:
    """Whether a name is part of an event's: "Moscow conference", "US peace talks"."""
    return re.match(rf"(?:\s+\w+)?\s+(?:{_event_nouns()})\b", rest, re.IGNORECASE) is not None


@cache
def _event_nouns() -> str:
    kinds = load_toml("events.toml")["kinds"].values()
    nouns = {noun for kind in kinds for noun in (*kind["nouns"], *kind.get("named", ()))}
    return "|".join(f"{re.escape(noun)}s?" for noun in sorted(nouns))


def _name_at(text: str, at: int, word: str) -> tuple[str, Entry] | None:
    exact = longest_name(text, at, _first_word(word))
    return exact or _folded_name_at(text.casefold(), at, word.casefold())


def _folded_name_at(text: str, at: int, word: str) -> tuple[str, Entry] | None:
    """Find the longest name however it is capitalised."""
    fitting = [
        (name, entry)
        for name, entry in _folded_names().get(_first_word(word), ())
        if text.startswith(name, at) and not text[at + len(name) : at + len(name) + 1].isalnum()
    ]
    return max(fitting, key=lambda pair: len(pair[0]), default=None)


def _first_word(name: str) -> str:
    return re.split(r"[ '’-]", name, maxsplit=1)[0]


@cache
def _folded_names() -> Mapping[str, tuple[tuple[str, Entry], ...]]:
    names: dict[str, list[tuple[str, Entry]]] = {}
    for table in known_names().values():
        for name, entry in table.items():
            if len(name) > _SHORT:
                folded = name.casefold()
                names.setdefault(_first_word(folded), []).append((folded, entry))
    return {first: tuple(found) for first, found in names.items()}


def content_words(text: str) -> list[str]:
    """Give the words that carry meaning, plural endings off, each once."""
    words = (match.group().casefold().strip(".'’-") for match in _WORD.finditer(text))
    kept = (word for word in words if word not in _STOP and len(word) > 1)
    return list(dict.fromkeys(_singular(word) for word in kept))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
