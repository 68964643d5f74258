"""Which mentions of an article are one event, and what it says of the event altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.model import Event, Span
from tests.extract.cases import Case, extracted, read_cases, spans_of

if TYPE_CHECKING:
    from spacy.language import Language


def day_of(event: Event) -> str | None:
    """Write the time of an event as short as a case does: a day, a month or a year."""
    first, last = event.on.earliest, event.on.latest
    if first is None or last is None or first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4]


def tells(event: Event, name: str, wanted: Any, text: str) -> bool:
    """Whether an event is as a case says, field by field."""
    if name == "mentions":
        return all(mentioned(event, next(spans_of(text, words))) for words in wanted)
    if name == "on":
        return bool(day_of(event) == wanted)
    found = getattr(event, name)
    return bool((list(found) if isinstance(found, tuple) else found) == wanted)


def mentioned(event: Event, span: Span) -> bool:
    """Whether a mention of the event stands in the span."""
    return any(span.covers(mention) for mention in event.mentions)


@pytest.mark.parametrize("case", read_cases("event.jsonl"))
def test_the_mentions_of_an_article_become_its_events(case: Case, parser: Language) -> None:
    """Just so many as the case lists, in text order."""
    found = extracted(case, parser).events
    assert len(found) == len(case["events"]), found
    for event, wanted in zip(found, case["events"], strict=True):
        misses = [name for name in wanted if not tells(event, name, wanted[name], case["text"])]
        assert not misses, event
