"""The table of copies of what was fetched."""

from datetime import datetime

from sqlalchemy import CheckConstraint

from db.table.base import Row, document, is_hash, packed, words


class CaptureRow(Row, table=True):
    """A copy of what an address answered; `body` is packed by zlib.

    It belongs to the articles whose source has its SHA-256, without a foreign key: it may be kept
    before the article is, and outlives the bytes that an article was last read from.
    """

    __tablename__ = "capture"
    __table_args__ = (
        is_hash("id"),
        is_hash("sha256"),
        CheckConstraint("size >= 0", name="size"),
    )

    id: str = words(primary_key=True)
    address: str = words(index=True)
    final_address: str = words(index=True)
    status: int
    headers: list[list[str]] = document()
    sha256: str = words(index=True)
    size: int
    body: bytes = packed()
    fetched_at: datetime
    seen_at: datetime
