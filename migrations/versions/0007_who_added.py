"""Who ran the program: so that a report can tell who added each article.

On SQLite the table is made anew around its rows, so that it is worded like a new one. Plain
operations only: no model classes, so that it still means the same in years to come.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")
OLD: Final = "id, program, extractor, started_at"


def _by() -> sa.Column[str]:
    return sa.Column("by", WORDS, nullable=True)


def _make_anew(*columns: sa.Column[str]) -> None:
    """Make the table again, with some columns more than it began with, around its rows."""
    op.execute(f"CREATE TABLE run_before AS SELECT {OLD} FROM run")  # noqa: S608 - fixed words
    op.drop_table("run")
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("program", WORDS, nullable=False),
        sa.Column("extractor", WORDS, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )
    op.execute(f"INSERT INTO run ({OLD}) SELECT {OLD} FROM run_before")  # noqa: S608 - fixed words
    op.drop_table("run_before")


def upgrade() -> None:
    """Add the column; of runs before it nobody is known."""
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(_by())
    else:
        op.add_column("run", _by())


def downgrade() -> None:
    """Drop it."""
    if op.get_bind().dialect.name == "sqlite":
        _make_anew()
    else:
        op.drop_column("run", "by")
