"""The command line: thin commands that read options, call the service and print.

`main` is where every error the program knows becomes one line on stderr. Modules that cost time
to load are imported by the commands that need them, so that help comes at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.errors import ClaimsError

INTERRUPTED = 130
PIPE_CLOSED = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What follows the command's name; those of the process where None.

    Returns:
        0 done, 1 an error that the program knows, 2 wrong usage, 130 interrupted, 141 the reader
        of the output went away. A bug keeps its traceback.
    """
    from claims.cli import output

    output.prepare()
    try:
        code = _run(arguments)
        output.flush()
    except ClaimsError as error:
        output.complain(str(error))
        return 1
    except KeyboardInterrupt:
        output.complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        output.give_up()
        return PIPE_CLOSED
    return code


def _run(arguments: Sequence[str] | None) -> int:
    """Run typer in a way that lets our errors through and gives back the exit code."""
    from claims.cli.app import build

    try:
        build()(arguments, prog_name="claims")
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # the library would call it an error
            raise ended.__context__ from None
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0
