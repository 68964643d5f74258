"""Who says it, where and when: the line under an answer, and the chain of speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.model import Genre, Rendition
from claims.report.correction import mark_words
from claims.report.identity import short_claim
from claims.report.layout import clean
from claims.report.wording import as_of_words, day_words, how_known, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.model import Claim, Speaker
    from claims.report.view import ArticleEntry, Entry, Publication


_TAKEN_BACK: Final = "taken back: said by"
_LEGENDS: Final = {
    Rendition.DIGEST: "[digest] marks words of a digest, not the outlet's own.",
    Rendition.TRANSLATION: "[translation] marks translated words, not the outlet's own.",
}


def author_words(article: Publication) -> str:
    """Name the authors, or say that they are unknown."""
    return clean(joined(article.authors)) or "author unknown"


def outlet_words(article: Publication) -> str:
    """Name the outlet, or say that it is unknown."""
    return clean(article.outlet or "outlet unknown")


def published_words(article: Publication) -> str:
    """Tell the day of publication and how it is known: "5 Apr 2021 (page data)"."""
    if article.published is None:
        return "date unknown"
    return f"{day_words(article.published)} ({how_known(article.published_known_by)})"


def added_words(entry: ArticleEntry) -> str:
    """Tell when an article was added and by whom: "2026-05-01, by Ana"."""
    by = f"by {clean(entry.added_by)}" if entry.added_by else "by nobody who signed"
    return f"{entry.added_at.date().isoformat()}, {by}"


def origin_words(entry: ArticleEntry) -> str:
    """Tell what an article was read from: "002.txt, 2,713 bytes (utf-8), by the reader text/1"."""
    source = entry.source
    if source is None:
        return "made by hand"
    file = f"{clean(source.file)}, " if source.file else ""
    return f"{file}{source.size:,} bytes ({source.encoding}), by the reader {source.reader}"


def article_words(article: Publication) -> str:
    """Tell an article in a line: author, genre, outlet, day and how that is known."""
    genre = "" if article.genre is Genre.UNKNOWN else f"{article.genre.value}, "
    return f"{author_words(article)} ({genre}{outlet_words(article)}), {published_words(article)}"


def file_words(article: Publication) -> str:
    """Name an article in the fewest words: its file, address, title or id."""
    return clean(article.file or article.address or article.title or article.id[:8])


def speaker_words(entry: Entry) -> str:
    """Tell who the article says says so.

    "citing The New York Times (not in this database), citing US officials", or "in the author's
    own words"; of what the article took back, "taken back: said by an earlier version of …".
    """
    if not entry.claim.speakers:
        return "in the author's own words"
    links = [f"citing {_link_words(link, entry)}" for link in entry.claim.speakers]
    if entry.claim.withdrawn:
        links[0] = f"{_TAKEN_BACK} {clean(entry.claim.speakers[0].name)}"
    return ", ".join(links)


def voice_words(entry: Entry) -> str:
    """Tell who says so, and what people made of the claim: "citing NATO, corrected by Ana (…)"."""
    return ", ".join(part for part in (speaker_words(entry), mark_words(entry.claim)) if part)


def _link_words(link: Speaker, entry: Entry) -> str:
    missing = " (not in this database)" if link.key in entry.absent else ""
    return clean(link.name) + missing


def short_speaker_words(entry: Entry) -> str:
    """Name the speaker alone: the chain, or else the authors or outlet themselves."""
    if entry.claim.speakers:
        return " citing ".join(_link_words(link, entry) for link in entry.claim.speakers)
    article = entry.article
    return clean(joined(article.authors) or article.outlet or file_words(article))


def time_words(claim: Claim, article: Publication) -> str:
    """Tell the time a statement is about, where that is not just the day it was published."""
    as_of = claim.scope.as_of
    words = as_of_words(as_of)
    if not words or (as_of.known_by == "published" and not claim.of_entry):
        return ""
    if article.published is not None and words == day_words(article.published):
        return ""
    return f"as of {words}"


def source_words(entry: Entry, article: Publication, *, same: bool = False) -> str:
    """Tell everything about where an answer stands, the claim's id last.

    Args:
        same: Whether the article is the one that was just told of.
    """
    parts = [
        "the same article" if same else article_words(article),
        time_words(entry.claim, article),
        voice_words(entry),
        "in a caption" if entry.claim.from_caption else "",
        "" if same else file_words(article),
        short_claim(entry.claim.id),
    ]
    return ", ".join(part for part in parts if part)


def wording_label(article: Publication) -> str:
    """Mark a quote whose words are not the outlet's own: "[digest]"; else nothing."""
    verbatim = article.rendition is Rendition.VERBATIM
    return "" if verbatim else f"[{article.rendition.value}]"


def wording_legend(articles: Iterable[Publication]) -> str:
    """Say once what the marks on quotes mean; nothing where there are none."""
    found = {article.rendition for article in articles} - {Rendition.VERBATIM}
    said = [_LEGENDS[rendition] for rendition in Rendition if rendition in found]
    return " ".join(said)
