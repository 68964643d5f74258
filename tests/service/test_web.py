"""Articles by address: fetched, kept with a copy, asked for again, and removed with it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import func, select

import db
from claims.errors import InputError, NotFound
from claims.fetch import Manners
from claims.model import Address, KnownBy
from claims.service.added import Added
from claims.service.library import add_articles
from claims.service.removal import remove_article
from claims.service.web import list_copies, write_copy
from db.table import CAPTURE
from tests.fetch import site as web
from tests.fetch.site import PAGE, Site, running_site

if TYPE_CHECKING:
    from db import Database

pytestmark = pytest.mark.usefixtures("remembered")

NEAR: Final = Manners(delay_s=0, attempts=1, timeout_s=5, allow_private=True)
TEXT: Final = b"Gates shut at Osk\n\nThe ministry said that nine people died when the gate broke.\n"


def add(database: Database, site: Site, *paths: str, manners: Manners = NEAR) -> list[Added]:
    """Add what stands at some paths of a site."""
    places = [Address(site.root + path) for path in paths]
    return add_articles(database, places, manners=manners)


def kept(database: Database) -> int:
    """Count the copies that are kept."""
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(CAPTURE)) or 0


def test_an_address_becomes_an_article_with_a_copy(empty: Database) -> None:
    """The copy has the hash that the article's source has, and the claims stand in its text."""
    with running_site({"/gates": web.page()}) as site:
        (added,) = add(empty, site, "/gates")
    article = added.article
    assert article is not None
    assert (article.title, article.authors) == ("Gates shut at Osk", ("Ann Example",))
    assert (article.address, article.file) == (f"{site.root}/gates", None)
    assert article.source is not None
    copies = list_copies(empty, article.id)
    (copy,) = copies.captures
    assert copy.body == PAGE
    assert copy.sha256 == article.source.sha256 == hashlib.sha256(PAGE).hexdigest()
    with empty.read() as session:
        claims = db.claims_of_texts(session, [article.text.id])
    assert claims
    assert all(article.text.body[c.span.start : c.span.end] == c.quote for c in claims)


def test_what_still_stands_is_not_sent_again(empty: Database) -> None:
    """The copy is seen again, the article unchanged."""
    with running_site({"/a": web.cached}) as site:
        (first,) = add(empty, site, "/a")
        (second,) = add(empty, site, "/a")
        assert site.asked[-1].headers["If-None-Match"] == '"one"'
    assert (first.outcome, second.outcome) == ("added", "unchanged")
    assert second.article is not None
    (copy,) = list_copies(empty, second.article.id).captures
    assert copy.seen_at > copy.fetched_at


def test_another_text_at_the_address_is_a_new_version(empty: Database) -> None:
    """Both copies are kept."""
    with running_site({"/a": web.page()}) as site:
        add(empty, site, "/a")
        port = site.port
    later = PAGE.replace(b"12 people", b"14 people")
    with running_site({"/a": web.page(later)}, port) as site:
        (added,) = add(empty, site, "/a")
    assert added.succession is not None
    assert added.article is not None
    bodies = [copy.body for copy in list_copies(empty, added.article.id).captures]
    assert bodies == [PAGE, later]


def test_one_bad_address_does_not_hold_up_the_rest(empty: Database, tmp_path: Path) -> None:
    """Nor does it hold up files between them."""
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    with running_site({"/a": web.page(), "/cut": web.cut_short}) as site:
        places: list[Path | Address] = [
            Address(f"{site.root}/gone"),
            file,
            Address(f"{site.root}/cut"),
            Address(f"{site.root}/a"),
        ]
        found = add_articles(empty, places, manners=NEAR)
    assert [one.outcome for one in found] == ["failed", "added", "failed", "added"]
    assert str(found[0].error).startswith(f"{site.root}/gone: there is no page there")
    assert kept(empty) == 1


def test_networks_that_are_not_public_are_closed_by_default(empty: Database) -> None:
    """And nothing is asked there."""
    with running_site({"/a": web.page()}) as site:
        (found,) = add(empty, site, "/a", manners=Manners(delay_s=0, attempts=1))
        assert site.asked == []
    assert "is in a network that is not public" in str(found.error)
    assert kept(empty) == 0


def test_a_text_without_markup_keeps_the_address_it_came_from(empty: Database) -> None:
    """In the encoding that the server names."""
    words = "Die Tore sind zu\n\nThe ministry said that 12 people in Köln-Süd died.\n".encode(
        "latin-1"
    )
    headers = {"Content_Type": "text/plain; charset=iso-8859-1"}
    with running_site({"/note.txt": lambda handler: handler.give(words, 200, **headers)}) as site:
        (added,) = add(empty, site, "/note.txt")
    assert added.article is not None
    assert added.article.address == f"{site.root}/note.txt"
    assert added.article.how_known("address") is KnownBy.PAGE
    assert "Köln-Süd" in added.article.text.body


def test_copies_go_with_the_last_article_that_rests_on_them(empty: Database) -> None:
    """And not before."""
    with running_site({"/a": web.page(), "/b": web.page(PAGE.replace(b"12", b"14"))}) as site:
        one, two = add(empty, site, "/a", "/b")
    assert one.article is not None
    assert two.article is not None
    remove_article(empty, one.article.id)
    assert kept(empty) == 1
    assert list_copies(empty, two.article.id).captures
    remove_article(empty, two.article.id)
    assert kept(empty) == 0


def test_a_copy_is_written_to_a_new_file_alone(empty: Database, tmp_path: Path) -> None:
    """As it came, and never over another."""
    with running_site({"/a": web.packed}) as site:
        (added,) = add(empty, site, "/a")
    assert added.article is not None
    copies = list_copies(empty, added.article.id)
    write_copy(copies, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == PAGE
    with pytest.raises(InputError, match="not written over"):
        write_copy(copies, tmp_path / "page.html")
    with pytest.raises(InputError, match="cannot be written"):
        write_copy(copies, tmp_path / "none" / "page.html")


def test_an_article_of_a_file_has_no_copy(empty: Database, tmp_path: Path) -> None:
    """The file is the evidence."""
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    (added,) = add_articles(empty, [file])
    assert added.article is not None
    with pytest.raises(NotFound, match="nothing was fetched"):
        list_copies(empty, added.article.id)


FRENCH: Final = """<html lang="fr"><head><title>Les portes</title></head><body><article>
<h1>Les portes</h1>
<p>Le ministère a dit que 12 personnes sont mortes quand la porte du barrage s'est rompue.</p>
<p>Il a fermé la dernière des cinq portes lundi, et 300 ingénieurs restent dans la vallée.</p>
</article></body></html>"""


def test_a_language_that_is_not_read_is_kept_without_claims(empty: Database) -> None:
    """Stored as it is, and told so."""
    with running_site({"/fr": web.page(FRENCH.encode())}) as site:
        (added,) = add(empty, site, "/fr")
    assert added.article is not None
    assert (added.article.language, added.claims, added.outcome) == ("fr", 0, "added")


def test_what_else_a_page_says_is_kept_with_its_source(empty: Database) -> None:
    """Its update, and that it is a part."""
    data = (
        b'<script type="application/ld+json">{"@type": "NewsArticle", "wordCount": 900,'
        b' "dateModified": "2021-04-09T09:00:00Z"}</script></head>'
    )
    with running_site({"/a": web.page(PAGE.replace(b"</head>", data))}) as site:
        (added,) = add(empty, site, "/a")
    assert added.article is not None
    with empty.read() as session:
        stored = db.get_article(session, added.article.id)
    assert stored.source is not None
    assert stored.source.remarks["updated"] == "2021-04-09"
    assert "900 words" in stored.source.remarks["partial"]


def test_a_feed_is_followed_to_the_articles_it_names(empty: Database) -> None:
    """Each from its own address, relative ones too; without the option the feed is read itself."""
    feed = b"""<rss version="2.0"><channel><title>Vale Post</title>
<item><title>A</title><link>/a</link></item><item><title>B</title><link>{root}/b</link></item>
<item><title>A again</title><link>/a</link></item><item><title>C</title><link>/gone</link></item>
</channel></rss>"""
    answers = {"/a": web.page(), "/b": web.page(PAGE.replace(b"12", b"14"))}

    def answer(handler: web.Handler) -> None:
        root = f"http://127.0.0.1:{handler.site.port}".encode()
        handler.give(feed.replace(b"{root}", root), 200, Content_Type="application/rss+xml")

    with running_site({**answers, "/feed": answer}) as site:
        place = Address(f"{site.root}/feed")
        found = add_articles(empty, [place], manners=NEAR, follow=True)
        plain = add_articles(empty, [place], manners=NEAR)
    assert [(str(one.path), one.outcome) for one in found] == [
        (f"{site.root}/a", "added"),
        (f"{site.root}/b", "added"),
        (f"{site.root}/gone", "failed"),
    ]
    assert {one.outcome for one in plain} == {"failed"}
    assert kept(empty) == 2


def _urlset(*paths: str, of: str = "url") -> web.Answer:
    """Answer with a sitemap that names some paths of the site."""

    def answer(handler: web.Handler) -> None:
        root = f"http://127.0.0.1:{handler.site.port}"
        entries = "".join(f"<{of}><loc>{root}{path}</loc></{of}>" for path in paths)
        outer = "urlset" if of == "url" else "sitemapindex"
        handler.give(f"<{outer}>{entries}</{outer}>".encode(), 200, Content_Type="text/xml")

    return answer


def test_a_sitemap_is_followed_through_the_sitemaps_it_names(empty: Database) -> None:
    """Also where they name each other; what is no sitemap is one line."""
    answers = {
        "/index": _urlset("/first", "/index", "/a", "/gone", of="sitemap"),
        "/first": _urlset("/a", "/b"),
        "/a": web.page(),
        "/b": web.page(PAGE.replace(b"12", b"14")),
    }
    with running_site(answers) as site:
        place = Address(f"{site.root}/index")
        found = add_articles(empty, [place], manners=NEAR, follow=True)
        (plain,) = add_articles(empty, [place], manners=NEAR)
        assert site.count("/first") == 1
        assert site.count("/index") == 3
    assert [(str(one.path).removeprefix(site.root), one.outcome) for one in found] == [
        ("/a", "added"),
        ("/b", "added"),
        ("/a", "failed"),
        ("/gone", "failed"),
    ]
    assert "a sitemap names it as another sitemap, and it is none" in str(found[2].error)
    assert "it is a sitemap, which names other sitemaps (4)" in str(plain.error)


def test_sitemaps_in_sitemaps_without_end_are_left_at_some_depth(empty: Database) -> None:
    """What is left out is told, and is no failure."""
    answers = {f"/{n}": _urlset(f"/{n + 1}", of="sitemap") for n in range(9)}
    with running_site(answers) as site:
        place = Address(f"{site.root}/0")
        (left,) = add_articles(empty, [place], manners=NEAR, follow=True)
        assert {one.path for one in site.asked} == {"/robots.txt", "/0", "/1", "/2"}
    assert left.outcome == "skipped"
    assert "left out are articles: 0, sitemaps: 1" in str(left.error)


def test_no_more_than_so_many_articles_are_fetched_at_once(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are counted, and further sitemaps are not asked for."""
    monkeypatch.setattr("claims.service.intake.MOST_LINKS", 1)
    answers = {
        "/index": _urlset("/first", "/second", of="sitemap"),
        "/first": _urlset("/a", "/b", "/c"),
        "/a": web.page(),
    }
    with running_site(answers) as site:
        place = Address(f"{site.root}/index")
        added, left = add_articles(empty, [place], manners=NEAR, follow=True)
        assert site.count("/second") == site.count("/b") == 0
    assert (added.outcome, left.outcome) == ("added", "skipped")
    assert "left out are articles: 2, sitemaps: 1" in str(left.error)


def test_what_a_news_sitemap_says_fills_what_the_page_leaves_open(empty: Database) -> None:
    """Title and author are the page's own words; its day stands in the list alone."""
    undated = PAGE.replace(b'<meta property="article:published_time"', b"<meta property=nothing")
    news = (
        "<urlset xmlns:news='n'><url><loc>{root}/a</loc><news:news><news:publication_date>"
        "2021-04-02</news:publication_date><news:title>Another</news:title></news:news></url>"
        "</urlset>"
    )

    def answer(handler: web.Handler) -> None:
        root = f"http://127.0.0.1:{handler.site.port}"
        handler.give(news.replace("{root}", root).encode(), 200)

    with running_site({"/news": answer, "/a": web.page(undated)}) as site:
        place = Address(f"{site.root}/news")
        (added,) = add_articles(empty, [place], manners=NEAR, follow=True)
    article = added.article
    assert article is not None
    assert article.title == "Gates shut at Osk"
    assert (article.published, article.how_known("published")) == ("2021-04-02", KnownBy.PAGE)
