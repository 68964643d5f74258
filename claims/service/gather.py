"""From rows to views: everything a rendering needs of some articles, claims and words on them.

A few statements each, whatever their number; nothing is looked up later. Conflicts are completed
in `case`, questions in `sheet`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Final

import db
from claims.model import Filter, Relation, Target
from claims.report.view import ArticleEntry, Entry, Publication
from claims.values.gazetteer import longest_name

if TYPE_CHECKING:
    from claims.model import Annotation, Speaker
    from db import Session

OPEN: Final = "open"
_LOOK_ALIKE: Final = (Relation.DIFFERENT_SCOPE,)
_FIELDS: Final = tuple(field.name for field in fields(Publication))


def publication(head: db.ArticleHead) -> Publication:
    """Take over what the database tells of an article."""
    return Publication(**{name: getattr(head, name) for name in _FIELDS})


def article_entries(
    session: Session, narrow: Filter, *, earlier: bool = False
) -> list[ArticleEntry]:
    """List articles, earliest published first, with what people said of them.

    Args:
        earlier: Whether earlier versions are listed too.
    """
    listed = db.list_articles(session, narrow, earlier=earlier)
    words = words_on(session, Target.ARTICLE, [one.article.id for one in listed])
    return [
        ArticleEntry(
            article=publication(one.article),
            sha256=one.source.sha256 if one.source else None,
            known_by=one.known_by,
            characters=one.characters,
            claims=one.claims,
            added_at=one.added_at,
            added_by=one.added_by,
            source=one.source,
            status=one.status,
            words=words.get(one.article.id, ()),
        )
        for one in listed
    ]


def entries(session: Session, listings: Iterable[db.ClaimListing]) -> list[Entry]:
    """Complete listed claims: all articles on their texts, and which cited outlets are absent."""
    listed = list(listings)
    heads = db.article_heads(session, {one.claim.text_id for one in listed})
    absent = absent_outlets(session, (link for one in listed for link in one.claim.speakers))
    return [_entry(one, heads[one.claim.text_id], absent) for one in listed]


def _entry(
    listing: db.ClaimListing, heads: Sequence[db.ArticleHead], absent: Collection[str]
) -> Entry:
    """Put the article that the listing chose before the others."""
    chosen = listing.article
    others = [head for head in heads if head.id != chosen.id]
    keys = {link.key for link in listing.claim.speakers}
    return Entry(
        claim=listing.claim,
        articles=tuple(map(publication, (chosen, *others))),
        flags=listing.flags,
        absent=frozenset(keys & set(absent)),
        status=listing.status,
        notes=listing.notes,
    )


def absent_outlets(session: Session, cited: Iterable[Speaker]) -> set[str]:
    """Find the cited outlets that have no article in the database, by key."""
    names = {link.key: _bare(link.name) for link in cited if is_outlet(link)}
    if not names:
        return set()
    held = set(map(_bare, db.outlet_names(session)))
    return {key for key, name in names.items() if name not in held}


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def is_outlet(link: Speaker) -> bool:
    """Whether a speaker is a newspaper, a station or an agency."""
    if len(link.keys) > 1:
        return False
    if link.key.startswith("outlet:"):
        return True
    bare = link.name.removeprefix("The ")
    for name in (bare, link.name):
        found = longest_name(name, 0, _first_word(name))
        if found is not None and found[0] == name:
            return found[1].sort in ("outlet", "agency")
    return False


def _first_word(name: str) -> str:
    return name.split(" ", 1)[0].split("-", 1)[0]


def entries_of(session: Session, claim_ids: Iterable[str]) -> dict[str, Entry]:
    """Give claims with where they stand, by id; unknown ids are left out."""
    listings = db.claim_listings(session, set(claim_ids))
    return {entry.claim.id: entry for entry in entries(session, listings.values())}


def words_on(
    session: Session, target: Target, ids: Collection[str]
) -> dict[str, tuple[Annotation, ...]]:
    """Give what people said of some things, oldest first, by the present id of the thing."""
    words = db.annotations(session, target, set(ids))
    now = db.present_ids(session, target) if words else {}
    said: dict[str, tuple[Annotation, ...]] = {}
    for word in words:
        id_ = word.target_id if word.target_id in ids else now.get(word.target_id, word.target_id)
        said[id_] = (*said.get(id_, ()), word)
    return said
