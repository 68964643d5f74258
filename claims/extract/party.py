"""Who a noun phrase stands for: a state, an organisation, a group, a person, or just words.

"the Afghan government" is Afghanistan, "Taliban envoys" the Taliban, "officials from
Peru" Peru.
A phrase that names nobody known stays words; nothing is guessed. Lists of parties are read in
`roster`, pronouns in `referent`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.syntax import lemma, noun_phrase, prepositional
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

ACTORS: Final = ("country", "demonym", "capital")
SENT: Final = frozenset(
    "representative delegate delegation envoy diplomat official negotiator member movement group "
    "side team observer government leadership spokesman spokesperson office".split()
)
_PERSONAL: Final = frozenset(
    "he she him her they them who whom i me we us himself herself themselves".split()
)
_RANKS: Final = frozenset("fighter militant insurgent rebel gunman troop force soldier".split())
_ONLY_FROM: Final = ("from", "of")
_HUMAN: Final = frozenset(
    "party side country state nation leader figure power neighbour neighbor government official "
    "representative delegate delegation diplomat envoy stakeholder faction actor group militant "
    "insurgent rebel politician minister president people person guest member player republic "
    "ally partner body organisation organization movement army police troop tribe elder warlord "
    "opposition regime administration ministry parliament".split()
)


@cache
def _heads(stands_for: str) -> frozenset[str]:
    return frozenset(
        word
        for group in load_toml("people-titles.toml")["leader"]
        if group["stands_for"] == stands_for
        for word in group["heads"]
    )


@cache
def _event_nouns() -> frozenset[str]:
    kinds = load_toml("events.toml")["kinds"].values()
    return frozenset(noun for kind in kinds for noun in kind["nouns"])


def stands_for_state(noun: Token) -> bool:
    """Whether a noun names an office or people that stand for a state: "government", "envoys"."""
    return lemma(noun) in _offices() or noun.lower_ in _offices()


@cache
def _offices() -> frozenset[str]:
    return _heads("government") | SENT


def _modifying_mention(noun: Token, block: Block) -> Mention | None:
    """Find the name in front of a noun: "Afghan government", "Taliban envoys", "Russia's army"."""
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "poss") and block.mention(child):
            return block.mention(child)
    return None


def _acts_for(noun: Token, owner: Mention) -> bool:
    """Whether "the X government", "X fighters" is X itself: not for a person's people."""
    if owner.sort in ("person", "name"):
        return False
    return stands_for_state(noun) or (owner.sort not in ACTORS and lemma(noun) in _RANKS)


def _is_human(noun: Token) -> bool:
    """Whether a noun names people, or a body of people that can act."""
    return lemma(noun) in _people() or noun.lower_ in _people()


@cache
def _people() -> frozenset[str]:
    persons = frozenset(load_toml("nouns.toml")["persons"])
    return _HUMAN | _offices() | _heads("military") | _heads("people") | persons


def _office(owner: Mention, noun: Token) -> str:
    """Name a state by the office that stands for it where the printed name is an adjective."""
    return f"{owner.name} {noun.text}" if owner.sort == "demonym" else owner.name


def _words(noun: Token) -> Party:
    """Keep a phrase that names nobody as words; a number of unnamed ones is vague."""
    phrase = [token for token in noun_phrase(noun) if token.dep_ not in ("det", "predet")]
    name = str(noun.doc[phrase[0].i : phrase[-1].i + 1].text).lstrip("\"“'` ")
    key = " ".join(lemma(token) for token in phrase)
    plural = noun.tag_ in ("NNS", "NNPS")
    return Party(f"words:{key}", name, vague=plural)


def party_of(noun: Token, block: Block) -> Party | None:
    """Say who one noun phrase stands for, its coordinates left aside.

    Returns:
        The party; None for a phrase that names nobody who could act ("the plea", "2017").
    """
    mention = block.mention(noun)
    if mention is not None and mention.sort == "name" and lemma(noun) in _event_nouns():
        return None
    if mention is not None:
        people = mention.sort == "demonym" and noun.tag_ in ("NNS", "NNPS")
        key = f"people:{mention.key}" if people else mention.key
        return Party(key, mention.name, vague=people)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    owner = _modifying_mention(noun, block)
    if owner is not None and _acts_for(noun, owner):
        return Party(owner.key, _office(owner, noun), via=lemma(noun))
    if lemma(noun) in SENT or stands_for_state(noun):
        for inner in prepositional(noun, *_ONLY_FROM):
            found = party_of(inner, block)
            if found is not None and not found.key.startswith("words:"):
                return Party(found.key, found.name, via=lemma(noun))
    return _words(noun) if _is_human(noun) else None


def known_party(noun: Token, block: Block) -> Party | None:
    """Give the known party or person that a noun names; None for mere words.

    "his lawyer, Lena Okafor," is Lena Okafor, and so is "the lawyer" after that.
    """
    found = party_of(noun, block)
    if found is not None and not found.key.startswith("words:"):
        return found
    for child in noun.rights:
        mention = block.mention(child) if child.dep_ == "appos" else None
        if mention is not None and mention.sort == "person":
            return Party(mention.key, mention.name)
    return block.bearers.get(noun.i)


def acts_as_party(noun: Token) -> bool:
    """Whether a noun names what a state or body can be called: "the only country", "a member"."""
    return _is_human(noun) or lemma(noun) in load_toml("nouns.toml")["organisations"]


def is_person(noun: Token, block: Block) -> bool:
    """Whether a noun or pronoun stands for persons rather than for a thing."""
    if noun.pos_ == "PRON":
        return noun.lower_ in _PERSONAL
    mention = block.mention(noun)
    if mention is not None:
        return mention.sort in ("person", "name")
    return _is_human(noun) or lemma(noun) in _posts()


@cache
def _posts() -> frozenset[str]:
    titles = load_toml("people-titles.toml")["titles"]
    return frozenset(title.lower().split()[-1] for title in titles if not title.endswith("."))
