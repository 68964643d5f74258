"""The database: tables, engine and sessions, every SELECT, every write, schema upgrade.

Names are looked up when they are first used, so that `import db` costs nothing: no database
library is loaded before a database is opened. `db.upgrade`, the only module that imports alembic,
is not among them: its functions are `upgrade`, `downgrade` and `status`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.backup import copy_database
    from db.conflict_identity import PreviousConflict
    from db.day import start_of
    from db.engine import Database, open_database
    from db.query.annotation import (
        annotations,
        annotations_by_id,
        get_annotation,
        passed_in_review,
        present_ids,
        statuses,
        words_on_claims,
        words_on_claims_of,
        words_on_pairs,
    )
    from db.query.article import (
        ArticleHead,
        added_at,
        article_heads,
        article_of_text,
        articles_on,
        get_article,
        get_text,
        heads_of,
        sketches_of,
    )
    from db.query.capture import captures_of, last_capture
    from db.query.change import (
        ConflictChange,
        changes_after,
        last_change,
        list_changes,
        net_changes,
    )
    from db.query.claim import (
        ClaimListing,
        claim_listings,
        claims_of_texts,
        events_of,
        extractors_of_text,
        flags_of,
        get_claim,
        ids_of_text,
        load_claims,
        load_events,
        quotes_of,
    )
    from db.query.edition import (
        Edition,
        articles_at,
        earlier_claims,
        earlier_texts,
        editions_of,
        present_claims,
        present_edition,
    )
    from db.query.finding import (
        StoredConflict,
        fellows_of,
        get_conflict,
        get_question,
        list_conflicts,
        list_questions,
        load_conflicts,
        questions_of,
        totals,
    )
    from db.query.gist import (
        gists_of,
        holders_anywhere,
        holders_in,
        texts_sharing,
        with_parts,
    )
    from db.query.integrity import (
        Misfit,
        broken_rules,
        list_ids,
        misfits_of_articles,
        misfits_of_claims,
        misfits_of_conflicts,
        misfits_of_events,
        misfits_of_words,
        questions_by_id,
        stored_body,
    )
    from db.query.name import names_of
    from db.query.orphan import find_orphans
    from db.query.page import ClaimPages, list_claims
    from db.query.publication import list_articles
    from db.query.run import runs_of_articles, runs_of_claims
    from db.query.search import Hit, search
    from db.query.source import Cited, cited_sources, outlet_names
    from db.query.watch import get_watch, list_watches
    from db.schema import State, Status
    from db.write.annotation import add_annotation, save_review
    from db.write.article import (
        Change,
        Saved,
        overwrite_article,
        remove_article,
        save_article,
        save_gist,
        save_run,
        save_sketch,
    )
    from db.write.capture import save_capture
    from db.write.change import is_changed
    from db.write.claim import replace_claims, save_claim
    from db.write.edition import (
        carry_conflicts,
        delete_keys,
        forget_claim_aliases,
        remove_edition,
        replace_edition,
        save_claim_aliases,
        save_keys,
    )
    from db.write.finding import (
        clear_findings,
        list_previous,
        replace_findings,
        save_findings,
        take_findings,
    )
    from db.write.watch import end_watch, save_watch

__all__ = [
    "ArticleHead",
    "Change",
    "Cited",
    "ClaimListing",
    "ClaimPages",
    "ConflictChange",
    "Database",
    "Edition",
    "Hit",
    "Misfit",
    "PreviousConflict",
    "Saved",
    "Session",
    "State",
    "Status",
    "StoredConflict",
    "add_annotation",
    "added_at",
    "annotations",
    "annotations_by_id",
    "article_heads",
    "article_of_text",
    "articles_at",
    "articles_on",
    "broken_rules",
    "captures_of",
    "carry_conflicts",
    "changes_after",
    "cited_sources",
    "claim_listings",
    "claims_of_texts",
    "clear_findings",
    "copy_database",
    "delete_keys",
    "earlier_claims",
    "earlier_texts",
    "editions_of",
    "end_watch",
    "events_of",
    "extractors_of_text",
    "fellows_of",
    "find_orphans",
    "flags_of",
    "forget_claim_aliases",
    "get_annotation",
    "get_article",
    "get_claim",
    "get_conflict",
    "get_question",
    "get_text",
    "get_watch",
    "gists_of",
    "heads_of",
    "holders_anywhere",
    "holders_in",
    "ids_of_text",
    "is_changed",
    "last_capture",
    "last_change",
    "list_articles",
    "list_changes",
    "list_claims",
    "list_conflicts",
    "list_ids",
    "list_previous",
    "list_questions",
    "list_watches",
    "load_claims",
    "load_conflicts",
    "load_events",
    "misfits_of_articles",
    "misfits_of_claims",
    "misfits_of_conflicts",
    "misfits_of_events",
    "misfits_of_words",
    "names_of",
    "net_changes",
    "open_database",
    "outlet_names",
    "overwrite_article",
    "passed_in_review",
    "present_claims",
    "present_edition",
    "present_ids",
    "questions_by_id",
    "questions_of",
    "quotes_of",
    "remove_article",
    "remove_edition",
    "replace_claims",
    "replace_edition",
    "replace_findings",
    "runs_of_articles",
    "runs_of_claims",
    "save_article",
    "save_capture",
    "save_claim",
    "save_claim_aliases",
    "save_findings",
    "save_gist",
    "save_keys",
    "save_review",
    "save_run",
    "save_sketch",
    "save_watch",
    "search",
    "sketches_of",
    "start_of",
    "statuses",
    "stored_body",
    "take_findings",
    "texts_sharing",
    "totals",
    "with_parts",
    "words_on_claims",
    "words_on_claims_of",
    "words_on_pairs",
]

_HOMES: Final = {
    "backup": ("copy_database",),
    "conflict_identity": ("PreviousConflict",),
    "day": ("start_of",),
    "engine": ("Database", "Session", "open_database"),
    "query.annotation": (
        "annotations",
        "annotations_by_id",
        "get_annotation",
        "passed_in_review",
        "present_ids",
        "statuses",
        "words_on_claims",
        "words_on_claims_of",
        "words_on_pairs",
    ),
    "query.article": (
        "ArticleHead",
        "added_at",
        "article_heads",
        "article_of_text",
        "articles_on",
        "get_article",
        "get_text",
        "heads_of",
        "sketches_of",
    ),
    "query.change": (
        "ConflictChange",
        "changes_after",
        "last_change",
        "list_changes",
        "net_changes",
    ),
    "query.edition": (
        "Edition",
        "articles_at",
        "earlier_claims",
        "earlier_texts",
        "editions_of",
        "present_claims",
        "present_edition",
    ),
    "query.orphan": ("find_orphans",),
    "query.capture": ("captures_of", "last_capture"),
    "query.claim": (
        "ClaimListing",
        "claim_listings",
        "claims_of_texts",
        "events_of",
        "extractors_of_text",
        "flags_of",
        "get_claim",
        "ids_of_text",
        "load_claims",
        "load_events",
        "quotes_of",
    ),
    "query.finding": (
        "StoredConflict",
        "fellows_of",
        "get_conflict",
        "get_question",
        "list_conflicts",
        "list_questions",
        "load_conflicts",
        "questions_of",
        "totals",
    ),
    "query.gist": (
        "gists_of",
        "holders_anywhere",
        "holders_in",
        "texts_sharing",
        "with_parts",
    ),
    "query.integrity": (
        "Misfit",
        "broken_rules",
        "list_ids",
        "misfits_of_articles",
        "misfits_of_claims",
        "misfits_of_conflicts",
        "misfits_of_events",
        "misfits_of_words",
        "questions_by_id",
        "stored_body",
    ),
    "query.name": ("names_of",),
    "query.page": ("ClaimPages", "list_claims"),
    "query.publication": ("list_articles",),
    "query.run": ("runs_of_articles", "runs_of_claims"),
    "query.search": ("Hit", "search"),
    "query.source": ("Cited", "cited_sources", "outlet_names"),
    "query.watch": ("get_watch", "list_watches"),
    "schema": ("State", "Status"),
    "write.annotation": ("add_annotation", "save_review"),
    "write.article": (
        "Change",
        "Saved",
        "overwrite_article",
        "remove_article",
        "save_article",
        "save_gist",
        "save_run",
        "save_sketch",
    ),
    "write.capture": ("save_capture",),
    "write.change": ("is_changed",),
    "write.claim": ("replace_claims", "save_claim"),
    "write.edition": (
        "carry_conflicts",
        "delete_keys",
        "forget_claim_aliases",
        "remove_edition",
        "replace_edition",
        "save_claim_aliases",
        "save_keys",
    ),
    "write.finding": (
        "clear_findings",
        "list_previous",
        "replace_findings",
        "save_findings",
        "take_findings",
    ),
    "write.watch": ("end_watch", "save_watch"),
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name from the module it lives in."""
    if name not in _HOME_OF:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found
