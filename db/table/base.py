"""What every table shares: one metadata, named constraints, text that sorts by code point.

Constraints have names so that a migration can drop them. Text columns collate by code point on
PostgreSQL too ("C"), so that both databases sort and compare alike.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, cast

from sqlalchemy import JSON, CheckConstraint, LargeBinary, MetaData, String, Table
from sqlmodel import Field, SQLModel, UTCDateTime

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
TEXT: Final = String().with_variant(String(collation="C"), "postgresql")
DOCUMENT: Final = JSON(none_as_null=True)
INSTANT: Final = UTCDateTime
"""The type of the columns that hold instants: aware and UTC on both databases."""


class Row(SQLModel):
    """The root of every table row. Rows validate nothing: the CHECKs do."""

    metadata = MetaData(naming_convention=NAMING)


def words(**options: Any) -> Any:
    """Declare a text column."""
    return Field(sa_type=TEXT, **options)


def document(**options: Any) -> Any:
    """Declare a column that holds a plain document as JSON; None is stored as NULL."""
    return Field(sa_type=DOCUMENT, **options)


def packed(**options: Any) -> Any:
    """Declare a column that holds numbers of eight bytes each, one after the other."""
    return Field(sa_type=LargeBinary, **options)


def reference(target: str, *, index: bool = True, **options: Any) -> Any:
    """Declare a text column that points to a row which may not go before this one."""
    return words(foreign_key=target, ondelete="RESTRICT", index=index, **options)


def one_of(column: str, members: Iterable[StrEnum]) -> CheckConstraint:
    """Allow only the members of an enumeration, or NULL where the column allows it."""
    return CheckConstraint(f"{column} IN ({listed(members)})", name=column)


def listed(members: Iterable[StrEnum]) -> str:
    """Write members of an enumeration as SQL lists them."""
    return ", ".join(f"'{member.value}'" for member in members)


def is_hash(column: str) -> CheckConstraint:
    """Allow only text as long as a SHA-256 in hexadecimal."""
    return CheckConstraint(f"length({column}) = 64", name=f"{column}_length")


def runs_forwards(name: str) -> CheckConstraint:
    """Allow only half-open spans that hold a character."""
    return CheckConstraint(f"{name}_start >= 0 AND {name}_end > {name}_start", name=name)


def table_of(row: type[Row]) -> Table:
    """Give the table behind a row class, for statements that select or insert columns."""
    return cast("Table", row.__table__)  # type: ignore[attr-defined]
