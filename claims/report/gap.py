"""What a report leaves open: claims that met no other, sentences from which nothing was read.

The counts add up: every claim is in one part, every sentence is listed or counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.report.wording import joined, plural

if TYPE_CHECKING:
    from claims.read import Unread
    from claims.report.view import Dossier, Publication

MOST_OF_AN_ARTICLE: Final = 20
MOST_IN_ALL: Final = 200
_UNASKED: Final = (
    "of which no second claim tells the same sort of thing; conditions and retracted claims are "
    "among them"
)


@dataclass(frozen=True, slots=True)
class Silence:
    """The sentences of one article from which nothing was read.

    Args:
        article: The article.
        sentences: Those that are listed, in reading order.
        more: How many more it has.
    """

    article: Publication
    sentences: tuple[Unread, ...]
    more: int


def claim_parts(dossier: Dossier) -> list[str]:
    """Tell what became of the claims; the numbers add up to all of them.

    Returns:
        Nothing where a filter is set, since the questions of other claims are not at hand.
    """
    if dossier.narrowed_to:
        return []
    several, single = set[str](), set[str]()
    questions = 0
    for sheet in dossier.sheets:
        ids = {entry.claim.id for row in sheet.rows for entry in row.entries}
        questions += len(sheet.rows) > 1
        (several if len(sheet.rows) > 1 else single).update(ids)
    single -= several
    unasked = max(0, dossier.docket.sums.claims - len(several) - len(single))
    verb = "has" if questions == 1 else "have"
    asked = f"{plural(questions, 'question')} that {verb} more than one answer"
    return [
        f"{plural(len(several), 'claim')} on {asked}",
        f"{plural(len(single), 'claim')} on questions that have one answer alone",
        f"{plural(unasked, 'claim')} {_UNASKED}",
    ]


def silences_of(dossier: Dossier) -> list[Silence]:
    """Give the articles with sentences from which nothing was read, in the order of articles.

    At most twenty of an article and two hundred in all are listed; the others are counted.
    """
    found: dict[str, Silence] = {}
    room = MOST_IN_ALL
    for entry in dossier.articles:
        text_id = entry.article.text_id
        sentences = dossier.unread.get(text_id, ())
        if sentences and text_id not in found:
            shown = sentences[: min(MOST_OF_AN_ARTICLE, room)]
            room -= len(shown)
            found[text_id] = Silence(entry.article, shown, len(sentences) - len(shown))
    return list(found.values())


def silence_words(silences: list[Silence]) -> str:
    """Say how many sentences look checkable and gave no claim; none is said too."""
    if not silences:
        return (
            "Every sentence that holds a figure, a date or a negation gave a claim; a claim of a "
            "sentence need not be all that it says."
        )
    sentences = sum(len(one.sentences) + one.more for one in silences)
    holds, gave = ("holds", "it") if sentences == 1 else ("hold", "them")
    where = f"{plural(sentences, 'sentence')} in {plural(len(silences), 'article')}"
    return (
        f"{where} {holds} a figure, a date or a negation, and no claim was read from {gave}: "
        f"nothing in {gave} was compared. "
        "A sentence that gave a claim may hold more than was read, too."
    )


def more_words(silence: Silence) -> str:
    """Say how many sentences of an article are not listed; empty where all are."""
    if not silence.more:
        return ""
    other = "more " if silence.sentences else ""
    return f"{plural(silence.more, f'{other}sentence')}, counted and not listed."


def held_words(sentence: Unread) -> str:
    """Name what is checkable in a sentence: "date and negation"."""
    return joined(sentence.holds)
