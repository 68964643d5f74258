"""Any handful of claims that may meet: few heads, groups, places and speakers, many clashes."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from claims.model import Certainty, Claim, Event
from claims.questions import Context, TextFacts
from tests.questions.sample import NAMES, context_of, days, figure, meeting, took_part

_TEXTS: Final = ("a", "b", "c", "d")
_AMOUNTS: Final = ("12", "13", "more than 12", "40", "1,200", "about 1,200", "€12m", "$12m")
_CERTAINTIES: Final = (*Certainty, Certainty.ASSERTED, Certainty.ASSERTED)
_DAYS: Final = (None, "2021-04-05", "2021-04-06", "2020-04-05")
_COUNTRIES: Final = ("KE", "GH", "TD", "IN", "words:other leader")


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sampled_from([(), *((value,) for value in values)])


_fields: Final[st.SearchStrategy[dict[str, Any]]] = st.fixed_dictionaries(
    {
        "text": st.sampled_from(_TEXTS),
        "amount": st.sampled_from(_AMOUNTS),
        "at": st.integers(0, 900),
        "head": st.sampled_from(["person", "house"]),
        "attribute": st.sampled_from(["killed", "count"]),
        "group": _some(("country:US", "party:nato")),
        "place": _some(("place:KE", "place:KE/nairobi", "place:UG")),
        "modifiers": _some(("more", "civilian")),
        "about": _some(("name:mara", "name:tana")),
        "as_of": st.sampled_from([day for day in _DAYS if day]).map(days),
        "certainty": st.sampled_from(_CERTAINTIES),
        "speakers": _some(("police", "ministry")),
    },
)
_plain: Final = st.fixed_dictionaries(
    {
        "text": st.sampled_from(_TEXTS),
        "amount": st.sampled_from(_AMOUNTS[:6]),
        "at": st.integers(0, 900),
        "group": _some(("country:US", "party:nato")),
        "speakers": _some(("police", "ministry")),
    },
)
"""Claims alike but for a little, so that many of them are compared."""

_events: Final = st.builds(
    meeting,
    st.sampled_from(_TEXTS),
    at=st.integers(0, 40),
    place=st.sampled_from([None, "place:RU/moscow", "place:ES/madrid"]),
    hosts=_some(("country:RU", "country:ES")),
    on=st.sampled_from(["2021-03-18", "2021-03", "2020-03-18"]).map(days),
    ordinal=st.sampled_from([None, None, 1, 2]),
)


@st.composite
def _participations(draw: st.DrawFn, events: list[Event]) -> Claim:
    who = draw(st.lists(st.sampled_from(_COUNTRIES), min_size=1, max_size=3, unique=True))
    return took_part(
        draw(st.sampled_from(events)),
        *who,
        at=draw(st.integers(50, 900)),
        role=draw(st.sampled_from(["attend", "invite", "send", "host", "propose"])),
        closed=draw(st.booleans()),
        universal=draw(st.sampled_from([False, False, False, True])),
        polarity=draw(st.sampled_from(["affirmed", "denied"])),
        certainty=draw(st.sampled_from(_CERTAINTIES)),
    )


@st.composite
def _contexts(draw: st.DrawFn) -> Context:
    fields = draw(st.lists(_plain | _fields, max_size=7))
    events = draw(st.lists(_events, max_size=3))
    claims = [figure(**some) for some in fields]
    if events:
        claims += draw(st.lists(_participations(events), max_size=6))
    facts = {
        name: TextFacts(
            draw(st.sampled_from(_DAYS)),
            draw(st.integers(1, 2)),
            draw(st.sampled_from([NAMES, NAMES, frozenset()])),
        )
        for name in _TEXTS
    }
    return context_of(claims, events, facts)


contexts: Final = _contexts()
