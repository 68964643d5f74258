"""Answer recall and pair coverage as a table for people and as JSON for programs.

Refuses to show anything but totals of held-back clusters, and the text of any article.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from rich.console import Console

from tests.evaluation.answers import (
    KINDS,
    Answers,
    Fate,
    Tally,
    answer_recall,
    pair_coverage,
)
from tests.evaluation.layout import fraction, heading, json_share, percent, print_rows

Measure = Callable[[Iterable[Answers], str | None], Tally]

_COLUMNS: Final = ("found", "share", "left out")
_HELD_BACK: Final = ("held back", "share", "left out")


def print_answers(console: Console, found: Sequence[Answers]) -> None:
    """Print how many labelled answers stand in the claims, by kind of question.

    The first columns are of the seeds and the readable clusters, the last of the held-back ones.
    """
    console.print(heading("Answer recall, by kind (the right value stands in a claim)"))
    print_rows(console, ("kind", *_COLUMNS, *_HELD_BACK), _rows(found, answer_recall))
    console.print(
        heading("Pair coverage, by kind (contradictions with two differing answers found)")
    )
    print_rows(console, ("kind", *_COLUMNS, *_HELD_BACK), _rows(found, pair_coverage))


def print_missed_answers(console: Console, found: Sequence[Answers]) -> None:
    """Print question and document of answers without a claim, held-back clusters left out."""
    console.print(heading("Answers without a claim"))
    for outcome in _not_found(found):
        console.print("  ".join(outcome))


def answers_as_json(found: Sequence[Answers]) -> dict[str, Any]:
    """Give all figures, and record ids where they may be shown."""
    readable, held_back = _apart(found)
    return {
        "total": _json_measures(readable),
        "held_back": _json_measures(held_back),
        "not_found": [
            {"fate": fate.strip(), "kind": kind.strip(), "record": record, "doc": document}
            for fate, kind, record, document in _not_found(found)
        ],
    }


def _rows(found: Sequence[Answers], measure: Measure) -> Iterator[list[str]]:
    readable, held_back = _apart(found)
    for kind in (*KINDS, None):
        cells = [*_cells(measure(readable, kind)), *_cells(measure(held_back, kind))]
        yield [kind or "all", *cells]


def _cells(tally: Tally) -> list[str]:
    return [fraction(tally.share), percent(tally.share), str(tally.left_out)]


def _apart(found: Iterable[Answers]) -> tuple[list[Answers], list[Answers]]:
    readable, held_back = list[Answers](), list[Answers]()
    for answers in found:
        (held_back if answers.cluster.is_held_back else readable).append(answers)
    return readable, held_back


def _not_found(found: Iterable[Answers]) -> Iterator[tuple[str, str, str, str]]:
    for answers in _apart(found)[0]:
        for outcome in answers.outcomes:
            if outcome.fate is not Fate.FOUND:
                record, document = outcome.record, outcome.answer.document
                yield f"{outcome.fate:8}", f"{record.kind:12}", record.id, document


def _json_measures(found: Sequence[Answers]) -> dict[str, Any]:
    return {
        "answer_recall": {kind: _json_tally(answer_recall(found, kind)) for kind in KINDS},
        "all_answers": _json_tally(answer_recall(found)),
        "pair_coverage": {kind: _json_tally(pair_coverage(found, kind)) for kind in KINDS},
        "all_pairs": _json_tally(pair_coverage(found)),
    }


def _json_tally(tally: Tally) -> dict[str, Any]:
    return {**json_share(tally.share), "left_out": tally.left_out}
