"""Copies of what was fetched, and what else a file says of its article.

The table of sources, to which no other points, is made anew around its rows: SQLite would word a
column that is added otherwise than one that was always there.
Plain operations only: no model classes, so that it still means the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT: Final = sa.JSON(none_as_null=True)
INSTANT: Final = sa.DateTime(timezone=True)


OLD: Final = ("article_id", "file", "sha256", "size", "reader", "encoding")


def _create_source(*also: sa.Column[object]) -> None:
    op.create_table(
        "source",
        sa.Column("article_id", WORDS, nullable=False),
        sa.Column("file", WORDS),
        sa.Column("sha256", WORDS, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("reader", WORDS, nullable=False),
        sa.Column("encoding", WORDS, nullable=False),
        *also,
        sa.PrimaryKeyConstraint("article_id", name="pk_source"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_source_article_id_article", ondelete="RESTRICT"
        ),
        sa.CheckConstraint("length(sha256) = 64", name="ck_source_sha256_length"),
        sa.CheckConstraint("size >= 0", name="ck_source_size"),
    )
    op.create_index("ix_source_sha256", "source", ["sha256"])


def _remake_source(*also: sa.Column[object]) -> None:
    """Keep the rows beside the table that goes; names of constraints are free again."""
    names = ", ".join(OLD)
    op.execute(f"CREATE TABLE source_kept AS SELECT {names} FROM source")  # noqa: S608 - our own names
    op.drop_table("source")
    _create_source(*also)
    op.execute(f"INSERT INTO source ({names}) SELECT {names} FROM source_kept")  # noqa: S608 - our own names
    op.drop_table("source_kept")


def _create_capture() -> None:
    op.create_table(
        "capture",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("address", WORDS, nullable=False),
        sa.Column("final_address", WORDS, nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", DOCUMENT, nullable=False),
        sa.Column("sha256", WORDS, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("fetched_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_capture"),
        sa.CheckConstraint("length(id) = 64", name="ck_capture_id_length"),
        sa.CheckConstraint("length(sha256) = 64", name="ck_capture_sha256_length"),
        sa.CheckConstraint("size >= 0", name="ck_capture_size"),
    )
    for name in ("address", "final_address", "sha256"):
        op.create_index(f"ix_capture_{name}", "capture", [name])


def upgrade() -> None:
    """Add the column and the table."""
    _remake_source(sa.Column("remarks", DOCUMENT))
    _create_capture()


def downgrade() -> None:
    """Drop them."""
    op.drop_table("capture")
    _remake_source()
