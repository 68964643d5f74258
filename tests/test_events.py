"""Which events of two articles are one, and what comes of it in any order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.events import Verdict, compare_events, unite_events
from claims.model import UNDATED, AsOf, Event, Span, Text
from claims.values.days import parse_iso

if TYPE_CHECKING:
    from collections.abc import Sequence

RUSSIA, SPAIN, KENYA = "country:RU", "country:ES", "country:KE"
MOSCOW, MADRID = "place:RU/moscow", "place:ES/madrid"
THREE: Final = (KENYA, "country:GH", "country:TD")


def on(printed: str) -> AsOf:
    """Make the time of an event from a partial day: "2021-03"."""
    found = parse_iso(printed)
    return AsOf(str(found.earliest), str(found.latest), "quote")


def event(text: str = "a", at: int = 0, **fields: Any) -> Event:
    """Make a meeting of which nothing is known but what the fields say."""
    anchor = Span(at, at + 5)
    return Event(Text(text).id, anchor, **{"kind": "meeting", "name": "meeting", **fields})


SAME: Final = {
    "told with the month and with the day": (
        event("a", place=MOSCOW, on=on("2021-03-18")),
        event("b", place=MOSCOW, on=on("2021-03")),
    ),
    "told with the day, with and without the year": (
        event("a", place=MOSCOW, on=on("2021-03-18")),
        event("b", place=MOSCOW, month_day="--03-18"),
    ),
    "one day, one host": (
        event("a", hosts=(RUSSIA,), on=on("2021-03-18")),
        event("b", hosts=(RUSSIA,), on=on("2021-03-18")),
    ),
    "one month, one place in the other": (
        event("a", place="place:RU", hosts=(RUSSIA,), on=on("2021-03")),
        event("b", place=MOSCOW, hosts=(RUSSIA,), on=on("2021-03")),
    ),
    "undated, but of one place, one host and the same guests": (
        event("a", place=MOSCOW, hosts=(RUSSIA,), parties=THREE),
        event("b", place=MOSCOW, hosts=(RUSSIA,), parties=THREE, on=on("2021-03-18")),
    ),
}
MAYBE: Final = {
    "nothing told of both": (event("a", place=MOSCOW), event("b", on=on("2021-03-18"))),
    "the place alone": (event("a", place=MOSCOW), event("b", place=MOSCOW)),
    "the day alone": (event("a", on=on("2021-03-18")), event("b", on=on("2021-03-18"))),
    "the year and the place": (
        event("a", place=MOSCOW, on=on("2021")),
        event("b", place=MOSCOW, on=on("2021-03-18")),
    ),
    "place and host, undated": (
        event("a", place=MOSCOW, hosts=(RUSSIA,)),
        event("b", place=MOSCOW, hosts=(RUSSIA,)),
    ),
}
DIFFERENT: Final = {
    "two floods on one river in two years": (
        event("a", kind="flood", place="place:IN", on=on("2020-07")),
        event("b", kind="flood", place="place:IN", on=on("2021-07")),
    ),
    "two meetings in Moscow years apart": (
        event("a", place=MOSCOW, hosts=(RUSSIA,), on=on("2017-04"), parties=THREE),
        event("b", place=MOSCOW, hosts=(RUSSIA,), on=on("2021-03-18"), parties=THREE),
    ),
    "two cities": (
        event("a", place=MOSCOW, on=on("2021-03-18")),
        event("b", place=MADRID, on=on("2021-03-18")),
    ),
    "two hosts": (
        event("a", hosts=(RUSSIA,), on=on("2021-03-18")),
        event("b", hosts=(SPAIN,), on=on("2021-03-18")),
    ),
    "the first and the second": (
        event("a", place=MOSCOW, on=on("2021-03"), ordinal=1),
        event("b", place=MOSCOW, on=on("2021-03"), ordinal=2),
    ),
    "two days of unknown years": (
        event("a", place=MOSCOW, month_day="--03-18"),
        event("b", place=MOSCOW, month_day="--04-18"),
    ),
    "a meeting and a visit": (
        event("a", kind="visit", place=MOSCOW, on=on("2021-03-18")),
        event("b", place=MOSCOW, on=on("2021-03-18")),
    ),
    "a meeting and a series of them": (
        event("a", state="series", place=MOSCOW, on=on("2021-03")),
        event("b", place=MOSCOW, on=on("2021-03")),
    ),
    "told apart by one article": (
        event("a", place=MOSCOW, on=on("2021-03-18")),
        event("a", at=90, place=MOSCOW, on=on("2021-03-18")),
    ),
}
CASES: Final = [
    pytest.param(verdict, pair, id=f"{verdict}: {name}")
    for verdict, cases in (
        (Verdict.SAME, SAME),
        (Verdict.MAYBE, MAYBE),
        (Verdict.DIFFERENT, DIFFERENT),
    )
    for name, pair in cases.items()
]

_DAYS: Final = ("2021-03-18", "2021-03-19", "2021-03", "2021", "2020-03-18", "2017-04")
_keys: Final = st.sampled_from([(), (RUSSIA,), (SPAIN,), (RUSSIA, SPAIN)])
events: Final = st.builds(
    event,
    st.sampled_from("abcdef"),
    at=st.integers(0, 3),
    kind=st.sampled_from(["meeting", "meeting", "visit"]),
    place=st.sampled_from([None, "place:RU", MOSCOW, MADRID]),
    hosts=_keys,
    proposers=_keys,
    parties=st.sampled_from([(), THREE, (*THREE, "words:guest")]),
    on=st.just(UNDATED) | st.sampled_from(_DAYS).map(on),
    month_day=st.sampled_from([None, None, "--03", "--03-18", "--04-02"]),
    ordinal=st.sampled_from([None, None, 1, 2]),
    state=st.sampled_from(["held", "held", "planned", "series"]),
)
many: Final = st.lists(events, max_size=8, unique_by=lambda one: one.id)


@pytest.mark.parametrize(("verdict", "pair"), CASES)
def test_two_events_are_the_same_or_not(verdict: Verdict, pair: tuple[Event, Event]) -> None:
    """Whichever stands on the left, with a reason."""
    left, right = pair
    match = compare_events(left, right)
    assert match.verdict is verdict, match.reason
    assert match == compare_events(right, left)
    assert match.reason


@given(left=events, right=events)
def test_the_order_of_two_events_does_not_matter(left: Event, right: Event) -> None:
    """Any two can be compared, and the score is never below nought."""
    match = compare_events(left, right)
    assert match == compare_events(right, left)
    assert match.score >= 0
    assert match.reason


def groups_of(found: dict[str, str], members: Sequence[Event]) -> list[list[Event]]:
    """Give the united events."""
    return [[e for e in members if found[e.id] == name] for name in sorted(set(found.values()))]


@given(members=many, seed=st.integers(0, 99))
@settings(deadline=None)
def test_events_are_united_in_any_order(members: list[Event], seed: int) -> None:
    """A group is called by the smallest id in it."""
    shuffled = list(members)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - only to mix
    found = unite_events(members)
    assert unite_events(shuffled) == found
    for group in groups_of(found, members):
        assert found[group[0].id] == min(one.id for one in group)


@given(members=many)
@settings(deadline=None)
def test_no_united_event_holds_a_clash(members: list[Event]) -> None:
    """However well two of its parts agree with a third."""
    for group in groups_of(unite_events(members), members):
        for left in group:
            others = [right for right in group if right.id != left.id]
            verdicts = {compare_events(left, right).verdict for right in others}
            assert Verdict.DIFFERENT not in verdicts


@given(members=many)
@settings(deadline=None)
def test_maybe_never_unites(members: list[Event]) -> None:
    """Every united event hangs together by pairs that are surely the same."""
    for group in groups_of(unite_events(members), members):
        reached, waiting = {group[0].id}, [group[0]]
        while waiting:
            left = waiting.pop()
            near = [r for r in group if compare_events(left, r).verdict is Verdict.SAME]
            waiting += [right for right in near if right.id not in reached]
            reached |= {right.id for right in near}
        assert reached == {one.id for one in group}


def test_a_third_article_does_not_bridge_a_clash() -> None:
    """Of two edges that cannot both be taken, the better one is; the other event stays alone."""
    march = event("a", place=MOSCOW, hosts=(RUSSIA,), on=on("2021-03-18"))
    vague = event("b", place=MOSCOW, hosts=(RUSSIA,), on=on("2021-03"))
    later = event("c", place=MOSCOW, on=on("2021-03-25"))
    found = unite_events([march, vague, later])
    assert found[march.id] == found[vague.id]
    assert found[later.id] == later.id


def test_nothing_is_united_of_nothing() -> None:
    """No events, no groups."""
    assert unite_events([]) == {}
