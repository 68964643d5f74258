"""Features of two amounts by what of each claim they look at, weighed once a sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from claims.questions.feature import LEAD, SMALL, doers, goes_on, shifts
from claims.questions.ladder.figure import of_a_period
from claims.questions.ladder.lexicon import words
from claims.questions.side import Side
from claims.values.quantity import Quantity

OF_ARTICLES: Final = frozenset(
    {
        "one article",
        "story words",
        "story names",
        "other weekdays",
        "shared weekday",
        "days apart",
    }
)
"""Features of the two articles alone, the same for any two claims of theirs."""

OF_SORTS: Final = frozenset(
    {
        "same act",
        "open act",
        "other act",
        "no act",
        "other noun",
        "people harmed",
        "open group",
        "open modifiers",
        "open place",
        "same place",
        "time not stated",
        "same time stated",
        "small figures",
        "rare noun",
        "sharp",
        "period",
        "turns to another event",
        "still going on",
        "both in the lead",
        "one in the lead",
    }
)
"""Features that look at nothing but the sort of each claim."""

OF_SCENES: Final = frozenset(
    {"same group", "same setting", "other setting", "same scene", "other scene"}
)
"""Features that look at nothing but whose it is and where each claim plays."""

OF_ACTORS: Final = frozenset({"same concerned", "others concerned", "owner not shared"})
"""Features that look at nothing but who is concerned in each claim."""

OF_VOICES: Final = frozenset({"same speaker", "two speakers"})
"""Features that look at nothing but who speaks."""


def sort_of(side: Side) -> tuple[object, ...]:
    """Give all that the features `OF_SORTS` look at."""
    claim, scope = side.claim, side.claim.scope
    return (
        claim.attribute,
        scope.head,
        bool(scope.group),
        bool(scope.modifiers),
        bool(scope.place),
        scope.as_of.known_by,
        side.middle <= SMALL,
        isinstance(claim.value, Quantity) and claim.value.exact,
        side.once(of_a_period),
        shifts(side),
        goes_on(side),
        claim.anchor.start < LEAD,
    )


def scene_of(side: Side) -> tuple[object, ...]:
    """Give all that the features `OF_SCENES` look at."""
    return side.claim.scope.group, side.placed, side.scenes


def actors_of(side: Side) -> tuple[object, ...]:
    """Give all that the features `OF_ACTORS` look at."""
    return side.concerned, doers(side), side.claim.attribute in words("owned")


def voice_of(side: Side) -> tuple[object, ...]:
    """Give all that the features `OF_VOICES` look at."""
    return tuple([speaker.key for speaker in side.claim.speakers])


GROUPS: Final[Mapping[Callable[[Side], tuple[object, ...]], frozenset[str]]] = {
    sort_of: OF_SORTS,
    scene_of: OF_SCENES,
    actors_of: OF_ACTORS,
    voice_of: OF_VOICES,
}
"""Features that look at nothing but one thing of each claim, by what gives it."""
