"""Errors the program knows, each shown to people as one line.

    ClaimsError
    ├── InputError            what was given cannot be used: a file, an option, a quote
    │   ├── UnreadableValue   words that state no amount, day or party this program can read
    │   └── PassedOver        left out on purpose, with nothing wrong: a picture in a folder
    ├── NotFound              no such article, claim, question or conflict
    └── DatabaseError
        ├── OutOfDate         the schema is older than this program: upgrade it
        ├── TooNew            the schema was written by a newer program: update the program
        └── Unreachable       the database cannot be opened, is locked, or its disk is full

A message says what happened, to which thing, and the remedy. Bugs are not ClaimsErrors: they
keep their traceback.
"""


class ClaimsError(Exception):
    """Something went wrong that the program foresaw; its text is the one line people see."""


class InputError(ClaimsError):
    """What was given cannot be used: a file, an option or a quote."""


class UnreadableValue(InputError):
    """The words state no single value of the type that was asked for."""


class PassedOver(InputError):
    """It is left out on purpose: what lies beside articles and is none."""


class NotFound(ClaimsError):
    """No such article, claim, question or conflict."""


class DatabaseError(ClaimsError):
    """The database refused."""


class OutOfDate(DatabaseError):
    """The database has an older schema than this program."""


class TooNew(DatabaseError):
    """The database was written by a newer program."""


class Unreachable(DatabaseError):
    """The database cannot be opened, stays locked, or cannot be written to."""
