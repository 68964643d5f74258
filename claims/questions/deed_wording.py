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
}
"""What is asked of an act without an entry, by the part of the role after the colon."""
_DIED: Final = ("die:of", "die:from")
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
    entry = {} if claim.role.startswith(GENERIC) else _entries().get(verb, {})
    if isinstance(claim.value, YesNo):
        return _whether(claim, verb, entry)
    if verb == _BE and slot in _BEING and claim.subject:
        return f"{_BEING[slot]} {determined(claim.subject)}?"
    why = _why(claim, verb, slot, entry)
    if why:
        return why
    if slot == "object" and "done" in entry and not _named(claim, "agent"):
        return _undergone(entry["done"], claim.value.text)
    template = entry.get(_OF_SLOTS.get(slot, ""), "")
    told = _when_or_where(claim, verb, slot)
    if told and not template:
        return told
    asked = _SLOTS.get(slot, f"{slot.capitalize()} whom or what")
    return _filled(template, claim, slot) or _plain(verb, claim.subject, asked)


def did_question(claim: Claim, name: str) -> str:
    """Ask whether somebody did it: "Did Lund resign?", "Did Peru sign the treaty?"."""
    verb = claim.role.removeprefix(GENERIC).partition(":")[0]
    entry = {} if claim.role.startswith(GENERIC) else _entries().get(verb, {})
    act = entry["verbs"][0] if entry else verb.replace("_", " ")
    whom = f" {determined(claim.subject)}" if claim.subject else ""
    return f"Did {determined(name)} {act}{whom}?"


def _whether(claim: Claim, verb: str, entry: Mapping[str, Any]) -> str:
    """Ask whether something happened: "Did the bridge collapse?"."""
    if not claim.subject or verb == _BE:
        return _plain(verb, claim.subject, "Did it happen")
    asked = _turned(claim, verb, entry)
    return f"{asked[0].upper()}{asked[1:]}?"


def _why(claim: Claim, verb: str, slot: str, entry: Mapping[str, Any]) -> str:
    """Ask for a reason: "Why did Ruiz resign?", "What did Pena die of?"; "" for anything else."""
    if not claim.subject or (slot != "why" and f"{verb}:{slot}" not in _DIED):
        return ""
    if slot != "why":
        return f"What did {determined(claim.subject)} die of?"
    return f"Why {_turned(claim, verb, entry)}?"


def _turned(claim: Claim, verb: str, entry: Mapping[str, Any]) -> str:
    """Word an act as a question does: "did Ruiz resign", "was the dam built"."""
    whom, done = determined(claim.subject), str(entry.get("done", ""))
    if done.startswith("was ") and _named(claim, "patient"):
        return f"{_was(whom)} {whom} {done.removeprefix('was ')}"
    return f"did {whom} {entry['verbs'][0] if entry else verb.replace('_', ' ')}"


def _when_or_where(claim: Claim, verb: str, slot: str) -> str:
    """Ask for the day or place of an act without an entry: "When did the fire break out?".

    The base form serves, since no table tells the others: "When did somebody inspect the dam?".
    """
    asked = {"on": "When", "in": "Where"}.get(slot, "")
    if not asked or not claim.subject:
        return ""
    subject, act = determined(claim.subject), verb.replace("_", " ")
    if not _named(claim, "patient"):
        return f"{asked} did {subject} {act}?"
    actor = _named(claim, "agent")
    return f"{asked} did {determined(actor) if actor else 'somebody'} {act} {subject}?"


def _was(whom: str) -> str:
    return "were" if _NUMERAL.match(whom) else "was"


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
    if first.lower() in _DETERMINED:
        return f"{first.lower()}{words[len(first) :]}"
    return f"the {words}" if first[:1].islower() and not is_plural(words) else words


def is_plural(words: str) -> bool:
    """Whether a noun with what stands around it looks like several, by its ending alone."""
    noun = _BEHIND.split(words)[0]
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
