"""How often people who judged the same things agree, and where they do not.

Agreement is counted on the latest word of each; whether one saw the other's word first is not
known here. It says nothing of who is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from claims.model import standing
from claims.report.correction import judgement_words
from claims.report.identity import short_id
from claims.report.layout import clean, wrap
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.model import Annotation

SCHEMA: Final = "claims/checkers/1"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two people and what both judged.

    Args:
        left: One of the two, the earlier by name.
        right: The other.
        both: The latest word of each on everything that both judged, in order of id.
    """

    left: str
    right: str
    both: tuple[tuple[Annotation, Annotation], ...]

    @property
    def agreed(self) -> int:
        """On how many things both come to the same."""
        return sum(one.judgement == other.judgement for one, other in self.both)

    @property
    def share(self) -> float:
        """The part of the things on which they agree."""
        return self.agreed / len(self.both)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa; None where both gave one and the same verdict throughout."""
        return cohens_kappa([(one.judgement, other.judgement) for one, other in self.both])

    @property
    def differing(self) -> Iterator[tuple[Annotation, Annotation]]:
        """The words of the two where they do not agree."""
        return ((one, other) for one, other in self.both if one.judgement != other.judgement)


def cohens_kappa(judged: Sequence[tuple[str, str]]) -> float | None:
    """Measure how much two people agree beyond what chance alone would give.

    Of 50 things both say yes to 20 and no to 15; one says yes to 5 and the other to 10 of the
    rest: they agree on 0.70, by chance on 0.50, and kappa is 0.40.

    Args:
        judged: What each of the two said, a pair a thing; at least one.

    Returns:
        1 for full agreement, 0 for that of chance, less than 0 for less; None where chance alone
        would give full agreement, which leaves nothing to measure.

    Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    whole = len(judged)
    lefts, rights = (Counter(side) for side in zip(*judged, strict=True))
    observed = sum(one == other for one, other in judged) * whole
    expected = sum(lefts[word] * rights[word] for word in lefts)
    if expected == whole * whole:
        return None
    return (observed - expected) / (whole * whole - expected)


def find_agreements(words: Iterable[Annotation]) -> list[Agreement]:
    """Pair the people who judged the same things, by name.

    Args:
        words: All that was said, oldest first; corrected words and plain notes count for nothing.
    """
    latest: dict[tuple[str, str], dict[str, Annotation]] = defaultdict(dict)
    for word in standing(words):
        if word.verdict is not None:
            latest[word.target, word.target_id][word.by] = word
    pairs: dict[tuple[str, str], list[tuple[Annotation, Annotation]]] = defaultdict(list)
    for _, said in sorted(latest.items()):
        for left, right in combinations(sorted(said), 2):
            pairs[left, right].append((said[left], said[right]))
    return [Agreement(left, right, tuple(both)) for (left, right), both in sorted(pairs.items())]


def checkers_document(agreements: Iterable[Agreement]) -> dict[str, Any]:
    """Write who agrees with whom for programs."""
    return {
        "schema": SCHEMA,
        "pairs": [
            {
                "checkers": [one.left, one.right],
                "judged_by_both": len(one.both),
                "agreed": one.agreed,
                "share": round(one.share, 4),
                "kappa": None if one.kappa is None else round(one.kappa, 4),
                "differing": [
                    {
                        "target": left.target.value,
                        "target_id": left.target_id,
                        "verdicts": [left.judgement, right.judgement],
                        "words": [left.id, right.id],
                    }
                    for left, right in one.differing
                ],
            }
            for one in agreements
        ],
    }


def render_checkers(agreements: Sequence[Agreement], width: int) -> str:
    """Render who agrees with whom, and each thing on which two do not."""
    if not agreements:
        return "No two people judged the same thing yet."
    lines: list[str] = []
    for one in agreements:
        lines += [*([""] if lines else []), *wrap(_summary(one), width, "", "  ")]
        for left, right in one.differing:
            id_ = short_id(left.target, left.target_id)
            lines += wrap(_difference(left, right), width, f"  {id_}  ", "    ")
    return "\n".join(lines)


def _summary(one: Agreement) -> str:
    kappa = "none: one verdict throughout" if one.kappa is None else f"{one.kappa:.2f}"
    both = plural(len(one.both), "thing")
    names = f"{clean(one.left)} and {clean(one.right)}"
    return f"{names}: {both} judged by both, {one.agreed} agreed ({one.share:.0%}), kappa {kappa}"


def _difference(left: Annotation, right: Annotation) -> str:
    said = "; ".join(f"{clean(word.by)}: {judgement_words(word)}" for word in (left, right))
    answers = _answers(left.seen) or _answers(right.seen)
    return f"{answers}. {said}" if answers else said


def _answers(seen: Mapping[str, str]) -> str:
    """Tell what was judged in a few words: both answers of a conflict, that of a claim."""
    sides = [seen.get(name, "") for name in ("left_answer", "right_answer")]
    if all(sides):
        return " / ".join(map(clean, sides))
    return clean(seen.get("answer") or seen.get("question") or seen.get("title") or "")
