"""Who is quoted: finds the noun that a quotation belongs to, from the words around its marks.

'"We left," the mayor said, "at dawn."' The words before and after a stretch in quotation marks
are looked at up to the next full stop; a quotation without such words belongs to whoever the
quotation beside it belongs to, or who spoke last. The parse of a paragraph with long quotations
is often wrong, so plain order of words stands in where it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.maker import noun_makers
from claims.extract.quotation import Quotation, Quotations
from claims.extract.reach import name_at
from claims.extract.reported import find_source_phrases
from claims.extract.reporting import is_document, is_reporting, is_speech, may_speak
from claims.extract.syntax import (
    SUBJECTS,
    grammatical_subjects,
    is_passive,
    is_verb,
    lemma,
    logical_subjects,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

_DASHES: Final = frozenset({"―", "—", "–", "--", "-", "~"})
_STOPS: Final = frozenset({".", "!", "?", ";"})
_NAMES: Final = ("NOUN", "PROPN", "PRON")
_LONGEST_NAME: Final = 8
_SENTENCES_BACK: Final = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """Who a quotation belongs to: the noun in its paragraph, and the verb where one reports."""

    noun: Token
    block: Block
    verb: Token | None = None


class Cues:
    """Finds whom each quotation of one article belongs to."""

    def __init__(self, reading: Reading, quotations: Quotations) -> None:
        """Go through the quotations in order; each may lean on those before it."""
        self._reading = reading
        self._quotations = quotations
        self._found: dict[Quotation, Cue] = {}
        for quotation in quotations.all:
            cue = self._beside(quotation) or self._borrowed(quotation)
            if cue is not None:
                self._found[quotation] = cue
        self._run_back()

    def cue(self, quotation: Quotation) -> Cue | None:
        """Give whom a quotation belongs to; None where nothing says so."""
        return self._found.get(quotation)

    def _run_back(self) -> None:
        """Give a quotation that runs on to whom its later part belongs, if only that says so."""
        after: Quotation | None = None
        for quotation in reversed(self._quotations.all):
            runs_on = after is not None and after.runs_on and after.number == quotation.number + 1
            if runs_on and after in self._found and quotation not in self._found:
                self._found[quotation] = self._found[after]
            after = quotation

    def _beside(self, quotation: Quotation) -> Cue | None:
        """Look at the words that stand directly round a quotation."""
        before, after = self._before(quotation), self._after(quotation)
        doc = quotation.block.doc
        quoted = self._quotations.quoted(quotation.block)
        follows = doc[quotation.end - 2].text in {",", "?", "!", "-", "—"} or quotation.whole
        found = (
            _by_dash(after, glued=doc[quotation.end - 1].text[-1] in _DASHES)
            or (_speaking(after[: _clause_end(after)], quoted, first=True) if follows else None)
            or _speaking(before, quoted, first=False)
            or (_labelled(before) if before else None)
            or _speaking(after, quoted, first=True)
        )
        return None if found is None else Cue(found[0], quotation.block, found[1])

    def _before(self, quotation: Quotation) -> list[Token]:
        """Give the words between the last full stop or quotation and this one."""
        doc, words = quotation.block.doc, []
        for at in range(quotation.start - 1, -1, -1):
            if _ends_sentence(doc[at]) or self._quotations.at(doc[at], quotation.block):
                break
            words.append(doc[at])
        return words[::-1]

    def _after(self, quotation: Quotation) -> list[Token]:
        """Give the words between this quotation and the next full stop or quotation."""
        doc, words = quotation.block.doc, []
        for at in range(quotation.end, len(doc)):
            if _ends_sentence(doc[at]) or self._quotations.at(doc[at], quotation.block):
                break
            words.append(doc[at])
        return words

    def _borrowed(self, quotation: Quotation) -> Cue | None:
        """Give whom the quotation beside it belongs to, or who spoke last."""
        beside = self._quotations.beside(quotation)
        at = beside.index(quotation)
        if not quotation.whole:
            return self._same_sentence(beside[at - 1], quotation) if at else None
        for other in reversed(beside[:at]):
            if other in self._found:
                return self._found[other]
        if quotation.runs_on:
            return self._found.get(self._previous(quotation))
        for other in beside[at + 1 :]:
            cue = self._beside(other)
            if cue is not None:
                return cue
        return self._told_later(quotation) or self._spoke_last(quotation)

    def _told_later(self, quotation: Quotation) -> Cue | None:
        """Give whom a later paragraph of the same quotation names."""
        at = self._quotations.all.index(quotation)
        for later in self._quotations.all[at + 1 :]:
            if not later.runs_on:
                return None
            cue = self._beside(later)
            if cue is not None:
                return cue
        return None

    def _same_sentence(self, other: Quotation, quotation: Quotation) -> Cue | None:
        """Give whom the quotation before belongs to, where no full stop stands between."""
        between = quotation.block.doc[other.end - 2 : quotation.start]
        return None if any(_ends_sentence(t) for t in between) else self._found.get(other)

    def _previous(self, quotation: Quotation) -> Quotation:
        return self._quotations.all[self._quotations.all.index(quotation) - 1]

    def _spoke_last(self, quotation: Quotation) -> Cue | None:
        """Give who speaks in the sentence or paragraph directly before a quotation."""
        block, number = quotation.block, quotation.number
        earlier = [t for t in block.doc[: quotation.start] if not self._quotations.at(t, block)]
        if not any(t.is_alpha for t in earlier) and number:
            block = self._reading.blocks[number - 1]
            earlier = [t for t in block.doc if not self._quotations.at(t, block)]
        quoted = self._quotations.quoted(block)
        for sentence in _last_sentences(earlier):
            found = _speaking(sentence, quoted, first=True) or _main_subject(sentence)
            if found is not None and may_speak(found[0]):
                return Cue(found[0], block, found[1])
        whole = [q for q in self._quotations.beside(quotation) if q.block is block]
        return next((self._found[q] for q in reversed(whole) if q in self._found), None)


def _ends_sentence(token: Token) -> bool:
    """Whether a full stop ends a sentence here, rather than an abbreviation."""
    if token.text not in _STOPS:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or not (following.text == ")" or following.text[0].islower())


def _last_sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Give the last sentences of a run of tokens, the nearest first."""
    starts = sorted({token.sent.start for token in tokens if token.is_alpha}, reverse=True)
    for start in starts[:_SENTENCES_BACK]:
        yield [token for token in tokens if token.sent.start == start]


def _clause_end(words: Sequence[Token]) -> int:
    """Give the place where another clause begins: "…, the mayor said, and the judge …"."""
    for at, token in enumerate(words):
        if at == 0 and token.dep_ in ("cc", "prep", "mark"):
            return 0
        if at and token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX"):
            return at
    return len(words)


def _speaking(
    words: Sequence[Token], quoted: frozenset[int], *, first: bool
) -> tuple[Token, Token | None] | None:
    """Give who speaks in a run of words outside quotations, and the verb that says so."""
    verbs = [t for t in words if is_reporting(t) and not (first and t.dep_ in ("acl", "relcl"))]
    for verb in verbs if first else reversed(verbs):
        noun = _subject(verb, words, quoted)
        if noun is not None:
            return noun, verb
    for phrase in find_source_phrases(words):
        if phrase.makers[0].i not in quoted:
            return phrase.makers[0], None
    return None


def _subject(verb: Token, words: Sequence[Token], quoted: frozenset[int]) -> Token | None:
    """Give the subject of a reporting verb: by the parse, else the nearest name in the words."""
    cited = is_passive(verb) and lemma(verb) in ("cite", "quote")
    nouns = grammatical_subjects(verb) if cited else logical_subjects(verb)
    parsed = next((noun for noun in nouns if noun.i not in quoted), None)
    if parsed is not None or is_passive(verb):
        return parsed
    before = [token for token in words if token.i < verb.i]
    after = name_at([token for token in words if token.i > verb.i])
    if after is not None and not any(token.dep_ in SUBJECTS for token in before):
        return after
    return name_at(before) or next((t for t in reversed(before) if t.pos_ in _NAMES), after)


def _by_dash(words: Sequence[Token], *, glued: bool) -> tuple[Token, Token | None] | None:
    """Give the name after a dash: '"…" - Lena Okafor'."""
    opening = [token for token in words if not token.is_space and token.text != '"']
    if not glued and (not opening or opening[0].text not in _DASHES):
        return None
    named = opening if glued else opening[1:]
    name = name_at(named)
    if name is None or any(is_verb(token) for token in named[:_LONGEST_NAME]):
        return None
    return name, None


def _labelled(words: Sequence[Token]) -> tuple[Token, Token | None] | None:
    """Give the name before a colon: 'Lena Okafor: "…"', 'in a letter by Okafor: "…"'."""
    if words[-1].text != ":":
        return None
    if any(is_verb(token) for token in words):
        documents = (noun for noun in reversed(words) if is_document(noun) or is_speech(noun))
        maker = next((maker for noun in documents for maker in noun_makers(noun)), None)
        return None if maker is None else (maker, None)
    name = name_at([token for token in words if not token.is_punct])
    return None if name is None else (name, None)


def _main_subject(words: Sequence[Token]) -> tuple[Token, Token | None] | None:
    """Give the person who is the subject of a sentence, as Okafor of "Okafor shook her head"."""
    for token in words:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
            person = token.pos_ == "PROPN" or token.lower_ in ("he", "she")
            return (token, None) if person else None
    return None
