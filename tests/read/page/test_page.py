"""A page becomes its article, each field from its surest source."""

from pathlib import Path

import pytest

from claims.errors import InputError
from claims.model import Genre, KnownBy
from claims.read import Given, read_file
from claims.read.page import read_page
from tests.read.page.sample import LINES, data, html, paragraphs, read


def test_the_vocabularies_are_believed_in_their_order() -> None:
    """JSON-LD, OpenGraph, Dublin Core, other data, what is printed; each field on its own."""
    head = (
        data(headline="Told by JSON-LD")
        + '<meta property="og:title" content="Told by OpenGraph">'
        + '<meta property="article:published_time" content="2021-04-05T10:00:00+02:00">'
        + '<meta name="DC.date.issued" content="2020-01-01">'
        + '<meta name="DC.creator" content="Cy Core">'
        + '<meta name="author" content="Ann Meta"><meta name="DC.publisher" content="Dublin Daily">'
    )
    facts = read(html(head, '<p class="byline">By Bo Printed</p>')).facts
    assert facts["title"] == ("Told by JSON-LD", KnownBy.JSON_LD)
    assert facts["published"] == ("2021-04-05", KnownBy.OPEN_GRAPH)
    assert facts["authors"] == (("Cy Core",), KnownBy.DUBLIN_CORE)
    assert facts["outlet"] == ("Dublin Daily", KnownBy.DUBLIN_CORE)


def test_a_page_without_data_tells_what_it_prints() -> None:
    """Headline, byline, the day beside it."""
    top = '<p class="byline">By Ann Example and Bo Sample</p><time>5 April 2021</time>'
    facts = read(html(top=top)).facts
    assert facts["title"] == ("Gates shut at Osk", KnownBy.PAGE)
    assert facts["authors"] == (("Ann Example", "Bo Sample"), KnownBy.PAGE)
    assert facts["published"] == ("2021-04-05", KnownBy.PAGE)


def test_what_nobody_says_stays_unknown() -> None:
    """No author, no day, no outlet, no genre is made up."""
    facts = read(html()).facts
    assert set(facts) == {"title", "language"}


@pytest.mark.parametrize(
    "bait",
    [
        '<header><div class="today">Saturday, 28 November 2026</div></header>',
        '<div class="ticker"><time datetime="2026-11-28">today</time></div>',
        '<section class="related"><time datetime="2024-08-02">2 Aug 2024</time></section>',
    ],
)
def test_a_banner_and_other_stories_give_no_day(bait: str) -> None:
    """Above the article or below it."""
    page = html()
    for place in (
        page.replace("<body>", f"<body>{bait}"),
        page.replace("</body>", f"{bait}</body>"),
    ):
        assert "published" not in read(place).facts


def test_a_comment_gives_neither_day_nor_author() -> None:
    """Nor any words of the text."""
    comments = (
        '<div id="comments"><p class="author">Reader One</p><time datetime="2025-01-03">x</time>'
        "<p>This is a long word of a reader that is of no use to anybody who checks.</p></div>"
    )
    page = read(html().replace("</body>", f"{comments}</body>"))
    assert set(page.facts) == {"title", "language"}
    assert "reader" not in page.body


def test_published_and_updated_are_kept_apart() -> None:
    """An update never becomes the day of publication, not even where no other day stands."""
    both = data(datePublished="2021-04-05T09:00:00+02:00", dateModified="2021-04-09T09:00:00+02:00")
    page = read(html(both))
    assert (page.facts["published"][0], page.remarks["updated"]) == ("2021-04-05", "2021-04-09")
    later = read(html(data(dateModified="2021-04-09T09:00:00+02:00")))
    assert "published" not in later.facts
    assert later.remarks["updated"] == "2021-04-09"
    printed = read(html(top="<span>Updated <time datetime='2021-04-09'>9 April 2021</time></span>"))
    assert "published" not in printed.facts


def test_a_day_stays_the_day_that_is_printed() -> None:
    """A moment in UTC may be the next day there; what the page prints is the outlet's day."""
    utc = data(datePublished="2021-04-06T03:30:00Z")
    assert read(html(utc)).facts["published"] == ("2021-04-06", KnownBy.JSON_LD)
    page = read(html(utc, "<time>5 April 2021</time>"))
    assert page.facts["published"] == ("2021-04-05", KnownBy.PAGE)
    assert "dates" not in page.remarks
    local = data(datePublished="2021-04-05T23:30:00-04:00")
    assert read(html(local)).facts["published"][0] == "2021-04-05"


def test_two_days_of_one_publication_are_shown() -> None:
    """The surer one is taken, and both are told."""
    head = data(datePublished="2021-04-05") + '<meta name="pubdate" content="2021-03-01">'
    page = read(html(head))
    assert page.facts["published"][0] == "2021-04-05"
    assert page.remarks["dates"] == "2021-04-05 (JSON-LD), 2021-03-01 (on the page)"


@pytest.mark.parametrize(
    "said", ["1970-01-01T00:00:00Z", "0001-01-01", "soon", "05/06/2021", 7, None]
)
def test_a_day_that_says_nothing_is_none(said: object) -> None:
    """The zero of clocks, words, two readings of one day."""
    assert "published" not in read(html(data(datePublished=said))).facts


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ann Example", ("Ann Example",)),
        ("By Ann Example and Bo Sample", ("Ann Example", "Bo Sample")),
        (
            [{"@type": "Person", "name": "Ann Example"}, {"name": ["Bo Sample"]}],
            ("Ann Example", "Bo Sample"),
        ),
        ({"@type": "Organization", "name": "Vale Post"}, ()),
        ("https://valepost.example/people/ann", ()),
        ("Web Desk", ()),
        ("admin", ()),
        ("ann@valepost.example", ()),
        (["", None, {}, []], ()),
    ],
)
def test_only_persons_are_authors(said: object, names: tuple[str, ...]) -> None:
    """A desk, a link, a login, the paper itself are none."""
    facts = read(html(data(author=said))).facts
    assert facts.get("authors", ((), None))[0] == names


@pytest.mark.parametrize(
    ("head", "address", "genre", "known_by"),
    [
        (data(**{"@type": "OpinionNewsArticle"}), None, Genre.OPINION, KnownBy.JSON_LD),
        (data(articleSection="Opinion"), None, Genre.OPINION, KnownBy.JSON_LD),
        (
            '<meta property="article:section" content="Editorial">',
            None,
            Genre.EDITORIAL,
            KnownBy.OPEN_GRAPH,
        ),
        (data(articleSection=["World"]), None, Genre.NEWS, KnownBy.JSON_LD),
        (
            data(author={"@type": "Organization", "name": "Reuters"}),
            None,
            Genre.AGENCY,
            KnownBy.JSON_LD,
        ),
        ("", "https://valepost.example/opinion/2021/gates", Genre.OPINION, KnownBy.INFERRED),
        ("", "https://valepost.example/press-releases/gates", Genre.STATEMENT, KnownBy.INFERRED),
        (data(), None, None, None),
        (
            data(articleSection="Gardening"),
            "https://valepost.example/garden/opinion-of-roses",
            None,
            None,
        ),
    ],
)
def test_the_genre_is_what_the_page_says(
    head: str, address: str | None, genre: Genre | None, known_by: KnownBy | None
) -> None:
    """By its type, its section, its author, the folders of its address."""
    found = read(html(head), address=address).facts.get("genre", (None, None))
    assert found == (genre, known_by)


def test_an_outlet_has_the_name_that_the_table_gives_it(tmp_path: Path) -> None:
    """However its site writes it; a person's own wording stays."""
    head = '<meta property="og:site_name" content="DAWN.COM">'
    head += '<link rel="canonical" href="https://www.dawn.com/news/1">'
    file = tmp_path / "page.html"
    file.write_text(html(head), "utf-8")
    article = read_file(file)
    assert (article.outlet, article.how_known("outlet")) == ("Dawn", KnownBy.OPEN_GRAPH)
    assert read_file(file, Given(outlet="The Dawn of Karachi")).outlet == "The Dawn of Karachi"


def test_a_headline_that_a_system_cut_short_is_taken_whole() -> None:
    """From where it is printed; a site's name after it goes."""
    assert read(html(data(headline="Gates shut…"))).facts["title"][0] == "Gates shut at Osk"
    head = (
        '<meta property="og:site_name" content="Vale Post">'
        '<meta property="og:title" content="Gates shut at Osk | Vale Post">'
    )
    assert read(html(head)).facts["title"][0] == "Gates shut at Osk"
    assert (
        read(html("<title>x</title>" + data(headline="A &amp;amp; B <em>C</em>"))).facts["title"][0]
        == "A & B C"
    )


def test_the_article_of_the_page_is_told_from_others_in_its_data() -> None:
    """By its headline; a list of other stories is none."""
    other = data(headline="Another story", datePublished="2001-01-01")
    own = data(headline="Gates shut at Osk", datePublished="2021-04-05")
    listed = data(
        **{
            "@type": "ItemList",
            "itemListElement": [
                {
                    "@type": "NewsArticle",
                    "headline": "Gates shut at Osk",
                    "datePublished": "1999-01-01",
                }
            ],
        }
    )
    assert read(html(listed + other + own)).facts["published"][0] == "2021-04-05"


def test_pull_quotes_stand_once_and_captions_are_marked() -> None:
    """The words of a picture are kept, in a line that says what it is."""
    body = (
        "<figure><img src=a><figcaption>The lower gate on Monday.</figcaption></figure>"
        + paragraphs()
        + "<aside class='pull-quote'><p>“We will stay until the water has gone”</p></aside>"
    )
    lines = read(html(body=body)).body.split("\n\n")
    assert lines == ["Image: The lower gate on Monday.", *LINES]


def test_a_stub_says_that_it_is_one() -> None:
    """Short and walled, or shorter than it counts itself; the wall's words are no text."""
    wall = '<div class="paywall"><h3>Subscribe to continue reading</h3></div>'
    page = read(html(data(isAccessibleForFree=False), body=paragraphs(LINES[:2]) + wall))
    assert page.remarks["partial"] == "the page says that the rest is for subscribers"
    assert page.body == "\n\n".join(LINES[:2])
    counted = read(html(data(wordCount=900)))
    assert counted.remarks["partial"].endswith("of the 900 words that the page counts")
    assert "partial" not in read(html(data(isAccessibleForFree=True, wordCount=60))).remarks


def test_a_whole_article_behind_a_wall_is_no_stub() -> None:
    """Whoever saved it may have paid."""
    body = paragraphs(LINES * 6).replace("12 people", "12 or 13 people", 1)
    lines = "".join(
        f"<p>{line} In hour {n} nothing changed.</p>" for n, line in enumerate(LINES * 6)
    )
    page = read(html(data(isAccessibleForFree=False), body=body + lines))
    assert "partial" not in page.remarks


def test_entries_of_a_live_blog_keep_their_times() -> None:
    """From the page's data, or from its parts."""
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Entry {n}",
            "articleBody": line,
            "datePublished": f"2021-04-05T1{n}:05:00+02:00",
        }
        for n, line in enumerate(LINES)
    ]
    told = read(
        html(data(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}), body="<p>Live.</p>")
    )
    assert told.body.split("\n\n")[:3] == ["5 April 2021, 10:05", "Entry 0", LINES[0]]
    parts = "".join(
        f'<div class="live-entry"><time datetime="2021-04-05T1{n}:05">x</time><p>{line}</p></div>'
        for n, line in enumerate(LINES)
    )
    printed = read(html(data(**{"@type": "LiveBlogPosting"}), body=parts))
    assert printed.body.split("\n\n")[:4] == [
        "5 April 2021, 10:05",
        LINES[0],
        "5 April 2021, 11:05",
        LINES[1],
    ]


def test_a_page_that_a_script_fills_is_read_from_its_data() -> None:
    """Where nothing else holds the text."""
    text = "\n\n".join(LINES)
    page = read_page(
        f"<html><body><div id=root></div>{data(articleBody=text)}</body></html>".encode()
    )
    assert page.body == text


FRENCH = (
    "Le ministère a dit que douze personnes sont mortes quand la porte s'est rompue.",
    "Il a fermé la dernière des cinq portes lundi, et les ingénieurs restent dans la vallée.",
)


def test_the_words_tell_the_language_before_the_page_does() -> None:
    """A template may say "en" of any text."""
    assert read(html(body=paragraphs(FRENCH))).facts["language"] == ("fr", KnownBy.INFERRED)
    assert read(html(body=paragraphs(FRENCH), lang="fr-CA")).facts["language"] == (
        "fr",
        KnownBy.PAGE,
    )
    assert read(html(lang="fr")).facts["language"] == ("en", KnownBy.INFERRED)


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><nav>Home</nav></body></html>", "<!doctype html>", ""]
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    """In one line with the remedy."""
    with pytest.raises(InputError, match=r"no article is found|nothing of a web page"):
        read(page)
