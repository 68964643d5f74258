"""Every word ever said of a thing, in order, with what each corrects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claims.report.block import word_line
from claims.report.document import annotation_document
from claims.report.identity import short_annotation
from claims.report.layout import wrap
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.model import Annotation

SCHEMA: Final = "claims/history/1"


@dataclass(frozen=True, slots=True)
class History:
    """What was said of one thing.

    Args:
        about: Its short id.
        words: All words, oldest first.
        outdated: Ids of those that were given on other facts than those of now.
        gone: Whether the thing itself is no longer there.
    """

    about: str
    words: tuple[Annotation, ...]
    outdated: frozenset[str] = frozenset()
    gone: bool = False


def history_document(history: History) -> dict[str, Any]:
    """Write a history for programs."""
    return {
        "schema": SCHEMA,
        "about": history.about,
        "gone": history.gone,
        "words": [annotation_document(word, history.outdated) for word in history.words],
    }


def render_history(history: History, width: int) -> str:
    """Render a history: a word a paragraph, with the minute it was said."""
    gone = ", which is no longer there" if history.gone else ""
    if not history.words:
        return f"{history.about}{gone}: nobody said anything of it yet."
    lines = [f"{history.about}{gone}: {plural(len(history.words), 'word')}"]
    corrected_by = {word.supersedes: word for word in history.words if word.supersedes}
    for word in history.words:
        text = word_line(word, outdated=word.id in history.outdated)
        head = f"  {short_annotation(word.id)}  {word.at:%H:%M} UTC  "
        lines += wrap(text, width, head, "    ")
        lines += [f"    {note}" for note in _notes(word, corrected_by)]
    return "\n".join(lines)


def _notes(word: Annotation, corrected_by: Mapping[str, Annotation]) -> Iterator[str]:
    if word.supersedes:
        yield f"corrects {short_annotation(word.supersedes)}"
    if word.id in corrected_by:
        yield f"corrected by {short_annotation(corrected_by[word.id].id)}"
