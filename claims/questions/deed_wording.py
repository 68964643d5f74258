"""Questions about acts in words: "When was the dam built?", "Who or what killed the miners?".

The words are in claims/data/predicates.toml, by act; of a verb in no entry the question names the
verb alone. Nothing is compared here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claims.data import load_toml
from claims.values.gazetteer import display_name
from claims.values.yes_no import YesNo

if TYPE_CHECKING:
    from claims.model import Claim

GENERIC: Final = "svo:"
_OF_SLOTS: Final[Mapping[str, str]] = {
    "": "ask_actor",
    "object": "ask_object",
    "on": "ask_day",
    "in": "ask_place",
}
_SLOTS: Final[Mapping[str, str]] = {
    "": "Who did it",
    "object": "Whom or what was it done to",
    "on": "When was it",
    "in": "Where was it",
    "why": "Why was it",
}
"""What is asked of an act without an entry, by the part of the role after the colon."""
_BE: Final = "be"
_BEING: Final[Mapping[str, str]] = {
    "": "Who or what is",
    "object": "Who or what is",
    "on": "When was",
    "in": "Where was",
}
_DETERMINED: Final = frozenset(
    "the a an this that these those his her its their our my your some any no all both each every "
    "many most more several few people at about around nearly almost over under up only".split()
)
_NUMERAL: Final = re.compile(
    r"(?:(?:at least|more than|up to|about|around|nearly|almost|over|some|another) )?"
    r"(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens\b|people\b)",
    re.IGNORECASE,
)


_BEHIND: Final = re.compile(r" (?:of|to|in|on|at|for|with|from|by|between|among|that|who|and)\b")


@cache
def _entries() -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in load_toml("predicates.toml")["predicate"]}


def deed_question(claim: Claim) -> str:
    """Ask for what an act leaves open: the actor, whom it was done to, the day, the place."""
    verb, _, slot = claim.role.removeprefix(GENERIC).partition(":")
    if isinstance(claim.value, YesNo):
        return _plain(verb, claim.subject, "Did it happen")
    if verb == _BE and slot in _BEING and claim.subject:
        return f"{_BEING[slot]} {determined(claim.subject)}?"
    entry = {} if claim.role.startswith(GENERIC) else _entries().get(verb, {})
    if slot == "object" and "done" in entry and not _named(claim, "agent"):
        return _undergone(entry["done"], claim.value.text)
    template = entry.get(_OF_SLOTS.get(slot, ""), "")
    asked = _SLOTS.get(slot, f"{slot.capitalize()} whom or what")
    return _filled(template, claim, slot) or _plain(verb, claim.subject, asked)


def _undergone(done: str, what: str) -> str:
    """Ask whether it befell somebody of whom nobody says who did it: "Was the mayor arrested?"."""
    was, _, rest = done.partition(" ")
    be = "were" if was == "was" and _NUMERAL.match(what) else was
    return f"{be.capitalize()} {determined(what)} {rest}?"


def _plain(verb: str, subject: str, asked: str) -> str:
    """Name the verb and what it is said of: "When was it: break out (fire)?"."""
    about = f" ({subject})" if subject else ""
    return f"{asked}: {verb.replace('_', ' ')}{about}?"


def _filled(template: str, claim: Claim, slot: str) -> str:
    """Fill a question in; empty where it names somebody whom the claim does not."""
    told = {"actor": _named(claim, "agent"), "object": _named(claim, "patient")}
    topic = "object" if slot == "" or (slot != "object" and told["object"]) else "actor"
    told[topic] = claim.subject or told[topic]
    if any(not told[name] for name in told if f"{{{name}}}" in template):
        return ""
    asked = template.format(**{name: determined(words) for name, words in told.items()})
    several = template.find("was {object}") >= 0 and _NUMERAL.match(told["object"])
    return asked.replace(" was ", " were ", 1) if several else asked


def _named(claim: Claim, slot: str) -> str:
    """Give the name of who fills a slot; of a noun, the noun."""
    keys = [arg.partition(":")[2] for arg in claim.scope.args if arg.startswith(f"{slot}:")]
    if not keys:
        return ""
    kind, _, rest = keys[0].partition(":")
    return rest if kind in ("noun", "words") else display_name(keys[0])


def determined(words: str) -> str:
    """Give a noun its article: "the dam"; names, numbers, plurals and "its dam" stay."""
    first = words.partition(" ")[0]
    noun = _BEHIND.split(words)[0]
    if first.lower() in _DETERMINED:
        return f"{first.lower()}{words[len(first) :]}"
    several = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return f"the {words}" if first[:1].islower() and not several else words
