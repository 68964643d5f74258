"""What a word may say of one claim: recorded, corrected, retracted; and what that made of claims.

Every word that is stored stays as it was said: the table is made anew around its rows, because
SQLite cannot change a constraint. Plain operations only: no model classes, so that it still means
the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT: Final = sa.JSON(none_as_null=True)
INSTANT: Final = sa.DateTime(timezone=True)
OLD: Final = (
    *("id", "target", "target_id", "by", "at", "note", "tags", "verdict", "reason", "seen"),
    *("favour", "source", "is_internal", "supersedes", "act", "left_claim", "right_claim"),
)
HASHES: Final = ("id", "target_id", "supersedes", "left_claim", "right_claim")
INDEXED: Final = ("target_id", "supersedes", "left_claim", "right_claim")
ON_PAIRS: Final = "'same', 'apart', 'contradict', 'free'"


def _columns() -> list[sa.Column[object]]:
    return [
        sa.Column("id", WORDS, nullable=False),
        sa.Column("target", WORDS, nullable=False),
        sa.Column("target_id", WORDS, nullable=False),
        sa.Column("by", WORDS, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("note", WORDS, nullable=False),
        sa.Column("tags", DOCUMENT, nullable=False),
        sa.Column("verdict", WORDS),
        sa.Column("reason", WORDS, nullable=False),
        sa.Column("seen", DOCUMENT, nullable=False),
        sa.Column("favour", WORDS),
        sa.Column("source", WORDS, nullable=False),
        sa.Column("is_internal", sa.Boolean(), nullable=False),
        sa.Column("supersedes", WORDS),
        sa.Column("act", WORDS),
        sa.Column("left_claim", WORDS),
        sa.Column("right_claim", WORDS),
    ]


def _checks(acts: str) -> list[sa.CheckConstraint]:
    """Give the checks that both schemas have."""
    found = {
        "target": "target IN ('article', 'claim', 'question', 'conflict', 'pair')",
        "verdict": (
            "verdict IN ('open', 'confirmed', 'explained', 'dismissed', 'needs-source', 'settled')"
        ),
        "favour": "favour IN ('left', 'right', 'both', 'neither')",
        "act": f"act IN ({acts})",
        "settled": "verdict <> 'settled' OR (favour IS NOT NULL AND source <> '')",
        **{f"{name}_length": f"length({name}) = 64" for name in HASHES},
    }
    return [sa.CheckConstraint(said, name=f"ck_annotation_{name}") for name, said in found.items()]


def _create_annotation() -> None:
    op.create_table(
        "annotation",
        *_columns(),
        sa.Column("text_id", WORDS),
        sa.Column("fields", DOCUMENT),
        sa.PrimaryKeyConstraint("id", name="pk_annotation"),
        *_checks(f"{ON_PAIRS}, 'record', 'amend', 'as-read', 'retract', 'restore'"),
        sa.CheckConstraint("length(text_id) = 64", name="ck_annotation_text_id_length"),
        sa.CheckConstraint(
            f"(target = 'pair') = (act IS NOT NULL AND act IN ({ON_PAIRS}))",
            name="ck_annotation_pair",
        ),
        sa.CheckConstraint(
            "target <> 'pair' OR (left_claim IS NOT NULL AND right_claim IS NOT NULL)",
            name="ck_annotation_sides",
        ),
        sa.CheckConstraint(
            "act IS NULL OR target = 'pair' OR (target = 'claim' AND text_id IS NOT NULL)",
            name="ck_annotation_on_claim",
        ),
        sa.CheckConstraint(
            "(fields IS NOT NULL) = (act IS NOT NULL AND act IN ('record', 'amend'))",
            name="ck_annotation_fields",
        ),
    )
    for name in (*INDEXED, "text_id"):
        op.create_index(f"ix_annotation_{name}", "annotation", [name])


def _create_old_annotation() -> None:
    op.create_table(
        "annotation",
        *_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_annotation"),
        *_checks(ON_PAIRS),
        sa.CheckConstraint("(target = 'pair') = (act IS NOT NULL)", name="ck_annotation_pair"),
        sa.CheckConstraint(
            "act IS NULL OR (left_claim IS NOT NULL AND right_claim IS NOT NULL)",
            name="ck_annotation_sides",
        ),
    )
    for name in INDEXED:
        op.create_index(f"ix_annotation_{name}", "annotation", [name])


def _create_mark() -> None:
    op.create_table(
        "claim_mark",
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("retracted", sa.Boolean(), nullable=False),
        sa.Column("read", DOCUMENT),
        sa.Column("signed", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_claim_mark"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_claim_mark_claim_id_claim", ondelete="RESTRICT"
        ),
    )


def _set_aside() -> None:
    """Keep the words beside the table that goes; names of constraints are free again."""
    op.execute("CREATE TABLE annotation_kept AS SELECT * FROM annotation")
    op.drop_table("annotation")


def _put_back(which: str = "") -> None:
    names = ", ".join(f'"{name}"' for name in OLD)
    op.execute(
        f"INSERT INTO annotation ({names}) SELECT {names} FROM annotation_kept{which}"  # noqa: S608 - our own names
    )
    op.drop_table("annotation_kept")


def upgrade() -> None:
    """Make room for what people say of one claim, keeping what they said."""
    _set_aside()
    _create_annotation()
    _put_back()
    _create_mark()


def downgrade() -> None:
    """Keep the words that the schema before could hold; claims stay as people made them."""
    op.drop_table("claim_mark")
    _set_aside()
    _create_old_annotation()
    _put_back(f" WHERE act IS NULL OR act IN ({ON_PAIRS})")
