"""What a person corrects of an article: outlet, authors, genre, day, address, title.

The correction is known by the user and wins over everything that is read; who made it, when and
why is kept as a signed word on the article. Days re-anchor, and conflicts follow.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import db
from claims import __version__
from claims.errors import InputError
from claims.extract import EXTRACTOR
from claims.model import Annotation, KnownBy, Run, Target
from claims.questions import Difference
from claims.report.facts import article_facts
from claims.service import gather
from claims.service.basis import basis_of, read_contents
from claims.service.rereading import replace_contents

if TYPE_CHECKING:
    from claims.model import Article
    from claims.read import Given
    from claims.service.basis import Basis, Contents
    from claims.service.correction import Signature
    from db import Session


@dataclass(frozen=True, slots=True)
class Amended:
    """What correcting an article changed.

    Args:
        article: The article as it is now.
        fields: What was corrected, with what stood there before, in words.
        annotation: The word that keeps it; None where everything was given so before.
        difference: How its claims changed.
        conflicts: The conflicts that were found, changed or went.
    """

    article: Article
    fields: tuple[tuple[str, str, str], ...] = ()
    annotation: Annotation | None = None
    difference: Difference = field(default_factory=Difference)
    conflicts: tuple[db.ConflictChange, ...] = ()


def amend_article(
    database: db.Database,
    prefix: str,
    given: Given,
    signature: Signature,
    at: datetime | None = None,
) -> Amended:
    """Correct what is known of an article.

    Args:
        database: Where.
        prefix: The article's id, or enough of it to be the only one.
        given: What is so; all else stays.
        signature: Who says so.
        at: When; now where None.

    Raises:
        NotFound: There is no such article.
        InputError: Nothing is given, or another article has the address.
    """
    named = [one.name for one in fields(given) if getattr(given, one.name) not in (None, ())]
    if not named:
        msg = "nothing to correct; give --outlet, --author, --genre, --published or --title"
        raise InputError(msg)
    with database.read() as session:
        stored = db.get_article(session, prefix)
        basis = _basis_after(session, stored, _amended(stored, given, named))
    contents = read_contents(stored.text, basis) if basis is not None else None
    now = at or datetime.now(UTC)
    with database.write() as session:
        stored = db.get_article(session, stored.id)
        amended = _amended(stored, given, named)
        if amended == stored:
            return Amended(stored)
        return _store(session, stored, amended, _Read(basis, contents), signature, now)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read outside the transaction, and on what; None where nothing had to be."""

    basis: Basis | None
    contents: Contents | None


def _amended(article: Article, given: Given, named: list[str]) -> Article:
    return replace(
        article,
        **{name: getattr(given, name) for name in named},
        known_by={**article.known_by, **dict.fromkeys(named, KnownBy.USER)},
    )


def _basis_after(session: Session, stored: Article, amended: Article) -> Basis | None:
    """Give what the text of an article is to be read on; None where it is read on that already."""
    articles = db.article_of_text(session, stored.text.id)
    after = [amended if one.id == stored.id else one for one in articles]
    return basis_of(after) if basis_of(after) != basis_of(articles) else None


def _store(  # noqa: PLR0917  # an article before and after, what was read, who says so and when
    session: Session,
    stored: Article,
    amended: Article,
    read: _Read,
    signature: Signature,
    at: datetime,
) -> Amended:
    _refuse_taken(session, stored, amended)
    last, text_id = db.last_change(session), stored.text.id
    wanted = _basis_after(session, stored, amended)
    db.overwrite_article(session, stored.id, amended, at)
    found: Difference | None = None
    if wanted is not None:
        contents = read.contents or read_contents(stored.text, wanted)
        run_id = db.save_run(session, Run(__version__, EXTRACTOR, at))
        found = replace_contents(session, text_id, contents, read.basis or wanted, run_id)
    changed = _changed(stored, amended)
    word = db.add_annotation(session, _word(session, amended, changed, signature, at))
    changes = tuple(db.net_changes(db.changes_after(session, last)))
    return Amended(amended, changed, word, found or Difference(), changes)


def _refuse_taken(session: Session, stored: Article, amended: Article) -> None:
    """Refuse the address of another article: which of the two is the later version is not said.

    Raises:
        InputError: It has another article.
    """
    if amended.address is None or amended.address == stored.address:
        return
    there = db.articles_at(session, amended.address, but=stored.text.id)
    if there:
        other = gather.publication(there[0].article)
        msg = f"{amended.address} is the address of {other.title or other.file or other.id[:8]}; "
        msg += "if one is the other's update, say which: claims add FILE --replaces ID"
        raise InputError(msg)


def _changed(stored: Article, amended: Article) -> tuple[tuple[str, str, str], ...]:
    names = [
        name
        for name in amended.known_by
        if getattr(stored, name) != getattr(amended, name)
        or stored.how_known(name) is not amended.how_known(name)
    ]
    return tuple((name, _words(stored, name), _words(amended, name)) for name in sorted(names))


def _words(article: Article, name: str) -> str:
    value = getattr(article, name)
    return (", ".join(value) if isinstance(value, tuple) else str(value or "")) or "unknown"


def _word(
    session: Session,
    article: Article,
    changed: tuple[tuple[str, str, str], ...],
    signature: Signature,
    at: datetime,
) -> Annotation:
    """Write down who corrected what, judged on the article as it is then."""
    told = "; ".join(f"{name}: {before} → {now}" for name, before, now in changed)
    head = db.heads_of(session, [article.id])[article.id]
    return Annotation(
        target=Target.ARTICLE,
        target_id=article.id,
        by=signature.by.strip(),
        at=at,
        note=f"{told}. {signature.note.strip()}" if signature.note.strip() else told,
        tags=("amended",),
        seen=article_facts(gather.publication(head)),
        source=signature.source.strip(),
        is_internal=True,
    )
