"""Questions, answers, conflicts and flags as rows and back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from claims.model import (
    Answer,
    AsOf,
    Between,
    Certainty,
    Conflict,
    Findings,
    Flag,
    FlagWord,
    Kind,
    Polarity,
    Question,
    Relation,
    Support,
)
from claims.values.document import from_document, to_document
from db.row.base import Record, Stored, as_of_to, fold


def conflict_to(conflict: Conflict, found_at: datetime) -> Record:
    """Write a conflict."""
    return {
        "id": conflict.id,
        "relation": conflict.relation.value,
        "kind": conflict.kind.value,
        "rule": conflict.rule,
        "reason": conflict.reason,
        "rank": conflict.rank,
        "question_id": conflict.question,
        "left_claim": conflict.left,
        "right_claim": conflict.right,
        "left_articles": conflict.left_support.articles,
        "left_origins": conflict.left_support.origins_at_most,
        "right_articles": conflict.right_support.articles,
        "right_origins": conflict.right_support.origins_at_most,
        "found_at": found_at,
    }


def flag_to(flag: Flag) -> Record:
    """Write a flag."""
    return {
        "claim_id": flag.claim,
        "word": flag.word.value,
        "conflict_id": flag.conflict,
        "relation": flag.relation.value if flag.relation else None,
        "sides": flag.between.value if flag.between else None,
    }


def question_to(question: Question) -> Record:
    """Write a question, its answers apart."""
    return {
        "id": question.id,
        "text": question.text,
        "folded": fold(question.text),
        "kind": question.kind.value,
        "events": list(question.events),
        "tally": dict(question.tally),
        "refusals": dict(question.refusals),
    }


def question_from(row: Stored, answers: tuple[Answer, ...]) -> Question:
    """Read a question and its answers."""
    return Question(
        id=row.id,
        text=row.text,
        kind=Kind(row.kind),
        answers=answers,
        events=tuple(row.events),
        tally=row.tally,
        refusals=row.refusals,
    )


def answer_to(answer: Answer, question_id: str, position: int) -> Record:
    """Write an answer, its claims apart."""
    return {
        "id": answer.id,
        "question_id": question_id,
        "position": position,
        "value": to_document(answer.value),
        **as_of_to("as_of", answer.as_of),
        "certainty": answer.certainty.value,
        "polarity": answer.polarity.value,
        "speaker": answer.speaker,
    }


def answer_from(row: Stored, claims: tuple[str, ...]) -> Answer:
    """Read an answer and the ids of its claims."""
    return Answer(
        id=row.id,
        value=from_document(row.value),
        claims=claims,
        as_of=AsOf(row.as_of_from, row.as_of_to, row.as_of_known_by),
        certainty=Certainty(row.certainty),
        polarity=Polarity(row.polarity),
        speaker=row.speaker,
    )


def conflict_fields(row: Stored) -> Record:
    """Read the fields of a conflict."""
    return {
        "id": row.id,
        "relation": Relation(row.relation),
        "kind": Kind(row.kind),
        "rule": row.rule,
        "reason": row.reason,
        "rank": row.rank,
        "question": row.question_id,
        "left": row.left_claim,
        "right": row.right_claim,
        "left_support": Support(row.left_articles, row.left_origins),
        "right_support": Support(row.right_articles, row.right_origins),
    }


def flag_from(row: Stored) -> Flag:
    """Read a flag."""
    return Flag(
        claim=row.claim_id,
        word=FlagWord(row.word),
        conflict=row.conflict_id,
        relation=Relation(row.relation) if row.relation else None,
        between=Between(row.sides) if row.sides else None,
    )


def flag_rows(flags: Iterable[Flag], ids: Mapping[str, str]) -> list[Record]:
    """Write flags, their conflicts by the ids that these are stored under."""
    return [
        flag_to(replace(flag, conflict=ids.get(flag.conflict or "", flag.conflict)))
        for flag in flags
    ]


def conflict_rows(
    findings: Findings, ids: Mapping[str, str], found: Mapping[str, datetime]
) -> list[Record]:
    """Write the conflicts of findings.

    Args:
        findings: Conflicts named by their pair of claims.
        ids: The id that each is stored under, by that name.
        found: When each was first found, by that id.
    """
    conflicts = [replace(conflict, id=ids[conflict.id]) for conflict in findings.conflicts]
    return [conflict_to(conflict, found[conflict.id]) for conflict in conflicts]


def question_rows(findings: Findings) -> list[Record]:
    """Write the questions of findings."""
    return [question_to(question) for question in findings.questions]


def answer_rows(findings: Findings) -> list[Record]:
    """Write the answers of findings, in their order."""
    return [
        answer_to(answer, question.id, position)
        for question in findings.questions
        for position, answer in enumerate(question.answers)
    ]


def member_rows(findings: Findings) -> list[Record]:
    """Write which claims give the answers of findings."""
    return [
        {"answer_id": answer.id, "claim_id": claim_id, "position": position}
        for question in findings.questions
        for answer in question.answers
        for position, claim_id in enumerate(answer.claims)
    ]


def part_rows(findings: Findings) -> list[Record]:
    """Write the part that each claim is in."""
    return [{"claim_id": one, "part": part} for one, part in sorted(findings.parts.items())]
