"""Who a noun names as a speaker: a party, a person, a paper, or just words.

"the report" is the outlet that was named before it, "she" the last person who was told of,
"the mayor, Lena Okafor," Lena Okafor. Words that name nobody ("you", "this") are no source. What
cannot be resolved stays words; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claims.extract.body import BODIES, Bodies
from claims.extract.naming import alone, mention_of, named, speakers_beside, together
from claims.extract.quotation import Quotations
from claims.extract.reach import name_at
from claims.extract.reporting import (
    is_body,
    is_document,
    is_human,
    is_reporting,
    is_sort_of_body,
    takes_up_any,
)
from claims.extract.syntax import is_verb, lemma, prepositional
from claims.model import Evidence, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

_PUBLISHERS: Final = ("outlet", "agency", "organisation", "company", "name")
_NOBODY: Final = frozenset(
    "you one it this that which what there nobody none nothing anyone anybody someone somebody "
    "everyone everybody who whoever those these 's".split()
)
_PRONOUNS: Final = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "it": "it",
    "its": "it",
    "they": "they",
    "them": "they",
    "their": "they",
}
_HONORIFICS: Final = {
    "mr.": "he",
    "mr": "he",
    "mrs.": "she",
    "mrs": "she",
    "ms.": "she",
    "ms": "she",
}
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_NUMBERS: Final = frozenset("number group majority handful couple series lot array".split())
_DASHES: Final = frozenset({"--", "-", "—", "–", "―"})
_LONGEST_DATELINE: Final = 8
_LOOK_BACK: Final = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One speaker, and where the name was taken from when it stands elsewhere."""

    speaker: Speaker
    evidence: Evidence | None = None


class Sources:
    """Says who is meant in one article."""

    def __init__(self, reading: Reading, quotations: Quotations) -> None:
        """Remember the article; its subjects are gathered when first asked for."""
        self._reading = reading
        self._quotations = quotations
        self._bodies = Bodies(reading)

    def source(self, noun: Token, block: Block) -> Source | None:
        """Read one speaker.

        Returns:
            None for words that name nobody.
        """
        if is_document(noun) and _is_definite(noun):
            issuer = self._issuer_before(noun, block)
            if issuer is not None:
                return issuer
        if _is_definite(noun) and (is_body(noun) or is_sort_of_body(noun)):
            body = self._body_before(noun, block)
            if body is not None:
                return body
        pronoun = _PRONOUNS.get(noun.lower_)
        if pronoun == "it" and not is_reporting(noun.head):
            return None
        if pronoun is not None:
            return self._meant_by(noun, pronoun, block)
        if noun.lower_ in _NOBODY:
            return None
        return Source(named(_spoken_for(noun), block))

    def _meant_by(self, noun: Token, pronoun: str, block: Block) -> Source | None:
        """Read a pronoun; left open where nobody fits, and nobody at all for an empty "it"."""
        for place, token in self._earlier(noun, block):
            if self._fits(token, place, pronoun):
                together = pronoun in ("they", "them", "their")
                meant = named(token, place) if together else alone(token, place)
                speaker = Speaker(meant.key, meant.name, block.span_of([noun]))
                return Source(speaker, Evidence("speakers", place.span_of([token]), "pronoun"))
        if pronoun == "it":
            return None
        return Source(Speaker(f"words:{pronoun}", noun.lower_, block.span_of([noun])))

    def _fits(self, token: Token, block: Block, pronoun: str) -> bool:
        if token.lower_ in _PRONOUNS or token.lower_ in _NOBODY or token.pos_ == "PRON":
            return False
        mention = mention_of(token, block)
        if pronoun in ("he", "she"):
            if mention is not None and mention.key in self._honorifics:
                return self._honorifics[mention.key] == pronoun
            if mention is not None and mention.sort == "person":
                return True
            return is_human(token) and is_reporting(token.head)
        if not is_reporting(token.head) or (mention is not None and mention.sort == "person"):
            return False
        plural = token.tag_ in ("NNS", "NNPS") or lemma(token) == "police"
        plural = plural or bool(speakers_beside(token))
        return plural == (pronoun == "they") and not is_human(token)

    def _issuer_before(self, noun: Token, block: Block) -> Source | None:
        """Say whose report or statement it is that was spoken of before."""
        for place, token in self._earlier(noun, block):
            if not is_reporting(token.head):
                continue
            mention = place.mention(token)
            published = mention is not None and mention.sort in _PUBLISHERS
            if published or _tells_of(token.head, lemma(noun)):
                issuer = named(token, place)
                speaker = Speaker(issuer.key, issuer.name, block.span_of([noun]))
                found = issuer.span or place.span_of([token])
                return Source(speaker, Evidence("speakers", found, "document"))
        return None

    def _body_before(self, noun: Token, block: Block) -> Source | None:
        """Say which body "the group" or "the Observatory" takes up: called so, or the last one."""
        called = self._bodies.called(noun, block)
        if not called and is_body(noun):
            spoke = list(self._body_that_spoke(noun, block))
            called = spoke or self._bodies.cited(noun, block)
        if len(called) != 1:
            return None
        token, place = called[0]
        meant = (self.source(token, place) or Source(named(token, place))).speaker
        if len(meant.keys) > 1:
            meant = alone(token, place)
        speaker = together(Speaker(meant.key, meant.name, block.span_of([noun])), noun, block)
        return Source(speaker, Evidence("speakers", place.span_of([token]), "body"))

    def _body_that_spoke(self, noun: Token, block: Block) -> Iterator[tuple[Token, Block]]:
        """Give the last body that spoke before, of that name where the noun asks for one."""
        own = block.mention(noun)
        for place, token in self._earlier(noun, block):
            mention = place.mention(token)
            if mention is None or mention.sort not in BODIES or not is_reporting(token.head):
                continue
            named = noun.lower_ in mention.name.lower().split()
            if own is not None and (own.key == mention.key or not named):
                continue
            if named or takes_up_any(noun):
                yield token, place
                return

    def _earlier(self, token: Token, block: Block) -> Iterator[tuple[Block, Token]]:
        """Walk back over the subjects before a token; of an earlier sentence its main one first."""
        number = self._quotations.number(block)
        before = [
            s for s in self._subjects if s[0] < number or (s[0] == number and s[1].i < token.i)
        ]
        same = [s for s in before if s[0] == number and s[1].sent.start == token.sent.start]
        rest = before[: len(before) - len(same)][-_LOOK_BACK:]
        yield from ((self._reading.blocks[n], t) for n, t in reversed(same))
        rest.sort(key=lambda s: (s[0], s[1].sent.start, s[1].head.dep_ == "ROOT", s[1].i))
        yield from ((self._reading.blocks[n], t) for n, t in reversed(rest))

    @cached_property
    def _subjects(self) -> list[tuple[int, Token]]:
        """Gather the subjects of the author's own sentences, in order."""
        return [
            (number, token)
            for number, block in enumerate(self._reading.blocks)
            for token in block.doc
            if token.dep_ in _SUBJECTS and self._quotations.at(token, block) is None
        ]

    @cached_property
    def _honorifics(self) -> dict[str, str]:
        """Gather who is called Mr., Mrs. or Ms. anywhere in the article."""
        return {
            mention.key: _HONORIFICS[block.doc[mention.start - 1].lower_]
            for block in self._reading.blocks
            for mention in block.mentions
            if mention.start and block.doc[mention.start - 1].lower_ in _HONORIFICS
        }


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("the", "this") for child in noun.children)


def _spoken_for(noun: Token) -> Token:
    """Give the noun that is meant: who stands after a dateline, the people of "a number of"."""
    if lemma(noun) in _NUMBERS:
        return next(iter(prepositional(noun, "of")), noun)
    if noun.i > _LONGEST_DATELINE:
        return noun
    ahead = noun.doc[noun.i + 1 : noun.i + _LONGEST_DATELINE]
    dash = next((token.i for token in ahead if _is_dash(token)), None)
    if dash is None or any(is_verb(token) for token in noun.doc[noun.i : dash]):
        return noun
    return name_at(noun.doc[dash + 1 :]) or noun


def _is_dash(token: Token) -> bool:
    """Whether a token parts a dateline from the text; the hyphen of "Attorney-General" does not."""
    spaced = token.nbor(-1).whitespace_ != "" if token.i else True
    return token.text in _DASHES and (token.text != "-" or spaced)


def _tells_of(verb: Token, document: str) -> bool:
    """Whether somebody speaks in or through a document: "said in a statement"."""
    return any(lemma(inner) == document for inner in prepositional(verb, "in", "through", "via"))
