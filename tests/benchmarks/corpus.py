"""Invented news, the same on every machine: stories that several outlets tell a little differently.

The words are in stories.toml. Nothing here is random beyond its seed, and nothing is taken from
an article that anybody published.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

WORDS_AN_ARTICLE: Final = 500
ARTICLES_A_STORY: Final = 5

_WORDING: Final = Path(__file__).with_name("stories.toml")
_TOLD_DIFFERENTLY: Final = 0.12
_SHARE_OF_STORY: Final = 0.45
_FIRST_DAY: Final = date(2024, 3, 4)
_COUNTRY_SLOTS: Final = ("host", "guest", "third", "fourth")
_PERSON_SLOTS: Final = ("person", "official", "expert")


@dataclass(frozen=True, slots=True)
class Piece:
    """One invented article: its front matter and its body, a blank line between paragraphs."""

    title: str
    outlet: str
    published: str
    body: str

    @property
    def words(self) -> int:
        """The number of words of the body."""
        return len(self.body.split())

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the body."""
        return self.body.split("\n\n")

    def as_file(self) -> str:
        """Give the contents of the file that is added."""
        head = f'---\ntitle: "{self.title}"\noutlet: "{self.outlet}"\npublished: {self.published}\n'
        return f"{head}---\n{self.body}\n"


@cache
def _wording() -> Mapping[str, Any]:
    return tomllib.loads(_WORDING.read_text(encoding="utf-8"))


def invent(articles: int, *, words: int = WORDS_AN_ARTICLE, seed: int = 7) -> list[Piece]:
    """Invent articles, a few of them on each story.

    Args:
        articles: How many.
        words: About how long each is.
        seed: Other seeds give other articles.
    """
    dice = random.Random(seed)  # noqa: S311 - the same articles on every machine, no secrets
    found: list[Piece] = []
    for number in range(-(-articles // ARTICLES_A_STORY)):
        found += _story(number, words, dice)
    return found[:articles]


def write(pieces: Sequence[Piece], folder: Path) -> list[Path]:
    """Write articles into a folder, a file each, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{number:04}.txt" for number in range(len(pieces))]
    for file, piece in zip(files, pieces, strict=True):
        file.write_text(piece.as_file(), encoding="utf-8")
    return files


def _story(number: int, words: int, dice: random.Random) -> Iterator[Piece]:
    """Tell one story once for each outlet that has it."""
    kind = _wording()["story"][number % len(_wording()["story"])]
    day = _FIRST_DAY + timedelta(days=3 * number)
    known = {**_names(dice), **_time(day)}
    amounts = {name: _amount(name, dice) for name in _wording()["amounts"]}
    outlets = dice.sample(_wording()["outlets"], ARTICLES_A_STORY)
    for place, outlet in enumerate(outlets):
        told = {**known, **_retold(amounts, dice)}
        yield Piece(
            title=kind["title"].format_map(told),
            outlet=outlet,
            published=(day + timedelta(days=place // 2)).isoformat(),
            body=_body(kind["sentences"], told, words, dice),
        )


def _names(dice: random.Random) -> dict[str, str]:
    named: dict[str, str] = {}
    countries = dice.sample(_wording()["countries"], len(_COUNTRY_SLOTS))
    for slot, (country, people, city) in zip(_COUNTRY_SLOTS, countries, strict=True):
        named |= {slot: country, f"{slot}_people": people, f"{slot}_city": city}
    lasts = dice.sample(_wording()["last_names"], len(_PERSON_SLOTS))
    for slot, last in zip(_PERSON_SLOTS, lasts, strict=True):
        named |= {slot: f"{dice.choice(_wording()['first_names'])} {last}", f"{slot}_last": last}
    return named


def _time(day: date) -> dict[str, str]:
    return {
        "day": day.strftime("%A"),
        "date": f"{day.day} {day.strftime('%B')}",
        "month": day.strftime("%B"),
    }


def _amount(name: str, dice: random.Random) -> int:
    low, high, step = _wording()["amounts"][name]
    return dice.randrange(low, high + 1, step)


def _retold(amounts: Mapping[str, int], dice: random.Random) -> dict[str, str]:
    """Give the amounts as one outlet has them."""
    return {
        name: f"{_amount(name, dice) if dice.random() < _TOLD_DIFFERENTLY else amount:,}"
        for name, amount in amounts.items()
    }


def _body(
    sentences: Sequence[str], told: Mapping[str, str], words: int, dice: random.Random
) -> str:
    """Mix sentences of the story with others until the article is long enough."""
    own = dice.sample(sentences, len(sentences))
    others = dice.sample(
        _wording()["fillers"]["sentences"], len(_wording()["fillers"]["sentences"])
    )
    paragraphs: list[list[str]] = []
    length, room = 0, 0
    while length < words and (own or others):
        from_story = own and (not others or dice.random() < _SHARE_OF_STORY)
        sentence = (own if from_story else others).pop().format_map(told)
        if room == 0:
            paragraphs.append([])
            room = dice.randint(2, 4)
        paragraphs[-1].append(sentence)
        length += len(sentence.split())
        room -= 1
    return "\n\n".join(map(" ".join, paragraphs))
