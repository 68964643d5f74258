"""Invented claims with the spread of real news, the same on every machine.

Stories of one to sixty articles, of about twenty claims each; questions that one article answers
or all of them, most with few answers; one question in some four thousand, told by articles of
many stories, has up to a thousand. Stories share nouns, places, speakers and some telling words;
articles of one story share most of theirs. Nothing here is random beyond its seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from claims.model import AsOf, Certainty, Claim, Span, Speaker, Text, Value
from claims.questions import Context, TextFacts
from claims.values.party import Party
from claims.values.quantity import Quantity
from claims.values.rarity import rare_words
from tests.benchmarks.asked import (
    FIRST_DAY,
    HOT_SHARE,
    ask,
    hot_of,
    hot_questions,
    is_hot,
    quantity,
)

CLAIMS_AN_ARTICLE: Final = 20

_SIZES: Final = (*(1,) * 12, *(2,) * 6, *(3,) * 4, *(5,) * 3, 8, 8, 13, 25, 60)
"""How many articles stories have, in turn."""
_GIST: Final = 60

_THEMES: Final = 60
_WORDS_A_THEME: Final = 25
_OWN_WORDS: Final = 75


@dataclass(frozen=True, slots=True)
class _Story:
    """What the articles of one story have in common."""

    number: int
    day: date
    words: tuple[str, ...]
    theme: tuple[str, ...]
    names: tuple[str, ...]
    questions: tuple[Claim, ...]
    """One claim a question, of no text, with all the words that may tell it."""


def invent_claims(claims: int, *, seed: int = 7) -> Context:
    """Invent so many claims, of a twentieth as many articles.

    Args:
        claims: How many; at least a hundred.
        seed: Other seeds give other claims.
    """
    dice = random.Random(seed)  # noqa: S311 - the same claims on every machine, no secrets
    articles = max(1, claims // CLAIMS_AN_ARTICLE)
    hot = hot_questions(claims, dice)
    texts: dict[str, TextFacts] = {}
    found: dict[str, Claim] = {}
    for number, facts, told in _articles(articles, dice):
        text_id = body_of(number).id
        own = [*told, *hot_of(number, articles, hot)]
        named = {claim.value.key for claim in own if isinstance(claim.value, Party)}
        texts[text_id] = replace(facts, names=facts.names | named)
        for at, claim in enumerate(own):
            stated = _stated(claim, text_id, at, facts, dice)
            found[stated.id] = stated
    return Context(found, {}, texts)


def body_of(number: int) -> Text:
    """Give the text of an article; its claims quote nothing that stands in it."""
    return Text(f"Invented article {number:,}.")


def _articles(
    articles: int, dice: random.Random
) -> Iterator[tuple[int, TextFacts, Sequence[Claim]]]:
    """Tell stories, one after another, until there are so many articles."""
    themes = [dice.sample(rare_words(9, 12), _WORDS_A_THEME) for _ in range(_THEMES)]
    number = 0
    for story_number in range(articles):
        size = _SIZES[story_number * 11 % len(_SIZES)]
        story = _story(story_number, size, dice.choice(themes), dice)
        for _ in range(min(size, articles - number)):
            yield number, _facts(story, dice), _told(story, dice)
            number += 1
        if number >= articles:
            return


def _story(number: int, size: int, theme: Sequence[str], dice: random.Random) -> _Story:
    words = tuple(dice.sample(rare_words(11, 14), _OWN_WORDS))
    names = tuple(f"name:{dice.choice('abcdefgh')}{dice.randrange(400)}" for _ in range(14))
    day = FIRST_DAY + timedelta(days=dice.randrange(3000))
    many = round(14 * size**0.38)
    places = tuple(f"place:{dice.choice(names)[5:]}" for _ in range(3))
    questions = tuple(ask(words, theme, names, places, dice) for _ in range(many))
    return _Story(number, day, words, tuple(theme), names, questions)


def _facts(story: _Story, dice: random.Random) -> TextFacts:
    """Give what is known of one article of a story."""
    own = dice.sample(story.words, 42)
    common = dice.sample(story.theme, 8)
    words = [*own[:12], *common[:4], *own[12:], *common[4:]]
    words += dice.sample(rare_words(9, 14), _GIST - len(words))
    day = story.day + timedelta(days=min(20, int(dice.expovariate(0.4))))
    return TextFacts(
        published=day.isoformat() if dice.random() < 0.95 else None,
        names=frozenset(dice.sample(story.names, 9)),
        words=tuple(dict.fromkeys(words)),
        weekdays=frozenset({story.day.weekday(), dice.randrange(7)} if dice.random() < 0.7 else ()),
    )


def _told(story: _Story, dice: random.Random) -> list[Claim]:
    """Choose what one article tells; what is told first is told by most."""
    room = round(CLAIMS_AN_ARTICLE * (1 - HOT_SHARE))
    often = sorted(story.questions, key=lambda q: dice.random() * (0.4 + len(q.scope.words) / 8))
    return often[:room] if len(often) >= room else [*often, *often[: room - len(often)]]


def _stated(claim: Claim, text_id: str, at: int, facts: TextFacts, dice: random.Random) -> Claim:
    """Put what an article tells into its own words, now and then with another value."""
    start = 300 * at
    scope = claim.scope
    words = dice.sample(scope.words, min(len(scope.words), dice.choice((5, 6, 7, 8, 9))))
    quoted = dice.choice((3, 4, 5))
    day = AsOf(facts.published, facts.published, "published") if facts.published else AsOf()
    if scope.as_of.known_by == "quote":
        day = scope.as_of
    return replace(
        claim,
        text_id=text_id,
        span=Span(start, start + 60),
        anchor=Span(start + 20, start + 25),
        quote="x" * 60,
        value=_retold(claim, dice),
        scope=replace(
            scope,
            words=tuple(sorted(words[:quoted])),
            around=tuple(sorted(words[quoted:])),
            about=tuple(key for key in scope.about if dice.random() < 0.8),
            place=scope.place if scope.group or dice.random() < 0.1 else (),
            setting=scope.place if dice.random() < 0.66 else (),
            as_of=day,
        ),
        certainty=dice.choices(tuple(Certainty), (90, 6, 3, 1))[0],
        speakers=_SPEAKERS[dice.randrange(12)] if dice.random() < 0.4 else (),
    )


_SPEAKERS: Final = tuple((Speaker(f"words:speaker {n}", f"Speaker {n}"),) for n in range(12))


def _retold(claim: Claim, dice: random.Random) -> Value:
    """Give the value as one article has it: most often that of the others, else one of three."""
    value = claim.value
    if not isinstance(value, Quantity) or is_hot(claim) or dice.random() < 0.85:
        return value
    amount = int(value.low or 0)
    other = amount + dice.choice((-1, 1, 2)) * max(1, amount // 9)
    return quantity(max(1, other), value.unit, low_open=dice.random() < 0.3)
