"""Invented questions: each as the claim that answers it with all the words that may tell it.

What is counted, done and held is drawn by chance; a few questions are hot: hundreds of articles
answer them, each in its own way.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from claims.model import AsOf, Claim, Kind, Scope, Span, Value
from claims.values.days import Days
from claims.values.party import Party
from claims.values.quantity import Quantity
from claims.values.rarity import rare_words

FIRST_DAY: Final = date(2015, 1, 5)
HOT_SHARE: Final = 0.05
"""The share of claims that answer hot questions."""
ANSWERS_OF_A_HOT_QUESTION: Final = 1000
_OF_ONE_TOPIC: Final = 5
_HOT: Final = "troop"
"""What hot questions count, and no other question."""

_COUNTED: Final = (
    "person killed wounded arrested displaced missing evacuated hire vote",
    "person killed wounded arrested killed",
    "house destroy damage build",
    "vote win lose cast",
    "job cut create",
    "soldier killed send withdrawn",
    "company have close open",
    "child killed rescued enrol",
    "seat win hold lose",
    "car sell burn recall",
    "school close open",
    "tree plant burn",
    "goal score",
    "ton ship export",
    "ship sink build",
    "dollar pay cost raise",
    "percent rise fall",
    "year last serve",
)
"""What is counted, and what became of it."""
_UNITS: Final = {"dollar": "USD", "percent": "percent", "year": "year", "person": "person"}
_ACTS: Final = (
    *("arrest charge kill visit appoint meet win sign build attack".split()),
    *("svo:open svo:close svo:lead svo:join svo:block svo:fund".split()),
)


def ask(
    words: Sequence[str],
    theme: Sequence[str],
    names: Sequence[str],
    places: Sequence[str],
    dice: random.Random,
) -> Claim:
    """Invent a question as the claim that answers it with all its words."""
    told = (*dice.sample(words, 5), *dice.sample(theme, 2), *dice.sample(_PLAIN, 4))
    scope = Scope(
        words=tuple(told),
        about=tuple(sorted(dice.sample(names, dice.choice((0, 1, 1, 2))))),
        place=(dice.choice(places),),
    )
    sort = dice.random()
    if sort < 0.8:
        return _amount(scope, dice)
    return _deed(scope, names, dice) if sort < 0.94 else _post(scope, names, dice)


_PLAIN: Final = (
    "people",
    "official",
    "say",
    "government",
    "police",
    "year",
    "day",
    "report",
    "week",
)
_NO_TEXT: Final = Span(0, 1)


def _claim(kind: Kind, role: str, subject: str, value: Value, scope: Scope) -> Claim:
    attribute = role.partition(":")[0]
    return Claim("", kind, role, _NO_TEXT, "", _NO_TEXT, subject, attribute, value, scope)


def _amount(scope: Scope, dice: random.Random) -> Claim:
    head, *attributes = dice.choice(_COUNTED).split()
    attribute = dice.choice(attributes)
    group = (f"country:{dice.choice('KE GH TD IN US FR RU UA'.split())}",)
    scope = replace(
        scope,
        head=head,
        group=group if dice.random() < 0.25 else (),
        modifiers=(dice.choice(("civilian", "young", "local")),) if dice.random() < 0.15 else (),
    )
    value = quantity(int(10 ** dice.uniform(0.3, 5)), _UNITS.get(head, ""))
    return _claim(Kind.QUANTITY, attribute, f"{head}s", value, scope)


def quantity(amount: int, unit: str, *, low_open: bool = False) -> Quantity:
    """Make an amount, or the lower end of one."""
    exact = Decimal(amount)
    high = None if low_open else exact
    return Quantity(exact, high, low_open=low_open, unit=unit, text=f"{amount:,}", digits=_HALF)


_HALF: Final = Decimal("0.5")


def _deed(scope: Scope, names: Sequence[str], dice: random.Random) -> Claim:
    act = dice.choice(_ACTS)
    agent, patient = dice.sample(names, 2)
    scope = replace(scope, head=act, args=(f"agent:{agent}", f"patient:{patient}"))
    if dice.random() < 0.5:
        day = FIRST_DAY + timedelta(days=dice.randrange(3000))
        return _claim(Kind.DATE, f"{act}:on", patient, Days(day, day, str(day)), scope)
    return _claim(Kind.ACTOR, act, patient, Party(agent, agent), scope)


def _post(scope: Scope, names: Sequence[str], dice: random.Random) -> Claim:
    title = dice.choice(("president", "mayor", "coach", "prime minister"))
    body, holder = dice.sample(names, 2)
    scope = replace(scope, head=title, about=(body,), args=(f"of:{body}",))
    return _claim(Kind.ACTOR, "post", title, Party(holder, holder), scope)


def is_hot(claim: Claim) -> bool:
    """Whether a claim answers a question that hundreds of articles answer."""
    return claim.scope.head == _HOT


def hot_questions(claims: int, dice: random.Random) -> list[tuple[Claim, int]]:
    """Invent the questions that everybody answers, with how many answers each has."""
    many = max(_OF_ONE_TOPIC, round(claims * HOT_SHARE / ANSWERS_OF_A_HOT_QUESTION))
    answers = min(ANSWERS_OF_A_HOT_QUESTION, round(claims * HOT_SHARE / many))
    made = []
    for number in range(many):
        told = (*dice.sample(rare_words(11, 14), 5), *dice.sample(_PLAIN, 3))
        scope = Scope(
            head=_HOT,
            group=("country:US",),
            place=(f"place:hot{number}",),
            words=told,
            about=("country:US", f"place:hot{number}"),
            as_of=AsOf("2021-03-01", "2021-03-31", "quote"),
        )
        value = quantity(10_000, "person")
        made.append((_claim(Kind.QUANTITY, "count", "US troops", value, scope), answers))
    return made


def hot_of(number: int, articles: int, hot: Sequence[tuple[Claim, int]]) -> Iterator[Claim]:
    """Give what an article tells of hot questions: one answer each, another in each article.

    Five hot questions are of one topic. An article that is on a topic answers all five; four of
    five articles are on none.
    """
    for place, (claim, answers) in enumerate(hot):
        every = max(1, articles // answers)
        if number % every == place // _OF_ONE_TOPIC * _OF_ONE_TOPIC:
            yield replace(claim, value=quantity(2_000 + number // every * 37, "person"))
