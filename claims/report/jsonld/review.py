"""ClaimReview: a person's `settled` verdict for the tools that fact-checkers exchange them with.

It comes from nothing else: no other verdict, no word that was given on other facts, that its
author corrected, or that is internal; and it has the person's words for a rating, never a number.
Its items use the words of schema.org alone. `url`, the page of the review, is for whoever
publishes one to add.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.model import Favour, Rendition, Target
from claims.report.address import web_address
from claims.report.jsonld.article import wording
from claims.report.jsonld.claim import bare_claim
from claims.report.jsonld.iri import name_of, name_of_word
from claims.report.jsonld.vocabulary import SCHEMA_ORG, Node, filled
from claims.report.publication_day import known_day
from claims.report.settled import settled_words
from claims.report.told import told_cases
from claims.report.wording import answer_words, statement_words

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import Case, Dossier, Entry, Publication

_LONGEST: Final = 75
"""Letters of a summary that readers of ClaimReview show."""


def review_nodes(dossier: Dossier) -> Iterator[Node]:
    """Write a review of each side of each conflict that a person settled."""
    for case in told_cases(dossier):
        for word in settled_words(case.words, case.outdated):
            for side, entry in (("left", case.left), ("right", case.right)):
                yield _review(word, side, entry, rating_words(word, case))


def rating_words(word: Annotation, case: Case) -> str:
    """Give the rating in the person's words: for which answer it is settled, and why.

    "settled for 3,500: the ministry's own count"; it names the answer, so that it reads the same
    on either side.
    """
    answers = {
        Favour.LEFT: answer_words(case.left.claim),
        Favour.RIGHT: answer_words(case.right.claim),
    }
    favour = word.favour or Favour.NEITHER
    settled = f"settled for {answers.get(favour, favour.value)}"
    return f"{settled}: {word.reason}" if word.reason else settled


def _review(word: Annotation, side: str, entry: Entry, rating: str) -> Node:
    return filled(
        {
            "@context": SCHEMA_ORG,
            "@id": f"{name_of_word(word.id)}:{side}",
            "@type": "ClaimReview",
            "claimReviewed": _short(statement_words(entry.claim)),
            "author": {"@type": "Person", "name": word.by},
            "datePublished": word.at.date().isoformat(),
            "reviewRating": filled(
                {
                    "@type": "Rating",
                    "alternateName": rating,
                    "ratingExplanation": word.note,
                }
            ),
            "citation": _citation(word.source),
            "itemReviewed": {
                **bare_claim(entry),
                **_label(entry.article),
                "appearance": [_appearance(article) for article in entry.articles],
            },
        }
    )


def _label(article: Publication) -> Node:
    """Say, in a word that schema.org has, that the text of a claim is not the outlet's own."""
    verbatim = article.rendition is Rendition.VERBATIM
    return {} if verbatim else {"description": wording(article)}


def _citation(source: str) -> Node | str | None:
    page = web_address(source)
    return {"@type": "CreativeWork", "url": page} if page else source or None


def _appearance(article: Publication) -> Node:
    return filled(
        {
            "@type": "CreativeWork",
            "@id": name_of(Target.ARTICLE, article.id),
            "headline": article.title,
            "publisher": {"@type": "Organization", "name": article.outlet}
            if article.outlet
            else None,
            "datePublished": known_day(article),
            "url": web_address(article.address),
        }
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
