"""The report as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.report.closing import LIMITS, METHOD, WARNING
from claims.report.count import conflict_words, parts_of
from claims.report.disclosure import hidden_words
from claims.report.dismissal import part_dismissed
from claims.report.markdown.escape import md, paragraphs, table
from claims.report.markdown.finding import (
    conflict_sections,
    dismissed_section,
    gone_section,
    look_alike_section,
)
from claims.report.markdown.gap import refusal_section, unread_section
from claims.report.markdown.record import article_section, ledger_section, note_section
from claims.report.markdown.timeline import timeline_section
from claims.report.measured import HEADS as MEASURE_HEADS
from claims.report.measured import INTRODUCTION as MEASURED
from claims.report.measured import measures
from claims.report.wording import plural, verdict_words

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Case, Dossier


def render_markdown(dossier: Dossier, imprint: Imprint) -> Iterator[str]:
    """Render the report, line by line.

    Args:
        dossier: Everything it tells of.
        imprint: Its title, and when and by which version it was made.
    """
    empty = ""
    for line in _lines(dossier, imprint):
        if line:
            yield f"{empty}{line}\n"
        empty = "" if line else f"{empty}\n"


def _lines(dossier: Dossier, imprint: Imprint) -> Iterator[str]:
    left_out = hidden_words(dossier.hidden_words)
    dossier, dismissed = part_dismissed(dossier)
    yield from paragraphs(f"# {md(imprint.title)}", imprint.words, _narrowed(dossier), left_out)
    yield from _summary(dossier, dismissed)
    yield from timeline_section(dossier.docket)
    yield from conflict_sections(dossier)
    yield from look_alike_section(dossier.docket.look_alikes)
    yield from gone_section(dossier.docket.gone)
    yield from note_section(dossier.notes)
    yield from ledger_section(dossier.sheets)
    yield from article_section(dossier.articles)
    yield from refusal_section(dossier)
    yield from unread_section(dossier)
    yield from paragraphs("## Method and limits", METHOD, f"**{WARNING}**{LIMITS}")
    yield from paragraphs("### How much is found, and how much of it is right", MEASURED)
    yield from table(MEASURE_HEADS, measures())
    yield from dismissed_section(dismissed, dossier.docket.sheets)


def _narrowed(dossier: Dossier) -> str:
    if not dossier.narrowed_to:
        return ""
    return f"Narrowed to: {md(dossier.narrowed_to)}. The sums count the whole database."


def _summary(dossier: Dossier, dismissed: Sequence[Case]) -> Iterator[str]:
    sums = dossier.docket.sums
    yield from paragraphs(
        "## Summary",
        f"{plural(sums.articles, 'article')}, {plural(sums.claims, 'claim')}, "
        f"{plural(sums.considered, 'pair')} of answers considered:",
    )
    yield from (f"- {part}" for part in parts_of(sums))
    yield ""
    yield from paragraphs(_judged(dossier), _dismissed(dismissed))


def _judged(dossier: Dossier) -> str:
    """Say what people decided on the conflicts shown."""
    statuses = Counter(case.status for case in dossier.docket.cases)
    if not statuses:
        return ""
    words = [f"{count:,} {verdict_words(status)}" for status, count in sorted(statuses.items())]
    return f"Status of the conflicts below: {', '.join(words)}."


def _dismissed(cases: Sequence[Case]) -> str:
    if not cases:
        return ""
    counted = conflict_words(Counter(case.relation for case in cases))
    return f"Dismissed by people, and told in the appendix: {counted}."
