"""Which claims answer the same question, how their answers relate, and what to show first.

Pure: the findings are a function of the set of claims, their events and texts. Claims that share
no key are never held against each other; those that do climb the ladder of `scope` and, where it
lets them, meet in `claims.compare`. Every pair considered is counted, once, as what it came to.
"""

from claims.questions.correction import as_read, correct, corrected
from claims.questions.detection import explain
from claims.questions.edition import Difference, compare_readings, sentence_number
from claims.questions.gathering import detect
from claims.questions.key import ANYWHERE, keys_of
from claims.questions.ladder.step import Step
from claims.questions.numbered import Context
from claims.questions.origin import origin_links, origins_at_most, same_origin, same_source
from claims.questions.part import near_claims
from claims.questions.rank import features_of
from claims.questions.story import (
    FAR_KEYS,
    KEYS,
    SHARED_KEYS,
    TextFacts,
    chained_with,
    in_time_with,
    looked_at,
    near_days,
)
from claims.questions.tie import Tie, ties_of

__all__ = [
    "ANYWHERE",
    "FAR_KEYS",
    "KEYS",
    "SHARED_KEYS",
    "Context",
    "Difference",
    "Step",
    "TextFacts",
    "Tie",
    "as_read",
    "chained_with",
    "compare_readings",
    "correct",
    "corrected",
    "detect",
    "explain",
    "features_of",
    "in_time_with",
    "keys_of",
    "looked_at",
    "near_claims",
    "near_days",
    "origin_links",
    "origins_at_most",
    "same_origin",
    "same_source",
    "sentence_number",
    "ties_of",
]
