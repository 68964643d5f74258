"""What each text is about and how it is worded, and which claims comparison connects.

Texts that are stored already have none of it until they are read again.
Plain operations only: no model classes, so that it still means the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def _of_text(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["text_id"], ["text.id"], name=f"fk_{table}_text_id_text", ondelete="RESTRICT"
    )


def _create_sketch() -> None:
    op.create_table(
        "sketch",
        sa.Column("text_id", WORDS, nullable=False),
        sa.Column("runs", sa.Integer(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.Column("passages", sa.LargeBinary(), nullable=False),
        sa.Column("agencies", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("text_id", name="pk_sketch"),
        _of_text("sketch"),
        sa.CheckConstraint("runs >= 0", name="ck_sketch_runs"),
    )


def _create_gist() -> None:
    op.create_table(
        "gist",
        sa.Column("text_id", WORDS, nullable=False),
        sa.Column("telling", sa.JSON(), nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("text_id", name="pk_gist"),
        _of_text("gist"),
    )
    op.create_table(
        "gist_word",
        sa.Column("text_id", WORDS, nullable=False),
        sa.Column("word", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("text_id", "word", name="pk_gist_word"),
        _of_text("gist_word"),
    )
    op.create_index("ix_gist_word_word", "gist_word", ["word"])


def _create_claim_part() -> None:
    op.create_table(
        "claim_part",
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("part", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_claim_part"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_claim_part_claim_id_claim", ondelete="RESTRICT"
        ),
    )
    op.create_index("ix_claim_part_part", "claim_part", ["part"])


def upgrade() -> None:
    """Add the tables."""
    _create_sketch()
    _create_gist()
    _create_claim_part()


def downgrade() -> None:
    """Drop them."""
    for table in ("claim_part", "gist_word", "gist", "sketch"):
        op.drop_table(table)
