"""What a site asks of programs that fetch its pages, by RFC 9309.

The longest rule that fits a path decides, "allow" before "disallow" where two are as long. A
program is told by its name, else by the rules for all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

LONGEST: Final = 512 * 1024
"""Bytes of a robots.txt that are read; the rest is passed over."""

_MOST_RULES: Final = 5_000
_LONGEST_DELAY: Final = 30.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for one program.

    Args:
        rules: Whether a path is allowed, by the pattern it fits.
        delay_s: The pause between two requests that the site asks for; None where it does not.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay_s: float | None = None

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be fetched."""
        path = _plain(target)
        fitting = [(len(rule), allow) for rule, allow in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


def read_robots(text: str, program: str) -> Robots:
    """Read the rules that a robots.txt has for a program, by its name in lower case."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    in_rules = False
    for line in text.splitlines()[: 10 * _MOST_RULES]:
        field, colon, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            names = [*([] if in_rules else names), value.lower().partition("/")[0]]
            groups.setdefault(names[-1], [])
            in_rules = False
        elif field in {"allow", "disallow", "crawl-delay"}:
            in_rules = True
            for name in names:
                groups[name].append((field, value))
    return _make(groups.get(program, groups.get("*", [])))


def _make(lines: list[tuple[str, str]]) -> Robots:
    rules = [
        (_plain(value), field == "allow")
        for field, value in lines
        if field != "crawl-delay" and value
    ]
    delays = [value for field, value in lines if field == "crawl-delay"]
    return Robots(tuple(rules[:_MOST_RULES]), _seconds(delays[0]) if delays else None)


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        return None
    return min(seconds, _LONGEST_DELAY) if seconds >= 0 else None


def _plain(path: str) -> str:
    """Write a path in one way: what is escaped needlessly and what is not compare alike."""
    return quote(unquote(path, errors="replace"), safe="/*$?=&;:@!'(),+~-._")


def _fits(rule: str, path: str) -> bool:
    """Whether a path begins with a pattern: * is anything, $ at its end is the end.

    Each piece is looked for once, so that no pattern takes long.
    """
    is_whole = rule.endswith("$")
    first, *pieces = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for piece in pieces[:-1] if is_whole else pieces:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if not is_whole:
        return True
    if not pieces:
        return place == len(path)
    return path.endswith(pieces[-1]) and len(path) - len(pieces[-1]) >= place
