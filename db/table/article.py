"""Tables of what was read: runs, outlets, texts, articles and the bytes they came from."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from claims.model import Genre, Rendition
from db.table.base import Row, document, is_hash, one_of, packed, reference, words


class RunRow(Row, table=True):
    """One run of the program that produced rows; `by` is who ran it, NULL where nobody signed."""

    __tablename__ = "run"

    id: int | None = Field(default=None, primary_key=True)
    program: str = words()
    extractor: str = words()
    started_at: datetime
    by: str | None = words(default=None)


class OutletRow(Row, table=True):
    """One outlet; `folded` is its name case folded, to look it up by."""

    __tablename__ = "outlet"

    id: int | None = Field(default=None, primary_key=True)
    name: str = words(unique=True)
    folded: str = words(index=True)


class TextRow(Row, table=True):
    """One text; its id is the SHA-256 of its body."""

    __tablename__ = "text"
    __table_args__ = (
        is_hash("id"),
        CheckConstraint("characters > 0 AND characters = length(body)", name="characters"),
    )

    id: str = words(primary_key=True)
    body: str = words()
    characters: int
    added_at: datetime
    run_id: int = Field(foreign_key="run.id", ondelete="RESTRICT")


class SketchRow(Row, table=True):
    """The wording of a text, to tell what was copied from it; none for one read before 0002."""

    __tablename__ = "sketch"
    __table_args__ = (CheckConstraint("runs >= 0", name="runs"),)

    text_id: str = reference("text.id", index=False, primary_key=True)
    runs: int
    shingles: bytes = packed()
    passages: bytes = packed()
    agencies: list[str] = document()


class GistRow(Row, table=True):
    """What one text is about: its most telling words, and the weekdays it names."""

    __tablename__ = "gist"

    text_id: str = reference("text.id", index=False, primary_key=True)
    telling: list[str] = document()
    weekdays: list[int] = document()


class GistWordRow(Row, table=True):
    """One word by which a text is found beside others of its story."""

    __tablename__ = "gist_word"

    text_id: str = reference("text.id", index=False, primary_key=True)
    word: str = words(primary_key=True, index=True)


class ArticleRow(Row, table=True):
    """One publication of one text.

    `published` is the day as printed; `published_from` and `published_to` the days it leaves
    open, for ranges. The folded columns hold title and authors case folded, an author a line.
    """

    __tablename__ = "article"
    __table_args__ = (
        is_hash("id"),
        one_of("genre", Genre),
        one_of("rendition", Rendition),
        CheckConstraint("published_from <= published_to", name="published"),
    )

    id: str = words(primary_key=True)
    text_id: str = reference("text.id")
    title: str | None = words(default=None)
    authors: list[str] = document()
    folded_title: str = words()
    folded_authors: str = words()
    outlet_id: int | None = Field(
        default=None, foreign_key="outlet.id", ondelete="RESTRICT", index=True
    )
    genre: str = words()
    published: str | None = words(default=None)
    published_from: str | None = words(default=None, index=True)
    published_to: str | None = words(default=None)
    address: str | None = words(default=None, index=True)
    file: str | None = words(default=None)
    language: str | None = words(default=None)
    rendition: str = words()
    known_by: dict[str, str] = document()
    added_at: datetime
    updated_at: datetime
    run_id: int = Field(foreign_key="run.id", ondelete="RESTRICT")


class ArticleAliasRow(Row, table=True):
    """A former id of an article, from before its address was known.

    People may have annotated that id, so it is never deleted and points without a foreign key.
    """

    __tablename__ = "article_alias"
    __table_args__ = (is_hash("id"), is_hash("article_id"))

    id: str = words(primary_key=True)
    article_id: str = words(index=True)


class SourceRow(Row, table=True):
    """The bytes an article was read from."""

    __tablename__ = "source"
    __table_args__ = (is_hash("sha256"), CheckConstraint("size >= 0", name="size"))

    article_id: str = reference("article.id", index=False, primary_key=True)
    file: str | None = words(default=None)
    sha256: str = words(index=True)
    size: int
    reader: str = words()
    encoding: str = words()
    remarks: dict[str, str] | None = document(default=None)
