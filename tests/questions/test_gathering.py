"""Findings are the same however many processes help, and whatever becomes of them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Final

import pytest

from claims.model import Act, Findings
from claims.questions import Context, Tie, detect
from tests.benchmarks.spread import invent_claims

_CLAIMS: Final = 4_000


@pytest.fixture(scope="module")
def context() -> Context:
    """Give many stories, questions across them, and a person's word on every fiftieth claim."""
    invented = invent_claims(_CLAIMS)
    ids = sorted(invented.claims)
    acts = (Act.SAME, Act.APART, Act.CONTRADICT)
    ties = {
        (ids[at], ids[at + 7]): Tie(acts[at % 3], "R. Okafor") for at in range(0, _CLAIMS - 50, 50)
    }
    return replace(invented, ties=ties)


@pytest.fixture(scope="module")
def alone(context: Context) -> Findings:
    """Give what one process finds."""
    return detect(context, helpers=0)


@pytest.mark.parametrize("helpers", [1, 3])
def test_helpers_change_nothing(context: Context, alone: Findings, helpers: int) -> None:
    """Neither the findings nor their order, whoever is done first."""
    assert len(alone.conflicts) > _CLAIMS / 4
    assert detect(context, helpers) == alone


def test_what_helpers_lose_is_done_without_them(
    context: Context, alone: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no process can be begun, and where it ends before it answers."""
    monkeypatch.setattr(sys, "executable", "there/is/no/such/program")
    assert detect(context, helpers=2) == alone


def test_a_helper_that_ends_before_it_answers_is_not_waited_for(
    context: Context, alone: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is as if it had never been begun."""
    monkeypatch.setattr(sys, "path", ["there/is/no/such/folder"])
    assert detect(context, helpers=2) == alone


def test_few_claims_begin_no_process(
    context: Context, alone: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Adding a few articles is done before a process were ready to help."""

    def begin(*_: object, **__: object) -> None:
        pytest.fail("a process was begun")

    monkeypatch.setattr(subprocess, "Popen", begin)
    assert detect(context) == alone
