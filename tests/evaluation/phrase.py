"""The head word and the parts of a short phrase, by its small words alone.

"the head of the branch in Velmora" is about a head, "near Lake Arden" about Arden.  Refuses to
read clauses.
"""

import re
from typing import Final

from claims.values.gazetteer import longest_name

_NOTE: Final = re.compile(r"\s*\([^()]*\)")
_PREPOSITION: Final = "of in at on from by with near to for under over between as after before off"
_OPENING: Final = re.compile(
    rf"(?:(?:the|an?|its|his|her|their|all|next|another|other|{'|'.join(_PREPOSITION.split())})"
    r"\s+)+",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(
    rf"\s*[,;:]|\s+(?:{'|'.join(_PREPOSITION.split())}|is|was|are|were|that|which|who|than"
    r"|itself|themselves|together|alone)\b"
)
_ALTERNATIVE: Final = re.compile(r"\s+(?:and|or)\s+")
_JOINT: Final = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|for)\s+|/")
_WORD: Final = re.compile(r"[^\W\d_](?:[\w.-]*\w)?")
_PLURALS: Final = {"men": "man", "women": "woman", "children": "child", "people": "person"}


def without_notes(value: str) -> str:
    """Leave out what stands in brackets: "19 (Arden)" becomes "19"."""
    return _NOTE.sub("", value).strip()


def parts_of(value: str) -> list[str]:
    """Give the members of a list: "Arden, Velmora and the mayor" has three."""
    return [part.strip() for part in _JOINT.split(value) if part.strip()]


def head_word(phrase: str) -> str:
    """Give the word that a phrase is about, folded; empty where there is none.

    "the prominent figures of Arden" is about "figure"; in a list the first member counts.
    """
    opened = _OPENING.sub("", phrase, count=1) if _OPENING.match(phrase) else phrase
    ended = _ENDING.split(opened, maxsplit=1)[0]
    first = _ALTERNATIVE.split(ended, maxsplit=1)[0]
    return last_word(ended if _is_adjective(first) else first)


def last_word(words: str) -> str:
    """Give the last word, folded: lower case, no possessive, no plural."""
    found = _WORD.findall(re.sub(r"['’]s?(?!\w)", "", words))
    return singular(found[-1].casefold()) if found else ""


def singular(word: str) -> str:
    """Take off the ending of a plural: "bodies" becomes "body", "masses" "mass"."""
    if word in _PLURALS:
        return _PLURALS[word]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + instead
    return word


def initials(name: str) -> str:
    """Give the first letters of the capitalised words: "League of Lake States" gives "LLS"."""
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _is_adjective(word: str) -> bool:
    """Whether a word is the adjective of a country: "Russian" in "Russian and local planes"."""
    known = longest_name(word, 0, word) if " " not in word else None
    return known is not None and known[1].sort == "demonym"
