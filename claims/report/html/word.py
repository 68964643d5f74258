"""What people said, as the report shows it: by whom, when, and of what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model import standing
from claims.report.correction import judgement_words
from claims.report.facts import article_facts, claim_facts, outdated_among
from claims.report.wording import day_words

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.report.view import ArticleEntry, Entry


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word.

    Args:
        said: The word itself.
        is_outdated: Whether it was given on other facts than those of now.
    """

    said: Annotation
    is_outdated: bool = False

    @property
    def day(self) -> str:
        """When it was said."""
        return day_words(self.said.at.date().isoformat())

    @property
    def verdict(self) -> str:
        """What it decides, and why; empty where it decides nothing."""
        parts = judgement_words(self.said), self.said.reason
        return " because ".join(part for part in parts if part)


def words_of(words: Iterable[Annotation], outdated: Collection[str] = ()) -> list[Word]:
    """Give what people say, oldest first; corrected words are left out.

    Args:
        words: All that was said.
        outdated: Ids of the words that were given on other facts.
    """
    return [Word(word, word.id in outdated) for word in standing(words)]


def words_on_article(entry: ArticleEntry) -> list[Word]:
    """Give what people say of an article."""
    return words_of(entry.words, outdated_among(entry.words, article_facts(entry.article)))


def words_on_claim(entry: Entry, word: Annotation) -> list[Word]:
    """Give one word on a claim."""
    return words_of([word], outdated_among([word], claim_facts(entry)))
