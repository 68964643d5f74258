"""What a word may say: sides, sources, corrections, claims joined and set apart; what changed.

Every word that is stored stays as it was said: the table is made anew around its rows, because
SQLite cannot change a constraint. Plain operations only: no model classes, so that it still means
the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT: Final = sa.JSON(none_as_null=True)
INSTANT: Final = sa.DateTime(timezone=True)
OLD: Final = ("id", "target", "target_id", "by", "at", "note", "tags", "verdict", "reason", "seen")
HASHES: Final = ("id", "target_id", "supersedes", "left_claim", "right_claim")
INDEXED: Final = ("target_id", "supersedes", "left_claim", "right_claim")


def _create_annotation() -> None:
    lengths = (
        sa.CheckConstraint(f"length({name}) = 64", name=f"ck_annotation_{name}_length")
        for name in HASHES
    )
    op.create_table(
        "annotation",
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
        sa.PrimaryKeyConstraint("id", name="pk_annotation"),
        *lengths,
        sa.CheckConstraint(
            "target IN ('article', 'claim', 'question', 'conflict', 'pair')",
            name="ck_annotation_target",
        ),
        sa.CheckConstraint(
            "verdict IN ('open', 'confirmed', 'explained', 'dismissed', 'needs-source', 'settled')",
            name="ck_annotation_verdict",
        ),
        sa.CheckConstraint(
            "favour IN ('left', 'right', 'both', 'neither')", name="ck_annotation_favour"
        ),
        sa.CheckConstraint(
            "act IN ('same', 'apart', 'contradict', 'free')", name="ck_annotation_act"
        ),
        sa.CheckConstraint(
            "verdict <> 'settled' OR (favour IS NOT NULL AND source <> '')",
            name="ck_annotation_settled",
        ),
        sa.CheckConstraint("(target = 'pair') = (act IS NOT NULL)", name="ck_annotation_pair"),
        sa.CheckConstraint(
            "act IS NULL OR (left_claim IS NOT NULL AND right_claim IS NOT NULL)",
            name="ck_annotation_sides",
        ),
    )
    for name in INDEXED:
        op.create_index(f"ix_annotation_{name}", "annotation", [name])


def _create_old_annotation() -> None:
    op.create_table(
        "annotation",
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
        sa.PrimaryKeyConstraint("id", name="pk_annotation"),
        sa.CheckConstraint("length(id) = 64", name="ck_annotation_id_length"),
        sa.CheckConstraint("length(target_id) = 64", name="ck_annotation_target_id_length"),
        sa.CheckConstraint(
            "target IN ('article', 'claim', 'question', 'conflict')", name="ck_annotation_target"
        ),
        sa.CheckConstraint(
            "verdict IN ('open', 'confirmed', 'explained', 'dismissed', 'needs-source')",
            name="ck_annotation_verdict",
        ),
    )
    op.create_index("ix_annotation_target_id", "annotation", ["target_id"])


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _set_aside() -> None:
    """Keep the words beside the table that goes; names of constraints are free again."""
    op.execute("CREATE TABLE annotation_kept AS SELECT * FROM annotation")
    op.drop_table("annotation")


def _create_review() -> None:
    op.create_table(
        "review",
        sa.Column("by", WORDS, nullable=False),
        sa.Column("second", sa.Boolean(), nullable=False),
        sa.Column("passed", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("by", "second", name="pk_review"),
    )


def _create_conflict_change() -> None:
    op.create_table(
        "conflict_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conflict_id", WORDS, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("was", DOCUMENT),
        sa.Column("now", DOCUMENT),
        sa.PrimaryKeyConstraint("id", name="pk_conflict_change"),
        sa.CheckConstraint(
            "length(conflict_id) = 64", name="ck_conflict_change_conflict_id_length"
        ),
        sa.CheckConstraint(
            "was IS NOT NULL OR now IS NOT NULL", name="ck_conflict_change_something"
        ),
    )
    op.create_index("ix_conflict_change_conflict_id", "conflict_change", ["conflict_id"])
    op.create_index("ix_conflict_change_at", "conflict_change", ["at"])


def upgrade() -> None:
    """Make room for what people say, keeping what they said."""
    _set_aside()
    _create_annotation()
    op.execute(
        f"INSERT INTO annotation ({_quoted(OLD)}, source, is_internal)"  # noqa: S608 - our own names
        f" SELECT {_quoted(OLD)}, '', false FROM annotation_kept"
    )
    op.drop_table("annotation_kept")
    _create_review()
    _create_conflict_change()


def downgrade() -> None:
    """Keep the words that the schema before could hold."""
    op.drop_table("conflict_change")
    op.drop_table("review")
    _set_aside()
    _create_old_annotation()
    op.execute(
        f"INSERT INTO annotation ({_quoted(OLD)})"  # noqa: S608 - our own names
        f" SELECT {_quoted(OLD)} FROM annotation_kept"
        " WHERE target <> 'pair' AND (verdict IS NULL OR verdict <> 'settled')"
    )
    op.drop_table("annotation_kept")
