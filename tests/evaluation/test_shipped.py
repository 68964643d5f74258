"""The figures that reports tell are those of RESULTS.md."""

import pytest

from tests.evaluation.shipped import RESULTS, SHIPPED, Unreadable, shipped_table


def test_shipped_figures_are_those_of_the_results() -> None:
    """Renew them with: python -m tests.evaluation.shipped."""
    assert SHIPPED.read_text("utf-8") == shipped_table(RESULTS.read_text("utf-8"))


def test_another_figure_gives_another_table() -> None:
    """So that the comparison can fail."""
    results = RESULTS.read_text("utf-8")
    block = results[results.index("Answer recall") :]
    figure = block[block.index("quantity") :].split()[1]
    changed = results.replace(figure, "1/9", 1)
    assert shipped_table(changed) != shipped_table(results)


def test_a_missing_figure_is_said() -> None:
    """No table is made of half the figures."""
    with pytest.raises(Unreadable):
        shipped_table("# Evaluation\n")
