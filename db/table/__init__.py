"""The tables, a coherent group a file, and their `Table` objects under upper-case names.

Statements elsewhere are written on these objects: they select and insert columns, never rows.
"""

from typing import Final

from db.table.annotation import AnnotationRow, ReviewRow
from db.table.article import (
    ArticleAliasRow,
    ArticleRow,
    GistRow,
    GistWordRow,
    OutletRow,
    RunRow,
    SketchRow,
    SourceRow,
    TextRow,
)
from db.table.base import Row, table_of
from db.table.capture import CaptureRow
from db.table.claim import (
    AliasRow,
    ClaimKeyRow,
    ClaimMarkRow,
    ClaimPartRow,
    ClaimRow,
    EntityRow,
    EventRow,
    ParticipationRow,
    SpeakerRow,
)
from db.table.edition import ClaimAliasRow, EditionRow
from db.table.finding import (
    AnswerClaimRow,
    AnswerRow,
    ClaimFlagRow,
    ConflictAliasRow,
    ConflictChangeRow,
    ConflictRow,
    QuestionRow,
)
from db.table.search import ClaimNameRow, DocumentRow, DocumentWordRow
from db.table.watch import WatchRow

METADATA: Final = Row.metadata

RUN: Final = table_of(RunRow)
OUTLET: Final = table_of(OutletRow)
TEXT: Final = table_of(TextRow)
GIST: Final = table_of(GistRow)
GIST_WORD: Final = table_of(GistWordRow)
SKETCH: Final = table_of(SketchRow)
ARTICLE: Final = table_of(ArticleRow)
ARTICLE_ALIAS: Final = table_of(ArticleAliasRow)
SOURCE: Final = table_of(SourceRow)
CAPTURE: Final = table_of(CaptureRow)
EDITION: Final = table_of(EditionRow)
CLAIM_ALIAS: Final = table_of(ClaimAliasRow)
ENTITY: Final = table_of(EntityRow)
ALIAS: Final = table_of(AliasRow)
EVENT: Final = table_of(EventRow)
CLAIM: Final = table_of(ClaimRow)
SPEAKER: Final = table_of(SpeakerRow)
PARTICIPATION: Final = table_of(ParticipationRow)
CLAIM_MARK: Final = table_of(ClaimMarkRow)
CLAIM_KEY: Final = table_of(ClaimKeyRow)
CLAIM_PART: Final = table_of(ClaimPartRow)
QUESTION: Final = table_of(QuestionRow)
ANSWER: Final = table_of(AnswerRow)
ANSWER_CLAIM: Final = table_of(AnswerClaimRow)
CONFLICT: Final = table_of(ConflictRow)
CONFLICT_ALIAS: Final = table_of(ConflictAliasRow)
CONFLICT_CHANGE: Final = table_of(ConflictChangeRow)
CLAIM_FLAG: Final = table_of(ClaimFlagRow)
ANNOTATION: Final = table_of(AnnotationRow)
REVIEW: Final = table_of(ReviewRow)
DOCUMENT: Final = table_of(DocumentRow)
DOCUMENT_WORD: Final = table_of(DocumentWordRow)
CLAIM_NAME: Final = table_of(ClaimNameRow)
WATCH: Final = table_of(WatchRow)

DERIVED: Final = frozenset({DOCUMENT.name, DOCUMENT_WORD.name, CLAIM_NAME.name})
"""Tables that are made from the others, by `db.write.index`."""
