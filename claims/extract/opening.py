"""A line of a page that runs into the sentence behind it: "26 Oct 2016 Air strikes hit a school".

Pages lose their line breaks, and then a date, with or without "Date of publication" before it,
stands in front of the first sentence. It is no part of what is said, and tells no day of it. Only
a whole date right before a capital is taken for such a line; "In May 2016 Peru left" is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MONTH: Final = (
    "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|"
    "september|october|november|december)"
)
_DATE: Final = re.compile(
    rf"""
    (?:(?:date[ ]of[ ]publication|(?:first[ ]|last[ ])?(?:published|posted|updated))[ ](?:on[ ])?)?
    (?:\w+day[ ],?[ ]?)?
    (?: \d{{1,2}}[ ]{_MONTH}\.?[ ](?:,[ ])?\d{{4}}
      | {_MONTH}\.?[ ]\d{{1,2}}[ ](?:,[ ])?\d{{4}} )[ ]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LONGEST: Final = 12
"""Tokens that such a line may have."""
_DAY: Final = re.compile(rf"(?:\d{{1,2}} )?{_MONTH}\.?(?: \d{{1,2}})?$", re.IGNORECASE)


def opening_end(sentence: Span) -> int:
    """Give the index of the first token behind a date that a page put before a sentence.

    Args:
        sentence: The sentence as the parser parts it.

    Returns:
        The sentence's own start where no such date stands there.
    """
    tokens = [token for token in sentence[:_LONGEST] if not token.is_space]
    words = "".join(f"{token.text} " for token in tokens)
    found = _DATE.match(words)
    count = found[0].count(" ") if found else int(_is_rest_of_date(sentence))
    following = tokens[count] if 0 < count < len(tokens) else None
    if following is None or not following.text[0].isupper() or _goes_on(following):
        return sentence.start
    return following.i


def _is_rest_of_date(sentence: Span) -> bool:
    """Whether the parser parted a date, so that its year opens the sentence."""
    if not _YEAR.fullmatch(sentence[0].text) or sentence.start == 0:
        return False
    before = sentence.doc[max(0, sentence.start - 2) : sentence.start].text
    return _DAY.search(before) is not None


def _goes_on(token: Token) -> bool:
    """Whether what follows a date still belongs to it: "26 October 2016 GMT"."""
    return token.text in ("AM", "PM", "GMT", "BST", "EST", "EDT", "UTC", "AT", "|")
