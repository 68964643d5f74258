"""The figures as a table for people and as JSON for programs.

Refuses to show anything but totals of held-back clusters, and the text of any article.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from tests.evaluation.conflicts import Score, Verdict
from tests.evaluation.figures import Figures, figures
from tests.evaluation.gold import DIFFERENCES, TRAPS, Gold
from tests.evaluation.layout import fraction, heading, json_share, percent, table_of
from tests.evaluation.together import Together

_MISTAKEN: Final = (*TRAPS, "update", "omission")
_PRECISION: Final = ("right", "false", "unjudged", "precision")
_CONTRADICTIONS: Final = (
    "contradictions",
    *("found", "recall", *_PRECISION),
    *("scope", "agree", "compat.", "update", "omission"),
)
_DIFFERENCES: Final = ("all differences", "update", "omission", *_PRECISION)


def print_seeds(console: Console, score: Score) -> None:
    """Print recall and precision on the seed articles, then what became of each question."""
    console.print(heading("Seeds"))
    console.print(_relations_table(figures([score])))
    console.print(_records_table(score))


def print_dev(console: Console, scores: Sequence[Score]) -> None:
    """Print a line a readable cluster, their total, and one line for all held-back ones."""
    readable, held_back = apart(scores)
    rows = {score.cluster.name: figures([score]) for score in readable}
    rows[f"{len(readable)} clusters"] = figures(readable)
    rows[f"{len(held_back)} held back"] = figures(held_back)
    console.print(heading("Development clusters (the last five columns: what was false)"))
    console.print(_rows(_CONTRADICTIONS, rows, _contradiction_cells))
    console.print()
    console.print(_rows(_DIFFERENCES, rows, _difference_cells))


def print_baseline(console: Console, ours: Sequence[Score], naive: Sequence[Score]) -> None:
    """Print ours beside every two claims about one noun with different values."""
    rows = {}
    for words, scores in (("with scope", ours), ("by noun alone", naive)):
        readable, held_back = apart(scores)
        rows[f"{len(readable)} clusters, {words}"] = figures(readable)
        rows[f"{len(held_back)} held back, {words}"] = figures(held_back)
    console.print(heading("What scope buys: any two claims about one noun, beside ours"))
    console.print(_rows(_CONTRADICTIONS, rows, _contradiction_cells))


def print_together(console: Console, found: Together) -> None:
    """Print what one database for all clusters and the seeds gave."""
    console.print(heading("All clusters and the seeds in one database"))
    console.print(
        f"inside clusters {found.within} conflicts: {found.gained} not found apart, "
        f"{found.lost} found only apart; between clusters {found.across}, all of them false"
    )


def baseline_as_json(naive: Sequence[Score]) -> dict[str, Any]:
    """Give the figures of the naive way."""
    readable, held_back = apart(naive)
    return {
        "total": _json_figures(figures(readable)),
        "held_back": _json_figures(figures(held_back)),
    }


def print_list(console: Console, scores: Sequence[Score]) -> None:
    """Print the ids of what was missed and of the false alarms, held-back clusters left out."""
    console.print(heading("Missed and false"))
    for score in apart(scores)[0]:
        for relation in DIFFERENCES:
            for record in sorted(score.missed(relation)):
                console.print(f"missed  {relation:14} {record}")
        for line in _false_lines(score):
            console.print(line)


def as_json(seeds: Score, dev: Sequence[Score]) -> dict[str, Any]:
    """Give all figures, and record ids where they may be shown."""
    readable, held_back = apart(dev)
    return {
        "schema": "claims/evaluation/1",
        "seeds": {**_open_figures(seeds), "records": dict(_outcomes(seeds))},
        "clusters": {score.cluster.name: _open_figures(score) for score in readable},
        "total": _json_figures(figures(readable)),
        "held_back": _json_figures(figures(held_back)),
    }


def apart(scores: Iterable[Score]) -> tuple[list[Score], list[Score]]:
    """Part the clusters that may be read from those that are held back."""
    readable, held_back = list[Score](), list[Score]()
    for score in scores:
        (held_back if score.cluster.is_held_back else readable).append(score)
    return readable, held_back


def outcome(record: Gold, reported: Counter[str]) -> str:
    """Say what became of a question.

    A look-alike that is listed as such is "found"; listed as a contradiction it is a "false
    alarm", whatever else is reported of it; not listed at all it is "silent".

    Args:
        record: The question.
        reported: How often its answers were reported, by reported relation.
    """
    if record.relation not in DIFFERENCES and any(reported[name] for name in DIFFERENCES):
        return "false alarm"
    if reported[record.relation]:
        return "found"
    return "missed" if record.relation in DIFFERENCES else "silent"


def reported_of(score: Score) -> dict[str, Counter[str]]:
    """Count the reported relations of each labelled question, by its id."""
    reported = {record.id: Counter[str]() for record in score.cluster.gold}
    for judgement in score.judgements:
        for record in {hit.record.id for hit in judgement.hits if not hit.implied}:
            reported[record][judgement.pair.relation] += 1
    return reported


def _outcomes(score: Score) -> Iterator[tuple[str, str]]:
    reported = reported_of(score)
    for record in score.cluster.gold:
        yield record.id, outcome(record, reported[record.id])


def _false_alarms(score: Score) -> list[tuple[tuple[str, str, str], int]]:
    """Count the false alarms by reported relation, gold relation and record ids, in order."""
    counted = Counter(
        (judgement.pair.relation, str(judgement.gold), ", ".join(judgement.record_ids))
        for judgement in score.judgements
        if judgement.verdict is Verdict.FALSE_ALARM
    )
    return sorted(counted.items())


def _false_lines(score: Score) -> Iterator[str]:
    for (reported, gold, records), count in _false_alarms(score):
        yield f"false   {reported:14} {records} ({gold}, {count})"


def _relations_table(numbers: Figures) -> Table:
    table = table_of(("relation", "found", "recall", *_PRECISION))
    for relation in DIFFERENCES:
        recall = numbers.recall(relation)
        cells = _precision_cells(numbers, relation)
        table.add_row(relation, fraction(recall), percent(recall), *cells)
    table.add_row("all differences", "", "", *_precision_cells(numbers, *DIFFERENCES))
    return table


def _records_table(score: Score) -> RenderableType:
    reported = reported_of(score)
    table = table_of(("record", "labelled", "outcome", "reported as"), left=4)
    for record in score.cluster.gold:
        told = reported[record.id]
        words = ", ".join(f"{name} {count}" for name, count in sorted(told.items()))
        table.add_row(record.id, record.relation, outcome(record, told), words)
    return Group(table, *map(Text, _false_lines(score)))


def _rows(
    headings: Sequence[str], rows: Mapping[str, Figures], cells: Callable[[Figures], list[str]]
) -> Table:
    table = table_of(headings)
    for name, numbers in rows.items():
        table.add_row(name, *cells(numbers))
    return table


def _contradiction_cells(numbers: Figures) -> list[str]:
    recall = numbers.recall("contradiction")
    traps = [str(numbers.false_alarms["contradiction", gold]) for gold in _MISTAKEN]
    precision = _precision_cells(numbers, "contradiction")
    return [fraction(recall), percent(recall), *precision, *traps]


def _difference_cells(numbers: Figures) -> list[str]:
    found = [fraction(numbers.recall(relation)) for relation in ("update", "omission")]
    return [*found, *_precision_cells(numbers, *DIFFERENCES)]


def _precision_cells(numbers: Figures, *relations: str) -> list[str]:
    share = numbers.precision(*relations)
    false = numbers.false(*relations)
    unjudged = share.whole - share.part - false
    return [str(share.part), str(false), str(unjudged), percent(share)]


def _open_figures(score: Score) -> dict[str, Any]:
    missed = {relation: sorted(score.missed(relation)) for relation in DIFFERENCES}
    alarms = [
        {"reported": reported, "gold": gold, "records": records, "pairs": count}
        for (reported, gold, records), count in _false_alarms(score)
    ]
    return {**_json_figures(figures([score])), "missed": missed, "false_alarm_records": alarms}


def _json_figures(numbers: Figures) -> dict[str, Any]:
    alarms = sorted(numbers.false_alarms.items())
    return {
        "recall": {name: json_share(numbers.recall(name)) for name in DIFFERENCES},
        "precision": {
            "contradiction": json_share(numbers.precision("contradiction")),
            "all": json_share(numbers.precision(*DIFFERENCES)),
        },
        "false_alarms": {f"{told} for {gold}": count for (told, gold), count in alarms},
        "unjudged": {name: numbers.unjudged[name] for name in DIFFERENCES},
        "ambiguous": numbers.ambiguous,
        "borderline": numbers.borderline,
        "hidden": numbers.hidden,
        "long": numbers.long,
        "unlocated": numbers.unlocated,
        "duplicates": numbers.duplicates,
    }
