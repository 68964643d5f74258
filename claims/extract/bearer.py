"""Who is meant by a post or an age alone: "the former mayor", "the 59-year-old".

"Former mayor Ana Ruiz" or "her lawyer, Tom Hale" says who bears the words; the same words with
"the", later in the article, are that person. So is "the cyclone" Cyclone Mirel. Refuses words
that two persons bear, words that say more than those before ("the new mayor"), and those of whose
or of where: "the mayor of Lima".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claims.extract.name import named_storms
from claims.extract.party import party_of
from claims.extract.post import find_posts
from claims.extract.syntax import SUBJECTS
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.assertion import Statement
    from claims.extract.reading import Block, Reading

_BEARING: Final = frozenset({"post", "be"})
_TELLING_APART: Final = frozenset(
    "former ex deputy vice acting interim assistant associate next new future then late co junior "
    "senior incoming outgoing defence defense".split()
)
"""Words before a post that make it another one, so that both places must have them or neither."""
_IDLE: Final = frozenset({"disgraced", "embattled", "longtime", "veteran", "jailed", "convicted"})
_WORD: Final = re.compile(r"[^\W\d_]+")
_LAST_WORDS: Final = ("prep", "relcl", "acl", "appos", "conj", "cc")


def find_bearers(reading: Reading) -> None:
    """Tell every paragraph of an article whom its bare posts and ages mean.

    Args:
        reading: The article, parsed.
    """
    known: dict[str, list[tuple[frozenset[str], Party]]] = {}
    last: Party | None = None
    for block in reading.blocks:
        told = sorted(_told(block), key=lambda one: one[0])
        for token in block.doc:
            while told and told[0][0] < token.i:
                _, noun, words, who = told.pop(0)
                known.setdefault(noun, []).append((words, who))
            meant = last if _is_age(token) else _bearer(token, known, block)
            if meant is not None and block.mention(token) is None:
                block.bearers[token.i] = meant
            last = _subject(token, block) or last
        for _, noun, words, who in told:
            known.setdefault(noun, []).append((words, who))


def _told(block: Block) -> Iterator[tuple[int, str, frozenset[str], Party]]:
    """Give the words of a paragraph that say what somebody is, with their place and the person."""
    for found in find_posts(block):
        noun = found.anchor[-1] if found.anchor else None
        if noun is None or found.role not in _BEARING or not isinstance(found.value, Party):
            continue
        yield _end(found), noun.lemma_.lower(), _words(found.subject), found.value
    for mention in block.mentions:
        first = mention.name.partition(" ")[0].lower()
        if mention.sort == "name" and first in named_storms() and " " in mention.name:
            who = Party(mention.key, mention.name)
            for word in sorted({first, "storm"}):
                yield mention.end - 1, word, frozenset({word}), who


def _end(found: Statement) -> int:
    return max(token.i for token in found.tokens)


def _words(phrase: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(phrase))


def _bearer(
    noun: Token, known: dict[str, list[tuple[frozenset[str], Party]]], block: Block
) -> Party | None:
    """Give the one person who bears the words of a definite noun."""
    borne = known.get(noun.lemma_.lower()) if noun.tag_ == "NN" else None
    if not borne or not _is_bare(noun, block):
        return None
    own = {t.lower_ for t in noun.lefts if t.dep_ in ("amod", "compound")} - _IDLE
    fitting = {
        who.key: who for words, who in borne if own <= words and words & _TELLING_APART <= own
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _is_bare(noun: Token, block: Block) -> bool:
    """Whether nothing but "the" and words before it say who is meant."""
    lefts = list(noun.lefts)
    definite = any(t.lower_ == "the" for t in lefts)
    named = any(block.mention(t) is not None or t.dep_ in ("poss", "nummod") for t in lefts)
    more = (t for t in noun.rights if t.dep_ in _LAST_WORDS)
    return definite and not named and all(_is_parted(t) for t in more)


def _is_parted(clause: Token) -> bool:
    """Whether a comma parts a clause from its noun, so that it does not say which is meant."""
    start = clause.left_edge.i
    return clause.dep_ == "relcl" and start > 0 and clause.doc[start - 1].text == ","


def _is_age(token: Token) -> bool:
    """Whether an age stands alone for a person: the "old" of "the 59-year-old was found"."""
    lefts = [t.lower_ for t in token.lefts]
    if token.lower_ != "old" or token.dep_ not in (*SUBJECTS, "dobj", "pobj") or not lefts:
        return False
    return "the" in lefts and "year" in lefts


def _subject(token: Token, block: Block) -> Party | None:
    """Give a person who is the subject of a clause."""
    if token.dep_ not in SUBJECTS:
        return None
    party = party_of(token, block) or block.bearers.get(token.i)
    return party if party is not None and party.key.startswith("person:") else None
