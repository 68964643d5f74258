"""Why a verdict: a word of the list that the verdict has, or free words where it has none."""

from __future__ import annotations

from claims.errors import InputError
from claims.model import REASONS, Verdict


def parse_reason(verdict: Verdict | None, given: str) -> str:
    """Read the reason of a verdict.

    "other day", "other-day" and "day" are all "other day" of the verdict `explained`. What else
    there is to say belongs in the note.

    Args:
        verdict: The verdict it is the reason of.
        given: The words as given; empty for none, which every verdict allows.

    Raises:
        InputError: There is no verdict; or it has a list, which the words do not tell one of.
    """
    words = " ".join(given.replace("-", " ").replace("_", " ").casefold().split())
    if not words:
        return ""
    if verdict is None:
        msg = "a reason belongs to a verdict; give --verdict too, or say it with --note"
        raise InputError(msg)
    known = REASONS.get(verdict)
    if known is None:
        return given.strip()
    if words in known:
        return words
    meant = [reason for reason in known if set(words.split()) <= set(reason.split())]
    if len(meant) != 1:
        listed = ", ".join(known)
        msg = f"{given!r} is no reason for {verdict.value}: {listed}; say more with --note"
        raise InputError(msg)
    return meant[0]
