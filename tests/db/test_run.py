"""Which run of the program made a row."""

from __future__ import annotations

from claims.model import Run
from db import replace_claims, runs_of_articles, runs_of_claims, save_run
from db.engine import Database
from tests.db.sample import LATER, RUN, make_article, make_claim, store


def test_the_runs_of_articles_and_claims_are_told_apart(database: Database) -> None:
    """A text that was read again has claims of a later run; unknown ids are left out."""
    article = make_article()
    claim = make_claim(article.text)
    later = Run("1.1", "rules/2", LATER)
    with database.write() as session:
        store(session, article)
        run_id = save_run(session, later)
        replace_claims(session, article.text.id, [claim], [], {claim.id: ["k"]}, {}, run_id)
    with database.read() as session:
        assert runs_of_articles(session, [article.id, "0" * 64]) == {article.id: RUN}
        assert runs_of_claims(session, [claim.id, article.id]) == {claim.id: later}
        assert runs_of_claims(session, []) == {}
