"""How the claims of one reading of an article differ from those of another, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from claims.model import Target
from claims.questions import sentence_number
from claims.report.block import word_line
from claims.report.byline import file_words
from claims.report.changes import change_words
from claims.report.document import annotation_document
from claims.report.identity import short_annotation, short_claim, short_id
from claims.report.layout import clean, wrap
from claims.report.meaning import meaning_words
from claims.report.wording import answer_words, plural, statement_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Protocol

    from claims.model import Annotation, Claim
    from claims.questions import Difference
    from claims.report.view import Publication

    class Change(Protocol):
        """What a conflict was and what it has become."""

        @property
        def conflict_id(self) -> str:
            """The id of the conflict."""

        @property
        def was(self) -> Mapping[str, Any] | None:
            """What it was."""

        @property
        def now(self) -> Mapping[str, Any] | None:
            """What it is."""


ORPHANS: Final = "claims/orphans/1"
MOST: Final = 10
"""Claims of a sort that are told; the rest are counted."""


def difference_words(difference: Difference) -> str:
    """Sum up a difference: "2 changed value, 1 gained, 1 lost"."""
    parts = [
        f"{len(found)} {name}"
        for name, found in (
            ("changed value", difference.changed),
            ("gained", difference.gained),
            ("lost", difference.lost),
        )
        if found
    ]
    return ", ".join(parts) or "no claim changed"


def difference_lines(
    difference: Difference, body: str, width: int, *, indent: str = "    ", most: int | None = MOST
) -> list[str]:
    """Tell which claims changed value, were gained and lost.

    Args:
        body: The text that makes the claims now.
        most: How many of a sort are told; all where None.
    """
    changed = [_changed(old, new, body) for old, new in difference.changed]
    gained = [("gained", _stated(one), one) for one in difference.gained]
    lost = [("lost", _stated(one), one) for one in difference.lost]
    lines: list[str] = []
    for found in (changed, gained, lost):
        for name, text, claim in found[:most]:
            head = f"{indent}{name:<8} {short_claim(claim.id)}  "
            lines += wrap(text, width, head, f"{indent}         ")
        if most is not None and len(found) > most:
            lines.append(f"{indent}{found[0][0]:<8} {len(found) - most:,} more")
    return lines


def _changed(old: Claim, new: Claim, body: str) -> tuple[str, str, Claim]:
    where = f"sentence {sentence_number(body, new.anchor.start)}"
    before, now = answer_words(old), answer_words(new)
    if before == now:  # the words are the same, and mean other days
        before, now = meaning_words(old.value), meaning_words(new.value)
    return "changed", f"{before} → {now}, {where}: {clean(new.quote)}", new


def _stated(claim: Claim) -> str:
    return f"{statement_words(claim)} — {clean(claim.quote)}"


def conflict_lines(changes: Iterable[Change], width: int, *, indent: str = "  ") -> list[str]:
    """Tell which conflicts were found, changed or went; one that is as it was is left out."""
    lines: list[str] = []
    for change in changes:
        told = change_words(change.was, change.now)
        if told is not None:
            head, text = told
            id_ = "k" + change.conflict_id[:8]
            lines += wrap(text, width, f"{indent}conflict {head:<8} {id_}  ", f"{indent}    ")
    return lines


def version_lines(
    versions: Sequence[tuple[Publication, datetime, datetime | None, Difference, str]],
    article_id: str,
    width: int,
) -> Iterator[str]:
    """Tell the versions of an article, each with what it changed.

    Args:
        versions: Each with when it was added and replaced, the difference, and its text.
        article_id: The one that is shown.
    """
    yield f"  {plural(len(versions), 'version')}"
    for place, (article, added, replaced, difference, body) in enumerate(versions):
        state = "present" if replaced is None else f"earlier, until {replaced.date().isoformat()}"
        here = ", shown here" if article.id == article_id else ""
        id_ = short_id(Target.ARTICLE, article.id)
        told = f"{state}, added {added.date().isoformat()}, {file_words(article)}{here}"
        changes = f": {difference_words(difference)}" if place else ""
        yield from wrap(f"{told}{changes}", width, f"  {id_}  ", "    ")
        yield from difference_lines(difference, body, width)


def orphan_lines(orphans: Sequence[Annotation], width: int) -> Iterator[str]:
    """Tell what people said of what is no longer there, with the words it was said of."""
    if not orphans:
        yield "No word of anybody has lost what it was said of."
        return
    yield f"{plural(len(orphans), 'word')} on articles and claims that are no longer there"
    for word in orphans:
        head = f"  {short_annotation(word.id)}  on {short_id(word.target, word.target_id)}  "
        yield from wrap(word_line(word), width, head, "    ")
        for name, fact in word.seen.items():
            if name.endswith(("quote", "title")) and fact:
                yield from wrap(f"“{clean(fact)}”", width, "    ", "    ")


def orphans_document(orphans: Sequence[Annotation]) -> dict[str, Any]:
    """Write them for programs."""
    words = [annotation_document(word) for word in orphans]
    return {"schema": ORPHANS, "words": words}
