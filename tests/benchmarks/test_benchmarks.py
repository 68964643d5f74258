"""The benchmarks run, on sizes so small that their figures mean nothing."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from claims.model import CONFLICTS
from claims.questions import detect
from db import list_conflicts
from tests.benchmarks import corpus
from tests.benchmarks.__main__ import RESULTS, main
from tests.benchmarks.detection import Detected, detect_among
from tests.benchmarks.memory import peak_mb
from tests.benchmarks.plot import draw
from tests.benchmarks.sampling import Sampler
from tests.benchmarks.spread import invent_claims
from tests.benchmarks.stock import add, fill, pieces_of, without
from tests.benchmarks.table import renew
from tests.benchmarks.timing import Measured, in_turns

if TYPE_CHECKING:
    from db import Database


def test_everything_is_measured_and_nothing_written_unasked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One round on three articles goes all the way to the tables."""
    before = RESULTS.read_text(encoding="utf-8")
    small = ["--rounds", "1", "--starts", "1", "--articles", "3", "--bulk", "10"]
    assert (
        main(
            [
                *small,
                "--sizes",
                "120",
                "--grown-from",
                "1000",
                "--listed",
                "300",
                "--reported",
                "2",
                "3",
                "--read",
                "3",
            ]
        )
        == 0
    )
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


def test_all_pairs_find_the_same() -> None:
    """Claims are compared by answer, and every two of them."""
    found = detect_among(700, naive=True)
    assert found.claims == 700
    assert found.conflicts > 100
    assert found.all_pairs_s is not None


def test_invented_claims_are_the_same_every_time_and_spread_as_real_ones() -> None:
    """Five claims a question, most of few answers, one of hundreds."""
    context = invent_claims(4000)
    assert context.claims == invent_claims(4000).claims
    answers = sorted(len(question.answers) for question in detect(context).questions)
    assert 600 < len(answers) < 1600
    assert answers[len(answers) // 2] == 1
    assert answers[-1] > 30


def test_adding_articles_one_by_one_gives_what_detection_gives(database: Database) -> None:
    """What the benchmark adds to is what the program would have stored."""
    context = invent_claims(600)
    pieces = pieces_of(context)
    stock, extra = pieces[:-4], pieces[-4:]
    run_id = fill(database, stock, detect(without(context, extra)))
    for piece in extra:
        add(database, piece, run_id)
    with database.read() as session:
        stored = {(one.left, one.right, one.reason) for one in list_conflicts(session)}
    told = {
        (one.left, one.right, one.reason)
        for one in detect(context).conflicts
        if one.relation in CONFLICTS
    }
    assert told <= stored
    assert len(stored - told) < 5  # those of the rows that every database of the tests holds


def test_what_was_not_measured_again_stays() -> None:
    """New sections take the place of old ones, and come after them where there was none."""
    before = "# B\n\nold\n\n## One\n\n1\n\n## Two\n\n2\n"
    after = renew(before, "# B\n\nnew\n\n## Two\n\n22\n\n## Three\n\n3\n")
    assert after == "# B\n\nnew\n\n## One\n\n1\n\n## Two\n\n22\n\n## Three\n\n3\n"


def test_the_plot_says_what_it_shows() -> None:
    """In words, and with every point of both lines."""
    sizes = [(100, 0.1, 0.2), (1000, 1.5, 20.0), (10_000, 12.0, None)]
    drawn = [Detected(n, 9, 9, 9, 9, s, s, 50.0, 20.0, naive) for n, s, naive in sizes]
    picture = ET.fromstring(draw(drawn))  # noqa: S314 - what we drew ourselves
    words = " ".join(picture.itertext())
    assert "1,000 claims 1.50 s, 10,000 claims 12 s." in words
    assert "All pairs: 100 claims 0.20 s, 1,000 claims 20 s; more were not tried." in words
    assert len(picture.findall(".//{*}circle")) == 5


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
