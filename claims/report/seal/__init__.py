"""The seal of a report: a hash of the file inside the file, and what the report was made from.

The hash is the SHA-256 of the whole file with the 64 digits of the hash itself written as zeros.
It stands at the very end, so that a report is sealed while it is written and half a report has
none. HTML and JSON carry the data of the report beside it, Markdown only what it was made from; of
a table each row is sealed with the rows before it. A seal tells that a file is as it was written,
never who wrote it: whoever changes a file can make a new one. That its words are those of the
articles is checked against the texts.
"""

from __future__ import annotations

from claims.report.seal.origin import Origin
from claims.report.seal.stamp import sealed

__all__ = ["Origin", "sealed"]
