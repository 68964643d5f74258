"""What a check found, in words and as a document: claims/verification/1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from claims.report.lapse import MOST
from claims.report.layout import clean, wrap
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.report.lapse import Lapse, Verification

SCHEMA: Final = "claims/verification/1"
_MOST: Final = 50
_LONGEST: Final = 60
_BEFORE: Final = 20


def verification_document(found: Verification) -> dict[str, Any]:
    """Write what a check found."""
    tally = found.tally
    return {
        "schema": SCHEMA,
        "name": found.name,
        "form": found.form,
        "against": found.against or None,
        "holds": found.holds,
        "checked": dict(sorted(tally.checked.items())),
        "not_checked": list(tally.unchecked),
        "lapses": [_lapse_document(lapse) for lapse in tally.lapses],
        "lapses_not_listed": tally.more,
    }


def _lapse_document(lapse: Lapse) -> dict[str, Any]:
    return {
        "about": lapse.about,
        "id": lapse.id,
        "field": lapse.field,
        "stated": lapse.stated,
        "found": lapse.found,
        "words": lapse_words(lapse),
    }


def verification_lines(found: Verification, width: int) -> Iterator[str]:
    """Tell what a check found: what no longer holds, what was looked at, what could not be."""
    tally = found.tally
    for lapse in tally.lapses[:_MOST]:
        yield from wrap(lapse_words(lapse), width, "", "  ")
    more = len(tally.lapses[_MOST:]) + tally.more
    if more:
        yield f"and {plural(more, 'thing')} more; --json tells the first {MOST:,}"
    looked = ", ".join(plural(many, what) for what, many in sorted(tally.checked.items()))
    yield from wrap(f"checked: {looked or 'nothing'}", width, "", "  ")
    if found.against:
        yield f"against: {clean(found.against)}"
    for what in tally.unchecked:
        yield from wrap(f"not checked: {what}", width, "", "  ")
    verdict = "holds" if found.holds else "does not hold"
    yield f"{clean(found.name)} ({found.form}) {verdict}"


def lapse_words(lapse: Lapse) -> str:
    """Tell one thing that no longer holds: what it is, what stands there, what should."""
    where = " ".join(part for part in (lapse.about, lapse.id) if part)
    field = f", {lapse.field}" if lapse.field else ""
    if lapse.words:
        return f"{where}{field}: {lapse.words}"
    stated, found = _apart(_shown(lapse.stated), _shown(lapse.found))
    return f"{where}{field}: it says {stated}, the database has {found}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    return f"“{clean(value)}”" if isinstance(value, str) else clean(str(value))


def _apart(stated: str, found: str) -> tuple[str, str]:
    """Cut two long texts to where they differ."""
    same = next(
        (at for at, pair in enumerate(zip(stated, found, strict=False)) if pair[0] != pair[1]),
        min(len(stated), len(found)),
    )
    start = max(0, same - _BEFORE)
    return _cut(stated, start), _cut(found, start)


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    if len(text) <= _LONGEST:
        return text
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
