"""The commands and what belongs to all of them."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import (
    add,
    amend,
    annotate,
    changes,
    checkers,
    compare,
    config,
    conflicts,
    copies,
    correction,
    database,
    exchange,
    extract,
    history,
    lead,
    listing,
    outlet,
    question,
    removal,
    report,
    review,
    schema,
    search,
    show,
    tie,
    verify,
    watch,
)


def _version(*, wanted: bool) -> None:
    if wanted:
        from claims import __version__

        typer.echo(f"claims {__version__}")
        raise typer.Exit


def _start(
    db: Annotated[  # read by claims.cli.option.location
        str | None,
        typer.Option("--db", metavar="URL", help="The database; may also follow the command."),
    ] = None,
    version: Annotated[  # its callback does the work
        bool,
        typer.Option(
            "--version",
            callback=lambda value: _version(wanted=value),
            is_eager=True,
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Track what news articles claim, find where they disagree, and keep what people decide.

    Begin with: claims add FILE…, then claims conflicts.
    """


def build() -> typer.Typer:
    """Put the commands together, in the order in which one meets them."""
    app = typer.Typer(
        name="claims",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        callback=_start,
    )
    app.command("add")(add.add)
    app.command("articles")(listing.articles)
    app.command("outlets")(outlet.outlets)
    app.command("list")(listing.claims)
    app.command("conflicts")(conflicts.conflicts)
    app.command("questions")(question.questions)
    app.command("question")(question.question)
    app.command("search")(search.search)
    app.command("show")(show.show)
    app.command("why")(show.why)
    app.command("compare")(compare.compare)
    app.command("annotate")(annotate.annotate)
    app.command("review")(review.review)
    app.command("contradict")(tie.contradict)
    app.command("apart")(tie.apart)
    app.command("same")(tie.same)
    app.command("record")(correction.record)
    app.command("amend")(amend.amend)
    app.command("retract")(correction.retract)
    app.command("history")(history.history)
    app.command("changes")(changes.changes)
    app.command("checkers")(checkers.checkers)
    app.command("config")(config.config)
    app.command("leads")(lead.leads)
    app.command("watch")(watch.watch)
    app.command("watches")(watch.watches)
    app.command("unwatch")(watch.unwatch)
    app.command("report")(report.report)
    app.command("schema")(schema.schema)
    app.command("verify")(verify.verify)
    app.command("extract")(extract.extract)
    app.command("copies")(copies.copies)
    app.command("remove")(removal.remove)
    app.command("export")(exchange.export)
    app.command("import")(exchange.import_)
    app.add_typer(database.build(), name="database")
    return app
