"""The vocabulary: texts, articles, claims, events, questions, conflicts. Frozen, no I/O.

Every other part of the program speaks in these words. Offsets count code points of the text,
half-open. Days are civil days as printed, never shifted to UTC; instants are aware and UTC.
These modules refuse spans that are reversed and texts that a database cannot hold; they know
nothing of files, parsers or databases.
"""

from claims.model.capture import Address, Capture
from claims.model.claim import (
    BY_HAND,
    CORRECTION,
    IN_PLACE,
    UNDATED,
    WITHDRAWN,
    AsOf,
    Certainty,
    Claim,
    Event,
    Evidence,
    Kind,
    Polarity,
    Run,
    Scope,
    Speaker,
    Value,
)
from claims.model.finding import (
    CONFLICTS,
    CORRECTION_RULE,
    Answer,
    Between,
    Conflict,
    Findings,
    Flag,
    FlagWord,
    Outcome,
    Question,
    Relation,
    Support,
    conflict_id,
)
from claims.model.gist import NO_GIST, Gist
from claims.model.indexed import Indexed, NameRole
from claims.model.narrow import Filter, Mark
from claims.model.said import Fields
from claims.model.sketch import Sketch
from claims.model.text import Article, Genre, KnownBy, Rendition, Source, Span, Text, fingerprint
from claims.model.view import Paragraph, View, Zone
from claims.model.watch import Watch
from claims.model.word import (
    DISPUTED,
    ON_PAIRS,
    REASONS,
    WITH_FIELDS,
    Act,
    Annotation,
    Favour,
    Target,
    Verdict,
    standing,
    status_of,
)

__all__ = [
    "BY_HAND",
    "CONFLICTS",
    "CORRECTION",
    "CORRECTION_RULE",
    "DISPUTED",
    "IN_PLACE",
    "NO_GIST",
    "ON_PAIRS",
    "REASONS",
    "UNDATED",
    "WITHDRAWN",
    "WITH_FIELDS",
    "Act",
    "Address",
    "Annotation",
    "Answer",
    "Article",
    "AsOf",
    "Between",
    "Capture",
    "Certainty",
    "Claim",
    "Conflict",
    "Event",
    "Evidence",
    "Favour",
    "Fields",
    "Filter",
    "Findings",
    "Flag",
    "FlagWord",
    "Genre",
    "Gist",
    "Indexed",
    "Kind",
    "KnownBy",
    "Mark",
    "NameRole",
    "Outcome",
    "Paragraph",
    "Polarity",
    "Question",
    "Relation",
    "Rendition",
    "Run",
    "Scope",
    "Sketch",
    "Source",
    "Span",
    "Speaker",
    "Support",
    "Target",
    "Text",
    "Value",
    "Verdict",
    "View",
    "Watch",
    "Zone",
    "conflict_id",
    "fingerprint",
    "standing",
    "status_of",
]
