"""What became of articles that were added: in lines, and as a document."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from claims.cli import output
from claims.model import Address, Target
from claims.report.identity import short_id
from claims.report.layout import clean
from claims.report.wording import how_known, plural

if TYPE_CHECKING:
    from claims.service.added import Added

SCHEMA: Final = "claims/added/1"
_OUTCOMES: Final = ("added", "updated", "unchanged", "failed")


class Tally:
    """What became of all articles so far; of each no more is kept than that."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counts: Counter[str] = Counter()
        self.problems: list[str] = []
        self._alone = True

    def counted(self, found: Iterable[Added]) -> Iterator[Added]:
        """Count articles as they come by."""
        for added in found:
            self.counts[added.outcome] += 1
            self._alone = self._alone and added.alone
            if added.error is not None:
                self.problems.append(problem(added))
            yield added

    def words(self) -> str:
        """Sum up: "2 files: 1 added, 0 updated, 0 unchanged, 1 failed"."""
        told = ", ".join(f"{self.counts[outcome]} {outcome}" for outcome in _OUTCOMES)
        many = self.counts.total()
        return f"{plural(many, 'file' if self._alone else 'article')}: {told}"


def added_document(added: Added) -> dict[str, Any]:
    """Write what became of one article."""
    article = added.article
    succession = added.succession
    return {
        "place": place_of(added),
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
    changed = f" ({', '.join(added.changed)})" if added.changed else ""
    claims = plural(added.claims, "claim")
    id_ = short_id(Target.ARTICLE, article.id)
    yield f"{added.outcome}{changed}  {id_}  {clean(place_of(added))}: {claims}"
    yield from _version_lines(added)
    if added.outcome == "unchanged":
        return
    from claims.read import describe, remarks

    for field in describe(article):
        if field.value is not None:
            yield f"  {field.field:<10} {clean(field.value)} ({how_known(field.known_by)})"
        else:
            yield f"  {field.field:<10} unknown{_remedy(added, id_, field.option, database)}"
    for name, words in remarks(article).items():
        yield f"  {name:<10} {clean(words)}"


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


def place_of(added: Added) -> str:
    """Name the file, and the part of it where it holds several articles."""
    source = added.article.source if added.article else None
    if added.alone or source is None or source.file is None:
        return str(added.path)
    if isinstance(added.path, Address):
        return f"{added.path}, {source.file}"
    return str(added.path.parent / source.file)


def _remedy(added: Added, id_: str, option: str | None, database: str) -> str:
    """Give the command that fills a gap; of one article among several, by its id."""
    if option is None:
        return ""
    command = f"add {shlex.quote(str(added.path))}" if added.alone else f"amend {id_}"
    return f"; give it with: claims {command} {option}{database}"
