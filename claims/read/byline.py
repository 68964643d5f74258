"""Who wrote it, and from where and when: bylines, lone names, datelines, lines of a date.

A name is believed only where the page presents it as the author's. "By Monday" and "New Delhi"
are no authors, nor is "Staff Reporter".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claims.read.front_matter import split_names
from claims.read.patterns import name_words
from claims.read.printed_date import TIME, WEEKDAY, ZONE, find_printed_dates
from claims.read.word_list import is_common
from claims.values.gazetteer import known_names

_BYLINE: Final = re.compile(
    r"\W{0,3}(?:(?:written |reported |story |words |text )?by\b\s*:?"
    r"|(?:authors?|written by|reporters?|correspondent|columnist|writer)\s*:)\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_REST_END: Final = re.compile(r"\s*(?:[|•·/(]|\s-{1,2}\s|[–—]|\bin [A-Z]|\bfor [A-Z]|\bfrom [A-Z])")
_NAME_TOKEN: Final = re.compile(r"[^\W\d_][\w'.-]*")
_DATELINE: Final = re.compile(
    r"\W{0,2}(?:[A-Z][A-Z'.-]+(?:[ /][A-Z][A-Z'.-]+){0,3})"
    r"(?P<more>(?:,? [A-Z][\w.]+){0,3}(?:,? \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?)"
    r"(?:,? ?\((?P<agency>[^()]{2,40})\))?(?P<end>\s*(?::|--?|–|—)\s+|\s*:?\s*$)"
)
_AGENCY: Final = re.compile(r"[^()]{2,60}\((?P<agency>[A-Z][\w/ .-]{1,30}|dpa)\)\s*(?:--?|–|—|:)\s")
_PREFIX: Final = re.compile(
    r"\W{0,3}(?:(?P<updated>last (?:updated|modified)|updated|modified)"
    r"|(?:first |originally )?published|posted|date of publication|publication date|date)"
    r"(?:\s+(?:on|at|in(?: the)? [A-Z][\w .']{1,40}))?\s*[:,|-]?\s*",
    re.IGNORECASE,
)
_LATER: Final = re.compile(r"(?<=\d\W)\W*\b(?:last )?(?:updated|modified)\b", re.IGNORECASE)
_DATE_WORDS: Final = re.compile(
    rf"{WEEKDAY}|{ZONE}|\b(?:on|at|last|updated|published|posted|date|ist|pst|bst|local time|est)\b"
    r"|[\W_]+",
    re.IGNORECASE,
)
_LONGEST: Final = 160
_MOST_WORDS: Final = 20
_NAME_WORDS: Final = range(2, 6)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that is a date and little else.

    `own` says that it is the article's by itself: it has a time of day or says "Published".
    """

    published: str
    own: bool
    updated: bool = False


def read_byline(line: str) -> tuple[str, ...]:
    """Read the names of a byline: "By Ann Example and Bo Sample" gives both.

    Returns:
        The names; empty where the line is none, or names no person.
    """
    if len(line) > _LONGEST or line.count(" ") >= _MOST_WORDS:
        return ()
    match = _BYLINE.fullmatch(line)
    return _leading_names(match["rest"]) if match else ()


def is_name(words: str) -> bool:
    """Whether words can be a person's name: two to five with capitals, none of another trade."""
    never, particles = name_words()
    tokens = words.split()
    if len(tokens) not in _NAME_WORDS or not all(map(_NAME_TOKEN.fullmatch, tokens)):
        return False
    if any(token.lower().strip(".") in never for token in tokens):
        return False
    capitals = [token for token in tokens if token.lower() not in particles]
    return len(capitals) > 1 and all(token[0].isupper() or "-" in token[:3] for token in capitals)


def is_lone_name(line: str) -> bool:
    """Whether a line without "by" may be taken for an author: a name, and not plain words.

    "Md. Ann Example" may; "Peace Process Stalls" and "Hong Kong" may not.
    """
    tokens = line.split()
    if not is_name(line) or line in known_names().get(tokens[0], {}):
        return False
    plain = [token for token in tokens if is_common(token.lower())]
    return len(plain) <= 1 and not any(token in known_names().get(token, {}) for token in tokens)


def read_date_line(line: str) -> DateLine | None:
    """Read a line that is a date, with a weekday, a time, or "Published" beside it."""
    if len(line) > _LONGEST:
        return None
    later = _LATER.search(line)
    line = line[: later.start()] if later else line
    date = next(find_printed_dates(line), None)
    if date is None:
        return None
    published, start, end = date
    rest = line[:start] + " " + line[end:]
    timed = re.search(TIME, rest, re.IGNORECASE)
    rest = re.sub(TIME, " ", rest, flags=re.IGNORECASE)
    prefix = _PREFIX.match(line)
    if prefix:
        rest = rest[prefix.end() :] if prefix.end() <= start else rest
    if next(find_printed_dates(rest), None) or _DATE_WORDS.sub("", rest):
        return None
    return DateLine(published, bool(timed or prefix), bool(prefix and prefix["updated"]))


def read_published_prefix(words: str) -> str | None:
    """Read "Published 5 April 2021" at the beginning of a longer paragraph."""
    prefix = _PREFIX.match(words)
    if prefix is None or prefix["updated"]:
        return None
    for published, start, _ in find_printed_dates(words[:_LONGEST]):
        if start == prefix.end() or re.fullmatch(
            rf"(?:{WEEKDAY},?\s*)", words[prefix.end() : start], re.IGNORECASE
        ):
            return published
    return None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day and the agency of a dateline, where it names them."""

    published: str | None = None
    agency: str | None = None
    alone: bool = False


def read_dateline(words: str) -> Dateline | None:
    """Read the dateline that a paragraph begins with: "KABUL, March 3, 2021 (Reuters) - …".

    Returns:
        None where there is none; `alone` where nothing follows it. A day without a year is not
        taken.
    """
    head = words[:_LONGEST]
    match = _DATELINE.match(head)
    if match is None:
        loose = _AGENCY.match(head)
        return Dateline(_date_in(loose.group()), loose["agency"]) if loose else None
    alone = match.end() == len(words)
    if alone and not (match["more"] or match["agency"] or ":" in match["end"]):
        return None
    return Dateline(_date_in(match.group()), match["agency"], alone)


def _date_in(words: str) -> str | None:
    """Give the first printed date."""
    return next((published for published, _, _ in find_printed_dates(words)), None)


def _leading_names(rest: str) -> tuple[str, ...]:
    """Take the names a byline begins with; what follows them is an office or a place."""
    end = _REST_END.search(rest)
    words = (rest[: end.start()] if end else rest).strip()
    date = next(find_printed_dates(words), None)
    words = re.sub(rf"{WEEKDAY}\W*$", "", words[: date[1]] if date else words, flags=re.IGNORECASE)
    names: list[str] = []
    for name in split_names(words.strip(" ,")):
        first = name.split(",")[0].strip()
        plain = first if first.endswith(("Jr.", "Sr.")) else first.rstrip(".")
        if not is_name(plain):
            break
        names.append(plain)
    return tuple(names)
