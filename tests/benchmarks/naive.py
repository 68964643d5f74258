"""Detection the naive way: every claim is held against every other.

It asks of two claims just what the program asks, and finds the same, but for questions of so many
claims that the program holds only some of them against each other.
"""

from __future__ import annotations

import itertools
import math

from claims.model import Findings
from claims.questions import ANYWHERE, Context, keys_of, looked_at
from claims.questions.detection import detect_part
from claims.questions.family import near
from claims.questions.part import Part, whole_of
from claims.questions.side import Pair


def detect_all_pairs(context: Context) -> Findings:
    """Find what claims come to by holding every two of them against each other."""
    keys = {id_: keys_of(claim, context.events) for id_, claim in context.claims.items()}
    whole = whole_of(context)
    part = Part({id_: side for id_, side in whole.sides.items() if keys[id_]})
    for left, right in itertools.combinations(part.sides, 2):
        shared = keys[left] & keys[right]
        if not shared:
            continue
        pair = Pair(part.sides[left], part.sides[right])
        if _may_meet(pair, shared) and near(pair):
            part.pairs.append((left, right))
            part.odds.append(math.nan if pair.odds is None else pair.odds)
    return detect_part(part)


def _may_meet(pair: Pair, shared: frozenset[str]) -> bool:
    """Whether two claims stand in one article or one story, or need no story."""
    if pair.one_text or any(key.startswith(ANYWHERE) for key in shared):
        return True
    return looked_at(pair.left.facts, pair.right.facts) and pair.story.chained
