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
_TOLD_DIFFERENTLY: Final = 0.04
_WORDS_A_STORY: Final = 3
"""How many words of each list a story knows."""
_FILLERS_A_STORY: Final = 60
"""How many sentences that fit every story its articles choose from."""
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
    lists = {slot: dice.sample(some, _WORDS_A_STORY) for slot, some in _wording()["words"].items()}
    amounts = {name: _amount(name, dice) for name in _wording()["amounts"]}
    fillers = [_filler(dice) for _ in range(_FILLERS_A_STORY)]
    outlets = dice.sample(_wording()["outlets"], ARTICLES_A_STORY)
    for place, outlet in enumerate(outlets):
        told = _Told({**known, **_retold(amounts, dice)}, lists, dice)
        yield Piece(
            title=told.fill(kind["title"]),
            outlet=outlet,
            published=(day + timedelta(days=place // 2)).isoformat(),
            body=_body((kind["sentences"], fillers), told, words, dice),
        )


def _names(dice: random.Random) -> dict[str, str]:
    named: dict[str, str] = {}
    countries = dice.sample(_wording()["countries"], len(_COUNTRY_SLOTS))
    for slot, (country, people, city) in zip(_COUNTRY_SLOTS, countries, strict=True):
        named |= {slot: country, f"{slot}_people": people, f"{slot}_city": city}
    for slot in _PERSON_SLOTS:
        last = _put_together("person", dice)
        named |= {slot: f"{dice.choice(_wording()['first_names'])} {last}", f"{slot}_last": last}
    firm = f"{_put_together('person', dice)} {dice.choice(('Industries', 'Lines', 'Works'))}"
    return named | {"town": _put_together("town", dice), "river": _river(dice), "firm": firm}


def _put_together(kind: str, dice: random.Random) -> str:
    """Make a name of one syllable of each list."""
    return "".join(dice.choice(some) for some in _wording()[f"{kind}_syllables"])


def _river(dice: random.Random) -> str:
    return f"{_put_together('town', dice)} River"


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


class _Told(dict[str, str]):
    """What fills the slots: what is known of a story, and a word of its own where none is named."""

    def __init__(
        self, known: Mapping[str, str], lists: Mapping[str, Sequence[str]], dice: random.Random
    ) -> None:
        super().__init__(known)
        self._lists = lists
        self._dice = dice

    def __missing__(self, slot: str) -> str:
        return self._dice.choice(self._lists[slot])

    def fill(self, sentence: str) -> str:
        """Fill the slots of a sentence, which begins with a capital."""
        filled = sentence.format_map(self)
        return filled[:1].upper() + filled[1:]


def _filler(dice: random.Random) -> str:
    """Put a sentence together that fits every story."""
    parts = (dice.choice(_wording()["fillers"][name]) for name in ("subjects", "deeds", "endings"))
    return " ".join(filter(None, parts)) + "."


def _body(
    sentences: tuple[Sequence[str], Sequence[str]], told: _Told, words: int, dice: random.Random
) -> str:
    """Mix sentences of the story with those that fit every one until the article is long enough."""
    own, others = (dice.sample(some, len(some)) for some in sentences)
    paragraphs: list[list[str]] = []
    length, room = 0, 0
    while length < words and (own or others):
        from_story = own and (not others or dice.random() < _SHARE_OF_STORY)
        sentence = told.fill((own if from_story else others).pop())
        if room == 0:
            paragraphs.append([])
            room = dice.randint(2, 4)
        paragraphs[-1].append(sentence)
        length += len(sentence.split())
        room -= 1
    return "\n\n".join(map(" ".join, paragraphs))
