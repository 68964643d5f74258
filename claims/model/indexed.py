"""What search finds things by."""

from __future__ import annotations

from enum import StrEnum


class Indexed(StrEnum):
    """What a full-text search looks in, in the order in which equal finds are told."""

    ARTICLE = "article"
    CLAIM = "claim"
    ANNOTATION = "annotation"


class NameRole(StrEnum):
    """How somebody or some place is named by a claim."""

    SPEAKER = "speaker"
    PARTY = "party"
    PLACE = "place"
