"""Fitting: signs are kept, a cluster is judged by weights that never saw it, the file is whole."""

import numpy as np
import pytest

from claims.data import load_toml
from claims.questions.feature import FEATURES
from tests.evaluation.fit import SIGNS, Table, average_precision, fit, left_out
from tests.evaluation.gold import Cluster
from tests.evaluation.pairing import INVENTED, invented_pairs, labelled_pairs


def table(*rows: tuple[str, float, float, bool]) -> Table:
    """Make pairs of two features."""
    return Table(
        np.array([row[1:3] for row in rows]),
        np.array([float(row[3]) for row in rows]),
        np.ones(len(rows)),
        np.ones(len(rows)),
        np.array([row[0] for row in rows]),
    )


TOLD = table(
    *(("a", 1.0, 0.0, True), ("a", 0.0, 1.0, False)) * 8,
    *(("b", 1.0, 1.0, True), ("b", 0.0, 0.0, False)) * 8,
)


def test_every_feature_has_a_sign_and_every_weight_a_feature() -> None:
    """In the order in which features are reported."""
    assert list(SIGNS) == list(FEATURES)
    weights = load_toml("likeness.toml")["weights"]
    assert weights.keys() <= SIGNS.keys()
    assert not [name for name, weight in weights.items() if weight * SIGNS[name] < 0]


def test_a_feature_that_tells_gets_its_weight_and_a_wrong_sign_none() -> None:
    """The second tells nothing here, the first everything."""
    rows = np.ones(len(TOLD.conflict), dtype=bool)
    _, (telling, silent) = fit(TOLD, rows, [1, 0])
    assert telling > 1 > abs(silent)
    _, (against, _) = fit(TOLD, rows, [-1, 0])
    assert against == 0


def test_a_cluster_is_judged_without_itself() -> None:
    """Turning its labels round changes nothing in its own odds."""
    turned = table(*(("a", 1.0, 0.0, False), ("a", 0.0, 1.0, True)) * 8)
    joined = Table(
        *(
            np.concatenate([getattr(turned, name), getattr(TOLD, name)[16:]])
            for name in ("features", "conflict", "known", "weight", "cluster")
        )
    )
    assert np.allclose(left_out(TOLD, [0, 0])[:16], left_out(joined, [0, 0])[:16])


@pytest.mark.parametrize(
    ("odds", "mean"), [((3.0, 2.0, 1.0), 1.0), ((1.0, 2.0, 3.0), (1 / 2 + 2 / 3) / 2)]
)
def test_average_precision_is_the_mean_share_at_each_conflict(
    odds: tuple[float, ...], mean: float
) -> None:
    """Of three pairs the first two are conflicts."""
    assert average_precision(np.array(odds), np.array([1.0, 1.0, 0.0])) == pytest.approx(mean)


def test_invented_stories_give_labelled_pairs() -> None:
    """All from one cluster of their own, every one of them labelled."""
    pairs = list(invented_pairs())
    assert len(pairs) > 5
    assert all(pair.conflict is not None for pair in pairs)
    assert {pair.cluster for pair in pairs} == {INVENTED}


def test_nothing_is_fitted_on_a_cluster_that_is_held_back() -> None:
    """Whatever its files."""
    with pytest.raises(ValueError, match="held back"):
        labelled_pairs(Cluster("fk-wedding", (), ()))
