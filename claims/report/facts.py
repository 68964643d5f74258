"""The facts that a person judged, as they were: kept with the word, compared with what is now.

A word whose facts differ from today's stays and is shown as given on other facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from claims.report.wording import answer_words, value_words

if TYPE_CHECKING:
    from claims.model import Annotation, Text
    from claims.report.view import Case, Entry, Publication, Sheet

CLAIMS: Final = "claims"
"""Names the claims that a word on a question hangs on; they are no fact that was judged."""

_WORDED: Final = ("answer", "rule", "question", CLAIMS)
"""Facts that are shown with a word but not compared: another version may word them otherwise."""


def claim_facts(entry: Entry) -> dict[str, str]:
    """Give what is judged with a claim: quote, answer, value and dates."""
    claim = entry.claim
    as_of = claim.scope.as_of
    return {
        "quote": claim.quote,
        "answer": answer_words(claim),
        "value": value_words(claim.value),
        "as_of": "/".join((as_of.earliest or "", as_of.latest or "")),
        "published": entry.article.published or "",
    }


def case_facts(case: Case) -> dict[str, str]:
    """Give what is judged with a conflict: the relation, and the facts of both sides."""
    sides = {"left": case.left, "right": case.right}
    facts = {
        f"{side}_{name}": fact
        for side, entry in sides.items()
        for name, fact in claim_facts(entry).items()
    }
    return {"relation": case.relation.value, "rule": case.conflict.rule, **facts}


def sheet_facts(sheet: Sheet) -> dict[str, str]:
    """Give what is judged with a question: its words and answers, and the claims it hangs on."""
    values = sorted(value_words(row.answer.value) for row in sheet.rows)
    claims = sorted(id_ for row in sheet.rows for id_ in row.answer.claims)
    return {
        "question": sheet.question.text,
        "values": "; ".join(values),
        CLAIMS: " ".join(claims),
    }


def article_facts(article: Publication, text: Text) -> dict[str, str]:
    """Give what is judged with an article: its text and what is known of it."""
    return {
        "text": text.id,
        "title": article.title or "",
        "outlet": article.outlet or "",
        "published": article.published or "",
    }


def is_outdated(word: Annotation, facts: Mapping[str, str]) -> bool:
    """Whether a word was given on other facts than those of now.

    Facts that one of the two does not name are passed over, and so is what the program words.
    """
    seen = {name: fact for name, fact in word.seen.items() if not name.endswith(_WORDED)}
    return any(facts.get(name, fact) != fact for name, fact in seen.items())
