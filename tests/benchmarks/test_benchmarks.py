"""The benchmarks run, on sizes so small that their figures mean nothing."""

from __future__ import annotations

import time
from functools import partial

import pytest

from tests.benchmarks import corpus
from tests.benchmarks.__main__ import RESULTS, main
from tests.benchmarks.detection import Shape, race
from tests.benchmarks.memory import peak_mb
from tests.benchmarks.sampling import Sampler
from tests.benchmarks.timing import Measured, in_turns


def test_everything_is_measured_and_nothing_written_unasked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One round on three articles goes all the way to the tables."""
    before = RESULTS.read_text(encoding="utf-8")
    assert main(["--rounds", "1", "--starts", "1", "--articles", "3", "--sizes", "20"]) == 0
    shown = capsys.readouterr().out
    headings = [line for line in shown.splitlines() if line.startswith("## ")]
    assert headings == [line for line in before.splitlines() if line.startswith("## ")]
    assert RESULTS.read_text(encoding="utf-8") == before


def test_invented_articles_are_the_same_every_time() -> None:
    """Figures of two runs are about the same words."""
    pieces = corpus.invent(12)
    assert pieces == corpus.invent(12)
    assert corpus.invent(7) == pieces[:7]
    assert corpus.invent(12, seed=8) != pieces
    assert len({piece.body for piece in pieces}) == 12


def test_invented_articles_are_as_long_as_asked() -> None:
    """A last sentence may go over."""
    assert all(500 <= piece.words < 540 for piece in corpus.invent(10))
    assert all("{" not in piece.as_file() for piece in corpus.invent(30))


@pytest.mark.parametrize("shape", Shape)
def test_both_ways_find_the_same(shape: Shape) -> None:
    """Detection by answers, and comparing every pair."""
    found = race(shape, 40, rounds=1)
    assert found.contradictions == 12
    assert found.all_pairs is not None


def test_turns_begin_with_another_each_round() -> None:
    """So that none is always measured after the same other one."""
    done: list[str] = []
    measured = in_turns({name: partial(done.append, name) for name in "abc"}, 3, warm=False)
    assert "".join(done) == "abcbcacab"
    assert [len(one.times_s) for one in measured.values()] == [3, 3, 3]


def test_differences_and_ratios_go_round_by_round() -> None:
    """A slow round is slow on both sides."""
    one, other = Measured((3.0, 8.0)), Measured((2.0, 4.0))
    assert one.over(other) == Measured((1.0, 4.0))
    assert one.ratio_to(other) == Measured((1.5, 2.0))


def test_a_sampled_wait_is_seen() -> None:
    """What is none of our folders is counted as something else."""
    with Sampler() as sampler:
        time.sleep(0.05)
    assert set(sampler.shares().stages) == {"other"}
    assert sampler.shares().total_s == pytest.approx(0.05, abs=0.04)


def test_memory_of_this_process_is_known() -> None:
    """Of one that is gone it is not."""
    held = peak_mb()
    assert held is not None
    assert held > 5
    assert peak_mb(2**30) is None
