"""Who and what an act is about, read back from the scope of a claim."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claims.data import load_toml
from claims.questions.side import Side, one_name


def slots(side: Side) -> Mapping[str, frozenset[str]]:
    """Give who and what an act is about, by slot: agent, patient, "with", "in"."""
    return side.once(_slots)


def _slots(side: Side) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for arg in side.claim.scope.args:
        slot, _, key = arg.partition(":")
        found.setdefault(slot, set()).add(_one_thing().get(key) or one_name(key))
    return {slot: frozenset(keys) for slot, keys in found.items()}


@cache
def _one_thing() -> Mapping[str, str]:
    """Give for the nouns of one thing the first of them: the agreement for the pact."""
    groups = load_toml("comparison.toml")["thing"]["one_thing"]
    return {f"noun:{noun}": f"noun:{group[0]}" for group in groups for noun in group}


def called(noun: str) -> frozenset[str]:
    """Give all nouns by which a thing goes that goes by one of them."""
    first = _one_thing().get(f"noun:{noun}")
    same = (key[len("noun:") :] for key, one in _one_thing().items() if one == first)
    return frozenset({noun, *same})


def is_name(key: str) -> bool:
    """Whether a key names somebody or something: "noun:convoy" does not."""
    return not key.startswith(("noun:", "words:"))


def names_among(keys: frozenset[str]) -> frozenset[str]:
    """Give those of some keys that are names."""
    return frozenset(filter(is_name, keys))


def named_slots(side: Side) -> Mapping[str, frozenset[str]]:
    """Give the names in each slot of an act; slots without one are left out."""
    return side.once(_named_slots)


def _named_slots(side: Side) -> Mapping[str, frozenset[str]]:
    named = {slot: names_among(keys) for slot, keys in slots(side).items()}
    return {slot: keys for slot, keys in named.items() if keys}


def names_of_args(side: Side) -> frozenset[str]:
    """Give those concerned in the act of a claim that are known by name."""
    return names_among(frozenset(arg.partition(":")[2] for arg in side.claim.scope.args))
