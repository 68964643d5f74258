"""Words as pages print them in their own data, made fit to be kept.

Data of pages is written by machines and by strangers: entities twice over, markup in headlines,
NULs, half characters. What is then no words is None; nothing is cut short to fit.
"""

from __future__ import annotations

import html
import re
from typing import Any, Final

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_UNPRINTED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+"
)
_HALVES: Final = re.compile("[\ud800-\udfff]+")
_LONGEST: Final = 600


def clean(value: Any, longest: int = _LONGEST) -> str | None:
    """Give a value of a page's data as words on one line; None where it is none.

    "Tom &amp;amp; <em>Ann</em>" becomes "Tom & Ann".
    """
    if not isinstance(value, str) or len(value) > 4 * longest:
        return None
    bare = _TAG.sub("", html.unescape(html.unescape(value)))
    words = " ".join(_UNPRINTED.sub(" ", _HALVES.sub("\ufffd", bare)).split())
    return words if words and len(words) <= longest else None
