"""`claims questions` and `claims question`: the ledger of what is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import output
from claims.cli.option import Json, location, narrow, takes
from claims.cli.table import draw
from claims.model import Filter, Relation, Target
from claims.report.identity import short_id
from claims.report.layout import clean, wrap
from claims.report.wording import RELATIONS, answer_words, plural, verdict_words

if TYPE_CHECKING:
    from claims.model import Support
    from claims.report.view import Sheet
    from claims.service.question import Found

_SHOWN = 3


@takes(narrow=narrow, location=location)
def questions(narrow: Filter, location: str, as_json: Json = False) -> None:
    """List the questions with their answers, conflicts first."""
    from claims.report.ledger_document import questions_document
    from claims.service.listing import list_questions
    from claims.service.opening import opened

    with opened(location) as database:
        sheets = list_questions(database, narrow)
    if as_json:
        output.say_document(questions_document(sheets))
        return
    draw(("id", "question", "answers", "findings"), _rows(sheets), (0, 1, 1, 0))
    output.say(plural(len(sheets), "question"))


def _rows(sheets: Iterable[Sheet]) -> Iterable[Sequence[str]]:
    from claims.report.ledger import spread_words

    for sheet in sheets:
        answers = [answer_words(row.first.claim) for row in sheet.rows]
        more = f"; {len(answers) - _SHOWN} more" if len(answers) > _SHOWN else ""
        said = spread_words(sheet.rows) or "; ".join(answers[:_SHOWN]) + more
        yield (
            short_id(Target.QUESTION, sheet.question.id),
            clean(sheet.question.text),
            said + _extent(len(answers), sheet.support),
            _findings(sheet),
        )


def _extent(answers: int, support: Support) -> str:
    """Count answers, articles and origins, where there is more than one of any."""
    from claims.report.count import support_words

    if max(answers, support.articles) == 1:
        return ""
    return f"\n({plural(answers, 'answer')} in {support_words(support)})"


def _findings(sheet: Sheet) -> str:
    """Name the conflicts and look-alikes of a question, and what agrees or fits together."""
    found = [RELATIONS[case.relation] for case in (*sheet.cases, *sheet.look_alikes)]
    counted = {word: found.count(word) for word in dict.fromkeys(found)}
    for relation in (Relation.AGREEMENT, Relation.COMPATIBLE):
        if sheet.question.tally.get(relation):
            counted[RELATIONS[relation]] = sheet.question.tally[relation]
    words = [word if count == 1 else f"{word} × {count}" for word, count in counted.items()]
    return "\n".join([*words, *([verdict_words(sheet.status)] if sheet.words else [])])


@takes(narrow=narrow, location=location)
def question(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|ID", help='A question: "who invited India", or its id.')
    ],
    narrow: Filter,
    location: str,
    as_json: Json = False,
) -> None:
    """Show every answer to a question.

    With sources, dates, speakers and quotes, low and high. A question about a known party's part
    in events ("who invited India") is answered by a row an event.
    """
    from claims.service.opening import opened
    from claims.service.question import ask

    with opened(location) as database:
        found = ask(database, text, narrow)
    if as_json:
        output.say_document(_document(found))
    else:
        output.say(_render(found, output.width()))


def _document(found: Found) -> dict[str, object]:
    from claims.report.ledger_document import participation_document, questions_document

    if found.happenings:
        return participation_document(found.parties, found.happenings, found.cases)
    return questions_document(found.sheets)


def _render(found: Found, width: int) -> str:
    from claims.report.ledger import render_sheet
    from claims.report.participation import render_happenings

    if found.happenings:
        names = ", ".join(found.parties.values())
        return render_happenings(names, found.happenings, found.cases, width)
    best, *others = found.sheets
    lines = [render_sheet(best, width)]
    if others:
        lines += ["", "Other questions with these words:"]
    for sheet in others:
        lines += wrap(
            sheet.question.text, width, f"  {short_id(Target.QUESTION, sheet.question.id)}  "
        )
    return "\n".join(lines)
