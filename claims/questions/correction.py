"""What people's words make of the claims of one text: recorded, corrected, retracted.

A pure function of what the program read and of the words: reading a text again with better rules,
or taking it out and in, comes to the same. Nothing is moved to a look-alike: a word whose claim
is not there does nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from claims.model import BY_HAND, WITH_FIELDS, Act, Annotation, AsOf, Claim
from claims.values.days import parse_iso
from claims.values.field import from_whole, with_fields

PUBLISHED: Final = "published"
"""How a time is known that is the day of publication."""


def correct(
    read: Iterable[Claim],
    words: Iterable[Annotation],
    events: Collection[str],
    published: str | None,
) -> list[Claim]:
    """Give the claims of a text as people's words make them.

    Args:
        read: The claims as the program reads them.
        words: What people said of claims of the text, in any order.
        events: Ids of the events that the text tells of.
        published: The day of its earliest publication, partial ISO; None where unknown.

    Returns:
        The claims that were read, in their order, then those that were recorded, by id. Where
        the program reads what somebody recorded, what was recorded stands.
    """
    by_claim: dict[str, list[Annotation]] = {}
    for word in sorted(words, key=lambda word: (word.at, word.id)):
        by_claim.setdefault(word.target_id, []).append(word)
    found = {claim.id: claim for claim in read}
    for id_, said in sorted(by_claim.items()):
        recorded = next((word for word in said if word.act is Act.RECORD), None)
        if recorded is not None:
            found[id_] = _recorded(recorded, events, published)
        if id_ in found:
            found[id_] = corrected(found[id_], said)
    return list(found.values())


def as_read(claim: Claim) -> Claim:
    """Give a claim as it was before anybody corrected or retracted it."""
    return replace(claim.read or claim, read=None, retracted=False, signed=())


def corrected(claim: Claim, words: Sequence[Annotation]) -> Claim:
    """Give a claim with what people said of it.

    Args:
        claim: As it was read or recorded.
        words: What was said, oldest first: of fields and of being retracted the latest counts.
    """
    counting = counting_words(words)
    told = claim
    for word in counting:
        if word.act is Act.AMEND and word.fields is not None:
            told = with_fields(told, word.fields)
    return replace(
        told,
        read=None if told == claim else claim,
        retracted=any(word.act is Act.RETRACT for word in counting),
        signed=tuple(dict.fromkeys(word.by for word in counting)),
    )


def counting_words(words: Sequence[Annotation]) -> list[Annotation]:
    """Leave out what a later word takes back, and what says nothing of the claim itself.

    Args:
        words: What was said of one claim, oldest first.
    """
    counting: list[Annotation] = []
    for word in words:
        if word.act is Act.AS_READ:
            counting = [one for one in counting if one.act is not Act.AMEND]
        elif word.act is Act.RESTORE:
            counting = [one for one in counting if one.act is not Act.RETRACT]
        elif word.act in (*WITH_FIELDS, Act.RETRACT):
            counting.append(word)
    return counting


def _recorded(word: Annotation, events: Collection[str], published: str | None) -> Claim:
    claim = from_whole(word.text_id or "", {**(word.fields or {}), "extractor": BY_HAND})
    scope = claim.scope
    if scope.event not in events:
        scope = replace(scope, event=None)
    if scope.as_of.known_by == PUBLISHED or (not scope.as_of.earliest and not scope.as_of.latest):
        scope = replace(scope, as_of=_printed(published))
    return replace(claim, scope=scope)


def _printed(published: str | None) -> AsOf:
    if published is None:
        return AsOf()
    days = parse_iso(published)
    return AsOf(str(days.earliest), str(days.latest), PUBLISHED)
