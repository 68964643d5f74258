"""What the program prints as JSON is what its schema promises, field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import fastjsonschema
import pytest

from claims.model import (
    Act,
    Between,
    Certainty,
    Favour,
    FlagWord,
    Genre,
    Kind,
    KnownBy,
    Polarity,
    Relation,
    Rendition,
    Target,
    Verdict,
)
from claims.report.lead import Source
from claims.report.schema import read_schema
from tests.cli.conftest import Run
from tests.report.story import AGENCY, BOUND, CITED, CONTRADICTION, OPINION, OWN, TROOPS, WIRE

Check = Callable[[Any], Any]

ROOT: Final = Path(__file__).resolve().parents[2]
SCHEMA: Final[dict[str, Any]] = json.loads(read_schema())
NAMES: Final[list[str]] = SCHEMA["properties"]["schema"]["enum"]
CONFLICT: Final = f"k{CONTRADICTION.id[:8]}"
COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "conflicts": ("conflicts", "--all"),
    "claims": ("list",),
    "articles": ("articles",),
    "questions": ("questions",),
    "participation": ("question", "who invited India"),
    "history": ("history", CONFLICT),
    "orphans": ("history", "--orphans"),
    "changes": ("changes", "--since", "2020"),
    "checkers": ("checkers",),
    "search": ("search", "troops"),
    "watches": ("watches", "--since", "2020"),
    "leads": ("leads",),
    "outlets": ("outlets",),
    "comparison": ("compare", f"a{AGENCY.id[:8]}", f"a{OPINION.id[:8]}"),
    "verification": ("verify", "story.sqlite"),
}
ENUMS: Final = {
    "kind": Kind,
    "relation": Relation,
    "between": Between,
    "polarity": Polarity,
    "certainty": Certainty,
    "known_by": KnownBy,
    "verdict": Verdict,
    "flag": FlagWord,
    "target": Target,
}


def _strict(schema: Any) -> Any:
    """Give a schema by which no object may hold a field that it does not name."""
    if isinstance(schema, list):
        return [_strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: _strict(value) for name, value in schema.items()}
    if "properties" in schema and "definitions" not in schema and schema.get("type") == "object":
        made["additionalProperties"] = False
    return made


@pytest.fixture(scope="module")
def checks() -> tuple[Check, Check]:
    """Give what validates: as readers do, and so that no field goes unnamed."""
    return fastjsonschema.compile(SCHEMA), fastjsonschema.compile(_strict(SCHEMA))


def _say(run: Run, *said: str, by: str = "Ana") -> None:
    ran = run(*said, "--by", by)
    assert ran.code == 0, ran.err


def _say_everything(run: Run) -> None:
    """Let people say one of everything they can."""
    source = ("--source", "https://example.org/a")
    settled = ("--verdict", "settled", "--for", "left", *source)
    _say(run, "annotate", CONFLICT, *settled, "--reason", "counted", "--tag", "desk")
    _say(run, "annotate", CONFLICT, "--verdict", "confirmed", by="Bo")
    _say(run, "annotate", f"a{OPINION.id[:8]}", "--note", "printed on page 4", "--internal")
    _say(run, "annotate", f"q{TROOPS.id[:8]}", "--note", "asked both desks")
    _say(run, "same", f"c{OWN.id[:8]}", f"c{WIRE.id[:8]}", "--note", "one count")
    _say(run, "retract", f"c{BOUND.id[:8]}", "--why", "a figure of speech")
    _say(run, "amend", f"c{CITED.id[:8]}", "--value", "3,600", "--note", "a misread digit")
    quote = "Trump withdrew several troops"
    recorded = ("--quote", quote, "--value", "900", "--subject", "US troops")
    _say(run, "record", f"a{OPINION.id[:8]}", *recorded)
    _say(run, "watch", "US troops in Afghanistan")


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("are_words_said", [False, True])
def test_every_document_is_as_promised(
    run: Run, checks: tuple[Check, Check], *, are_words_said: bool
) -> None:
    """Before anybody spoke and after; no field goes unnamed."""
    if are_words_said:
        _say_everything(run)
    for name, command in COMMANDS.items():
        ran = run(*command, "--json")
        assert (ran.err, ran.document["schema"]) == ("", f"claims/{name}/1")
        for check in checks:
            check(ran.document)


@pytest.mark.usefixtures("story")
def test_a_settled_question_is_as_promised(run: Run, checks: tuple[Check, Check]) -> None:
    """With its best figure."""
    settled = ("--verdict", "settled", "--for", "left", "--source", "https://example.org/a")
    _say(run, "annotate", CONFLICT, *settled)
    document = run("questions", "--json").document
    assert document["questions"][0]["best"]["amount"] == 2500
    for check in checks:
        check(document)


@pytest.mark.usefixtures("story")
def test_the_report_is_as_promised(run: Run, checks: tuple[Check, Check]) -> None:
    """With internal words told and without, with a filter and without."""
    _say_everything(run)
    for options in ((), ("--with-internal",), ("--outlet", "The Independent")):
        document = run("report", "--format", "json", *options).document
        for check in checks:
            check(document)


def test_the_report_on_the_seeds_is_as_promised(checks: tuple[Check, Check]) -> None:
    """As it was last looked at."""
    seeds = ROOT / "tests" / "report" / "golden" / "seeds.json"
    document = json.loads(seeds.read_text("utf-8"))
    assert len(document["conflicts"]) > 5
    for check in checks:
        check(document)


def _set(document: Any, path: str, value: Any) -> None:
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    for step in steps:
        document = document[step]
    document[last] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "claims/conflicts/2"),
        ("counts.considered", "312"),
        ("conflicts.0.relation", "dispute"),
        ("conflicts.0.id", "k1f00d5ca"),
        ("conflicts.0.left.start", -1),
        ("conflicts.0.left.value.low", "2500"),
        ("conflicts.0.left.value.type", "amount"),
        ("conflicts.0.left.article.published", "5 Apr 2021"),
        ("conflicts.0.found_at", "yesterday"),
        ("conflicts.0.right", None),
        ("articles.0.sha256", "abc"),
    ],
)
@pytest.mark.usefixtures("story")
def test_what_is_not_as_promised_is_refused(
    run: Run, checks: tuple[Check, Check], path: str, value: object
) -> None:
    """The schema is no mere decoration."""
    document = run("report", "--format", "json").document
    _set(document, path, value)
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        checks[0](document)


@pytest.mark.usefixtures("story")
def test_a_reader_passes_over_a_field_that_is_added(run: Run, checks: tuple[Check, Check]) -> None:
    """As documents grow by fields; our own tests do not, so each is told in the schema."""
    document = run("conflicts", "--json").document
    document["conflicts"][0]["left"]["mood"] = "calm"
    reader, ours = checks
    reader(document)
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        ours(document)


def test_every_schema_that_the_code_names_is_in_it() -> None:
    """And is printed by a command of the test above; the export is lines, not a document.

    Those of `add` and `copies` are checked where articles are added.
    """
    sources = (path.read_text("utf-8") for path in (ROOT / "claims").rglob("*.py"))
    named = {name for text in sources for name in re.findall(r'Final = "(claims/[a-z]+/1)"', text)}
    printed = {f"claims/{name}/1" for name in (*COMMANDS, "added", "copies")}
    assert named - {"claims/export/1"} == set(NAMES) == printed


@pytest.mark.parametrize("name", ENUMS)
def test_its_words_are_those_of_the_program(name: str) -> None:
    """Each list of words, whole."""
    assert SCHEMA["definitions"][name]["enum"] == [one.value for one in ENUMS[name]]


def test_the_words_within_other_parts_are_those_of_the_program() -> None:
    """Genre, rendition, favour, act, and what is cited."""
    parts = SCHEMA["definitions"]
    publication = parts["publication"]["properties"]
    assert publication["genre"]["enum"] == [one.value for one in Genre]
    assert publication["rendition"]["enum"] == [one.value for one in Rendition]
    word = parts["annotation"]["properties"]
    assert word["favour"]["enum"] == [*(one.value for one in Favour), None]
    assert word["act"]["enum"] == [*(one.value for one in Act), None]
    assert parts["status"]["enum"] == [*(one.value for one in Verdict), "disputed"]
    absent = parts["leads_document"]["properties"]["absent"]["items"]["properties"]
    assert absent["sort"]["enum"] == [one.value for one in Source]


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _references(one)
    elif isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].removeprefix("#/definitions/")
        for one in node.values():
            yield from _references(one)


def test_every_part_is_told_and_used() -> None:
    """With a sentence, by another part or a document."""
    parts = SCHEMA["definitions"]
    assert [name for name, part in parts.items() if not part.get("description")] == []
    assert set(_references(SCHEMA)) == set(parts)


def test_the_schema_is_printed_as_it_lies_there(run: Run) -> None:
    """By a command that needs no database."""
    ran = run("schema")
    assert (ran.code, ran.out) == (0, read_schema())
