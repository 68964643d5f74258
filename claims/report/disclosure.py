"""What a report may tell of what people said: words that are marked internal stay out.

A status that rests on such a word goes with it; what an internal word corrects goes too. A claim
that an internal word recorded, corrected or retracted stays what it is, and is marked so; who said
it is not told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.model import standing, status_of
from claims.questions.correction import counting_words
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.model import Annotation, Claim
    from claims.report.view import ArticleEntry, Case, Docket, Dossier, Entry, Row, Sheet

Words = tuple["Annotation", ...]

SOMEBODY: Final = "somebody whose word is internal"
"""What stands in place of a name that is not told."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of claims, by claim: the words that may be told, and those that made them."""

    notes: Mapping[str, Words]
    makers: Mapping[str, Words]


def with_internal(dossier: Dossier) -> Dossier:
    """Mark a report as one that tells words that are internal."""
    return replace(dossier, hidden_words=None)


def without_internal(dossier: Dossier) -> Dossier:
    """Take the words that are marked internal out of a report, and count them."""
    hidden = {word.id for word in _all_words(dossier) if word.is_internal}
    if not hidden:
        return dossier
    claims = _Said(
        {id_: _public(words) for id_, words in dossier.said.items()},
        {id_: tuple(counting_words(words)) for id_, words in dossier.said.items()},
    )
    notes = ((_entry(entry, claims), word) for entry, word in dossier.notes)
    return replace(
        dossier,
        docket=_docket(dossier.docket, claims),
        sheets=tuple(_sheet(sheet, claims) for sheet in dossier.sheets),
        articles=tuple(map(_article, dossier.articles)),
        notes=tuple((entry, word) for entry, word in notes if word in claims.notes[entry.claim.id]),
        hidden_words=len(hidden),
    )


def hidden_words(count: int | None) -> str:
    """Say how many words of people a report leaves out; None where it tells them."""
    if count is None:
        return "Words marked internal are in this report; do not hand it on unread."
    verb = "is" if count == 1 else "are"
    return f"{plural(count, 'word')} of people marked internal {verb} left out."


def _all_words(dossier: Dossier) -> Iterator[Annotation]:
    docket = dossier.docket
    sheets = (*docket.sheets.values(), *dossier.sheets)
    for sheet in sheets:
        yield from sheet.words
    for case in (
        *(*docket.cases, *docket.look_alikes, *docket.others),
        *(case for sheet in sheets for case in (*sheet.cases, *sheet.look_alikes)),
    ):
        yield from case.words
    for entry in dossier.articles:
        yield from entry.words
    yield from docket.gone
    for id_ in {entry.claim.id for entry in _all_entries(dossier)} if dossier.said else ():
        yield from dossier.said.get(id_, ())


def _all_entries(dossier: Dossier) -> Iterator[Entry]:
    docket = dossier.docket
    for sheet in (*docket.sheets.values(), *dossier.sheets):
        yield from (entry for row in sheet.rows for entry in row.entries)
    for case in (*docket.cases, *docket.look_alikes, *docket.others):
        yield from (case.left, case.right)
    yield from (entry for entry, _ in dossier.notes)


def _public(words: Iterable[Annotation]) -> Words:
    said = tuple(words)
    corrected = {word.supersedes for word in said if word.is_internal}
    return tuple(word for word in said if not word.is_internal and word.id not in corrected)


def _status(words: Words, outdated: Collection[str] = ()) -> str:
    return status_of(word for word in standing(words) if word.id not in outdated)


def _entry(entry: Entry, claims: _Said) -> Entry:
    words = claims.notes.get(entry.claim.id)
    entry = replace(entry, claim=_unsigned(entry.claim, claims.makers.get(entry.claim.id, ())))
    if words is None or len(words) == entry.notes:
        return entry
    return replace(entry, status=_status(words), notes=len(words))


def _unsigned(claim: Claim, makers: Words) -> Claim:
    """Take the names of those whose words are internal from a claim that they made."""
    if not any(word.is_internal for word in makers):
        return claim
    names = (SOMEBODY if word.is_internal else word.by for word in makers)
    return replace(claim, signed=tuple(dict.fromkeys(names)))


def _docket(docket: Docket, claims: _Said) -> Docket:
    return replace(
        docket,
        cases=_cases(docket.cases, claims),
        look_alikes=_cases(docket.look_alikes, claims),
        others=_cases(docket.others, claims),
        sheets={id_: _sheet(sheet, claims) for id_, sheet in docket.sheets.items()},
        gone=_public(docket.gone),
    )


def _cases(cases: Iterable[Case], claims: _Said) -> tuple[Case, ...]:
    return tuple(_case(case, claims) for case in cases)


def _case(case: Case, claims: _Said) -> Case:
    words = _public(case.words)
    return replace(
        case,
        left=_entry(case.left, claims),
        right=_entry(case.right, claims),
        words=words,
        status=case.status if words == case.words else _status(words, case.outdated),
    )


def _sheet(sheet: Sheet, claims: _Said) -> Sheet:
    words = _public(sheet.words)
    return replace(
        sheet,
        rows=tuple(_row(row, claims) for row in sheet.rows),
        cases=_cases(sheet.cases, claims),
        look_alikes=_cases(sheet.look_alikes, claims),
        words=words,
        status=sheet.status if words == sheet.words else _status(words, sheet.outdated),
    )


def _row(row: Row, claims: _Said) -> Row:
    return replace(row, entries=tuple(_entry(entry, claims) for entry in row.entries))


def _article(entry: ArticleEntry) -> ArticleEntry:
    words = _public(entry.words)
    return entry if words == entry.words else replace(entry, words=words, status=_status(words))
