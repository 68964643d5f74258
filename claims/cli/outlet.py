"""`claims outlets`: who published what is in the database, and under which names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from claims.cli import output
from claims.cli.option import Json, location, takes
from claims.cli.table import draw
from claims.report.layout import clean
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.service.outlet import Outlet

SCHEMA: Final = "claims/outlets/1"


@takes(location=location)
def outlets(location: str, as_json: Json = False) -> None:
    """List the outlets and the names each is known by.

    --outlet takes any of the names. Further ones stand in your own table of parties, with
    kind = "outlet"; the outlet of one article is corrected with: claims amend ID --outlet NAME

    Example: claims outlets
    """
    from claims.service.opening import opened
    from claims.service.outlet import list_outlets

    with opened(location) as database:
        found = list_outlets(database)
    if as_json:
        output.say_document({"schema": SCHEMA, "outlets": list(map(_document, found))})
        return
    rows = ((clean(", ".join(one.names)), str(one.articles), _others(one)) for one in found)
    draw(("outlet", "articles", "also found as"), rows, (3, 0, 4))
    output.say(plural(len(found), "outlet"))


def _document(outlet: Outlet) -> dict[str, Any]:
    return {
        "names": list(outlet.names),
        "articles": outlet.articles,
        "known_as": list(outlet.known_as),
    }


def _others(outlet: Outlet) -> str:
    """Name the names that tell anything new: without their articles, and but for its own."""
    own = {name.casefold().removeprefix("the ") for name in outlet.names}
    names = (name for name in outlet.known_as if not name.startswith("the "))
    return ", ".join(name for name in names if name not in own)
