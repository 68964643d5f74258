"""Fits the weights by which two amounts are taken to answer one question.

    python -m tests.evaluation.fit [--write]

A logistic regression with a known sign for each feature learns which open pairs (`pairing`) are
conflicts. It is judged leaving one cluster out at a time; what a feature is worth is how much the
average precision falls without it. `--write` keeps the weights in claims/data/likeness.toml.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.questions.feature import features_of
from tests.evaluation.gold import REPOSITORY, dev_clusters, seeds_cluster, shared_folder
from tests.evaluation.pairing import INVENTED, Labelled, invented_pairs, labelled_pairs

Vector = NDArray[np.float64]

WEIGHTS: Final = REPOSITORY / "claims" / "data" / "likeness.toml"
SIGNS: Final[Mapping[str, int]] = {
    "same act": 1,
    "open act": 0,
    "other act": -1,
    "no act": -1,
    "other noun": -1,
    "noun told": 1,
    "people harmed": 1,
    "sentence words": 1,
    "quote words": 1,
    "shared names": 1,
    "other names": -1,
    "same concerned": 1,
    "others concerned": -1,
    "owner not shared": -1,
    "open group": -1,
    "open modifiers": -1,
    "open place": -1,
    "same group": 1,
    "same place": 1,
    "same setting": 1,
    "other setting": -1,
    "same scene": 1,
    "other scene": -1,
    "time not stated": -1,
    "same time stated": 1,
    "one article": 0,
    "story words": 1,
    "story names": 1,
    "other weekdays": -1,
    "shared weekday": 1,
    "days apart": -1,
    "far apart": -1,
    "small figures": -1,
    "rare noun": 1,
    "sharp": 1,
    "period": -1,
    "turns to another event": -1,
    "still going on": -1,
    "both in the lead": 1,
    "one in the lead": -1,
    "same speaker": 1,
    "two speakers": 1,
}
"""Whether a feature can only speak for one question (1), against it (-1), or either way (0)."""

_STEPS: Final = 2500
_RATE: Final = 0.03
_SHRINK: Final = 3.0
_UNLABELLED: Final = 0.4
"""How much a pair weighs that nobody labelled; it may well be a conflict."""
_MOST: Final = 10
"""Conflicts of one cluster above which each of them weighs less: no cluster decides alone."""
_LEAST: Final = 3
_TAKEN: Final = 52
"""How many of the best pairs are taken to answer one question, when the weights are kept."""
_MAYBE: Final = 1.8
"""How far below that two amounts may still answer one question, in log odds."""
_SHOWN: Final = (5, 10, 20, 30, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class Table:
    """Labelled pairs as numbers.

    Args:
        features: A row a pair, a column a feature.
        conflict: 1 where it is a conflict, else 0.
        known: 1 where somebody said which, else 0.
        weight: How much it counts.
        cluster: The cluster of each row.
    """

    features: Vector
    conflict: Vector
    known: Vector
    weight: Vector
    cluster: NDArray[np.str_]


def table_of(labelled: Sequence[Labelled]) -> Table:
    """Turn labelled pairs into numbers; those of one cluster weigh less the more they are."""
    cluster = np.array([one.cluster for one in labelled])
    conflict = np.array([float(one.conflict is True) for one in labelled])
    known = np.array([float(one.conflict is not None) for one in labelled])
    many = {name: conflict[cluster == name].sum() for name in set(cluster)}
    share = np.array([min(2.0, _MOST / max(_LEAST, many[name])) for name in cluster])
    weight = np.where(known > 0, 1.0, _UNLABELLED) * np.where(conflict > 0, share, 1.0)
    rows = [[told[name] for name in SIGNS] for told in map(features_of, (x.pair for x in labelled))]
    return Table(np.array(rows), conflict, known, weight, cluster)


def fit(table: Table, rows: NDArray[np.bool_], signs: Sequence[int]) -> tuple[float, Vector]:
    """Fit a logistic regression to some rows by descent, each weight kept to its sign.

    Args:
        table: The pairs.
        rows: Which of them to look at; at least one conflict and one other among them.
        signs: The sign of each feature's weight, 0 for either.

    Returns:
        The bias and a weight for each feature, in log odds.
    """
    x, y, weight = table.features[rows], table.conflict[rows], table.weight[rows]
    sign, whole = np.array(signs), weight.sum()
    beta = np.zeros(x.shape[1] + 1)
    beta[-1] = np.log((weight * y).sum() / (weight * (1 - y)).sum())
    mean, spread = np.zeros_like(beta), np.zeros_like(beta)
    for step in range(1, _STEPS + 1):
        wrong = weight * (_chance(x @ beta[:-1] + beta[-1]) - y)
        slope = np.append(x.T @ wrong + _SHRINK * beta[:-1], wrong.sum()) / whole
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        room = np.sqrt(spread / (1 - 0.999**step)) + 1e-8
        beta = beta - _RATE * mean / (1 - 0.9**step) / room
        beta[:-1] = np.where(beta[:-1] * sign < 0, 0.0, beta[:-1])
    return float(beta[-1]), beta[:-1]


def _chance(odds: Vector) -> Vector:
    chance: Vector = 1 / (1 + np.exp(-odds))
    return chance


def left_out(table: Table, signs: Sequence[int]) -> Vector:
    """Give the log odds of every pair by weights fitted without its cluster."""
    odds = np.zeros(len(table.conflict))
    for name in sorted(set(table.cluster)):
        rows = table.cluster != name
        bias, weights = fit(table, rows, signs)
        odds[~rows] = table.features[~rows] @ weights + bias
    return odds


def average_precision(odds: Vector, conflict: Vector) -> float:
    """Give the mean, over the conflicts, of the share of conflicts among the pairs up to each."""
    order = np.argsort(-odds, kind="stable")
    hits = conflict[order]
    shares = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float((shares * hits).sum() / hits.sum())


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, say how good the weights are, and keep them where asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.fit", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights")
    options = parser.parse_args(arguments)
    shared = shared_folder()
    clusters = [one for one in dev_clusters(shared) if not one.is_held_back]
    clusters.append(seeds_cluster(shared))
    labelled = [pair for cluster in clusters for pair in labelled_pairs(cluster)]
    labelled += invented_pairs()
    told, (bias, weights, same) = _report(labelled)
    sys.stdout.write(told)
    if options.write:
        WEIGHTS.write_text(_as_toml(bias, weights, same, WEIGHTS), "utf-8")
    return 0


def _report(labelled: Sequence[Labelled]) -> tuple[str, tuple[float, Vector, float]]:
    table = table_of(labelled)
    real = table.cluster != INVENTED
    odds = left_out(table, list(SIGNS.values()))
    bias, weights = fit(table, np.ones(len(table.conflict), dtype=bool), list(SIGNS.values()))
    inside = table.features @ weights + bias
    known, conflicts = round(table.known.sum()), round(table.conflict.sum())
    lines = [f"{len(labelled)} open pairs, {known} labelled, {conflicts} of them conflicts"]
    for name, scores in (("leaving a cluster out", odds), ("fitted on all", inside)):
        mean = average_precision(scores[real], table.conflict[real])
        lines.append(f"\n{name}: average precision {mean:.3f}")
        lines += _curve(scores[real], table.conflict[real], table.known[real])
    lines += ["\nfeature                    weight   worth", *_worth(table, weights, odds)]
    same = float(np.sort(inside[real])[::-1][_TAKEN])
    return "\n".join(lines) + "\n", (bias, weights, same)


def _curve(odds: Vector, conflict: Vector, known: Vector) -> Iterable[str]:
    """Say how many of the first pairs are conflicts, of all and of those that were labelled."""
    order = np.argsort(-odds, kind="stable")
    for count in _SHOWN:
        first = order[:count]
        right, labelled = conflict[first].sum(), known[first].sum()
        yield (
            f"  of the first {count:>3}: {right:.0f} conflicts, {labelled - right:.0f} others, "
            f"{count - labelled:.0f} unlabelled"
        )


def _worth(table: Table, weights: Vector, odds: Vector) -> Iterable[str]:
    """Say what is lost without each feature that has a weight."""
    real = table.cluster != INVENTED
    whole = average_precision(odds[real], table.conflict[real])
    for column, (name, weight) in enumerate(zip(SIGNS, weights, strict=True)):
        if not weight:
            yield f"{name:<26} {0:>6.2f}       -"
            continue
        features = table.features.copy()
        features[:, column] = 0.0
        without = left_out(replace(table, features=features), list(SIGNS.values()))
        lost = whole - average_precision(without[real], table.conflict[real])
        yield f"{name:<26} {weight:>6.2f}  {lost:>+6.3f}"


def _as_toml(bias: float, weights: Vector, same: float, file: Path) -> str:
    head = file.read_text("utf-8").partition("bias")[0]
    rows = [
        f'"{name}" = {weight:.2f}'
        for name, weight in zip(SIGNS, weights, strict=True)
        if abs(weight) >= 0.02
    ]
    floors = f"bias = {bias:.2f}\nsame = {same:.2f}\nmaybe = {same - _MAYBE:.2f}"
    return head + floors + "\n\n[weights]\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
