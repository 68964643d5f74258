"""The report as a page: the templates with the words they speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claims.model import Between, Genre, Rendition, Target
from claims.report import byline, count, identity, wording
from claims.report.block import heading
from claims.report.closing import LIMITS, METHOD, WARNING
from claims.report.correction import mark_words
from claims.report.disclosure import hidden_words
from claims.report.dismissal import MEANING as DISMISSED
from claims.report.dismissal import NONE as NONE_DISMISSED
from claims.report.dismissal import part_dismissed
from claims.report.gap import claim_parts, held_words, more_words, silence_words, silences_of
from claims.report.html.glance import (
    MOST_QUESTIONS,
    answers_glance,
    findings_glance,
    status_glance,
)
from claims.report.html.grid import grid_of
from claims.report.html.panel import panels_of
from claims.report.html.scale import scale_of
from claims.report.html.timeline import timeline_of
from claims.report.html.word import words_of, words_on_article, words_on_claim
from claims.report.layout import clean
from claims.report.ledger import end_words, spread_of
from claims.report.measured import HEADS as MEASURE_HEADS
from claims.report.measured import INTRODUCTION as MEASURED
from claims.report.measured import measures
from claims.report.passage import bare_passage, pieces_of
from claims.report.timeline import NONE as NO_UPDATE

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.passage import Passage
    from claims.report.view import Case, Dossier, Entry, Publication, Sums

_LONGEST_LABEL: Final = 26
_LONG_NOTE: Final = 2000
"""Characters above which a note is folded, so that it hides nothing else; printed it is open."""


def render_html(dossier: Dossier, imprint: Imprint) -> Iterator[str]:
    """Render the report, piece by piece.

    Args:
        dossier: Everything it tells of.
        imprint: Its title, and when and by which version it was made.
    """
    dossier, dismissed = part_dismissed(dossier)
    panels = panels_of(dossier.docket)
    template = _environment().get_template("report.html")
    yield from template.generate(
        dossier=dossier,
        imprint=imprint,
        panels=panels,
        dismissed=panels_of(dossier.docket, dismissed, "D"),
        grid=grid_of(panels),
        scales=list(filter(None, map(scale_of, panels))),
        timelines=list(filter(None, map(timeline_of, panels))),
        passage_of=_finder(dossier),
    )
    yield "\n"


def _finder(dossier: Dossier) -> Callable[[Entry], Passage]:
    """Give what finds the paragraph of a quote; the quote itself where none was taken along."""
    known = dossier.passages
    return lambda entry: known.get(entry.claim.id) or bare_passage(entry.claim)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claims.report.html", "template"),
        autoescape=True,
        finalize=_shown,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(_VOCABULARY)
    return environment


def _shown(value: Any) -> Any:
    """Clean words from outside of what could steer a reader; what is markup is ours."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _label(words: str, longest: int = _LONGEST_LABEL) -> str:
    """Cut a label that has little room; the table beside the picture has all of it."""
    shown = clean(words)
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def _link(address: str | None) -> str:
    """Give an address that may be followed; empty for any other."""
    known = (address or "").strip()
    return known if known.lower().startswith(("https://", "http://")) else ""


def _genre(article: Publication) -> str:
    return "genre unknown" if article.genre is Genre.UNKNOWN else article.genre.value


def _source_name(entry: Entry, article: Publication) -> str:
    """Name who says so and the outlet that prints it, where that is another."""
    one = replace(entry, articles=(article,))
    speaker, outlet = byline.short_speaker_words(one), byline.outlet_words(article)
    return speaker if outlet in speaker else f"{speaker}, in {outlet}"


def _counted(cases: Iterable[Case]) -> str:
    """Count conflicts by relation, in words."""
    found = Counter(case.relation for case in cases)
    return count.conflict_words(found)


def _statuses(cases: Iterable[Case]) -> str:
    """Say what people decided on some conflicts."""
    found = Counter(case.status for case in cases)
    return ", ".join(
        f"{many:,} {wording.verdict_words(one)}" for one, many in sorted(found.items())
    )


def _side_words(case: Case) -> str:
    return " / ".join(wording.answer_words(side.claim) for side in (case.left, case.right))


def _refusals(sums: Sums) -> list[tuple[str, int]]:
    """Give the reasons why pairs were not compared, the most frequent first."""
    return sorted(sums.refusals.items(), key=lambda item: (-item[1], item[0]))


_VOCABULARY: Final[Mapping[str, Any]] = {
    "ARTICLES": Between.ARTICLES,
    "ONE_ARTICLE": Between.ONE_ARTICLE,
    "DISMISSED": DISMISSED,
    "LIMITS": LIMITS,
    "LONG_NOTE": _LONG_NOTE,
    "MEASURED": MEASURED,
    "MEASURES": measures(),
    "MEASURE_HEADS": MEASURE_HEADS,
    "METHOD": METHOD,
    "MOST_GLANCES": MOST_QUESTIONS,
    "NO_UPDATE": NO_UPDATE,
    "NONE_DISMISSED": NONE_DISMISSED,
    "WARNING": WARNING,
    "RELATIONS": wording.RELATIONS,
    "VERBATIM": Rendition.VERBATIM,
    "answer_words": wording.answer_words,
    "answers_glance": answers_glance,
    "added_words": byline.added_words,
    "as_of_words": wording.as_of_words,
    "author_words": byline.author_words,
    "claim_parts": claim_parts,
    "counted": _counted,
    "end_words": end_words,
    "file_words": byline.file_words,
    "findings_glance": findings_glance,
    "genre": _genre,
    "heading": heading,
    "held_words": held_words,
    "hidden_words": hidden_words,
    "label": _label,
    "link": _link,
    "mark_words": mark_words,
    "more_words": more_words,
    "origin_words": byline.origin_words,
    "outlet_words": byline.outlet_words,
    "parts_of": count.parts_of,
    "pieces_of": pieces_of,
    "plural": wording.plural,
    "published_words": byline.published_words,
    "refusals": _refusals,
    "short_speaker_words": byline.short_speaker_words,
    "side_words": _side_words,
    "silence_words": silence_words,
    "silences_of": silences_of,
    "source_name": _source_name,
    "speaker_words": byline.speaker_words,
    "spread_of": spread_of,
    "statement_words": wording.statement_words,
    "status_glance": status_glance,
    "statuses": _statuses,
    "support_words": count.support_words,
    "time_words": byline.time_words,
    "verdict_words": wording.verdict_words,
    "wording_legend": byline.wording_legend,
    "short_article": partial(identity.short_id, Target.ARTICLE),
    "short_claim": identity.short_claim,
    "short_conflict": identity.short_conflict,
    "short_question": partial(identity.short_id, Target.QUESTION),
    "words_on_article": words_on_article,
    "words_on_claim": words_on_claim,
    "words_of": words_of,
}
