"""Conflicts and people's words as Web Annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.model import Target
from claims.report.address import web_address
from claims.report.correction import judgement_words
from claims.report.document import support_document
from claims.report.jsonld.article import wording
from claims.report.jsonld.iri import (
    PROGRAM,
    name_of,
    name_of_person,
    name_of_program,
    name_of_text,
    name_of_word,
    source_of,
)
from claims.report.jsonld.vocabulary import ANNOTATION, UNIT, Node, filled
from claims.report.wording import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from claims.model import Annotation, Support
    from claims.report.provenance import Surroundings
    from claims.report.view import Case, Entry

_LANGUAGE: Final = "en"


def conflict_node(case: Case, around: Mapping[str, Surroundings], version: str) -> Node:
    """Write a conflict, or a look-alike, as an annotation that links its two sides.

    Args:
        around: What stands around the quotes of claims, by claim.
        version: Of the program that writes it.
    """
    conflict = case.conflict
    return filled(
        {
            "@context": ANNOTATION,
            "id": name_of(Target.CONFLICT, conflict.id),
            "type": ["Annotation", "prov:Entity"],
            "motivation": "linking",
            "creator": {"id": PROGRAM, "type": "Software", "name": "claimledger"},
            "created": _instant(case.found_at),
            "generator": {"id": name_of_program(version), "type": "Software"},
            "body": [
                _body("classifying", RELATIONS[case.relation], _LANGUAGE),
                _body("describing", conflict.reason, _LANGUAGE),
            ],
            "target": [
                _side(case.left, around, conflict.left_support),
                _side(case.right, around, conflict.right_support),
            ],
            "claims:question": {"id": name_of(Target.QUESTION, conflict.question)},
            "claims:relation": case.relation.value,
            "claims:between": case.between.value,
            "claims:rule": conflict.rule,
            "claims:status": case.status,
            "prov:wasDerivedFrom": [
                {"id": name_of(Target.CLAIM, side.claim.id)} for side in (case.left, case.right)
            ],
        }
    )


def _side(entry: Entry, around: Mapping[str, Surroundings], support: Support) -> Node:
    """Write where a side stands: by its words and by its place in the stored text."""
    claim, article = entry.claim, entry.article
    beside = around.get(claim.id)
    return {
        "type": "SpecificResource",
        "source": source_of(article),
        "state": {"type": "TimeState", "cached": name_of_text(claim.text_id)},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": claim.quote,
                "prefix": beside.before if beside else "",
                "suffix": beside.after if beside else "",
            },
            {
                "type": "TextPositionSelector",
                "start": claim.span.start,
                "end": claim.span.end,
                "claims:unit": UNIT,
            },
        ],
        "claims:claim": {"id": name_of(Target.CLAIM, claim.id)},
        "claims:wording": wording(article),
        "support": support_document(support),
    }


def word_node(word: Annotation, *, outdated: bool) -> Node:
    """Write a person's word on an article, claim, question or conflict.

    Args:
        outdated: Whether it was given on other facts than those of now.
    """
    named = name_of(word.target, word.target_id)
    pair = [name_of(Target.CLAIM, id_) for id_ in (word.left, word.right) if id_]
    return filled(
        {
            "@context": ANNOTATION,
            "id": name_of_word(word.id),
            "type": ["Annotation", "prov:Entity"],
            "motivation": "assessing" if word.verdict or word.act else "commenting",
            "creator": {"id": name_of_person(word.by), "type": "Person", "name": word.by},
            "created": _instant(word.at),
            "body": _said(word),
            "target": pair if word.target is Target.PAIR else named,
            "claims:verdict": word.verdict.value if word.verdict else None,
            "claims:onOtherFacts": True if outdated else None,
            "claims:internal": True if word.is_internal else None,
            "prov:wasAttributedTo": {"id": name_of_person(word.by)},
            "prov:wasRevisionOf": {"id": name_of_word(word.supersedes)}
            if word.supersedes
            else None,
        }
    )


def _said(word: Annotation) -> list[Node]:
    judged = " because ".join(part for part in (judgement_words(word), word.reason) if part)
    page = web_address(word.source)
    return [
        *([_body("assessing", judged)] if judged else []),
        *([_body("commenting", word.note)] if word.note else []),
        *(_body("tagging", tag) for tag in word.tags),
        *([{"type": "SpecificResource", "purpose": "linking", "source": page}] if page else []),
        *([_body("linking", word.source)] if word.source and not page else []),
    ]


def _body(purpose: str, words: str, language: str | None = None) -> Node:
    return filled(
        {
            "type": "TextualBody",
            "purpose": purpose,
            "value": words,
            "format": "text/plain",
            "language": language,
        }
    )


def _instant(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
