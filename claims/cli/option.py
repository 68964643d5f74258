"""Options that several commands share, each built once.

`takes` replaces a parameter of a command by the options that make it: a command with
`narrow: Filter` gets `--kind`, `--outlet` and the others, and is handed the filter.
"""

from __future__ import annotations

import functools
import inspect
import os
import shlex
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, Any, Final, TypeVar

import typer

from claims.model import DISPUTED, Filter, FlagWord, Genre, Kind, Mark, Relation, Verdict

Word = TypeVar("Word", bound=StrEnum)
Command = Callable[..., None]

STATUSES: Final = (*(verdict.value for verdict in Verdict), DISPUTED)

Json = Annotated[bool, typer.Option("--json", help="Print a JSON document for programs.")]


def takes(**groups: Callable[..., Any]) -> Callable[[Command], Command]:
    """Give a command the options of some groups.

    Args:
        groups: By the name of the command's parameter, the function that makes it from options.
    """

    def decorate(command: Command) -> Command:
        options = {name: _parameters(make) for name, make in groups.items()}
        own = [p for p in _parameters(command).values() if p.name not in groups]
        merged = {
            p.name: p for p in (*own, *(p for some in options.values() for p in some.values()))
        }

        @functools.wraps(command)
        def run(**given: Any) -> None:
            used = {option for some in options.values() for option in some}
            kept = {name: value for name, value in given.items() if name not in used}
            made = {
                name: make(**{option: given[option] for option in options[name]})
                for name, make in groups.items()
            }
            command(**kept, **made)

        _sign(run, list(merged.values()))
        return run

    return decorate


def _parameters(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """Give the parameters of a function, all by keyword, so that they can be merged."""
    signature = inspect.signature(function, eval_str=True)
    return {
        name: parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
    }


def _sign(function: Any, parameters: Iterable[inspect.Parameter]) -> None:
    function.__signature__ = inspect.Signature(list(parameters))
    function.__annotations__ = {one.name: one.annotation for one in parameters}


def location(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="URL",
            envvar="CLAIMS_DB",
            show_default="claims.db here, else in the user's data folder",
            help="The database: a file, sqlite:///FILE or postgresql://…",
        ),
    ] = None,
) -> str:
    """Say which database is meant: the option, before or after the command, then CLAIMS_DB."""
    from claims.service.location import default_location

    before = ctx.find_root().params.get("db")
    after = db if _was_given(ctx, "db") else None
    return after or before or db or default_location()


def signer(
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="NAME",
            envvar="CLAIMS_BY",
            show_default="the name kept with: claims config by NAME",
            help="Who says so.",
        ),
    ] = None,
) -> str:
    """Say who signs: the option, then CLAIMS_BY, then the name that is kept; empty for nobody."""
    from claims.service.settings import read_name

    return by if by is not None else read_name()


def is_terminal() -> bool:
    """Whether a person sits at both ends of the command."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def parse_one_of(kind: type[StrEnum], option: str) -> Callable[[str | None], str | None]:
    """Make a callback that reads a word of a vocabulary: "needs-source", "Needs source"."""

    def parse(given: str | None) -> str | None:
        word = given and given.strip().casefold().replace(" ", "-").replace("_", "-")
        if word is not None and word not in list(kind):
            msg = f"{given!r} is none of: {', '.join(kind)}"
            raise typer.BadParameter(msg, param_hint=option)
        return word

    return parse


def repeated(location: str) -> str:
    """Give the option that a command to repeat needs to mean the same database; often none."""
    from claims.service.location import default_location

    if location == (os.environ.get("CLAIMS_DB") or default_location()):
        return ""
    return f" --db {shlex.quote(location)}"


def _was_given(ctx: typer.Context, name: str) -> bool:
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _choices(words: Iterable[str]) -> str:
    return ", ".join(words)


def _parse_words(kind: type[Word], option: str) -> Callable[[list[str] | None], list[str]]:
    """Make a callback that reads words of a vocabulary: "lists differ", "lists-differ"."""
    known = {_folded(word.value): word.value for word in kind}

    def parse(given: list[str] | None) -> list[str]:
        for word in given or []:
            if _folded(word) not in known:
                msg = f"{word!r} is none of: {_choices(known.values())}"
                raise typer.BadParameter(msg, param_hint=option)
        return [known[_folded(word)] for word in given or []]

    return parse


def _folded(word: str) -> str:
    return word.strip().casefold().replace("-", " ").replace("_", " ")


def _parse_status(given: str | None) -> str | None:
    if given is not None and given not in STATUSES:
        msg = f"{given!r} is none of: {_choices(STATUSES)}"
        raise typer.BadParameter(msg, param_hint="--status")
    return given


def _listed(option: str, kind: type[Word], what: str) -> Any:
    words = _choices(word.value for word in kind)
    return typer.Option(
        option,
        metavar="WORD",
        callback=_parse_words(kind, option),
        show_default=False,
        help=f"{what}; may be repeated: {words}.",
    )


def narrow(
    *,
    kind: Annotated[list[str] | None, _listed("--kind", Kind, "Only this kind of claim")] = None,
    relation: Annotated[
        list[str] | None, _listed("--relation", Relation, "Only what stands in this relation")
    ] = None,
    flag: Annotated[list[str] | None, _listed("--flag", FlagWord, "Only with this flag")] = None,
    mark: Annotated[
        list[str] | None,
        _listed("--mark", Mark, "Only claims that people recorded, corrected or retracted"),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE",
            show_default=False,
            help="Only what this rule decided: quantity.disjoint, or quantity; repeatable.",
        ),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only of this outlet, by one of its names.")
    ] = None,
    genre: Annotated[list[str] | None, _listed("--genre", Genre, "Only of this genre")] = None,
    author: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only by this author; a part will do.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only with these words in quote, subject or question."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only what an article says by this source; by words."),
    ] = None,
    party: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what names this party; by words.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what is in this place or country.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="STATUS",
            callback=_parse_status,
            help=f"Only with this status: {_choices(STATUSES)}.",
        ),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", show_default=False, help="Only with this tag; repeatable."),
    ] = None,
    judged_by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this person gave a verdict on.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Published on or after: 2021-04-05 or 2021-04."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Published on or before.")
    ] = None,
    as_of_since: Annotated[
        str | None, typer.Option(metavar="DAY", help="About this day or a later one.")
    ] = None,
    as_of_until: Annotated[
        str | None, typer.Option(metavar="DAY", help="About this day or an earlier one.")
    ] = None,
    found_since: Annotated[
        str | None, typer.Option(metavar="DAY", help="First found on or after.")
    ] = None,
) -> Filter:
    """Build the filter that every listing takes."""
    return Filter(
        kinds=tuple(map(Kind, kind or ())),
        relations=tuple(map(Relation, relation or ())),
        rules=tuple(rule or ()),
        flags=tuple(map(FlagWord, flag or ())),
        marks=tuple(map(Mark, mark or ())),
        outlet=outlet,
        genres=tuple(map(Genre, genre or ())),
        author=author,
        about=about,
        speaker=speaker,
        party=party,
        place=place,
        status=status,
        tags=tuple(one.removeprefix("#") for one in tag or ()),
        judged_by=judged_by,
        since=since,
        until=until,
        as_of_since=as_of_since,
        as_of_until=as_of_until,
        found_since=found_since,
    )
