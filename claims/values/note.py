"""The words by which an article says that an earlier version of it was wrong, as patterns.

The words are in claims/data/corrections.toml. A report that somebody else corrected is none: the
article must speak of itself, or the note must be labelled "Correction".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.data import load_toml

_LONGEST_LABEL: Final = 60
_PLAIN_LABEL: Final = len("Clarification: ")
_BUT: Final = r",\s+(?:when|but)\s+(?=it\b|the\b|there\b|only\b)"


@dataclass(frozen=True, slots=True)
class NoteTerms:
    """The patterns of the table."""

    label: re.Pattern[str]
    earlier: re.Pattern[str]
    labelled: re.Pattern[str]
    mended: re.Pattern[str]
    may_mend: re.Pattern[str]
    instead: re.Pattern[str]
    really: re.Pattern[str]
    moved: re.Pattern[str]


def _one(names: Iterable[str]) -> str:
    """Make a pattern of one of some words, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


@cache
def note_terms() -> NoteTerms:
    """Give the patterns of the table."""
    table = load_toml("corrections.toml")
    works, versions, told = (_one(table[name]) for name in ("works", "versions", "told"))
    wrongly, shows, mended = (_one(table[name]) for name in ("wrongly", "shows", "mended"))
    may_mend = _one(table["may_mend"])
    own = rf"(?:this|our) (?:\w+ )?{works}"
    dated = r"(?:,? (?:published|posted|from|on|citing|quoting)\b[^.;]{0,60}?)?,?"
    said = rf"{dated}(?: had| has)?(?: {wrongly})*(?: and {wrongly})? {told}(?: that)?\b"
    version = rf"(?:an?|the|our|{own}'s) {versions} (?:version|edition)s?"
    itself = rf"(?:{own}|we)(?: had)?(?: {wrongly})+(?: and {wrongly})? {told}(?: that)?\b"
    missaid = rf"{own}(?: had)? (?:mis|over|under)(?:{told})\b|{own} mis\w+\b"
    done = rf"{own}(?:'s \w+)? (?:has|have|was|is|were)(?: since)?(?: been)?(?: since)?"
    showing = rf"[^.;]{{0,60}}? (?:to|so that it|and now) {shows}s?(?: that)?\b"

    speaks = rf"{version}(?: of (?:the|this|our) (?:\w+ )?{works})?{said}"
    names = rf"(?:the|this) {works}(?: had)?(?: {wrongly})* {told}(?: that)?\b"
    dated_label = r"(?: ?\([^()]*\)|,? [^:.]{0,30})?"
    preposition = r"(?:on|in|at|by|the|about|some|of|as|an?)\s+"
    move = rf"\b(?:{mended}|{may_mend}|lowered|raised)\b[^.;]{{0,60}}?\bfrom\s+"
    return NoteTerms(
        label=_compiled(rf"\W*{_one(table['labels'])}\b{dated_label}\W*(?:[:–—|-]|$)"),
        earlier=_compiled(rf"\b(?:{version} of {own}{said}|{itself}|{missaid})"),
        labelled=_compiled(rf"\b(?:{speaks}|{names}|{itself}|{missaid})"),
        mended=_compiled(rf"\b{done} {mended}\b(?:{showing})?"),
        may_mend=_compiled(rf"\b{done} {may_mend}\b{showing}"),
        instead=_compiled(rf"\b{_one(table['instead'])}\s+(?P<rejected>(?:{preposition})*)"),
        really=_compiled(rf";|\b{_one(table['really'])}\b|{_BUT}"),
        moved=_compiled(rf"{move}(?P<old>[^.;]{{1,40}}?)\s+to\s+"),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def label_end(words: str) -> int:
    """Give where the label ends that a paragraph begins with: "Correction:"; 0 without one."""
    found = note_terms().label.match(words[:_LONGEST_LABEL])
    return found.end() if found is not None else 0


def is_label(words: str) -> bool:
    """Whether a paragraph is such a label and nothing else: it labels what follows it."""
    end = label_end(words)
    return end > 0 and end >= len(words.rstrip(" *_"))


def is_note(words: str, *, labelled: bool) -> bool:
    """Whether a paragraph says that the article was wrong before.

    Args:
        words: The paragraph.
        labelled: Whether it stands under a label, or begins with one; a long label ("Corrections
            officer held: …") may be none, so that the rest must say so too.
    """
    terms = note_terms()
    said: tuple[re.Pattern[str], ...] = (terms.earlier, terms.mended)
    if labelled:
        if 0 < label_end(words) <= _PLAIN_LABEL:
            return True
        said = (terms.labelled, terms.mended, terms.may_mend, terms.instead)
    return any(pattern.search(words) is not None for pattern in said)
