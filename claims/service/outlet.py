"""The outlets of the articles in a database, those that are one under several names together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import db
from claims.values.gazetteer import outlet_names


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet.

    Args:
        names: Its names as articles have them, the commonest first.
        articles: How many articles it has.
        known_as: Every name it is found under, case folded; its own alone where no table knows it.
    """

    names: tuple[str, ...]
    articles: int
    known_as: tuple[str, ...]


def list_outlets(database: db.Database) -> list[Outlet]:
    """List the outlets, by their names."""
    with database.read() as session:
        listed = db.list_articles(session)
    counts = Counter(one.article.outlet for one in listed if one.article.outlet)
    groups: dict[frozenset[str], list[str]] = {}
    for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        groups.setdefault(outlet_names(name), []).append(name)
    found = [
        Outlet(tuple(names), sum(counts[name] for name in names), tuple(sorted(known_as)))
        for known_as, names in groups.items()
    ]
    return sorted(found, key=lambda outlet: outlet.names)
