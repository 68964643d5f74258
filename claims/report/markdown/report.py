"""The report as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.report.count import parts_of
from claims.report.markdown.escape import md, paragraphs
from claims.report.markdown.finding import conflict_sections, gone_section, look_alike_section
from claims.report.markdown.record import (
    article_section,
    ledger_section,
    note_section,
    refusal_section,
)
from claims.report.wording import plural, verdict_words

if TYPE_CHECKING:
    from claims.report.view import Dossier

_METHOD: Final = (
    "Rules over a grammatical parse read amounts and participation from each sentence, with who "
    "says so and how surely; nothing is inferred that the rules do not read. Two answers are "
    "compared only where event, time, group, place and unit agree as far as they are known; every "
    "refusal is counted above with its reason. The report says who disagrees, never who is right. "
    "Quotes stand in the texts at the characters given, and the hashes name those texts. Words of "
    "a digest or translation are labelled and bear no quotation marks."
)
_LIMITS: Final = (
    "**A disagreement that is not listed may still exist**: what no rule reads is no claim, other "
    "languages than English are not read, and two reports of one origin may look like two."
)


def render_report(dossier: Dossier, made: str) -> str:
    """Render the report.

    Args:
        dossier: Everything it tells of.
        made: The one line that says when and by which version it was made.
    """
    return "\n".join(_lines(dossier, made)).rstrip("\n") + "\n"


def _lines(dossier: Dossier, made: str) -> Iterator[str]:
    yield from paragraphs("# Discrepancy report", made, _narrowed(dossier))
    yield from _summary(dossier)
    yield from conflict_sections(dossier)
    yield from look_alike_section(dossier.docket.look_alikes)
    yield from gone_section(dossier.docket.gone)
    yield from note_section(dossier.notes)
    yield from ledger_section(dossier.sheets)
    yield from article_section(dossier.articles)
    yield from refusal_section(dossier.docket.sums)
    yield from paragraphs("## Method and limits", _METHOD, _LIMITS)


def _narrowed(dossier: Dossier) -> str:
    if not dossier.narrowed_to:
        return ""
    return f"Narrowed to: {md(dossier.narrowed_to)}. The sums count the whole database."


def _summary(dossier: Dossier) -> Iterator[str]:
    sums = dossier.docket.sums
    yield from paragraphs(
        "## Summary",
        f"{plural(sums.articles, 'article')}, {plural(sums.claims, 'claim')}, "
        f"{plural(sums.considered, 'pair')} of answers considered:",
    )
    yield from (f"- {part}" for part in parts_of(sums))
    yield ""
    yield from paragraphs(_judged(dossier))


def _judged(dossier: Dossier) -> str:
    """Say what people decided on the conflicts shown."""
    statuses = Counter(case.status for case in dossier.docket.cases)
    if not statuses:
        return ""
    words = [f"{count:,} {verdict_words(status)}" for status, count in sorted(statuses.items())]
    return f"Status of the conflicts below: {', '.join(words)}."
