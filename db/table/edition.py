"""Tables of what took the place of what: versions of articles, and claims under other ids.

Ids of articles change when an address becomes known, and claims come and go, so these rows point
without a foreign key; `db.write` keeps them true.
"""

from datetime import datetime

from db.table.base import Row, is_hash, words


class EditionRow(Row, table=True):
    """One earlier version of an article, and the article that is its present version."""

    __tablename__ = "edition"
    __table_args__ = (is_hash("article_id"), is_hash("replaced_by"))

    article_id: str = words(primary_key=True)
    replaced_by: str = words(index=True)
    at: datetime


class ClaimAliasRow(Row, table=True):
    """A claim that is no longer there, or is of an earlier version, and the one in its place.

    People may have spoken of it: their words follow to the claim that now rests on its quote.
    """

    __tablename__ = "claim_alias"
    __table_args__ = (is_hash("id"), is_hash("claim_id"))

    id: str = words(primary_key=True)
    claim_id: str = words(index=True)
