"""A party's part in events: a row an event, what was asked about first."""

from __future__ import annotations

from dataclasses import replace

from claims.model import AsOf, Certainty, Claim, Event, Polarity, Scope
from claims.report.participation import by_event, event_words, render_happenings, said_words
from claims.report.view import Entry, Happening, Publication
from tests.report.story import INVITED, MOSCOW, NOT_INVITED, OFFERED

EVENTS = {event.id: event for event in (OFFERED, MOSCOW)}


def _entry(claim: Claim) -> Entry:
    return Entry(claim, (Publication(claim.text_id, claim.text_id, file="x.txt"),))


def _told(*claims: Claim, groups: dict[str, str] | None = None) -> list[Happening]:
    return by_event(map(_entry, claims), EVENTS, groups or {}, ("invite",))


def test_what_was_asked_about_comes_first_and_not_before_did() -> None:
    """The denial is what a checker looks for; plans come after statements."""
    attended = replace(INVITED, role="attend", scope=Scope(event="e" * 64))
    planned = replace(attended, role="invite", certainty=Certainty.PLANNED, scope=Scope(event="f"))
    told = _told(planned, attended, INVITED, NOT_INVITED)
    assert [said_words(happening) for happening in told] == [
        "not invited (hedged)",
        "invited",
        "to be invited (planned)",
        "attended",
    ]


def test_claims_about_one_event_share_a_row() -> None:
    """Whether two events are one is for the questions to say."""
    other = replace(NOT_INVITED, role="attend", polarity=Polarity.AFFIRMED)
    groups = {INVITED.id: "g", NOT_INVITED.id: "g", other.id: "g"}
    (happening,) = _told(INVITED, NOT_INVITED, other, groups=groups)
    assert said_words(happening) == "not invited (hedged); invited; attended (hedged)"
    assert len(happening.events) == 2


def test_statements_without_an_event_stay_apart() -> None:
    """Nothing says that they speak of one happening."""
    left = replace(INVITED, scope=Scope())
    right = replace(NOT_INVITED, scope=Scope())
    told = _told(left, right, groups={left.id: "g", right.id: "g"})
    assert [event_words(happening) for happening in told] == [
        "an event that the article leaves open"
    ] * 2


def test_an_event_is_named_with_what_its_name_lacks() -> None:
    """Place, day and maker once each; an unnamed inviter is said to be unnamed."""
    held = Event(
        MOSCOW.text_id,
        MOSCOW.anchor,
        "meeting",
        "the talks",
        place="place:RU/moscow",
        hosts=("country:RU",),
        on=AsOf("2021-03-18", "2021-03-18", "quote"),
    )
    assert event_words(Happening((held,), (_entry(INVITED),))) == (
        "the talks, in Moscow, 18 Mar 2021, hosted by Russia"
    )
    assert event_words(Happening((OFFERED,), (_entry(INVITED),))) == (
        "the meeting that Washington offered, inviter not stated"
    )
    yearly = replace(held, name="the talks of 2016", on=AsOf("2016-01-01", "2016-12-31"))
    assert event_words(Happening((yearly,), (_entry(INVITED),))) == (
        "the talks of 2016, in Moscow, hosted by Russia"
    )
    monthly = replace(held, on=AsOf(), month_day="--12", place=None)
    assert event_words(Happening((monthly,), (_entry(INVITED),))) == (
        "the talks, December, hosted by Russia"
    )
    dated = replace(held, on=AsOf(), month_day="--03-18", hosts=())
    assert event_words(Happening((dated,), (_entry(INVITED),))).startswith(
        "the talks, in Moscow, 18 March"
    )


def test_the_listing_counts_events_and_articles() -> None:
    """Statements about no event are counted apart."""
    text = render_happenings("India", _told(INVITED, replace(NOT_INVITED, scope=Scope())), (), 80)
    assert text.splitlines()[0] == (
        "India: 1 event and 1 statement about no named event, told by 2 articles"
    )
