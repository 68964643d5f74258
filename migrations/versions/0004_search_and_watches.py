"""Words and names to find things by, and saved questions.

The tables to search in come empty: the upgrade that brings them fills them from what is stored.
Plain operations only: no model classes, so that it still means the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def _create_document() -> None:
    op.create_table(
        "search_document",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("target", WORDS, nullable=False),
        sa.Column("target_id", WORDS, nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_document"),
        sa.UniqueConstraint("target_id", "target", name="uq_search_document_target_id_target"),
        sa.CheckConstraint("length(target_id) = 64", name="ck_search_document_target_id_length"),
        sa.CheckConstraint(
            "target IN ('article', 'claim', 'annotation')", name="ck_search_document_target"
        ),
        sa.CheckConstraint("length > 0", name="ck_search_document_length"),
    )


def _create_word() -> None:
    op.create_table(
        "search_word",
        sa.Column("word", WORDS, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", "document_id", name="pk_search_word"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["search_document.id"],
            name="fk_search_word_document_id_search_document",
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint("count > 0", name="ck_search_word_count"),
    )
    op.create_index("ix_search_word_document_id", "search_word", ["document_id"])


def _create_name() -> None:
    op.create_table(
        "claim_name",
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("role", WORDS, nullable=False),
        sa.Column("key", WORDS, nullable=False),
        sa.Column("folded", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "role", "key", name="pk_claim_name"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_claim_name_claim_id_claim", ondelete="RESTRICT"
        ),
        sa.CheckConstraint("role IN ('speaker', 'party', 'place')", name="ck_claim_name_role"),
    )
    op.create_index("ix_claim_name_key", "claim_name", ["key"])


def _create_watch() -> None:
    op.create_table(
        "watch",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("by", WORDS, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("claims", sa.JSON(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_watch"),
        sa.CheckConstraint("length(id) = 64", name="ck_watch_id_length"),
    )


def upgrade() -> None:
    """Add the tables."""
    _create_document()
    _create_word()
    _create_name()
    _create_watch()


def downgrade() -> None:
    """Drop them."""
    for table in ("watch", "claim_name", "search_word", "search_document"):
        op.drop_table(table)
