"""One thing with everything that is known of it: article, claim, conflict, a person's word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.model import Between, Target, standing
from claims.report.block import labelled, word_line
from claims.report.byline import added_words, article_words, file_words, source_words, speaker_words
from claims.report.correction import mark_words
from claims.report.count import support_words
from claims.report.facts import article_facts, claim_facts, outdated_among
from claims.report.identity import short_annotation, short_claim, short_conflict, short_id
from claims.report.layout import clean, wrap
from claims.report.meaning import meaning_words
from claims.report.quote import paragraph_lines
from claims.report.wording import (
    RELATIONS,
    answer_words,
    as_of_words,
    certainty_words,
    flag_words,
    how_known,
    names_of,
    plural,
    relation_words,
    statement_words,
    verdict_words,
)

if TYPE_CHECKING:
    from claims.model import Annotation, Article, Claim, Event
    from claims.report.view import ArticleEntry, Case, Entry

_INDENT = "            "
_LABEL = 11


def _field(name: str, text: str, width: int) -> list[str]:
    return wrap(text, width, f"  {name:<{_LABEL}}") if text else []


def render_words(
    words: Sequence[Annotation], width: int, outdated: Collection[str] = ()
) -> list[str]:
    """List what people say, oldest first; corrected words are for `claims history`.

    Args:
        outdated: Ids of the words that were given on other facts.
    """
    lines: list[str] = []
    for word in standing(words):
        text = f"{word_line(word, outdated=word.id in outdated)} [{short_annotation(word.id)}]"
        lines += _field("word", text, width)
    return lines


def render_claim(  # noqa: PLR0917  # a claim and all that is shown of it
    entry: Entry,
    body: str,
    event: Event | None,
    words: Sequence[Annotation],
    width: int,
    version: str = "",
) -> str:
    """Render a claim: its answer, its quote in its paragraph, every field with its evidence.

    Args:
        version: Says so where only an earlier version of its article makes it.
    """
    claim = entry.claim
    lines = wrap(statement_words(claim), width, f"{short_claim(claim.id)}  ", "    ")
    lines += ["", *paragraph_lines(entry, body, width, "  "), ""]
    for article in entry.articles:
        lines += _field("article", f"{article_words(article)}, {file_words(article)}", width)
    lines += _field("version", version, width)
    for name, text in _claim_fields(entry, event):
        lines += _field(name, text, width)
    lines += list(_evidence_lines(claim, body, width))
    lines += _field("status", verdict_words(entry.status) if words else "", width)
    return "\n".join(lines + render_words(words, width, outdated_among(words, claim_facts(entry))))


def _claim_fields(entry: Entry, event: Event | None) -> Iterator[tuple[str, str]]:
    claim = entry.claim
    scope = claim.scope
    yield "made", mark_words(claim)
    yield "said", speaker_words(entry)
    yield "kind", f"{claim.kind.value}, {claim.role}" if claim.role else claim.kind.value
    yield "about", clean(claim.subject)
    yield "means", meaning_words(claim.value)
    yield "group", names_of(scope.group)
    yield "place", names_of(scope.place)
    yield "names", names_of(scope.about)
    yield "narrowed", ", ".join(scope.modifiers)
    yield "event", clean(event.name) if event is not None else ""
    yield "as of", _as_of(claim)
    yield "certainty", certainty_words(claim.certainty) or "stated"
    yield "flags", flag_words(entry.flags)
    yield "weak", "stands in a heading" if claim.weak else ""
    yield "found by", f"{claim.extractor}, characters {claim.span.start} to {claim.span.end}"


def _as_of(claim: Claim) -> str:
    words = as_of_words(claim.scope.as_of)
    return f"{words} (known by: {claim.scope.as_of.known_by})" if words else "unknown"


def _evidence_lines(claim: Claim, body: str, width: int) -> Iterator[str]:
    """Tell of fields that do not stand in the quote, and of the rule that took them from there."""
    for part in claim.evidence:
        words = body[part.span.start : part.span.end]
        where = f"characters {part.span.start} to {part.span.end}"
        text = f"{part.field} from “{clean(words)}”, {where}, by rule: {part.rule}"
        yield from _field("evidence", text, width)


def render_case(  # noqa: PLR0917  # a conflict and all that is shown of it
    case: Case,
    bodies: Mapping[str, str],
    place: tuple[int, int],
    features: Sequence[str],
    links: Sequence[tuple[Entry, Entry, str]],
    width: int,
) -> str:
    """Render a conflict: both quotes in their paragraphs, reason, rank, history.

    Args:
        case: The conflict or look-alike.
        bodies: The texts, by id.
        place: Its place among how many of its relation, the highest rank first.
        features: What raised or lowered its rank.
        links: Claims of one answer that are counted as one origin, and why.
        width: Columns of a line.
    """
    conflict = case.conflict
    id_ = short_conflict(conflict.id, case.relation)
    lines = wrap(case.question, width, f"{relation_words(conflict).upper()}  {id_}  ", "    ")
    for entry in (case.left, case.right):
        lines += [
            "",
            *labelled(answer_words(entry.claim), source_words(entry, entry.article), width),
        ]
        lines += paragraph_lines(entry, bodies[entry.claim.text_id], width, _INDENT)
    lines.append("")
    for name, text in _case_fields(case, place, features, links):
        lines += _field(name, text, width)
    return "\n".join(lines + render_words(case.words, width, case.outdated))


def _case_fields(
    case: Case,
    place: tuple[int, int],
    features: Sequence[str],
    links: Sequence[tuple[Entry, Entry, str]],
) -> Iterator[tuple[str, str]]:
    conflict = case.conflict
    yield "why", clean(conflict.reason)
    yield "rule", conflict.rule
    yield "between", "two articles" if case.between is Between.ARTICLES else "one article"
    yield "support", f"{_support(case, 'left')}; {_support(case, 'right')}"
    for left, right, reason in links:
        files = f"{file_words(left.article)} and {file_words(right.article)}"
        yield "one origin", f"{files}: {reason}"
    yield "rank", _rank_words(case, place, features)
    yield "question", f"{short_id(Target.QUESTION, conflict.question)}  {clean(case.question)}"
    yield "found", case.found_at.date().isoformat() if case.found_at else ""
    yield "status", verdict_words(case.status)


def _support(case: Case, side: str) -> str:
    entry = case.left if side == "left" else case.right
    held = case.conflict.left_support if side == "left" else case.conflict.right_support
    return f"{answer_words(entry.claim)}: {support_words(held)}"


def _rank_words(case: Case, place: tuple[int, int], features: Sequence[str]) -> str:
    """Tell what orders a listing: the rank, its place, and what went into it."""
    at, among = place
    made_of = ", ".join([RELATIONS[case.relation], *features])
    order = f"place {at} of {among}" if at else "not listed"
    return f"{case.conflict.rank:.2f} of 1, {order}; made of: {made_of}"


def render_article(
    article: Article,
    entry: ArticleEntry,
    claims: Sequence[Entry],
    width: int,
    versions: Sequence[str] = (),
) -> str:
    """Render an article: what is known of it and how, and what it claims.

    Args:
        versions: Lines that tell its versions and near copies; empty where there are none.
    """
    lines = wrap(article.title or file_words(entry.article), width, f"{_id(article)}  ", "    ")
    for name, text in _article_fields(article, entry):
        lines += _field(name, text, width)
    outdated = outdated_among(entry.words, article_facts(entry.article))
    lines += render_words(entry.words, width, outdated)
    lines += ["", *versions] if versions else []
    if claims:
        lines += ["", f"  {plural(len(claims), 'claim')}"]
    for claim in claims:
        taken_back = "taken back" if claim.claim.withdrawn else ""
        caption = "in a caption" if claim.claim.from_caption else ""
        told = (taken_back, caption, flag_words(claim.flags), mark_words(claim.claim))
        marks = ", ".join(filter(None, told))
        text = f"{statement_words(claim.claim)} — {clean(claim.claim.quote)}"
        lines += wrap(
            f"{text} ({marks})" if marks else text, width, f"  {short_claim(claim.claim.id)}  "
        )
    return "\n".join(lines)


def _id(article: Article) -> str:
    return short_id(Target.ARTICLE, article.id)


def _article_fields(article: Article, entry: ArticleEntry) -> Iterator[tuple[str, str]]:
    values = {
        "title": article.title,
        "authors": ", ".join(article.authors),
        "outlet": article.outlet,
        "genre": article.genre.value,
        "published": article.published,
        "language": article.language,
        "rendition": article.rendition.value,
        "address": article.address,
    }
    for name, value in values.items():
        known = article.known_by.get(name)
        how = f" ({how_known(known)})" if known is not None else ""
        yield name, clean(value) + how if value else "unknown"
    yield "file", clean(article.file or "")
    yield "credits", ", ".join(entry.agencies)
    yield "added", added_words(entry)
    yield "text", f"{entry.characters:,} characters, SHA-256 {article.text.id}"
    if article.source is not None:
        source = article.source
        yield "bytes", f"{source.size:,} bytes ({source.encoding}), SHA-256 {source.sha256}"
        yield "read by", source.reader
        for name, remark in source.remarks.items():
            yield clean(name), clean(remark)
    yield "status", verdict_words(entry.status) if entry.words else ""


def render_word(word: Annotation, target: str, width: int) -> str:
    """Render a person's word with the facts it was given on.

    Args:
        target: The short id of what it is about.
    """
    lines = wrap(f"{short_annotation(word.id)}  on {word.target.value} {target}", width)
    lines += _field("word", word_line(word), width)
    for name, fact in sorted(word.seen.items()):
        lines += _field("seen", f"{name}: {fact}" if fact else "", width)
    return "\n".join(lines)
