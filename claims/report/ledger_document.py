"""The ledgers that other programs read: claims/questions/1 and claims/participation/1.

`claims questions` and `claims question` write claims/questions/1: each question with its status,
the low and high of its answers with their speakers (`open`: somebody says "or more"), `best` (null
unless a signed person set one), `support`, sums among its figures (`hints`), every answer with
value, time, speakers, publication, support and claims, its conflicts and look-alikes, and what
people said. `claims question` about a party's part in events writes claims/participation/1: the
events, what is said of each, and the conflicts.

Fields may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from claims.report.best import best_of
from claims.report.document import (
    Document,
    annotation_document,
    as_of_document,
    case_document,
    claim_document,
    speaker_document,
    support_document,
)
from claims.report.ledger import spread_of
from claims.report.role import role_words
from claims.report.wording import answer_words
from claims.values.document import number_of, to_document

if TYPE_CHECKING:
    from claims.model import Event
    from claims.report.best import Best
    from claims.report.hint import Hint
    from claims.report.ledger import End
    from claims.report.view import Case, Happening, Row, Sheet

QUESTIONS_SCHEMA: Final = "claims/questions/1"
PARTICIPATION_SCHEMA: Final = "claims/participation/1"


def questions_document(sheets: Iterable[Sheet]) -> Document:
    """Write the ledgers of some questions."""
    return {"schema": QUESTIONS_SCHEMA, "questions": [_sheet(sheet) for sheet in sheets]}


def participation_document(
    parties: Mapping[str, str], happenings: Iterable[Happening], cases: Iterable[Case]
) -> Document:
    """Write what is said of some parties' part in events."""
    return {
        "schema": PARTICIPATION_SCHEMA,
        "parties": [{"key": key, "name": name} for key, name in parties.items()],
        "events": [_happening(happening) for happening in happenings],
        "conflicts": [case_document(case) for case in cases],
    }


def _sheet(sheet: Sheet) -> Document:
    question = sheet.question
    spread = spread_of(sheet.rows)
    return {
        "id": question.id,
        "text": question.text,
        "kind": question.kind.value,
        "status": sheet.status,
        "low": _end(spread.low) if spread else None,
        "high": _end(spread.high) if spread else None,
        "best": _best(best_of(sheet.cases)),
        "support": support_document(sheet.support),
        "hints": [_hint(hint) for hint in sheet.hints],
        "answers": [_row(row) for row in sheet.rows],
        "conflicts": [case_document(case) for case in (*sheet.cases, *sheet.look_alikes)],
        "annotations": [annotation_document(word, sheet.outdated) for word in sheet.words],
    }


def _best(best: Best | None) -> Document | None:
    """Write the figure that people settled, with who did, when, and on which sources."""
    if best is None:
        return None
    return {
        "amount": number_of(best.amount),
        "exact": str(best.amount),
        "set_by": [{"by": word.by, "at": word.at.isoformat()} for word in best.words],
        "sources": list(dict.fromkeys(word.source for word in best.words)),
    }


def _row(row: Row) -> Document:
    first = row.first
    return {
        "id": row.answer.id,
        "text": answer_words(first.claim),
        "value": to_document(row.answer.value),
        "polarity": row.answer.polarity.value,
        "certainty": row.answer.certainty.value,
        "as_of": as_of_document(row.answer.as_of),
        "published": first.article.published,
        "speakers": [speaker_document(first, place) for place in range(len(first.claim.speakers))],
        "articles": len(row.articles),
        "support": support_document(row.support),
        "claims": [claim_document(entry) for entry in row.entries],
    }


def _hint(hint: Hint) -> Document:
    parts = [claim.id for claim in hint.parts]
    return {"text": hint.words, "total": hint.total.id, "parts": parts}


def _end(end: End | None) -> Document | None:
    if end is None:
        return None
    return {"text": end.value, "speakers": list(end.speakers), "open": end.is_open}


def _happening(happening: Happening) -> Document:
    return {
        "events": [_event(event) for event in happening.events],
        "support": support_document(happening.support),
        "claims": [
            {
                "said": role_words(entry.claim.role, entry.claim.polarity, entry.claim.certainty),
                **claim_document(entry),
            }
            for entry in happening.entries
        ],
    }


def _event(event: Event) -> Document:
    return {
        "id": event.id,
        "kind": event.kind,
        "name": event.name,
        "place": event.place,
        "hosts": list(event.hosts),
        "proposers": list(event.proposers),
        "on": as_of_document(event.on),
        "state": event.state,
    }
