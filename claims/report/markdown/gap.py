"""What was not compared, and what was not read, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.model import Rendition
from claims.report.byline import file_words, outlet_words, wording_label
from claims.report.gap import claim_parts, held_words, more_words, silence_words, silences_of
from claims.report.markdown.escape import code, md, paragraphs, table
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.read import Unread
    from claims.report.gap import Silence
    from claims.report.view import Dossier, Publication


def refusal_section(dossier: Dossier) -> Iterator[str]:
    """Say what was not compared, and why; the numbers add up."""
    sums = dossier.docket.sums
    ordered = sorted(sums.refusals.items(), key=lambda item: (-item[1], item[0]))
    refused = sum(sums.refusals.values())
    yield from paragraphs("## Not compared, and why")
    yield from _fates(dossier)
    yield from paragraphs(
        f"Of {plural(sums.considered, 'pair')} of answers that were considered, {refused:,} could "
        "not be compared."
    )
    rows = [(f"{count:,}", md(reason)) for reason, count in ordered]
    yield from table(("Pairs", "Reason"), [*rows, (f"{refused:,}", "in all")] if rows else [])


def _fates(dossier: Dossier) -> Iterator[str]:
    parts = claim_parts(dossier)
    if not parts:
        return
    claims = dossier.docket.sums.claims
    yield from paragraphs(f"The {plural(claims, 'claim')}:")
    yield from (f"- {part}" for part in parts)
    yield ""
    yield from paragraphs(f"Together these are the {plural(claims, 'claim')}.")


def unread_section(dossier: Dossier) -> Iterator[str]:
    """Tell the sentences that look checkable and gave no claim; none is said too."""
    silences = silences_of(dossier)
    yield from paragraphs("## Sentences from which nothing was read", silence_words(silences))
    for silence in silences:
        yield from _silence(silence)


def _silence(silence: Silence) -> Iterator[str]:
    article = silence.article
    yield from paragraphs(f"### {code(file_words(article))}, {md(outlet_words(article))}")
    for sentence in silence.sentences:
        yield from paragraphs(f"> {_quoted(article, sentence)}")
    yield from paragraphs(more_words(silence))


def _quoted(article: Publication, sentence: Unread) -> str:
    span, words = sentence.span, md(sentence.words)
    verbatim = article.rendition is Rendition.VERBATIM
    said = f"“{words}”" if verbatim else f"*{wording_label(article)}* {words}"
    return f"{said} — {held_words(sentence)}, characters {span.start} to {span.end}"
