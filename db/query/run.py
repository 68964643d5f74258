"""Which run of the program made a row."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import Select, Table, select
from sqlalchemy.orm import Session

from claims.model import Run
from db.statement import GIVEN, select_rows
from db.table import ARTICLE, CLAIM, RUN


def _statement(table: Table) -> Select[tuple[str, str, str, object]]:
    columns = table.c.id, RUN.c.program, RUN.c.extractor, RUN.c.started_at
    joined = select(*columns).join(RUN, RUN.c.id == table.c.run_id)
    return joined.where(table.c.id.in_(GIVEN))


_OF_ARTICLES: Final = _statement(ARTICLE)
_OF_CLAIMS: Final = _statement(CLAIM)


def runs_of_articles(session: Session, article_ids: Collection[str]) -> dict[str, Run]:
    """Give the runs that read articles, by article; unknown ids are left out."""
    return _runs(session, article_ids, _OF_ARTICLES)


def runs_of_claims(session: Session, claim_ids: Collection[str]) -> dict[str, Run]:
    """Give the runs that took claims out of their texts, by claim; unknown ids are left out."""
    return _runs(session, claim_ids, _OF_CLAIMS)


def _runs(
    session: Session, ids: Collection[str], statement: Select[tuple[str, str, str, object]]
) -> dict[str, Run]:
    rows = select_rows(session, set(ids), statement)
    return {row.id: Run(row.program, row.extractor, row.started_at) for row in rows}
