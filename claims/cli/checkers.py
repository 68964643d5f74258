"""`claims checkers`: how often people who judge agree."""

from __future__ import annotations

from claims.cli import output
from claims.cli.option import Json, location, takes


@takes(location=location)
def checkers(location: str, as_json: Json = False) -> None:
    """Tell how often two checkers agree, and where not.

    Counted on the latest verdict of each on what both judged; kappa is Cohen's.

    Example: claims checkers --json
    """
    from claims.report.checkers import checkers_document, render_checkers
    from claims.service.checkers import compare_checkers
    from claims.service.opening import opened

    with opened(location) as database:
        found = compare_checkers(database)
    if as_json:
        output.say_document(checkers_document(found))
    else:
        output.say(render_checkers(found, output.width()))
