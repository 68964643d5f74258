"""The facts that a person judged, as they were: kept with the word, compared with what is now.

A word whose facts differ from today's stays and is shown as given on other facts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from claims.report.wording import answer_words, value_words

if TYPE_CHECKING:
    from claims.model import Annotation
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
    return {
        "relation": case.relation.value,
        "rule": case.conflict.rule,
        **side_facts("left", claim_facts(case.left)),
        **side_facts("right", claim_facts(case.right)),
    }


def side_facts(side: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Name the facts of one of two claims: "left_quote"."""
    return {f"{side}_{name}": fact for name, fact in facts.items()}


def sheet_facts(sheet: Sheet) -> dict[str, str]:
    """Give what is judged with a question: its words and answers, and the claims it hangs on."""
    values = sorted(value_words(row.answer.value) for row in sheet.rows)
    claims = sorted(id_ for row in sheet.rows for id_ in row.answer.claims)
    return {
        "question": sheet.question.text,
        "values": "; ".join(values),
        CLAIMS: " ".join(claims),
    }


def article_facts(article: Publication) -> dict[str, str]:
    """Give what is judged with an article: its text and what is known of it."""
    return {
        "text": article.text_id,
        "title": article.title or "",
        "outlet": article.outlet or "",
        "published": article.published or "",
    }


def is_outdated(word: Annotation, facts: Mapping[str, str]) -> bool:
    """Whether a word was given on other facts than those of now.

    Facts that one of the two does not name are passed over, and so is what the program words. A
    word that makes a claim what it is changes the facts itself.
    """
    if word.text_id is not None:
        return False
    seen = {name: fact for name, fact in word.seen.items() if not name.endswith(_WORDED)}
    return any(_differ(name, fact, facts.get(name, fact)) for name, fact in seen.items())


def _differ(name: str, seen: str, now: str) -> bool:
    """Whether a fact changed; a quote of which more or less is shown is the same words."""
    if name.endswith("quote"):
        one, other = " ".join(seen.split()), " ".join(now.split())
        return one not in other and other not in one
    return seen != now


def outdated_among(words: Iterable[Annotation], facts: Mapping[str, str]) -> frozenset[str]:
    """Give the ids of the words that were given on other facts than those of now."""
    return frozenset(word.id for word in words if is_outdated(word, facts))


def outdated_on(
    case: Case, members: Mapping[str, Collection[str]], known: Mapping[str, Entry]
) -> frozenset[str]:
    """Give the ids of the words on a conflict that were given on other facts.

    A verdict covers two answers: the claims that were judged are looked at wherever they are, as
    long as they give the two answers, whichever claims stand for those now.

    Args:
        case: The conflict.
        members: The claims that give the answers of its sides, by the claim of the side.
        known: The claims that people judged, by id.
    """
    return frozenset(
        word.id for word in case.words if is_outdated(word, _facts_now(word, case, members, known))
    )


def _facts_now(
    word: Annotation,
    case: Case,
    members: Mapping[str, Collection[str]],
    known: Mapping[str, Entry],
) -> dict[str, str]:
    if word.left is None or word.right is None:
        return case_facts(case)
    held = {id_: {id_, *members.get(id_, ())} for id_ in (case.left.claim.id, case.right.claim.id)}
    of_left, of_right = held[case.left.claim.id], held[case.right.claim.id]
    turned = word.left in of_right or word.right in of_left
    left, right = (case.right, case.left) if turned else (case.left, case.right)
    facts = {"relation": case.relation.value}
    for side, judged, entry in (("left", word.left, left), ("right", word.right, right)):
        there = judged in held[entry.claim.id] and judged in known
        # Of a claim that is gone only what the other claims of its answer share can be told.
        own = claim_facts(known[judged]) if there else {"value": value_words(entry.claim.value)}
        facts |= side_facts(side, own)
    return facts
