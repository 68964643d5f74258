"""One thing that a clause states, before it is a claim, and the clause it is read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claims.extract.act import Act
from claims.extract.day import PlacedDays
from claims.extract.governor import clause_words
from claims.extract.reach import antecedent_tokens, clause_tokens, quoted_verb
from claims.extract.stance import Stance
from claims.extract.syntax import SUBJECTS, clause_verb, grammatical_subjects, is_verb, noun_phrase
from claims.model import Kind, Polarity, Value
from claims.values.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block

_RELATIVE: Final = ("WDT", "WP")


@dataclass(frozen=True)
class Statement:
    """One thing that a clause states.

    Args:
        kind: The label for people.
        role: The act, with what of it is stated: "arrest", "arrest:object", "svo:open:on".
        value: The answer.
        subject: Words a reader is told the question by.
        anchor: Tokens of the predicate, the day or the place.
        head: The predicate, whose speaker is the speaker of it all.
        tokens: What the quote must hold.
        stance: Polarity and certainty.
        arguments: Who and what the act is about, as `argument` tells them.
        makers: Who in the clause itself says so: the mayor for "the mayor blamed rain".
    """

    kind: Kind
    role: str
    value: Value
    subject: str
    anchor: tuple[Token, ...]
    head: Token
    tokens: tuple[Token, ...]
    stance: Stance
    arguments: tuple[str, ...]
    makers: tuple[Token, ...] = ()


@dataclass(frozen=True)
class Clause:
    """A clause, or a noun that stands for one, with what reading it needs.

    Args:
        act: Who does what to whom.
        stance: Polarity and certainty.
        arguments: Of the act.
        topic: What it is about, for the question.
        block: The paragraph.
        days: Those of the paragraph.
        earlier: Subjects of the article before the paragraph, for pronouns.
    """

    act: Act
    stance: Stance
    arguments: tuple[str, ...]
    topic: str
    block: Block
    days: list[PlacedDays]
    earlier: list[Party]

    @property
    def denied(self) -> bool:
        """Whether it says that something is not so."""
        return self.stance.polarity is Polarity.DENIED

    def turned(self) -> Clause:
        """Give the clause as what is put against its answer is told of it: "not in March"."""
        turned = Polarity.AFFIRMED if self.denied else Polarity.DENIED
        return replace(self, stance=Stance(turned, self.stance.certainty))

    @cached_property
    def _shown(self) -> list[Token]:
        """Give what a reader must see of the clause, whatever is stated of it."""
        head = self.act.head
        behind = [t for t in self.act.agents if t.i > head.i and t.dep_ == "pobj"]
        return [head, *self.act.words, *behind, *_clause(head, denied=self.denied)]

    def state(
        self, kind: Kind, slot: str, value: Value, topic: str, anchor: tuple[Token, ...]
    ) -> Statement:
        """State one thing of the clause.

        Args:
            kind: The label.
            slot: What of the act it is: "object", "on"; empty for the act itself.
            value: The answer.
            topic: What the question is about.
            anchor: Where it stands.
        """
        head = self.act.head
        role = f"{self.act.role}:{slot}" if slot else self.act.role
        shown = noun_phrase(anchor[0]) if anchor[0].pos_ in ("NOUN", "PROPN") else []
        tokens = (*self._shown, *anchor, *shown)
        return Statement(
            kind, role, value, topic, anchor, head, tokens, self.stance, self.arguments
        )


def _clause(head: Token, *, denied: bool) -> list[Token]:
    """Give what a reader must see of a clause or a noun, with what denies it."""
    if is_verb(head):
        tokens, quoted = clause_tokens(head), quoted_verb(head)
        if quoted.i != head.i:
            tokens += clause_tokens(quoted)
        tokens += _subject(head, quoted)
        tokens += antecedent_tokens(quoted)
    else:
        tokens = list(head.subtree)
    if denied and not any(_negates(token) for token in tokens):
        tokens += _denier(head)
    return tokens


def _subject(verb: Token, quoted: Token) -> list[Token]:
    """Give the subject a clause shares: police for "police came and fired", "police who fired".

    A subject that comes only after the verb is of a clause that must then be shown.
    """
    if any(child.dep_ in SUBJECTS and child.tag_ not in _RELATIVE for child in quoted.children):
        return []
    shown = [t for noun in grammatical_subjects(verb)[:1] for t in noun_phrase(noun)]
    if any(token.i > verb.i for token in shown):
        above = clause_verb(shown[-1])
        shown += clause_tokens(above) if above is not None else []
    return [token for token in shown if token.sent.start == verb.sent.start]


def _negates(token: Token) -> bool:
    return token.dep_ == "neg" or token.lower_ in clause_words("negators")


def _denier(head: Token) -> list[Token]:
    """Give the verb above that denies: "denied" and who did for "denied that it had left"."""
    above = clause_verb(head.head)
    if above is None or above.i == head.i:
        return []
    near = ("nsubj", "nsubjpass", "neg", "aux", "auxpass")
    return [above, *(t for c in above.children if c.dep_ in near for t in c.subtree)]
