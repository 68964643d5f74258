"""Conflicts and look-alikes as Markdown: answers side by side, quotes, reason, status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.model import Between, Target, standing
from claims.report.block import by_question, heading
from claims.report.byline import file_words
from claims.report.count import conflict_words, support_words
from claims.report.dismissal import MEANING as DISMISSED
from claims.report.dismissal import NONE as NONE_DISMISSED
from claims.report.identity import short_conflict, short_id
from claims.report.markdown.escape import code, md, paragraphs, table
from claims.report.markdown.part import quote_lines, source_cells, word_lines
from claims.report.wording import answer_words, plural, verdict_words

if TYPE_CHECKING:
    from claims.model import Annotation, Support
    from claims.report.view import Case, Dossier, Entry, Sheet

_HEADS = ("Answer", "Author", "Outlet", "Published", "Who says so", "Support")
_SECTIONS = {
    Between.ARTICLES: "Conflicts between articles",
    Between.ONE_ARTICLE: "Conflicts inside one article",
}


def conflict_sections(dossier: Dossier) -> Iterator[str]:
    """Tell the conflicts between articles, then those inside one; none is said too."""
    docket = dossier.docket
    for between, title in _SECTIONS.items():
        cases = [case for case in docket.cases if case.between is between]
        yield from paragraphs(f"## {title}", _count_of(cases))
        for question, group in by_question(cases).items():
            yield from _question(group, docket.sheets.get(question))


def dismissed_section(cases: Sequence[Case], sheets: Mapping[str, Sheet]) -> Iterator[str]:
    """Tell the findings that people dismissed, by question; none is said too."""
    yield from paragraphs(
        "## Appendix: dismissed findings",
        f"{DISMISSED} {_count_of(cases)}" if cases else NONE_DISMISSED,
    )
    for question, group in by_question(cases).items():
        yield from _question(group, sheets.get(question))


def _count_of(cases: Sequence[Case]) -> str:
    return f"{conflict_words(Counter(case.relation for case in cases))}."


def _question(cases: Sequence[Case], sheet: Sheet | None) -> Iterator[str]:
    """Tell the conflicts of one question, every answer that takes part in one once."""
    first = cases[0]
    yield from paragraphs(f"### {md(first.question)}")
    sides = _sides(cases, sheet)
    yield from table(_HEADS, [row for side in sides for row in _answer_rows(side)])
    for entry, _, _ in sides:
        yield from quote_lines(entry, entry.article)
    for case in cases:
        yield from _reason(case)
    if sheet is not None:
        yield from word_lines(sheet.words, sheet.outdated)


def _sides(
    cases: Sequence[Case], sheet: Sheet | None
) -> list[tuple[Entry, tuple[Entry, ...], Support]]:
    """Give each distinct answer once: its representative, the other claims, its support."""
    sides: dict[str, tuple[Entry, tuple[Entry, ...], Support]] = {}
    for case in cases:
        conflict = case.conflict
        for entry, support in (
            (case.left, conflict.left_support),
            (case.right, conflict.right_support),
        ):
            row = sheet.row_of(entry.claim.id) if sheet else None
            others = row.entries if row else (entry,)
            kept = tuple(other for other in others if other.claim.id != entry.claim.id)
            sides.setdefault(row.answer.id if row else entry.claim.id, (entry, kept, support))
    return list(sides.values())


def _answer_rows(side: tuple[Entry, tuple[Entry, ...], Support]) -> Iterator[Sequence[str]]:
    """Give a row for each article that holds an answer; the answer and its support once."""
    entry, others, support = side
    held = [(one, article) for one in (entry, *others) for article in one.articles]
    for at, (one, article) in enumerate(held):
        answer = f"**{md(answer_words(entry.claim))}**" if at == 0 else "the same"
        yield answer, *source_cells(one, article), support_words(support) if at == 0 else ""


def _reason(case: Case) -> Iterator[str]:
    conflict = case.conflict
    id_ = code(short_conflict(conflict.id, case.relation))
    pair = " / ".join(md(answer_words(side.claim)) for side in (case.left, case.right))
    yield from paragraphs(
        f"**{heading(case).capitalize()}** {id_}: {pair}. {md(conflict.reason)} "
        f"Rule: {code(conflict.rule)}. Status: {verdict_words(case.status)}."
    )
    yield from word_lines(case.words, case.outdated)


def look_alike_section(cases: Iterable[Case]) -> Iterator[str]:
    """Tell what only looks like a conflict, and why it is none."""
    found = list(cases)
    yield from paragraphs("## Not the same thing", _look_alike_count(found))
    for case in found:
        sides = " / ".join(
            f"{md(answer_words(side.claim))} ({code(file_words(side.article))})"
            for side in (case.left, case.right)
        )
        id_ = code(short_conflict(case.conflict.id, case.relation))
        yield f"- {sides}: {md(case.conflict.reason)} {id_}"
        for side in (case.left, case.right):
            yield from ("", f"  {quote_lines(side, side.article)[0]}")
        said = word_lines(case.words, case.outdated)
        yield from ("", *(f"  {line}".rstrip() for line in said[:-1])) if said else ()
        yield ""


def _look_alike_count(cases: Sequence[Case]) -> str:
    if not cases:
        return "Nothing that looks like a conflict and is none."
    return (
        f"{plural(len(cases), 'pair')} of statements that look like a conflict and are about "
        "another event, time, group, place, unit or currency. At most three are kept a question."
    )


def gone_section(words: Sequence[Annotation]) -> Iterator[str]:
    """Tell what people judged and the program no longer sees."""
    found = standing(words)
    if not found:
        return
    yield from paragraphs("## Judged, no longer detected")
    for word in found:
        sides = [word.seen.get(f"{side}_answer", "?") for side in ("left", "right")]
        judged = f"{code(short_id(Target.CONFLICT, word.target_id))}: {md(' / '.join(sides))}"
        yield f"- {judged}. {word_lines([word])[0].removeprefix('- ')}"
    yield ""
