"""What a report may tell of what people said: words that are marked internal stay out.

A status that rests on such a word goes with it; what an internal word corrects goes too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import standing, status_of
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import ArticleEntry, Case, Docket, Dossier, Entry, Row, Sheet

Words = tuple["Annotation", ...]


def with_internal(dossier: Dossier) -> Dossier:
    """Mark a report as one that tells words that are internal."""
    return replace(dossier, hidden_words=None)


def without_internal(dossier: Dossier) -> Dossier:
    """Take the words that are marked internal out of a report, and count them."""
    hidden = {word.id for word in _all_words(dossier) if word.is_internal}
    if not hidden:
        return dossier
    claims = _words_on_claims(dossier)
    notes = ((_entry(entry, claims), word) for entry, word in dossier.notes)
    return replace(
        dossier,
        docket=_docket(dossier.docket, claims),
        sheets=tuple(_sheet(sheet, claims) for sheet in dossier.sheets),
        articles=tuple(map(_article, dossier.articles)),
        notes=tuple((entry, word) for entry, word in notes if word in claims[entry.claim.id]),
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
    yield from (word for _, word in dossier.notes)


def _public(words: Iterable[Annotation]) -> Words:
    said = tuple(words)
    corrected = {word.supersedes for word in said if word.is_internal}
    return tuple(word for word in said if not word.is_internal and word.id not in corrected)


def _status(words: Words, outdated: Collection[str] = ()) -> str:
    return status_of(word for word in standing(words) if word.id not in outdated)


def _words_on_claims(dossier: Dossier) -> Mapping[str, Words]:
    said: dict[str, list[Annotation]] = {}
    for entry, word in dossier.notes:
        said.setdefault(entry.claim.id, []).append(word)
    return {id_: _public(words) for id_, words in said.items()}


def _entry(entry: Entry, claims: Mapping[str, Words]) -> Entry:
    words = claims.get(entry.claim.id)
    if words is None or len(words) == entry.notes:
        return entry
    return replace(entry, status=_status(words), notes=len(words))


def _docket(docket: Docket, claims: Mapping[str, Words]) -> Docket:
    return replace(
        docket,
        cases=_cases(docket.cases, claims),
        look_alikes=_cases(docket.look_alikes, claims),
        others=_cases(docket.others, claims),
        sheets={id_: _sheet(sheet, claims) for id_, sheet in docket.sheets.items()},
        gone=_public(docket.gone),
    )


def _cases(cases: Iterable[Case], claims: Mapping[str, Words]) -> tuple[Case, ...]:
    return tuple(_case(case, claims) for case in cases)


def _case(case: Case, claims: Mapping[str, Words]) -> Case:
    words = _public(case.words)
    return replace(
        case,
        left=_entry(case.left, claims),
        right=_entry(case.right, claims),
        words=words,
        status=case.status if words == case.words else _status(words, case.outdated),
    )


def _sheet(sheet: Sheet, claims: Mapping[str, Words]) -> Sheet:
    words = _public(sheet.words)
    return replace(
        sheet,
        rows=tuple(_row(row, claims) for row in sheet.rows),
        cases=_cases(sheet.cases, claims),
        look_alikes=_cases(sheet.look_alikes, claims),
        words=words,
        status=sheet.status if words == sheet.words else _status(words, sheet.outdated),
    )


def _row(row: Row, claims: Mapping[str, Words]) -> Row:
    return replace(row, entries=tuple(_entry(entry, claims) for entry in row.entries))


def _article(entry: ArticleEntry) -> ArticleEntry:
    words = _public(entry.words)
    return entry if words == entry.words else replace(entry, words=words, status=_status(words))
