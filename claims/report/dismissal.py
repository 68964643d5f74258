"""Findings that people dismissed: told in an appendix, apart from those that stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Verdict

if TYPE_CHECKING:
    from claims.report.view import Case, Dossier

MEANING = "Found by the program and dismissed by a person as found by mistake."
NONE = "No finding was dismissed."


def part_dismissed(dossier: Dossier) -> tuple[Dossier, tuple[Case, ...]]:
    """Part the conflicts that people dismissed from a report.

    Returns:
        The report without them, and them, the highest rank first.
    """
    docket = dossier.docket
    kept = tuple(case for case in docket.cases if not is_dismissed(case))
    dismissed = tuple(case for case in docket.cases if is_dismissed(case))
    return replace(dossier, docket=replace(docket, cases=kept)), dismissed


def is_dismissed(case: Case) -> bool:
    """Whether people, on the facts of now, hold a conflict for a mistake of the program."""
    return case.status == Verdict.DISMISSED.value
