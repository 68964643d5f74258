"""What a person says of an article: the options that `add` and `amend` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from claims.model import Genre, Rendition

_GENRES = ", ".join(genre.value for genre in Genre)
_RENDITIONS = ", ".join(rendition.value for rendition in Rendition)


def _one_of(option: str, known: type[Genre | Rendition]) -> Callable[[str | None], str | None]:
    words = [word.value for word in known]

    def parse(given: str | None) -> str | None:
        if given is not None and given not in words:
            msg = f"{given!r} is none of: {', '.join(words)}"
            raise typer.BadParameter(msg, param_hint=option)
        return given

    return parse


def given(
    *,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="Day as printed: 2021-04-05, 2021-04, 2021.")
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", show_default=False, help="Who wrote it; repeatable."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline.")] = None,
    genre: Annotated[
        str | None,
        typer.Option(
            metavar="WORD", callback=_one_of("--genre", Genre), help=f"One of: {_GENRES}."
        ),
    ] = None,
    address: Annotated[
        str | None, typer.Option(metavar="URL", help="Where it was published.")
    ] = None,
    rendition: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            callback=_one_of("--rendition", Rendition),
            help=f"Whose words the text has: {_RENDITIONS}.",
        ),
    ] = None,
) -> Any:
    """Gather what the person adding an article says about it."""
    from claims.read import Given

    return Given(
        title=title,
        authors=tuple(author or ()),
        outlet=outlet,
        genre=Genre(genre) if genre else None,
        published=published,
        address=address,
        rendition=Rendition(rendition) if rendition else None,
    )
