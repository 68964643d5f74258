"""The parties that are known by name: those that come with the program, and the user's own.

A user's table is a TOML file as claims/data/parties.toml, which says in `source` where its names
come from. CLAIMS_PARTIES names it, else it is `parties.toml` in the user's configuration folder.
Where both tables have an id or a name the user's counts. A table that cannot be read stops the
command: what it would have named must not go into a database as something else.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from claims.data import load_toml, load_tsv
from claims.errors import ClaimsError

VARIABLE: Final = "CLAIMS_PARTIES"
KINDS: Final = ("armed_group", "organisation", "bloc", "agency", "outlet", "seat", "company")
"""The kinds of party that claims/data/parties.toml explains."""

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELDS: Final = frozenset({"id", "name", "aliases", "kind", "country"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One party of a table.

    Args:
        id: Its slug, which the database refers to.
        name: The name a reader is shown.
        aliases: Its other names.
        kind: One of `KINDS`.
        country: Code of the country it is part of or stands for.
        source: Where a user's table says that it comes from; empty in the program's own.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None = None
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the usual one first."""
        return (self.name, *self.aliases)


@cache
def listed_parties() -> dict[str, Listed]:
    """Give every known party by its id, the user's own first. Read once a process.

    Raises:
        ClaimsError: The user's table is there and cannot be used.
    """
    path = own_table()
    own = {} if path is None else {party.id: party for party in read_table(path)}
    shipped = (_listed(row) for row in load_toml("parties.toml")["party"])
    return own | {party.id: party for party in shipped if party.id not in own}


def own_table() -> Path | None:
    """Say which table is the user's own; None where there is none, or CLAIMS_PARTIES is empty."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named).expanduser() if named.strip() else None
    from platformdirs import user_config_path

    usual = user_config_path("claimledger", appauthor=False) / "parties.toml"
    return usual if usual.is_file() else None


def read_table(path: Path) -> list[Listed]:
    """Read a user's table of parties.

    Raises:
        ClaimsError: It is not there, is no TOML, names no source, or an entry is wrong.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as problem:
        raise _unusable(path, f"{problem.strerror or problem}; {VARIABLE} names it") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise _unusable(path, f"it is no TOML: {problem}") from problem
    source = table.get("source")
    if not isinstance(source, str) or not source.strip():
        raise _unusable(path, 'no source; say where its names come from: source = "…"')
    rows = table.get("party")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _unusable(path, "no [[party]] in it")
    for number, row in enumerate(rows, start=1):
        for fault in _problems(row):
            raise _unusable(path, f"party {number}: {fault}")
    found = [_listed(row, source.strip()) for row in rows]
    for name in _shared(found):
        raise _unusable(path, f"{name!r} stands for two parties")
    return found


def _unusable(path: Path, problem: str) -> ClaimsError:
    return ClaimsError(f"cannot use the table of parties {path}: {problem}")


def _listed(row: Mapping[str, Any], source: str = "") -> Listed:
    aliases = tuple(row.get("aliases", ()))
    return Listed(row["id"], row["name"], aliases, row["kind"], row.get("country"), source)


def _problems(row: Mapping[str, Any]) -> Iterator[str]:
    """Say what is wrong with an entry, and how it would be right."""
    for field in sorted(set(row) - _FIELDS):
        yield f"{field!r} is no field; they are {', '.join(sorted(_FIELDS))}"
    slug, name, aliases = row.get("id"), row.get("name"), row.get("aliases", [])
    if not isinstance(slug, str) or not _ID.fullmatch(slug):
        yield 'no id; give a short one as id = "river-watch"'
    if not isinstance(name, str) or not _is_name(name):
        yield 'no name; give one that begins with a capital: name = "River Watch"'
    if not isinstance(aliases, list) or not all(map(_is_name, aliases)):
        yield 'aliases are a list of names: aliases = ["RW"]'
    if row.get("kind") not in KINDS:
        yield f"kind is one of {', '.join(KINDS)}"
    country = row.get("country")
    if country is not None and country not in _codes():
        yield f"{country!r} is no code of a country"
    if row.get("kind") == "seat" and country is None:
        yield "a seat stands for a government; give its country"


def _is_name(name: object) -> bool:
    """Whether words are found in a text: names begin with a capital or a digit ("76ers")."""
    if not isinstance(name, str) or name != name.strip():
        return False
    return name.removeprefix("the ")[:1].isupper() or name[:1].isdigit()


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in load_tsv("countries.tsv"))


def _shared(parties: list[Listed]) -> Iterator[str]:
    """Give ids and names that two entries of one table have."""
    seen: dict[str, int] = {}
    for number, party in enumerate(parties):
        for name in {party.id, *party.names}:
            if seen.setdefault(name, number) != number:
                yield name


__all__ = ["KINDS", "VARIABLE", "Listed", "listed_parties", "own_table", "read_table"]
