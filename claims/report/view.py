"""What a rendering is given: articles, claims, conflicts, questions and all that belongs to them.

The service fills these from the database; renderings only read them. Nothing here looks anything
up, so a rendering of the same views gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from claims.model import Between, Genre, KnownBy, Relation, Rendition, Support
from claims.report.provenance import Provenance

if TYPE_CHECKING:
    from claims.model import Annotation, Answer, Claim, Conflict, Event, Flag, Question, Source
    from claims.read import Unread
    from claims.report.hint import Hint
    from claims.report.passage import Passage


@dataclass(frozen=True, slots=True)
class Publication:
    """What is said of an article beside its claims; None where unknown."""

    id: str
    text_id: str
    file: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    genre: Genre = Genre.UNKNOWN
    rendition: Rendition = Rendition.VERBATIM
    published: str | None = None
    published_known_by: KnownBy = KnownBy.UNKNOWN
    address: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article as its listing shows it.

    Args:
        sha256: Hash of the bytes it was read from; None for one made by hand.
        characters: Length of its text in code points.
        claims: How many claims its text has.
        status: The latest verdict on the article, "open" or "disputed".
        words: What people said of it, oldest first.
        agencies: The news agencies that its text credits, where that was asked for.
        added_by: Who added it; empty where nobody signed.
        source: The bytes it was read from; None for one made by hand.
    """

    article: Publication
    sha256: str | None
    known_by: Mapping[str, KnownBy]
    characters: int
    claims: int
    added_at: datetime
    status: str = "open"
    words: tuple[Annotation, ...] = ()
    agencies: tuple[str, ...] = ()
    added_by: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with where it stands.

    Args:
        articles: Every article on its text, earliest published first; at least one.
        absent: Keys of the cited outlets that have no article in the database.
        status: The latest verdict on the claim, "open" or "disputed".
        notes: How many human words are on it.
    """

    claim: Claim
    articles: tuple[Publication, ...]
    flags: tuple[Flag, ...] = ()
    absent: frozenset[str] = frozenset()
    status: str = "open"
    notes: int = 0

    @property
    def article(self) -> Publication:
        """The earliest article that makes the claim."""
        return self.articles[0]


@dataclass(frozen=True, slots=True)
class Case:
    """A conflict, or a look-alike, with both sides and what people said of it.

    Args:
        status: What the verdicts that were given on the facts of now come to.
        words: All that people said, oldest first, corrected words among them.
        outdated: Ids of the words that were given on other facts.
    """

    conflict: Conflict
    left: Entry
    right: Entry
    question: str
    found_at: datetime | None = None
    status: str = "open"
    words: tuple[Annotation, ...] = ()
    outdated: frozenset[str] = frozenset()

    @property
    def relation(self) -> Relation:
        """How the two answers stand to each other."""
        return self.conflict.relation

    @property
    def between(self) -> Between:
        """Whether the sides stand in two articles or in one."""
        same = self.left.claim.text_id == self.right.claim.text_id
        return Between.ONE_ARTICLE if same else Between.ARTICLES


@dataclass(frozen=True, slots=True)
class Row:
    """One answer of a question, with the claims that give it; the first represents them.

    Args:
        origins: How many independent origins its articles have at most.
    """

    answer: Answer
    entries: tuple[Entry, ...]
    origins: int = 1

    @property
    def first(self) -> Entry:
        """The claim that represents the answer."""
        return self.entries[0]

    @property
    def articles(self) -> tuple[Publication, ...]:
        """Every article that gives the answer, each once, in order."""
        found = {article.id: article for entry in self.entries for article in entry.articles}
        return tuple(found.values())

    @property
    def support(self) -> Support:
        """How many articles and origins hold the answer."""
        return Support(len(self.articles), self.origins)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question with its answers, conflicts and look-alikes.

    Args:
        outdated: Ids of the words on the question that were given on other facts.
        origins: How many independent origins all its answers have at most.
        hints: Figures that are the sum of two others.
    """

    question: Question
    rows: tuple[Row, ...]
    cases: tuple[Case, ...] = ()
    look_alikes: tuple[Case, ...] = ()
    status: str = "open"
    words: tuple[Annotation, ...] = ()
    outdated: frozenset[str] = frozenset()
    origins: int = 1
    hints: tuple[Hint, ...] = ()

    @property
    def support(self) -> Support:
        """How many articles and origins answer the question."""
        articles = {article.id for row in self.rows for article in row.articles}
        return Support(len(articles), self.origins)

    def row_of(self, claim_id: str) -> Row | None:
        """Give the answer that a claim gives, None where it gives none here."""
        return next((row for row in self.rows if claim_id in row.answer.claims), None)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over the whole database.

    Args:
        tally: Pairs of answers considered, by relation.
        refusals: Pairs that were not comparable, by reason.
        between: Contradictions between two articles.
        inside: Contradictions inside one.
    """

    articles: int
    claims: int
    tally: Mapping[str, int] = field(default_factory=dict)
    refusals: Mapping[str, int] = field(default_factory=dict)
    between: int = 0
    inside: int = 0

    @property
    def considered(self) -> int:
        """How many pairs of answers were looked at."""
        return sum(self.tally.values())

    def of(self, relation: Relation) -> int:
        """How many pairs of answers stand in a relation."""
        return self.tally.get(relation.value, 0)


@dataclass(frozen=True, slots=True)
class Docket:
    """The conflicts a listing shows: by question, then one by one.

    Args:
        cases: Conflicts, the highest rank first.
        look_alikes: What only looks like a conflict, the highest rank first.
        others: Agreements and compatible answers, where they were asked for.
        sheets: The questions of the above, by id.
        gone: What people said of conflicts that are no longer detected, oldest first.
        narrowed: Whether a filter was set, so that the sums count more than is shown.
    """

    cases: tuple[Case, ...]
    look_alikes: tuple[Case, ...]
    others: tuple[Case, ...]
    sheets: Mapping[str, Sheet]
    sums: Sums
    gone: tuple[Annotation, ...] = ()
    narrowed: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that a report tells of.

    Args:
        docket: Conflicts, look-alikes and sums.
        sheets: The ledger of every question, those in conflict first.
        articles: Every article, earliest published first.
        notes: What people said of claims, with the claim.
        narrowed_to: The filter that was set, in words; empty for none.
        filters: The same, by the name of each filter.
        passages: The paragraphs of the quotes in conflicts and look-alikes, by claim.
        said: All that people said of claims, by claim, oldest first; also of those that `notes`
            leaves out because of the filter.
        hidden_words: How many words of people are left out because they are internal; None where
            such words are told.
        provenance: How all this came to be, for the forms that tell it.
        unread: Sentences that look checkable and gave no claim, by text.
    """

    docket: Docket
    sheets: tuple[Sheet, ...]
    articles: tuple[ArticleEntry, ...]
    notes: tuple[tuple[Entry, Annotation], ...] = ()
    said: Mapping[str, tuple[Annotation, ...]] = field(default_factory=dict)
    narrowed_to: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    hidden_words: int | None = 0
    provenance: Provenance = field(default_factory=Provenance)
    unread: Mapping[str, tuple[Unread, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event across articles, and what is said of a party's part in it.

    Args:
        events: The event as each text tells it.
        entries: The claims about the party, in reading order.
        origins: How many independent origins its articles have at most.
    """

    events: tuple[Event, ...]
    entries: tuple[Entry, ...]
    origins: int = 1

    @property
    def support(self) -> Support:
        """How many articles and origins tell of it."""
        articles = {article.id for entry in self.entries for article in entry.articles}
        return Support(len(articles), self.origins)
