"""Which post a person holds, and who holds a post: "UNICEF director Ana Ruiz".

"Ana Ruiz, the director of UNICEF", "UNICEF's director, Ana Ruiz" and "Ana Ruiz is the director of
UNICEF" say the same, with the organisation among the arguments. A title of courtesy is no post.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.data import load_toml
from claims.extract.act import clause_list
from claims.extract.assertion import Statement
from claims.extract.party import is_person, known_party
from claims.extract.roster import is_listed
from claims.extract.stance import Stance, stance_of
from claims.extract.syntax import is_verb, lemma, prepositional
from claims.extract.wording import phrase, whole_phrase
from claims.model import Certainty, Kind, Polarity
from claims.values.party import Party
from claims.values.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.name import Mention
    from claims.extract.reading import Block

POST: Final = "post"
_IS: Final = Stance(Polarity.AFFIRMED, Certainty.ASSERTED)
_COURTESY: Final = frozenset("mr mrs ms miss dr sir dame lord lady saint st".split())
_BECOMES: Final = frozenset({"be", "become", "remain"})


def find_posts(block: Block) -> Iterator[Statement]:
    """Find the posts that a paragraph names with who holds them."""
    for mention in block.mentions:
        if mention.sort != "person":
            continue
        head = block.doc[mention.end - 1]
        yield from _before(mention, head, block)
        for title, stance in (*_beside(head), *_said_of(head)):
            tokens = (*block.doc[mention.start : mention.end], *_words(title))
            yield from _held(mention, title, (title,), tokens, block, stance)
        yield from _described(mention, head, block)


def _before(mention: Mention, head: Token, block: Block) -> Iterator[Statement]:
    """Read a post in front of a name: "UNICEF director Ana Ruiz"."""
    last = block.doc[mention.start - 1] if mention.start else None
    title = [t for t in head.lefts if t.i < mention.start and t.dep_ in ("compound", "nmod")]
    if last is None or last.head.i != head.i or not title or not is_post(last):
        return
    start = min(token.left_edge.i for token in title)
    while start and block.doc[start - 1].dep_ == "amod" and block.doc[start - 1].head.i == head.i:
        start -= 1
    tokens = tuple(block.doc[start : mention.end])
    yield from _held(mention, last, tuple(title), tokens, block, _IS, start)
    joined = block.doc[start - 1] if start else last
    other = joined.nbor(-1) if joined.dep_ == "cc" and joined.i else last
    if other.i != last.i and is_post(other) and head.dep_ == "conj" and head.head.i == other.i:
        tokens = (*_words(other), *tokens)
        yield from _held(mention, other, (other,), tokens, block, _IS)


def _beside(head: Token) -> Iterator[tuple[Token, Stance]]:
    """Give posts in apposition: "Ana Ruiz, the director of UNICEF"; "director, Ana Ruiz"."""
    for child in head.rights:
        if child.dep_ == "appos" and is_post(child):
            yield child, _IS
    if head.dep_ == "appos" and is_post(head.head):
        yield head.head, _IS


def _described(mention: Mention, head: Token, block: Block) -> Iterator[Statement]:
    """State who is meant by words in apposition that are no post: "the driver, Ana Ruiz"."""
    beside = [child for child in head.rights if child.dep_ == "appos"]
    beside += [head.head] if head.dep_ == "appos" else []
    for noun in beside:
        human = noun.pos_ == "NOUN" and noun.tag_ == "NN" and is_person(noun, block)
        if not human or is_post(noun) or is_listed(noun):
            continue
        if noun.sent.start != head.sent.start:
            continue
        who, what = Party(mention.key, mention.name), Words(whole_phrase(noun), lemma(noun))
        said = (f"agent:{mention.key}", f"patient:noun:{lemma(noun)}")
        tokens = (*block.doc[mention.start : mention.end], *_words(noun))
        anchor = (noun,)
        yield Statement(Kind.ACTOR, "be", who, what.text, anchor, head, tokens, _IS, said)
        yield Statement(Kind.ATTRIBUTION, "be", what, who.name, anchor, head, tokens, _IS, said)


def _said_of(head: Token) -> Iterator[tuple[Token, Stance]]:
    """Give posts that a verb tells: "Ana Ruiz is the director of UNICEF"."""
    verb = head.head
    if head.dep_ == "nsubj" and is_verb(verb) and lemma(verb) in _BECOMES:
        for child in verb.children:
            if child.dep_ == "attr" and is_post(child):
                yield child, stance_of(verb)


def _held(  # noqa: PLR0917 - one field after the other
    mention: Mention,
    title: Token,
    anchor: tuple[Token, ...],
    tokens: tuple[Token, ...],
    block: Block,
    stance: Stance,
    start: int | None = None,
) -> Iterator[Statement]:
    """State who holds a post, and which post a person holds."""
    if title.sent.start != block.doc[mention.end - 1].sent.start:
        return
    words = block.doc[start : mention.start].text if start is not None else phrase(title)
    said = tuple(sorted(set(_arguments(mention, title, anchor, block))))
    head = block.doc[mention.end - 1]
    who, post = Party(mention.key, mention.name), Words(words, lemma(title))
    yield Statement(Kind.ACTOR, POST, who, words, anchor, head, tokens, stance, said)
    yield Statement(
        Kind.ATTRIBUTION, f"{POST}:title", post, who.name, anchor, head, tokens, stance, said
    )


def _arguments(
    mention: Mention, title: Token, anchor: tuple[Token, ...], block: Block
) -> Iterator[str]:
    """Give person, post and organisation: "agent:person:ruiz", "of:party:unicef"."""
    yield f"agent:{mention.key}"
    yield f"patient:noun:{lemma(title)}"
    inside = [t for token in (title, *anchor) for t in (token, *token.lefts)]
    for token in (*inside, *prepositional(title, "of", "for", "at", "in")):
        owner = known_party(token, block) or _plain_mention(token, block)
        if owner is not None and owner.key != mention.key:
            yield f"of:{owner.key}"


def _plain_mention(token: Token, block: Block) -> Party | None:
    mention = block.mention(token)
    return Party(mention.key, mention.name) if mention is not None else None


def _words(title: Token) -> list[Token]:
    return [t for t in title.subtree if t.dep_ not in ("relcl", "punct", "appos")]


def is_post(noun: Token) -> bool:
    """Whether a noun names a post: "director", "Prime Minister"."""
    if noun.tag_ not in ("NN", "NNP") or noun.lower_.rstrip(".") in _COURTESY:
        return False
    return bool({noun.lower_.rstrip("."), lemma(noun)} & (_titles() | clause_list("posts")))


@cache
def _titles() -> frozenset[str]:
    """Give the last words of titles that name a post, honorifics left out."""
    titles = load_toml("people-titles.toml")["titles"]
    return frozenset(t.lower().split()[-1] for t in titles if not t.endswith("."))
