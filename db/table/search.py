"""Tables made from other rows, to find those by: words of full text, and names of claims.

They hold nothing of their own: `db.write.index` makes them again from what is stored.
"""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from claims.model import Indexed, NameRole
from db.table.base import Row, is_hash, one_of, reference, words


class DocumentRow(Row, table=True):
    """One article, claim or human word that can be searched; `length` counts its words."""

    __tablename__ = "search_document"
    __table_args__ = (
        is_hash("target_id"),
        one_of("target", Indexed),
        CheckConstraint("length > 0", name="length"),
        UniqueConstraint("target_id", "target"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    target: str = words()
    target_id: str = words()
    length: int


class DocumentWordRow(Row, table=True):
    """One word of one of them, and how often it stands there."""

    __tablename__ = "search_word"
    __table_args__ = (CheckConstraint("count > 0", name="count"),)

    word: str = words(primary_key=True)
    document_id: int = Field(
        primary_key=True, foreign_key="search_document.id", ondelete="RESTRICT", index=True
    )
    count: int


class ClaimNameRow(Row, table=True):
    """One party, place or speaker that a claim names; `folded` holds its names as words."""

    __tablename__ = "claim_name"
    __table_args__ = (one_of("role", NameRole),)

    claim_id: str = reference("claim.id", index=False, primary_key=True)
    role: str = words(primary_key=True)
    key: str = words(primary_key=True, index=True)
    folded: str = words()
