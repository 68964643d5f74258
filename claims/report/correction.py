"""What people decide and what they make of claims, in words.

"settled for left (2,500)", "corrected by Ana (the program read: value 2,500)".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from claims.model import Act
from claims.report.identity import short_claim
from claims.report.layout import clean
from claims.report.wording import interval_words, joined, value_words
from claims.values.document import from_document
from claims.values.field import to_fields

if TYPE_CHECKING:
    from claims.model import Annotation, Claim

_ACTS: Final[Mapping[Act, str]] = {
    Act.SAME: "one question",
    Act.APART: "two questions",
    Act.CONTRADICT: "contradiction",
    Act.FREE: "what was said is taken back",
    Act.RECORD: "recorded",
    Act.AMEND: "corrected",
    Act.AS_READ: "corrections are taken back",
    Act.RETRACT: "retracted",
    Act.RESTORE: "put back into comparison",
}


def judgement_words(word: Annotation) -> str:
    """Tell what a person's word decides: "explained", "settled for left (2,500)".

    Of two claims: "one question: cf00d5ca7 and c0ffee012"; of one: "corrected: value 3,500".
    Empty where it decides nothing.
    """
    if word.act is not None and word.left and word.right:
        named = f"{short_claim(word.left)} and {short_claim(word.right)}"
        return f"{_ACTS[word.act]}: {named}"
    if word.act is not None:
        said = _field_words(word.fields or {})
        return f"{_ACTS[word.act]}: {said}" if said else _ACTS[word.act]
    answer = word.seen.get(f"{word.favour}_answer", "") if word.favour else ""
    return f"{word.judgement} ({clean(answer)})" if answer else word.judgement


def _field_words(fields: Mapping[str, Any]) -> str:
    """Tell what a person says that a claim holds: "value 3,500, said by NATO"."""
    told = [
        f"about {clean(fields['subject'])}" if "subject" in fields else "",
        f"value {value_words(from_document(fields['value']))}" if "value" in fields else "",
        clean(fields.get("attribute", "")),
        fields.get("polarity", ""),
        fields.get("certainty", ""),
        _said_by(fields["speakers"]) if "speakers" in fields else "",
    ]
    if "as_of" in fields:
        days = interval_words(fields["as_of"]["from"], fields["as_of"]["to"])
        told.append(f"as of {days or 'a time that is not known'}")
    return ", ".join(part for part in told if part)


def _said_by(links: Sequence[Mapping[str, Any]]) -> str:
    names = " citing ".join(clean(link["name"]) for link in links)
    return f"said by {names}" if names else "in the author's own words"


def read_words(claim: Claim) -> str:
    """Tell what a corrected claim says otherwise than was read: "the program read: 2,500"."""
    if claim.read is None:
        return ""
    before, now = to_fields(claim.read), to_fields(claim)
    changed = {name: before[name] for name in before if before[name] != now[name]}
    who = "first recorded" if claim.by_hand else "the program read"
    return f"{who}: {_field_words(changed) or 'another scope'}"


def mark_words(claim: Claim) -> str:
    """Tell what people made of a claim: "corrected by Ana (the program read: value 2,500)".

    Empty for a claim that is as the program read it.
    """
    marks = [
        "recorded by hand" if claim.by_hand else "",
        "corrected" if claim.read is not None else "",
        "retracted" if claim.retracted else "",
    ]
    told = " and ".join(mark for mark in marks if mark)
    if not told:
        return ""
    read = read_words(claim)
    signed = f"{told} by {joined([clean(name) for name in claim.signed])}"
    return f"{signed} ({read})" if read else signed
