"""Has the program read articles and say what they claim and where they disagree.

Every run has a database of its own, in a folder that is gone afterwards.  Refuses to go on
after an error of the program: half a cluster gives no figure.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from tests.evaluation.conflicts import ConflictsDocument
from tests.evaluation.errors import MalformedDocument, ProgramFailed
from tests.evaluation.gold import REPOSITORY
from tests.evaluation.stated import ClaimsDocument

PROGRAM: Final = (sys.executable, "-m", "claims")


@dataclass(frozen=True, slots=True)
class Reported:
    """What the program says of some articles: the pairs that it sees, and all claims."""

    conflicts: ConflictsDocument
    claims: ClaimsDocument


def report_on(files: Sequence[Path], program: Sequence[str] = PROGRAM) -> Reported:
    """Add articles to a fresh database and list every pair and every claim that it then holds.

    Args:
        files: The articles.
        program: The command to run, before ``add``, ``conflicts`` and ``list``.

    Raises:
        ProgramFailed: One of the commands ended with an error.
        MalformedDocument: A list is not JSON.
    """
    conflicts, claims = _lists(files, program, ("conflicts", "--json", "--all"), ("list", "--json"))
    return Reported(cast("ConflictsDocument", conflicts), claims)


def claims_in(files: Sequence[Path], program: Sequence[str] = PROGRAM) -> ClaimsDocument:
    """Add articles to a fresh database and list its claims; otherwise as ``report_on``."""
    return _lists(files, program, ("list", "--json"))[0]


def _lists(
    files: Sequence[Path], program: Sequence[str], *commands: Sequence[str]
) -> list[Mapping[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/claims.db"
        _run([*program, "add", *map(str, files)], database)
        return [_parse(_run([*program, *words], database), words[0]) for words in commands]


def _run(command: Sequence[str], database: str) -> str:
    done = subprocess.run(
        command,
        cwd=REPOSITORY,
        env={**os.environ, "CLAIMS_DB": database},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2]
        message = f"the program ended with exit code {done.returncode}: {last}"
        raise ProgramFailed(message)
    return done.stdout


def _parse(text: str, command: str) -> Mapping[str, Any]:
    try:
        return cast("Mapping[str, Any]", json.loads(text))
    except ValueError as problem:
        message = f"{command} --json printed no JSON: {problem}"
        raise MalformedDocument(message) from problem
