"""Which outlet published a text: only where the page names itself, never where it cites one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from claims.data import load_toml

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME: Final = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][\w'&.-]*(?: (?:(?:of|the|for|and|de|&) )?[A-Z][\w'&-]*){0,5})"
)
_LONGEST: Final = 700


@dataclass(frozen=True, slots=True)
class _Outlet:
    """An outlet of the table with the lines in which it names itself."""

    name: str
    hosts: tuple[str, ...]
    lines: re.Pattern[str]
    dateline: frozenset[str]


@cache
def _outlets() -> tuple[_Outlet, ...]:
    """Read the table, the longest names first, so that the more exact one wins."""
    table = load_toml("outlets.toml")
    rows = sorted(table["outlet"], key=lambda row: -len(row["name"]))
    return tuple(
        _Outlet(
            row["name"],
            tuple(row.get("hosts", ())),
            _compile(row, table["frames"]),
            frozenset(row.get("dateline", ()) if row.get("agency") else ()),
        )
        for row in rows
    )


def _compile(row: dict[str, Any], frames: dict[str, list[str]]) -> re.Pattern[str]:
    """Put an outlet's names into the frames of a page that names itself."""
    names = "|".join(re.escape(name) for name in [row["name"], *row.get("names", ())])
    shapes = frames["agency" if row.get("agency") else "known"]
    lines = [shape.replace("{name}", f"(?:{names})") for shape in shapes]
    lines += [rf".*\b{re.escape(imprint)}\b" for imprint in row.get("imprint", ())]
    return re.compile("|".join(lines), re.IGNORECASE)


def find_outlet(lines: Iterable[str]) -> str | None:
    """Find the outlet that names itself in lines which are not the article's own prose.

    "Welcome to Example Daily" and "the editorial policy of Example Daily" are clear; "Example
    Daily reported" is not. Listed outlets come before names that only the frame tells.
    """
    short = [line for line in lines if len(line) <= _LONGEST]
    for line in short:
        for outlet in _outlets():
            if outlet.lines.match(line):
                return outlet.name
    return next((name for line in short if (name := _free_name(line))), None)


def find_outlet_by_address(address: str) -> str | None:
    """Give the outlet that owns the host of an address, None where it is not in the table."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    for outlet in _outlets():
        if any(host == own or host.endswith("." + own) for own in outlet.hosts):
            return outlet.name
    return None


def find_agency(initials: str) -> str | None:
    """Give the agency that a dateline names in brackets: "(AP)", "(Reuters)"."""
    parts = {part.strip() for part in initials.split("/")}
    return next((outlet.name for outlet in _outlets() if outlet.dateline & parts), None)


def _free_name(line: str) -> str | None:
    """Read the name after a frame in which only a page's own name stands."""
    for frame in load_toml("outlets.toml")["frames"]["free"]:
        match = re.match(frame, line)
        name = _NAME.match(line, match.end()) if match else None
        if name:
            return name["name"].rstrip(".")
    return None
