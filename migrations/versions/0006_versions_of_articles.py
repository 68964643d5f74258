"""Versions of articles, and the claims that took the place of others.

Plain operations only: no model classes, so that it still means the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "edition",
        sa.Column("article_id", WORDS, nullable=False),
        sa.Column("replaced_by", WORDS, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_edition"),
        sa.CheckConstraint("length(article_id) = 64", name="ck_edition_article_id_length"),
        sa.CheckConstraint("length(replaced_by) = 64", name="ck_edition_replaced_by_length"),
    )
    op.create_index("ix_edition_replaced_by", "edition", ["replaced_by"])
    op.create_table(
        "claim_alias",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("claim_id", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claim_alias"),
        sa.CheckConstraint("length(id) = 64", name="ck_claim_alias_id_length"),
        sa.CheckConstraint("length(claim_id) = 64", name="ck_claim_alias_claim_id_length"),
    )
    op.create_index("ix_claim_alias_claim_id", "claim_alias", ["claim_id"])


def downgrade() -> None:
    """Drop them."""
    for table in ("claim_alias", "edition"):
        op.drop_table(table)
