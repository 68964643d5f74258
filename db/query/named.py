"""Claims by whom and what they name: a speaker, a party, a place."""

from sqlalchemy import ColumnElement, Select, and_, or_, select

from claims.model import NameRole
from claims.values.gazetteer import Entry, longest_name
from claims.values.search import name_words
from db.table import CLAIM_NAME


def naming(role: NameRole, name: str) -> Select[tuple[str]]:
    """Select the ids of the claims that name somebody or some place.

    Args:
        role: How it is named.
        name: Whole words of its names, in any order; another name that the table of parties
            knows it by; or its key. A country stands for the places in it too.
    """
    fits = [condition for key in _keys(role, name) for condition in _is_key(key)]
    words = name_words(name).split()
    if words:
        holds = (CLAIM_NAME.c.folded.contains(f" {word} ", autoescape=True) for word in words)
        fits.append(and_(*holds))
    return select(CLAIM_NAME.c.claim_id).where(CLAIM_NAME.c.role == role.value, or_(*fits))


def _is_key(key: str) -> list[ColumnElement[bool]]:
    """Match a key, the officials of a party ("#official") and the cities of a country ("/")."""
    within = [CLAIM_NAME.c.key.startswith(f"{key}{mark}", autoescape=True) for mark in "#/"]
    return [CLAIM_NAME.c.key == key, *within]


def _keys(role: NameRole, name: str) -> set[str]:
    """Give the keys a name may mean: itself, and what the table of parties knows by it."""
    spellings = (name, name.title(), name.upper())
    entries = [entry for one in spellings if (entry := _entry(one.strip())) is not None]
    known = {entry.place if role is NameRole.PLACE else entry.key for entry in entries[:1]}
    return {name.strip(), *(key for key in known if key)}


def _entry(name: str) -> Entry | None:
    """Give what a name leads to in the table of parties, where all of it is a name there."""
    found = longest_name(name, 0, name.split(" ", 1)[0]) if name else None
    return found[1] if found is not None and found[0] == name else None
