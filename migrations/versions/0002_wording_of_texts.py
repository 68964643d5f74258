"""The wording of each text, to tell how many origins a figure has.

Texts that are stored already have none until they are read again.
Plain operations only: no model classes, so that it still means the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "sketch",
        sa.Column("text_id", WORDS, nullable=False),
        sa.Column("runs", sa.Integer(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.Column("passages", sa.LargeBinary(), nullable=False),
        sa.Column("agencies", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("text_id", name="pk_sketch"),
        sa.ForeignKeyConstraint(
            ["text_id"], ["text.id"], name="fk_sketch_text_id_text", ondelete="RESTRICT"
        ),
        sa.CheckConstraint("runs >= 0", name="ck_sketch_runs"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("sketch")
