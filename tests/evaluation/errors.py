"""What can go wrong while measuring.

::

    EvaluationError
    ├── MeasuringDataMissing   the labelled articles are not there
    ├── MalformedDocument      the program printed something else than it promised
    └── ProgramFailed          the program ended with an error
"""


class EvaluationError(Exception):
    """Root of the errors of measuring; shown as one line."""


class MeasuringDataMissing(EvaluationError):
    """The labelled articles are absent."""


class MalformedDocument(EvaluationError):
    """A conflicts document breaks the promised form."""


class ProgramFailed(EvaluationError):
    """The measured program ended with an exit code other than 0."""
