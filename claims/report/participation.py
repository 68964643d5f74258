"""What is said of one party's part in events: a row an event, did and did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from claims.model import Certainty, Polarity
from claims.report.block import labelled
from claims.report.byline import source_words, wording_legend
from claims.report.count import support_words
from claims.report.identity import short_conflict
from claims.report.layout import clean, wrap
from claims.report.quote import quote_lines
from claims.report.role import ORGANISING, PRESENCE
from claims.report.view import Happening
from claims.report.wording import (
    RELATIONS,
    interval_words,
    month_day_words,
    names_of,
    part_words,
    plural,
)
from claims.values.gazetteer import display_name

if TYPE_CHECKING:
    from claims.model import Claim, Event
    from claims.report.view import Case, Entry

_ORDER: Final = (*PRESENCE, *ORGANISING)
_LABEL: Final = 22
_INDENT: Final = " " * 4


def by_event(
    entries: Iterable[Entry],
    events: Mapping[str, Event],
    groups: Mapping[str, str],
    asked: Sequence[str],
) -> list[Happening]:
    """Group claims by the event they are about, across articles.

    Args:
        entries: Claims about one party, in reading order.
        events: Events by id.
        groups: The united event that each claim is about, by claim id, where that is known.
        asked: Roles that were asked about.

    Returns:
        Events with a role that was asked about first, "not" before "did", then by day and name.
    """
    gathered: dict[str, list[Entry]] = {}
    for entry in entries:
        claim = entry.claim
        key = groups.get(claim.id, claim.scope.event or claim.id)
        gathered.setdefault(key if claim.scope.event else claim.id, []).append(entry)
    found = [_happening(group, events, asked) for group in gathered.values()]
    return sorted(found, key=lambda happening: _place(happening, asked))


def _happening(
    entries: Sequence[Entry], events: Mapping[str, Event], asked: Sequence[str]
) -> Happening:
    ids = dict.fromkeys(entry.claim.scope.event for entry in entries)
    told = tuple(events[id_] for id_ in ids if id_ is not None and id_ in events)
    return Happening(told, tuple(sorted(entries, key=lambda entry: _urgency(entry.claim, asked))))


def _urgency(claim: Claim, asked: Sequence[str]) -> tuple[bool, bool, int, bool]:
    """Order claims: roles asked about first, plans after statements, then as the table has them."""
    place = _ORDER.index(claim.role) if claim.role in _ORDER else len(_ORDER)
    planned = claim.certainty in (Certainty.PLANNED, Certainty.CONDITIONAL)
    return claim.role not in asked, planned, place, claim.polarity is Polarity.AFFIRMED


def _place(happening: Happening, asked: Sequence[str]) -> tuple[object, ...]:
    first = happening.entries[0]
    days = [event.on.earliest or "9" for event in happening.events]
    return (*_urgency(first.claim, asked), min(days, default="9"), first.claim.id)


def event_words(happening: Happening) -> str:
    """Name an event: as its text does, with place, day and makers where those are missing."""
    if not happening.events:
        return "an event that the article leaves open"
    event = happening.events[0]
    parts = [clean(event.name) or event.kind]
    parts += [words for words in _more(event) if not _is_told(words, parts[0])]
    return ", ".join([*parts, *_unstated(happening, event)])


def _is_told(words: str, name: str) -> bool:
    """Whether the name of an event tells a place, day or maker already."""
    parts = words.split()
    return parts[-1] in name or (parts[0] in ("hosted", "offered") and parts[0] in name)


def _more(event: Event) -> Iterator[str]:
    if event.place:
        yield f"in {display_name(event.place)}"
    days = interval_words(event.on.earliest, event.on.latest)
    if days and not any(part.isdigit() and part in event.name for part in days.split()):
        yield days
    elif event.month_day and not days:
        yield month_day_words(event.month_day)
    if event.hosts:
        yield f"hosted by {names_of(event.hosts)}"
    elif event.proposers:
        yield f"offered by {names_of(event.proposers)}"


def _unstated(happening: Happening, event: Event) -> list[str]:
    """Say that nobody is named as the inviter, where somebody is said to be invited."""
    invited = [entry.claim for entry in happening.entries if entry.claim.role == "invite"]
    known = event.hosts or any(claim.scope.group for claim in invited)
    return ["inviter not stated"] if invited and not known else []


def said_words(happening: Happening) -> str:
    """Sum up what is said of the party: "not invited", "invited; attended"."""
    words = (part_words(entry.claim) for entry in happening.entries)
    return "; ".join(dict.fromkeys(words))


def render_happenings(
    names: str, happenings: Sequence[Happening], cases: Sequence[Case], width: int
) -> str:
    """Render what is said of a party, a row an event.

    Args:
        names: The party, as it is usually named.
        happenings: Events in the order to show.
        cases: Conflicts and look-alikes among these claims.
        width: Columns of a line.
    """
    lines = wrap(f"{names}: {_count(happenings)}, {_articles(happenings)}", width)
    for happening in happenings:
        lines += ["", *_happening_lines(happening, width)]
    lines += ["", *_case_lines(cases, width)] if cases else []
    legend = wording_legend(
        entry.article for happening in happenings for entry in happening.entries
    )
    lines += ["", *wrap(legend, width)] if legend else []
    return "\n".join(lines)


def _count(happenings: Sequence[Happening]) -> str:
    known = sum(bool(happening.events) for happening in happenings)
    open_ = len(happenings) - known
    words = [plural(known, "event")] if known else []
    words += [f"{plural(open_, 'statement')} about no named event"] if open_ else []
    return " and ".join(words)


def _articles(happenings: Sequence[Happening]) -> str:
    entries = [entry for happening in happenings for entry in happening.entries]
    return f"told by {plural(len({entry.article.id for entry in entries}), 'article')}"


def _happening_lines(happening: Happening, width: int) -> list[str]:
    lines = labelled(said_words(happening), event_words(happening), width, _LABEL)
    for entry in happening.entries:
        words, source = part_words(entry.claim), source_words(entry, entry.article)
        source = f"{words}: {source}" if len(happening.entries) > 1 else source
        lines += wrap(source, width, _INDENT)
        lines += quote_lines(entry, width, f"{_INDENT}  ")
    if happening.support.articles > 1:
        lines += wrap(f"in {support_words(happening.support)}", width, _INDENT)
    return lines


def _case_lines(cases: Sequence[Case], width: int) -> Iterator[str]:
    for case in cases:
        id_ = short_conflict(case.conflict.id, case.relation)
        label = f"{RELATIONS[case.relation].upper()}  {id_}  "
        sides = " / ".join(part_words(side.claim) for side in (case.left, case.right))
        yield from wrap(f"{sides}: {clean(case.conflict.reason)}", width, label, "  ")
