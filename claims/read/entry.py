"""Entries of a live blog: paragraphs that stand under a day and time of their own.

"5 April 2021, 18:55" alone on a line begins an entry, where at least two such lines stand over
prose. A time on one line alone is that of the article.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claims.model import Zone
from claims.read.printed_date import parse_printed_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LINE: Final = re.compile(r"(\d{1,2} [A-Z][a-z]{2,8} \d{4}), \d{2}:\d{2}(?: GMT)?")
_FEW: Final = 2
_PROSE: Final = (Zone.BODY, Zone.CAPTION)


def find_entries(lines: Sequence[str], zones: Sequence[Zone]) -> Mapping[int, str]:
    """Find the lines under which an entry of a live blog stands.

    Args:
        lines: The paragraphs of a text in plain wording.
        zones: What each is.

    Returns:
        The day of each, by the place of its line, in order; empty where there are fewer than two.
    """
    days = {
        place: day
        for place, line in enumerate(lines)
        if (found := _LINE.fullmatch(line)) and (day := parse_printed_date(found[1]))
    }
    over_prose = [
        place
        for place, following in pairwise([*days, len(lines)])
        if any(zone in _PROSE for zone in zones[place + 1 : following])
    ]
    return {place: days[place] for place in over_prose} if len(over_prose) >= _FEW else {}
