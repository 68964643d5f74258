"""What is new, changed, gone and judged since a day: what one reads after six months away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claims.model import Certainty, Polarity, Relation, Target
from claims.report.block import word_line
from claims.report.byline import article_words, file_words
from claims.report.document import annotation_document, case_document
from claims.report.identity import short_conflict, short_id
from claims.report.layout import clean, wrap
from claims.report.wording import (
    RELATIONS,
    answer_words,
    interval_words,
    relation_words,
    said_words,
)
from claims.values.document import from_document

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import ArticleEntry, Case

SCHEMA: Final = "claims/changes/1"
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """A conflict that is another one than it was.

    Args:
        was: The relation and both answers as they were recorded.
    """

    case: Case
    was: Facts


@dataclass(frozen=True, slots=True)
class Vanished:
    """A conflict that is no longer detected.

    Args:
        was: The relation and both answers as they were recorded.
        status: What people made of it.
    """

    id: str
    was: Facts
    status: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a day, each sort in reading order.

    Args:
        since: The day as given.
        articles: Articles that were added.
        new: Conflicts that were found.
        changed: Conflicts whose relation, values or days changed.
        vanished: Conflicts that went.
        judged: What people said, oldest first.
    """

    since: str
    articles: tuple[ArticleEntry, ...] = ()
    new: tuple[Case, ...] = ()
    changed: tuple[Changed, ...] = ()
    vanished: tuple[Vanished, ...] = ()
    judged: tuple[Annotation, ...] = ()


def changes_document(changes: Changes) -> dict[str, Any]:
    """Write what changed for programs."""
    return {
        "schema": SCHEMA,
        "since": changes.since,
        "articles": [entry.article.id for entry in changes.articles],
        "new": [case_document(case) for case in changes.new],
        "changed": [
            {"was": dict(one.was), "now": case_document(one.case)} for one in changes.changed
        ],
        "vanished": [
            {"id": one.id, "was": dict(one.was), "status": one.status} for one in changes.vanished
        ],
        "judged": [annotation_document(word) for word in changes.judged],
    }


def render_changes(changes: Changes, width: int) -> str:
    """Render what changed: a heading and a line each, nothing for what did not happen."""
    lines: list[str] = []
    for name, found in (
        ("NEW ARTICLES", [_article(entry) for entry in changes.articles]),
        ("NEW CONFLICTS", [_new(case) for case in changes.new]),
        ("CHANGED CONFLICTS", [_changed(one) for one in changes.changed]),
        ("NO LONGER DETECTED", [_vanished(one) for one in changes.vanished]),
        ("JUDGED", [_judged(word) for word in changes.judged]),
    ):
        lines += _section(name, found, width)
    return "\n".join(lines).rstrip("\n") or f"Nothing changed since {changes.since}."


def _section(name: str, found: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    if not found:
        return
    yield f"{name} ({len(found)})"
    for head, text in found:
        yield from wrap(text, width, f"  {head}  ", "    ")
    yield ""


def _article(entry: ArticleEntry) -> tuple[str, str]:
    article = entry.article
    told = f"{article_words(article)}, {file_words(article)}"
    return short_id(Target.ARTICLE, article.id), told


def _new(case: Case) -> tuple[str, str]:
    sides = " / ".join(answer_words(side.claim) for side in (case.left, case.right))
    return _id(case), f"{relation_words(case.conflict)}: {sides}. {clean(case.question)}"


def _id(case: Case) -> str:
    return short_conflict(case.conflict.id, case.relation)


def _changed(one: Changed) -> tuple[str, str]:
    id_, now = _new(one.case)
    return id_, f"{now} It was {_was(one.was)}."


def _vanished(one: Vanished) -> tuple[str, str]:
    judged = "" if one.status == "open" else f" It was judged: {one.status}."
    told = f"{_was(one.was)}. {clean(one.was['question'])}{judged}"
    return short_id(Target.CONFLICT, one.id), told


def change_words(was: Facts | None, now: Facts | None) -> tuple[str, str] | None:
    """Tell what became of a conflict: a heading and a line; None where it is as it was."""
    if was is None and now is None:
        return None
    if was is None or now is None:
        facts = now or was or {}
        return ("gone" if now is None else "new"), f"{_was(facts)}. {clean(facts['question'])}"
    if _was(was) == _was(now):
        return None
    return "changed", f"{_was(now)}. {clean(now['question'])} It was {_was(was)}."


def _was(facts: Facts) -> str:
    sides = " / ".join(_side(facts[side]) for side in ("left", "right"))
    return f"{RELATIONS[Relation(facts['relation'])]}: {sides}"


def _side(side: Facts) -> str:
    words = said_words(
        from_document(side["value"]),
        side["role"],
        Polarity(side["polarity"]),
        Certainty(side["certainty"]),
    )
    days = interval_words(*side["as_of"]) if side["as_of"] else ""
    return f"{words}, {days}" if days else words


def _judged(word: Annotation) -> tuple[str, str]:
    return short_id(word.target, word.target_id), word_line(word)
