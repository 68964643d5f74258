"""`claims leads`: what would settle the open conflicts."""

from __future__ import annotations

from claims.cli import output
from claims.cli.option import Json, location, narrow, takes
from claims.model import Filter


@takes(narrow=narrow, location=location)
def leads(narrow: Filter, location: str, as_json: Json = False) -> None:
    """Say what would settle the open conflicts.

    Whom the sources cite and what to ask them, what is not known, and every cited outlet or
    document that is not in the database: claims leads --about troops
    """
    from claims.report.lead import leads_document, render_leads
    from claims.service.lead import find_leads
    from claims.service.opening import opened

    with opened(location) as database:
        found, absent = find_leads(database, narrow)
    if as_json:
        output.say_document(leads_document(found, absent))
    else:
        output.say(render_leads(found, absent, output.width()))
