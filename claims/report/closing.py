"""What every report says of its method and limits, in whatever form."""

from __future__ import annotations

from typing import Final

METHOD: Final = (
    "Rules over a grammatical parse read amounts, days, places, acts, participation and reasons "
    "from each sentence, with who says so and how surely; nothing is inferred that the rules do "
    "not read. Two answers are "
    "compared only where event, time, group, place and unit agree as far as they are known; every "
    "refusal is counted above with its reason. The report says who disagrees, never who is right. "
    "Quotes stand in the texts at the characters given, and the hashes name those texts. Words of "
    "a digest or translation are labelled and bear no quotation marks."
)
WARNING: Final = "A disagreement that is not listed may still exist"
LIMITS: Final = (
    ": what no rule reads is no claim, other "
    "languages than English are not read, and two reports of one origin may look like two."
)
