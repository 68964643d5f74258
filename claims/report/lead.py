"""What would settle a conflict: whom to ask what, and what is missing.

The questions follow from the chain of speakers alone. Nothing is said about who may be right, and
nobody is named whom no article names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claims.data import load_toml
from claims.model import Certainty, Relation, Rendition, Target
from claims.report.block import by_question, heading, labelled
from claims.report.byline import author_words, file_words, outlet_words
from claims.report.identity import short_claim, short_conflict, short_id
from claims.report.layout import clean, wrap
from claims.report.wording import answer_words, joined, plural

if TYPE_CHECKING:
    from claims.model import Speaker
    from claims.report.view import Case, Entry, Publication, Sheet

Document = dict[str, Any]

LEADS_SCHEMA: Final = "claims/leads/1"
_MOST: Final = 5
_INDENT: Final = " " * 10


class Source(StrEnum):
    """What sort of source an article cites."""

    OUTLET = "outlet"
    DOCUMENT = "document"
    NAMED = "named"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to put to somebody.

    Args:
        to: Whom to ask.
        question: What to ask.
        claim: The claim it is about.
    """

    to: str
    question: str
    claim: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What would settle the conflicts of one question.

    Args:
        cases: The conflicts, the highest rank first.
        asks: Whom to ask what.
        missing: What is not known, each with how it can be filled in where there is a way.
    """

    cases: tuple[Case, ...]
    asks: tuple[Ask, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """A cited outlet or document that is not in the database.

    Args:
        name: As it is cited.
        sort: Which of the two it is.
        claims: The claims that rest on it, by id.
        files: The articles that cite it.
        conflicts: The short ids of the open conflicts that rest on it.
    """

    name: str
    sort: Source
    claims: tuple[str, ...]
    files: tuple[str, ...]
    conflicts: tuple[str, ...] = ()


def source_sort(link: Speaker, *, is_outlet: bool) -> Source:
    """Say what sort of source a link of a chain of speakers is.

    "The Accords" is a document, "US officials" are unnamed, "Zamir Kabulov" is named.
    """
    if is_outlet:
        return Source.OUTLET
    words = link.name.casefold().split() or [""]
    last = words[-1].strip("'’\"”")
    if words[0] in _words("vague"):
        return Source.UNNAMED
    forms = {last, last.removesuffix("s"), last.removesuffix("es")}
    if forms & _words("documents"):
        return Source.DOCUMENT
    return Source.UNNAMED if forms & _words("unnamed") else Source.NAMED


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("sources.toml")[name])


def leads_of(
    cases: Iterable[Case], sheets: Mapping[str, Sheet], sorts: Mapping[str, Source]
) -> tuple[Lead, ...]:
    """Say what would settle conflicts, those of one question together.

    Args:
        cases: The conflicts, the highest rank first.
        sheets: Their questions, by id.
        sorts: The sort of every speaker, by key.
    """
    return tuple(
        _lead(group, sheets.get(question), sorts) for question, group in by_question(cases).items()
    )


def _lead(cases: Sequence[Case], sheet: Sheet | None, sorts: Mapping[str, Source]) -> Lead:
    entries: dict[str, Entry] = {}
    lists: set[str] = set()
    for case in cases:
        for side in (case.left, case.right):
            row = sheet.row_of(side.claim.id) if sheet else None
            found = {entry.claim.id: entry for entry in (row.entries if row else (side,))}
            entries |= found
            lists |= set(found) if case.relation is Relation.OMISSION else set()
    asks = [ask for entry in entries.values() for ask in _asks(entry, sorts, lists)]
    missing = [gap for entry in entries.values() for gap in _gaps(entry)]
    once = {(ask.to, ask.question): ask for ask in reversed(asks)}
    kept = tuple(ask for ask in asks if once[ask.to, ask.question] is ask)
    return Lead(tuple(cases), kept, tuple(dict.fromkeys([*missing, *_single_origins(cases)])))


def _asks(entry: Entry, sorts: Mapping[str, Source], lists: set[str]) -> Iterator[Ask]:
    """Put questions to those who say so, from the author inwards."""
    claim = entry.claim
    asked = _author(entry.article)
    said = answer_words(claim)
    if not claim.speakers:
        yield Ask(asked, f"where is “{said}” from? No source is named.", claim.id)
    for link in claim.speakers:
        name, sort = clean(link.name), sorts.get(link.key, Source.NAMED)
        if sort is Source.UNNAMED:
            yield Ask(asked, f"who are “{name}”, who give “{said}”?", claim.id)
            continue
        if link.key in entry.absent or sort is Source.DOCUMENT:
            name += " (not in this database)" if link.key in entry.absent else ""
            yield Ask(name, f"what exactly does it say of “{said}”, and of which day?", claim.id)
        elif sort is Source.NAMED:
            yield Ask(name, f"is “{said}” right, as {asked} reports it, and as of when?", claim.id)
        asked = name
    if claim.id in lists:
        yield Ask(asked, f"is the list complete: “{said}”?", claim.id)
    if claim.certainty is Certainty.HEDGED:
        yield Ask(asked, f"is it confirmed by now: “{said}”?", claim.id)


def _author(article: Publication) -> str:
    """Name whom to ask about an article: author and outlet, as far as they are known."""
    known = [author_words(article)] if article.authors else []
    known += [outlet_words(article)] if article.outlet else []
    return ", ".join(known) or f"whoever published {file_words(article)}"


def _gaps(entry: Entry) -> Iterator[str]:
    """Name what is not known of an article and of when its statement holds."""
    article = entry.article
    gaps = [
        (article.published is None, "when it was published", "--published DAY"),
        (article.outlet is None, "in which outlet", "--outlet NAME"),
        (not article.authors, "who wrote it", "--author NAME"),
    ]
    unknown = [words for missing, words, _ in gaps if missing]
    options = " ".join(option for missing, _, option in gaps if missing)
    if unknown:
        give = f"; give it with: claims add {clean(article.file)} {options}" if article.file else ""
        yield f"of {file_words(article)}, {joined(unknown)}{give}"
    if article.rendition is not Rendition.VERBATIM:
        yield f"the outlet's own words: {file_words(article)} is a {article.rendition.value}"
    as_of = entry.claim.scope.as_of
    if as_of.earliest is None and as_of.latest is None:
        yield f"the time that “{answer_words(entry.claim)}” ({_id(entry)}) is about"


def _id(entry: Entry) -> str:
    return short_claim(entry.claim.id)


def _single_origins(cases: Sequence[Case]) -> Iterator[str]:
    """Name the sides that rest on one origin although several articles give them."""
    for case in cases:
        held = case.conflict.left_support, case.conflict.right_support
        for entry, support in zip((case.left, case.right), held, strict=True):
            if support.articles > 1 and support.origins_at_most == 1:
                said = answer_words(entry.claim)
                yield f"a second origin for “{said}”: its {support.articles} articles have one"


def render_leads(leads: Sequence[Lead], absent: Sequence[Absent], width: int) -> str:
    """Render what to ask whom, question by question, then the sources that are not here."""
    lines: list[str] = []
    for lead in leads:
        lines += [*_lead_lines(lead, width), ""]
    if not leads:
        lines += ["No open conflict.", ""]
    if absent:
        lines.append(f"CITED, NOT IN THIS DATABASE ({len(absent)})")
        for source in absent:
            lines += wrap(_absent_words(source), width, "  ", "    ")
        lines.append("")
    asks = sum(len(lead.asks) for lead in leads)
    conflicts = sum(len(lead.cases) for lead in leads)
    sums = (plural(conflicts, "open conflict"), plural(asks, "question"))
    return "\n".join([*lines, ", ".join((*sums, plural(len(absent), "absent source")))])


def _lead_lines(lead: Lead, width: int) -> Iterator[str]:
    first = lead.cases[0]
    title = f"{heading(first)}  {short_id(Target.QUESTION, first.conflict.question)}  "
    yield from wrap(first.question, width, title, "    ")
    for case in lead.cases:
        sides = " / ".join(answer_words(side.claim) for side in (case.left, case.right))
        yield from wrap(sides, width, f"  {short_conflict(case.conflict.id, case.relation)}  ")
    for to, asks in _by_person(lead.asks).items():
        yield from labelled("ask", f"{to}:", width)
        for ask in asks:
            yield from wrap(f"{ask.question} ({short_claim(ask.claim)})", width, f"{_INDENT}- ")
    for gap in lead.missing:
        yield from labelled("missing", gap, width)


def _by_person(asks: Iterable[Ask]) -> dict[str, list[Ask]]:
    groups: dict[str, list[Ask]] = {}
    for ask in asks:
        groups.setdefault(ask.to, []).append(ask)
    return groups


def _absent_words(source: Absent) -> str:
    shown = joined([short_claim(id_) for id_ in source.claims[:_MOST]])
    more = f" and {len(source.claims) - _MOST} more" if len(source.claims) > _MOST else ""
    files = ", ".join(map(clean, source.files[:_MOST]))
    verb = "rests" if len(source.conflicts) == 1 else "rest"
    rests = f"; {joined(source.conflicts)} {verb} on it" if source.conflicts else ""
    return f"{clean(source.name)} ({source.sort.value}), cited in {files}: {shown}{more}{rests}"


def leads_document(leads: Sequence[Lead], absent: Sequence[Absent]) -> Document:
    """Write what to ask whom, and the cited sources that are not in the database."""
    return {
        "schema": LEADS_SCHEMA,
        "leads": [_lead_document(lead) for lead in leads],
        "absent": [
            {
                "name": source.name,
                "sort": source.sort.value,
                "claims": list(source.claims),
                "files": list(source.files),
                "conflicts": list(source.conflicts),
            }
            for source in absent
        ],
    }


def _lead_document(lead: Lead) -> Document:
    first = lead.cases[0]
    return {
        "question": {"id": first.conflict.question, "text": first.question},
        "conflicts": [case.conflict.id for case in lead.cases],
        "ask": [{"to": a.to, "question": a.question, "claim": a.claim} for a in lead.asks],
        "missing": list(lead.missing),
    }
