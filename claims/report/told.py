"""What a report tells of, each once: questions, conflicts, claims, articles, people's words.

The ledger and the list of conflicts overlap; whoever needs each thing once asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.report.facts import article_facts, claim_facts, outdated_among

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import Case, Dossier, Entry, Publication, Sheet


def told_sheets(dossier: Dossier) -> Iterator[Sheet]:
    """Give every question of the ledger, then those of conflicts that it does not hold."""
    told = {sheet.question.id for sheet in dossier.sheets}
    yield from dossier.sheets
    yield from (sheet for id_, sheet in dossier.docket.sheets.items() if id_ not in told)


def told_cases(dossier: Dossier) -> tuple[Case, ...]:
    """Give the conflicts, then the look-alikes that the filter allows, in their order."""
    return (*dossier.docket.cases, *dossier.docket.look_alikes)


def told_claims(dossier: Dossier) -> dict[str, Entry]:
    """Give every claim by its id: of answers, of conflicts, of people's words, in that order."""
    found: dict[str, Entry] = {}
    for entry in _entries(dossier):
        found.setdefault(entry.claim.id, entry)
    return found


def _entries(dossier: Dossier) -> Iterator[Entry]:
    for sheet in told_sheets(dossier):
        for row in sheet.rows:
            yield from row.entries
    for case in told_cases(dossier):
        yield from (case.left, case.right)
    yield from (entry for entry, _ in dossier.notes)


def told_articles(dossier: Dossier) -> dict[str, Publication]:
    """Give every article by its id: those that are listed, then those that claims stand in."""
    found = {entry.article.id: entry.article for entry in dossier.articles}
    for claim in told_claims(dossier).values():
        for article in claim.articles:
            found.setdefault(article.id, article)
    return found


def told_words(dossier: Dossier) -> dict[str, tuple[Annotation, bool]]:
    """Give every word of people by its id, and whether it was given on other facts."""
    found: dict[str, tuple[Annotation, bool]] = {}
    for words, outdated in _groups(dossier):
        for word in words:
            found.setdefault(word.id, (word, word.id in outdated))
    return found


def _groups(dossier: Dossier) -> Iterator[tuple[Iterable[Annotation], Iterable[str]]]:
    yield from ((case.words, case.outdated) for case in told_cases(dossier))
    yield from ((sheet.words, sheet.outdated) for sheet in told_sheets(dossier))
    for entry, word in dossier.notes:
        yield [word], outdated_among([word], claim_facts(entry))
    for listed in dossier.articles:
        yield listed.words, outdated_among(listed.words, article_facts(listed.article))
    gone = dossier.docket.gone
    yield gone, [word.id for word in gone]
