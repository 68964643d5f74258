"""What the words behind a bare figure say of those it counts: "15 injured", "10,000 marched"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.extract.attribute import harm_class, nouns
from claims.extract.syntax import is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BETWEEN: Final = frozenset("more others reported reportedly still also forced to made".split())


def follows_gathering(index: int, words: Doc) -> Token | None:
    """Give the verb right behind a bare figure that only many people do: "10,000 marched"."""
    passed = ("were", "are", "have", "had", "was", "been", "is")
    behind = (word for word in words[index : index + 4] if word.lower_ not in passed)
    token = next(behind, None)
    if token is not None and token.lower_ in ("aboard", "onboard"):
        return token
    gathers = token is not None and token.tag_ in ("VBD", "VBP", "VBN", "VBG")
    return token if token is not None and gathers and _is_of_people(token) else None


def _is_of_people(verb: Token) -> bool:
    part = lemma(verb) == "take" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "part"
    return part or lemma(verb) in nouns("people_do")


def follows_harm(index: int, words: Doc) -> Token | None:
    """Give the word of harm behind a bare figure: "15 injured", "at least 12 were killed".

    Args:
        index: Of the first token behind the figure.
        words: The paragraph.
    """
    for token in words[index : index + 5]:
        if is_verb(token) and lemma(token) in ("be", "have", "get") and token.tag_ != "VBG":
            continue
        if token.lower_ in _BETWEEN:
            continue
        harmed = token.tag_ in ("VBN", "VBD", "JJ", "NN", "NNS") and harm_class(token)
        return token if harmed else None
    return None
