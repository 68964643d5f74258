"""One line for whatever a library says of bytes that it cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from claims.errors import InputError

_LONGEST: Final = 120


@contextmanager
def refusing(what: str, remedy: str) -> Iterator[None]:
    """Refuse damaged bytes in the words of this program; only for the calls of a library.

    "it is a damaged PDF file (Stream has ended); print it to PDF again"

    Raises:
        InputError: Whatever went wrong.
    """
    try:
        yield
    except InputError:
        raise
    except RecursionError:
        msg = f"it is {what} that is nested too deeply; {remedy}"
        raise InputError(msg) from None
    except MemoryError:
        msg = f"it is {what} that takes more memory than there is; {remedy}"
        raise InputError(msg) from None
    # Libraries raise anything at all on bytes that somebody made up.
    except Exception as error:  # noqa: BLE001
        why = show(str(error)).strip(" .:") or type(error).__name__
        msg = f"it is {what} that is damaged ({why}); {remedy}"
        raise InputError(msg) from None


def show(words: str, longest: int = _LONGEST) -> str:
    """Give words out of a file for a message: on one line, cut, nothing that steers a screen."""
    line = " ".join(words[: longest * 4].split())
    cut = line if len(line) <= longest else line[: longest - 1] + "…"
    return "".join(letter if letter.isprintable() else "?" for letter in cut)
