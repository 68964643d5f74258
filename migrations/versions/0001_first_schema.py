"""The first schema: articles, claims, questions, conflicts and what people say of them.

Plain operations only: no model classes, so that it still means the same in years to come.
"""

from collections.abc import Callable
from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WORDS: Final = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT: Final = sa.JSON()
INSTANT: Final = sa.DateTime(timezone=True)

KINDS: Final = "'quantity', 'date', 'participants', 'actor', 'place', 'polarity', 'attribution'"
RELATIONS: Final = (
    "'contradiction', 'update', 'omission', 'different_scope', 'compatible', 'agreement',"
    " 'not_comparable'"
)
CERTAINTIES: Final = "'asserted', 'hedged', 'planned', 'conditional'"


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """Point to a row that may not be deleted before this one."""
    name = f"fk_{table}_{column}_{target.partition('.')[0]}"
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete="RESTRICT")


def _create_annotation() -> None:
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


def _create_article_alias() -> None:
    op.create_table(
        "article_alias",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("article_id", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article_alias"),
        sa.CheckConstraint("length(id) = 64", name="ck_article_alias_id_length"),
        sa.CheckConstraint("length(article_id) = 64", name="ck_article_alias_article_id_length"),
    )
    op.create_index("ix_article_alias_article_id", "article_alias", ["article_id"])


def _create_conflict_alias() -> None:
    op.create_table(
        "conflict_alias",
        sa.Column("pair_id", WORDS, nullable=False),
        sa.Column("conflict_id", WORDS, nullable=False),
        sa.Column("found_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("pair_id", name="pk_conflict_alias"),
        sa.CheckConstraint("length(pair_id) = 64", name="ck_conflict_alias_pair_id_length"),
        sa.CheckConstraint("length(conflict_id) = 64", name="ck_conflict_alias_conflict_id_length"),
    )
    op.create_index("ix_conflict_alias_conflict_id", "conflict_alias", ["conflict_id"])


def _create_entity() -> None:
    op.create_table(
        "entity",
        sa.Column("key", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_entity"),
    )


def _create_outlet() -> None:
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("folded", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outlet"),
        sa.UniqueConstraint("name", name="uq_outlet_name"),
    )
    op.create_index("ix_outlet_folded", "outlet", ["folded"])


def _create_question() -> None:
    op.create_table(
        "question",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("folded", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("events", DOCUMENT, nullable=False),
        sa.Column("tally", DOCUMENT, nullable=False),
        sa.Column("refusals", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
        sa.CheckConstraint("length(id) = 64", name="ck_question_id_length"),
        sa.CheckConstraint(f"kind IN ({KINDS})", name="ck_question_kind"),
    )


def _create_run() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("program", WORDS, nullable=False),
        sa.Column("extractor", WORDS, nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )


def _create_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("question_id", WORDS, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", DOCUMENT, nullable=False),
        sa.Column("as_of_from", WORDS),
        sa.Column("as_of_to", WORDS),
        sa.Column("as_of_known_by", WORDS, nullable=False),
        sa.Column("certainty", WORDS, nullable=False),
        sa.Column("polarity", WORDS, nullable=False),
        sa.Column("speaker", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
        _reference("answer", "question_id", "question.id"),
        sa.CheckConstraint(f"certainty IN ({CERTAINTIES})", name="ck_answer_certainty"),
        sa.CheckConstraint("polarity IN ('affirmed', 'denied')", name="ck_answer_polarity"),
        sa.CheckConstraint("position >= 0", name="ck_answer_position"),
    )
    op.create_index("ix_answer_question_id", "answer", ["question_id"])


def _create_text() -> None:
    op.create_table(
        "text",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_text"),
        _reference("text", "run_id", "run.id"),
        sa.CheckConstraint("length(id) = 64", name="ck_text_id_length"),
        sa.CheckConstraint(
            "characters > 0 AND characters = length(body)", name="ck_text_characters"
        ),
    )


def _create_alias() -> None:
    op.create_table(
        "alias",
        sa.Column("entity_key", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("text_id", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("entity_key", "name", "text_id", name="pk_alias"),
        _reference("alias", "entity_key", "entity.key"),
        _reference("alias", "text_id", "text.id"),
    )
    op.create_index("ix_alias_text_id", "alias", ["text_id"])


def _create_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("text_id", WORDS, nullable=False),
        sa.Column("title", WORDS),
        sa.Column("authors", DOCUMENT, nullable=False),
        sa.Column("folded_title", WORDS, nullable=False),
        sa.Column("folded_authors", WORDS, nullable=False),
        sa.Column("outlet_id", sa.Integer()),
        sa.Column("genre", WORDS, nullable=False),
        sa.Column("published", WORDS),
        sa.Column("published_from", WORDS),
        sa.Column("published_to", WORDS),
        sa.Column("address", WORDS),
        sa.Column("file", WORDS),
        sa.Column("language", WORDS),
        sa.Column("rendition", WORDS, nullable=False),
        sa.Column("known_by", DOCUMENT, nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        _reference("article", "outlet_id", "outlet.id"),
        _reference("article", "run_id", "run.id"),
        _reference("article", "text_id", "text.id"),
        sa.CheckConstraint("length(id) = 64", name="ck_article_id_length"),
        sa.CheckConstraint(
            "genre IN ('news', 'opinion', 'editorial', 'agency', 'statement', 'unknown')",
            name="ck_article_genre",
        ),
        sa.CheckConstraint(
            "rendition IN ('verbatim', 'digest', 'translation')", name="ck_article_rendition"
        ),
        sa.CheckConstraint("published_from <= published_to", name="ck_article_published"),
    )
    op.create_index("ix_article_address", "article", ["address"])
    op.create_index("ix_article_outlet_id", "article", ["outlet_id"])
    op.create_index("ix_article_published_from", "article", ["published_from"])
    op.create_index("ix_article_text_id", "article", ["text_id"])


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("text_id", WORDS, nullable=False),
        sa.Column("anchor_start", sa.Integer(), nullable=False),
        sa.Column("anchor_end", sa.Integer(), nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("place", WORDS),
        sa.Column("hosts", DOCUMENT, nullable=False),
        sa.Column("proposers", DOCUMENT, nullable=False),
        sa.Column("parties", DOCUMENT, nullable=False),
        sa.Column("on_from", WORDS),
        sa.Column("on_to", WORDS),
        sa.Column("on_known_by", WORDS, nullable=False),
        sa.Column("month_day", WORDS),
        sa.Column("ordinal", sa.Integer()),
        sa.Column("state", WORDS, nullable=False),
        sa.Column("mentions", DOCUMENT, nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        _reference("event", "run_id", "run.id"),
        _reference("event", "text_id", "text.id"),
        sa.CheckConstraint("length(id) = 64", name="ck_event_id_length"),
        sa.CheckConstraint(
            "anchor_start >= 0 AND anchor_end > anchor_start", name="ck_event_anchor"
        ),
    )
    op.create_index("ix_event_text_id", "event", ["text_id"])


def _create_claim() -> None:
    op.create_table(
        "claim",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("text_id", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("role", WORDS, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("quote", WORDS, nullable=False),
        sa.Column("anchor_start", sa.Integer(), nullable=False),
        sa.Column("anchor_end", sa.Integer(), nullable=False),
        sa.Column("subject", WORDS, nullable=False),
        sa.Column("attribute", WORDS, nullable=False),
        sa.Column("value_type", WORDS, nullable=False),
        sa.Column("value", DOCUMENT, nullable=False),
        sa.Column("value_low", sa.Float()),
        sa.Column("value_high", sa.Float()),
        sa.Column("value_from", WORDS),
        sa.Column("value_to", WORDS),
        sa.Column("polarity", WORDS, nullable=False),
        sa.Column("certainty", WORDS, nullable=False),
        sa.Column("party", WORDS, nullable=False),
        sa.Column("event_id", WORDS),
        sa.Column("head", WORDS, nullable=False),
        sa.Column("scope", DOCUMENT, nullable=False),
        sa.Column("as_of_from", WORDS),
        sa.Column("as_of_to", WORDS),
        sa.Column("as_of_known_by", WORDS, nullable=False),
        sa.Column("weak", sa.Boolean(), nullable=False),
        sa.Column("evidence", DOCUMENT, nullable=False),
        sa.Column("extractor", WORDS, nullable=False),
        sa.Column("folded", WORDS, nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        _reference("claim", "event_id", "event.id"),
        _reference("claim", "run_id", "run.id"),
        _reference("claim", "text_id", "text.id"),
        sa.CheckConstraint("length(id) = 64", name="ck_claim_id_length"),
        sa.CheckConstraint(f"kind IN ({KINDS})", name="ck_claim_kind"),
        sa.CheckConstraint("polarity IN ('affirmed', 'denied')", name="ck_claim_polarity"),
        sa.CheckConstraint(f"certainty IN ({CERTAINTIES})", name="ck_claim_certainty"),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name="ck_claim_span"),
        sa.CheckConstraint(
            "anchor_start >= 0 AND anchor_end > anchor_start", name="ck_claim_anchor"
        ),
        sa.CheckConstraint("length(quote) = span_end - span_start", name="ck_claim_quote_length"),
        sa.CheckConstraint("value_low <= value_high", name="ck_claim_amount"),
        sa.CheckConstraint("value_from <= value_to", name="ck_claim_days"),
    )
    op.create_index("ix_claim_event_id", "claim", ["event_id"])
    op.create_index("ix_claim_text_id", "claim", ["text_id"])


def _create_source() -> None:
    op.create_table(
        "source",
        sa.Column("article_id", WORDS, nullable=False),
        sa.Column("file", WORDS),
        sa.Column("sha256", WORDS, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("reader", WORDS, nullable=False),
        sa.Column("encoding", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_source"),
        _reference("source", "article_id", "article.id"),
        sa.CheckConstraint("length(sha256) = 64", name="ck_source_sha256_length"),
        sa.CheckConstraint("size >= 0", name="ck_source_size"),
    )
    op.create_index("ix_source_sha256", "source", ["sha256"])


def _create_answer_claim() -> None:
    op.create_table(
        "answer_claim",
        sa.Column("answer_id", WORDS, nullable=False),
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("answer_id", "claim_id", name="pk_answer_claim"),
        _reference("answer_claim", "answer_id", "answer.id"),
        _reference("answer_claim", "claim_id", "claim.id"),
        sa.CheckConstraint("position >= 0", name="ck_answer_claim_position"),
    )
    op.create_index("ix_answer_claim_claim_id", "answer_claim", ["claim_id"])


def _create_claim_key() -> None:
    op.create_table(
        "claim_key",
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("key", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "key", name="pk_claim_key"),
        _reference("claim_key", "claim_id", "claim.id"),
    )
    op.create_index("ix_claim_key_key", "claim_key", ["key"])


def _create_conflict() -> None:
    op.create_table(
        "conflict",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("relation", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("rule", WORDS, nullable=False),
        sa.Column("reason", WORDS, nullable=False),
        sa.Column("rank", sa.Float(), nullable=False),
        sa.Column("question_id", WORDS, nullable=False),
        sa.Column("left_claim", WORDS, nullable=False),
        sa.Column("right_claim", WORDS, nullable=False),
        sa.Column("left_articles", sa.Integer(), nullable=False),
        sa.Column("left_origins", sa.Integer(), nullable=False),
        sa.Column("right_articles", sa.Integer(), nullable=False),
        sa.Column("right_origins", sa.Integer(), nullable=False),
        sa.Column("found_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conflict"),
        _reference("conflict", "left_claim", "claim.id"),
        _reference("conflict", "question_id", "question.id"),
        _reference("conflict", "right_claim", "claim.id"),
        sa.CheckConstraint("length(id) = 64", name="ck_conflict_id_length"),
        sa.CheckConstraint(f"relation IN ({RELATIONS})", name="ck_conflict_relation"),
        sa.CheckConstraint(f"kind IN ({KINDS})", name="ck_conflict_kind"),
        sa.CheckConstraint(
            "left_articles >= 0 AND right_articles >= 0", name="ck_conflict_articles"
        ),
        sa.CheckConstraint("left_origins >= 0 AND right_origins >= 0", name="ck_conflict_origins"),
    )
    op.create_index("ix_conflict_left_claim", "conflict", ["left_claim"])
    op.create_index("ix_conflict_question_id", "conflict", ["question_id"])
    op.create_index("ix_conflict_right_claim", "conflict", ["right_claim"])


def _create_participation() -> None:
    op.create_table(
        "participation",
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entity_key", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("polarity", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_participation"),
        _reference("participation", "claim_id", "claim.id"),
        _reference("participation", "entity_key", "entity.key"),
        sa.CheckConstraint("polarity IN ('affirmed', 'denied')", name="ck_participation_polarity"),
        sa.CheckConstraint("position >= 0", name="ck_participation_position"),
    )
    op.create_index("ix_participation_entity_key", "participation", ["entity_key"])


def _create_speaker() -> None:
    op.create_table(
        "speaker",
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("span_start", sa.Integer()),
        sa.Column("span_end", sa.Integer()),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_speaker"),
        _reference("speaker", "claim_id", "claim.id"),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name="ck_speaker_span"),
        sa.CheckConstraint("position >= 0", name="ck_speaker_position"),
    )
    op.create_index("ix_speaker_key", "speaker", ["key"])


def _create_claim_flag() -> None:
    op.create_table(
        "claim_flag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", WORDS, nullable=False),
        sa.Column("word", WORDS, nullable=False),
        sa.Column("conflict_id", WORDS),
        sa.Column("relation", WORDS),
        sa.Column("sides", WORDS),
        sa.PrimaryKeyConstraint("id", name="pk_claim_flag"),
        _reference("claim_flag", "claim_id", "claim.id"),
        _reference("claim_flag", "conflict_id", "conflict.id"),
        sa.CheckConstraint(
            "word IN ('contradicted', 'updated', 'lists differ', 'look-alike', 'agrees',"
            " 'only source')",
            name="ck_claim_flag_word",
        ),
        sa.CheckConstraint(f"relation IN ({RELATIONS})", name="ck_claim_flag_relation"),
        sa.CheckConstraint("sides IN ('articles', 'one_article')", name="ck_claim_flag_sides"),
    )
    op.create_index("ix_claim_flag_claim_id", "claim_flag", ["claim_id"])
    op.create_index("ix_claim_flag_conflict_id", "claim_flag", ["conflict_id"])


TABLES: Final[dict[str, Callable[[], None]]] = {
    "annotation": _create_annotation,
    "article_alias": _create_article_alias,
    "conflict_alias": _create_conflict_alias,
    "entity": _create_entity,
    "outlet": _create_outlet,
    "question": _create_question,
    "run": _create_run,
    "answer": _create_answer,
    "text": _create_text,
    "alias": _create_alias,
    "article": _create_article,
    "event": _create_event,
    "claim": _create_claim,
    "source": _create_source,
    "answer_claim": _create_answer_claim,
    "claim_key": _create_claim_key,
    "conflict": _create_conflict,
    "participation": _create_participation,
    "speaker": _create_speaker,
    "claim_flag": _create_claim_flag,
}
"""How each table is made, those that others point to first."""


def upgrade() -> None:
    """Make every table."""
    for create in TABLES.values():
        create()


def downgrade() -> None:
    """Drop every table, and what people said with them."""
    for name in reversed(TABLES):
        op.drop_table(name)
