"""What became of articles that were added: in lines, and as a document."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from claims.cli import output
from claims.model import Target
from claims.report.identity import short_id
from claims.report.layout import clean
from claims.report.wording import how_known, plural

if TYPE_CHECKING:
    from claims.model import Article
    from claims.service.added import Added

SCHEMA: Final = "claims/added/1"


def added_document(added: Added) -> dict[str, Any]:
    """Write what became of one article."""
    article = added.article
    succession = added.succession
    return {
        "place": added.place,
        "outcome": added.outcome,
        "article": article.id if article else None,
        "claims": added.claims,
        "changed": list(added.changed),
        "version_of": succession.other.id if succession else None,
        "error": problem(added) if added.error is not None else None,
    }


def problem(added: Added) -> str:
    """Tell a problem with the file it is about, once."""
    message, path = str(added.error), str(added.path)
    return message if path in message or added.path.name in message else f"{path}: {message}"


def added_lines(added: Added, database: str) -> Iterator[str]:
    """Tell what was read of one article, and the command that fills each gap."""
    article = added.article
    if article is None:
        return
    yield _head(added, article)
    yield from _version_lines(added)
    if added.outcome == "unchanged":
        return
    from claims.read import describe, remarks

    id_ = short_id(Target.ARTICLE, article.id)
    for field in describe(article):
        if field.value is not None:
            yield f"  {field.field:<10} {clean(field.value)} ({how_known(field.known_by)})"
        else:
            yield f"  {field.field:<10} unknown{_remedy(added, id_, field.option, database)}"
    for name, words in remarks(article).items():
        yield f"  {name:<10} {clean(words)}"


def added_line(added: Added) -> Iterator[str]:
    """Tell of one article among many: one line, with what is not known, and what to know of it."""
    article = added.article
    if article is None:
        return
    if added.outcome == "unchanged":
        yield _head(added, article)
        return
    from claims.read import describe, remarks

    unknown = [field.field for field in describe(article) if field.value is None]
    gaps = f"; unknown: {', '.join(unknown)}" if unknown else ""
    noted = "".join(f"; {name}" for name in remarks(article))
    yield f"{_head(added, article)}{gaps}{clean(noted)}"
    yield from _version_lines(added)


def _head(added: Added, article: Article) -> str:
    changed = f" ({', '.join(added.changed)})" if added.changed else ""
    id_, claims = short_id(Target.ARTICLE, article.id), plural(added.claims, "claim")
    return f"{added.outcome}{changed}  {id_}  {clean(added.place)}: {claims}"


def _version_lines(added: Added) -> Iterator[str]:
    """Tell which version of an article it is, and what it changed."""
    found, article = added.succession, added.article
    if found is None or article is None:
        return
    from claims.report.edition import difference_lines, difference_words

    other = short_id(Target.ARTICLE, found.other.id)
    if not found.is_present:
        yield f"  version    an earlier one of {other}, which stays the present one"
        return
    told = difference_words(found.difference)
    yield f"  version    takes the place of {other}, which is kept: {told}"
    yield from difference_lines(found.difference, article.text.body, output.width())


def _remedy(added: Added, id_: str, option: str | None, database: str) -> str:
    """Give the command that fills a gap; of one article among several, by its id."""
    if option is None:
        return ""
    command = f"add {shlex.quote(str(added.path))}" if added.alone else f"amend {id_}"
    return f"; give it with: claims {command} {option}{database}"
