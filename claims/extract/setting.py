"""Where an article is, sentence by sentence: the named places at which its statements play.

A sentence that names no place goes on where those before it stood. So a count of dead is told from
that of another town even where its own clause names none. Countries are left out: nearly every
sentence of an article is in one, and where somebody comes from: "a firm based in Oslo". Nothing is
judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from claims.extract.attribute import nouns
from claims.extract.syntax import lemma
from claims.values.rarity import rarity

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

_AT: Final = frozenset("in at near on outside inside around from of to over across into".split())
_OPEN: Final = frozenset({"name", "capital"})
"""Sorts of names that may be places; of those in the table of parties none is."""
_MONTH: Final = re.compile(r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?")
_TELLING: Final = 11.0
"""How rare a word must be to be taken for the name of a place, and not for a capitalised noun."""
_GOES_ON: Final = 4
"""Sentences that may go on where an earlier one stood."""


def named_places(stretch: Stretch, block: Block) -> tuple[str, ...]:
    """Give the keys of the places, smaller than a country, at which a sentence plays."""
    return tuple(dict.fromkeys(_places(stretch, block)))


def scenes(stretch: Stretch) -> tuple[str, ...]:
    """Give what may be struck or burn that a sentence speaks of: "noun:convoy"."""
    told = (lemma(token) for token in stretch if token.pos_ == "NOUN")
    return tuple(dict.fromkeys(f"noun:{word}" for word in told if word in nouns("scenes")))


def _places(stretch: Stretch, block: Block) -> Iterator[str]:
    for token in stretch:
        mention = block.mention(token)
        if mention is not None and _is_place(mention, token):
            yield mention.place or mention.key


def _is_place(mention: Mention, token: Token) -> bool:
    """Whether a name is that of a place: "in Hass", "the village of Hass", "Hass village"."""
    if mention.sort not in _OPEN or token.i != mention.end - 1 or token.tag_ == "NNPS":
        return False
    if rarity(token.lower_) < _TELLING or _MONTH.fullmatch(token.lower_):
        return False
    head = token.head
    if token.dep_ == "compound" and head.i == mention.end:
        return lemma(head) in nouns("places")
    if token.dep_ != "pobj" or head.lower_ not in _AT or lemma(head.head) in nouns("origins"):
        return False
    return head.lower_ != "of" or lemma(head.head) in nouns("places")


def settings_of(named: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Give the places at which each sentence plays, those of an earlier one where it names none.

    Args:
        named: The places that each sentence of an article names, in order.
    """
    found: list[tuple[str, ...]] = []
    held: tuple[str, ...] = ()
    since = 0
    for places in named:
        held, since = (places, 0) if places else (held, since + 1)
        found.append(held if since <= _GOES_ON else ())
    return found
