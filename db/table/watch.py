"""The table of saved questions: without a foreign key to any machine row."""

from datetime import datetime

from db.table.base import Row, document, is_hash, words


class WatchRow(Row, table=True):
    """One question that one person watches."""

    __tablename__ = "watch"
    __table_args__ = (is_hash("id"),)

    id: str = words(primary_key=True)
    by: str = words()
    at: datetime
    words: str = words()
    claims: list[str] = document()
    ended_at: datetime | None = None
