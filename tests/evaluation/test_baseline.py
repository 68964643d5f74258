"""What a tool without scope would report, and what one database for everything changes."""

import shlex
import sys
from pathlib import Path
from typing import Any

from tests.evaluation.baseline import pair_by_noun
from tests.evaluation.conflicts import ConflictsDocument
from tests.evaluation.gold import Cluster
from tests.evaluation.together import together


def claim(file: str, amount: str, head: str = "boat", **fields: Any) -> dict[str, Any]:
    """Make a claim as the program prints it."""
    value = {"type": "quantity", "low": amount, "high": amount, "text": f"{amount} {head}s"}
    told = {"kind": "quantity", "polarity": "affirmed", "quote": f"{amount} {head}s burned"}
    return {"article": {"file": file}, "scope": {"head": head}, "value": value, **told, **fields}


def test_only_claims_of_one_kind_and_noun_with_other_values_are_paired() -> None:
    """In one article or in two; the words for a value do not count."""
    claims = [
        claim("a.txt", "9"),
        claim("b.txt", "14"),
        claim("c.txt", "9"),
        claim("a.txt", "3", "car"),
    ]
    claims[2]["value"]["text"] = "nine boats"
    claims.append(claim("d.txt", "20", kind="place"))
    claims.append(claim("d.txt", "20", ""))
    pairs = pair_by_noun({"claims": claims})["conflicts"]
    files = [(pair["left"]["article"]["file"], pair["right"]["article"]["file"]) for pair in pairs]
    assert files == [("a.txt", "b.txt"), ("b.txt", "c.txt")]
    assert {(pair["relation"], pair["kind"]) for pair in pairs} == {("contradiction", "quantity")}


def pair(left: str, right: str, relation: str = "contradiction") -> Any:
    """Make a reported pair of the claims of two files."""
    sides = [{"article": {"file": file}, "quote": f"quote of {file}"} for file in (left, right)]
    return {"relation": relation, "kind": "quantity", "left": sides[0], "right": sides[1]}


PROGRAM = """
import json, sys
told = {"schema": "claims/conflicts/1", "conflicts": %s, "claims": []}
print(json.dumps(told if "conflicts" in sys.argv else {"schema": "claims/claims/1", "claims": []}))
"""


def test_one_database_is_held_against_those_apart(tmp_path: Path) -> None:
    """A pair that turned round is the same; look-alikes are no conflicts."""
    clusters = []
    for name in ("one", "two"):
        files = tuple(tmp_path / f"{name}-{number}.txt" for number in (1, 2))
        for file in files:
            file.write_text("words", "utf-8")
        clusters.append(Cluster(name, files, ()))
    whole = [
        pair("one-2.txt", "one-1.txt"),
        pair("two-1.txt", "two-2.txt"),
        pair("one-1.txt", "two-2.txt"),
        pair("one-1.txt", "two-1.txt", "different_scope"),
    ]
    program = tmp_path / "program.py"
    program.write_text(PROGRAM % repr(whole), "utf-8")
    apart: list[ConflictsDocument] = [
        {"conflicts": [pair("one-1.txt", "one-2.txt")]},
        {"conflicts": [pair("two-1.txt", "two-2.txt", "update")]},
    ]
    found = together(clusters, apart, shlex.split(f"{shlex.quote(sys.executable)} {program}"))
    assert (found.within, found.gained, found.lost, found.across) == (2, 1, 1, 1)
