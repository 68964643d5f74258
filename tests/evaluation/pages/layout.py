"""Saved pages of known truth: one story in ten layouts that news sites have.

Each layout sets traps that pages set: a banner's day, comments with days and names of their own,
teasers of other stories, cookie walls, letters, pull quotes, a day in UTC that is another day at
the outlet. The words are our own.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Final

_BANNER: Final = "Saturday, 28 November 2026"
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
STORIES: Final = Path(__file__).with_name("stories.jsonl")


@dataclass(frozen=True, slots=True)
class Story:
    """What is true of a page."""

    title: str
    authors: tuple[str, ...]
    outlet: str
    host: str
    day: str
    clock: str
    updated: str
    section: str
    lead: str
    caption: str
    pull: str
    paragraphs: tuple[str, ...]

    @property
    def instant(self) -> str:
        """When it was published, at the outlet."""
        return f"{self.day}T{self.clock}"

    @property
    def printed(self) -> str:
        """The day as people write it."""
        year, month, day = map(int, self.day.split("-"))
        return f"{day} {_MONTHS[month - 1]} {year}"

    @property
    def names(self) -> str:
        """The authors as a byline has them."""
        return " and ".join(self.authors)


def read_stories() -> list[Story]:
    """Read the stories."""
    rows = map(json.loads, STORIES.read_text("utf-8").splitlines())
    return [
        Story(**{**row, "authors": tuple(row["authors"]), "paragraphs": tuple(row["paragraphs"])})
        for row in rows
    ]


_TEASERS: Final = """<section class="related-stories"><h3>More on this</h3>
<div class="card"><a href="/a">Ferry strike enters its second week in Port Merrin</a><time datetime="2024-08-02">2 August 2024</time>
<p>The union of seamen and the owners met for two hours on Thursday and parted without a word to the press.</p></div>
<div class="card"><a href="/b">Nine ways to cook barley</a><span class="date">14 July 2024</span><p class="byline">By Vera Cook</p></div></section>"""
_COMMENTS: Final = """<section id="comments"><h3>2 Comments</h3>
<div class="comment"><span class="author">Reader One</span> <time datetime="2025-01-03T10:00:00Z">3 January 2025</time>
<p>I have lived in this part of the country for thirty years and nobody ever told us what this costs the people here.</p></div>
<div class="comment"><span class="author">Reader Two</span><p>The figures in this article cannot be right, my cousin counted far more than that on the road.</p></div></section>"""
_COOKIES: Final = """<div id="cookie-consent" role="dialog"><h2>Your privacy</h2><p>We and our 214 partners use cookies to store and read
information on your device, to measure what you read and to show you advertising that fits what you have read before.</p><button>Accept all</button></div>"""
_MENU: Final = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
_LETTER: Final = """<div class="newsletter-signup"><h4>The morning letter</h4><p>Get the stories of the day in your inbox at seven, five days a week, free of charge and easy to leave.</p>
<form><input name="mail"><button>Sign up</button></form></div>"""


def _lines(story: Story) -> str:
    return "\n".join(f"<p>{escape(line)}</p>" for line in story.paragraphs)


def _page(head: str, body: str, lang: str = "en") -> str:
    return f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">{head}</head>\n<body>{body}</body></html>\n'


def _script(node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def _node(story: Story, **also: object) -> dict[str, object]:
    people = [{"@type": "Person", "name": name} for name in story.authors]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "author": people,
        "datePublished": story.instant,
        "dateModified": f"{story.updated}T10:00:00Z",
        "publisher": {"@type": "Organization", "name": story.outlet},
        **also,
    }


def make_old_paper(story: Story) -> str:
    """A paper of 2004: tables, no data for machines, a banner with the day of the visit."""
    lines = "<br><br>".join(escape(line) for line in story.paragraphs)
    return _page(
        f"<title>{story.outlet} - {escape(story.title)}</title>",
        f"""<table width="780"><tr><td colspan="2"><font size="6">{story.outlet}</font><br>{_BANNER}</td></tr>
<tr><td width="120"><a href="/">Home</a><br><a href="/w">World</a><br><a href="/s">Sport</a></td>
<td><h1>{escape(story.title)}</h1><font size="2">By {story.names}<br>{story.printed}</font><p>{lines}</p>
<hr><font size="1">Copyright 2026 {story.outlet}. All rights reserved.</font></td></tr></table>""",
    )


def make_weblog(story: Story) -> str:
    """A weblog system: data in a graph, comments with days and names, posts like this one."""
    person = {"@type": "Person", "@id": "#p", "name": story.names}
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": story.outlet},
            _node(
                story,
                **{
                    "@type": "Article",
                    "author": [{"@type": "Person", "name": name} for name in story.authors],
                },
            ),
            person,
        ],
    }
    return _page(
        f'<title>{escape(story.title)} – {story.outlet}</title><meta property="og:title" content="{escape(story.title)} – {story.outlet}"><meta property="og:site_name" content="{story.outlet}">{_script(graph)}',
        f"""<header class="site-header"><a href="/">{story.outlet}</a>{_MENU}</header><main><article class="post">
<header class="entry-header"><h1 class="entry-title">{escape(story.title)}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="{story.instant}">{story.printed}</time> by <span class="author vcard"><a href="/author/x">{story.names}</a></span></div></header>
<div class="entry-content">{_lines(story)}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Facebook</li><li>Mail</li></ul></div></div>
<footer class="entry-footer">Tagged news, world</footer></article>{_TEASERS}{_COMMENTS}</main>
<aside class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li>Ferry strike enters its second week</li><li>Nine ways to cook barley</li></ul></section></aside>""",
    )


def make_broadsheet(story: Story) -> str:
    """A large site: JSON-LD in UTC, pictures with captions, a letter in the text, a pull quote."""
    utc = datetime.fromisoformat(story.instant).astimezone(UTC).isoformat().replace("+00:00", "Z")
    first, second, *rest = (f"<p>{escape(line)}</p>" for line in story.paragraphs)
    return _page(
        f'<title>{escape(story.title)} | {story.outlet}</title><link rel="canonical" href="https://{story.host}/world/{story.day.replace("-", "/")}/story">{_script(_node(story, datePublished=utc, articleSection=story.section))}',
        f"""{_COOKIES}<header role="banner"><span class="today">{_BANNER}</span>{_MENU}</header><main><article>
<h1>{escape(story.title)}</h1><p class="standfirst-none"></p><div class="byline">By <a rel="author" href="/by/x">{'</a> and <a rel="author" href="/by/y">'.join(story.authors)}</a></div>
<div class="dateline">Published <time>{story.printed}</time></div>
<figure><img src="a.jpg" alt=""><figcaption>{escape(story.caption)}</figcaption></figure>
{first}{second}{_LETTER}<aside class="pull-quote"><p>“{escape(story.pull)}”</p></aside>{"".join(rest)}</article>{_TEASERS}</main><footer><p>© 2026 {story.outlet}</p></footer>""",
    )


def make_tabloid(story: Story) -> str:
    """OpenGraph alone; teasers with days above the article and inside it; a cookie wall first."""
    half = len(story.paragraphs) // 2
    lines = [f"<p>{escape(line)}</p>" for line in story.paragraphs]
    inside = '<div class="teaser"><span class="label">Read more</span><a href="/c">Mayor’s goat wins the county fair again</a></div>'
    return _page(
        f'<title>{escape(story.title)}</title><meta property="og:type" content="article"><meta property="og:title" content="{escape(story.title)}"><meta property="og:site_name" content="{story.outlet}"><meta property="og:url" content="https://{story.host}/n/1"><meta property="article:published_time" content="{story.instant}"><meta property="article:modified_time" content="{story.updated}T08:00:00Z"><meta name="author" content="{", ".join(story.authors)}">',
        f"""{_COOKIES}{_MENU}<div class="ticker"><b>Breaking</b> <time datetime="2026-11-28">Now</time> Snow closes the pass</div>{_TEASERS}
<div id="content" class="article-body"><h1>{escape(story.title)}</h1><div class="social-share">Share Tweet Mail</div>{"".join(lines[:half])}{inside}{"".join(lines[half:])}</div>{_COMMENTS}""",
    )


def make_gazette(story: Story) -> str:
    """Dublin Core; paragraphs without elements of their own; the day also printed."""
    lines = "<br/><br/>".join(escape(line) for line in story.paragraphs)
    return _page(
        f'<title>{story.outlet}: {escape(story.title)}</title><meta name="DC.title" content="{escape(story.title)}"><meta name="DC.date.issued" content="{story.day}"><meta name="DC.publisher" content="{story.outlet}">'
        + "".join(f'<meta name="DC.creator" content="{name}">' for name in story.authors),
        f"""<div id="top">{_BANNER}</div>{_MENU}<div id="main"><h2 class="headline">{escape(story.title)}</h2><div class="text">{lines}</div></div>
<div id="footer">Office of the gazette, 4 Mill Lane, Harby. Printed on paper since 1871.</div>""",
    )


def make_microdata(story: Story) -> str:
    """Names and days as properties in the markup, and other stories marked likewise."""
    people = " and ".join(f'<span itemprop="author">{name}</span>' for name in story.authors)
    return _page(
        f"<title>{escape(story.title)} :: {story.outlet}</title>",
        f"""<div class="masthead">{story.outlet} <span class="date">{_BANNER}</span></div>{_MENU}
<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{escape(story.title)}</h1>
<p class="info">By {people}, <meta itemprop="dateModified" content="{story.updated}"><time itemprop="datePublished" datetime="{story.instant}">{story.printed}</time></p>
<div itemprop="articleBody">{_lines(story)}</div></article>
<div class="list"><article><h2>Ferry strike enters its second week</h2><time itemprop="datePublished" datetime="2024-08-02">2 August 2024</time></article></div>{_COMMENTS}""",
    )


def make_magazine(story: Story) -> str:
    """Names of classes that say nothing, a byline and a day in plain words, a bio at the end."""
    return _page(
        f'<title>{escape(story.title)}</title><meta name="twitter:title" content="{escape(story.title)}">',
        f"""<div class="c1x9"><div class="k3"><a href="/">{story.outlet}</a></div><div class="z7q">{_BANNER}</div></div>
<div class="m0"><div class="q1"><h1 class="h8s">{escape(story.title)}</h1><div class="w2">By {story.names}</div><div class="w3">{story.printed}, 18:05</div></div>
<div class="b5">{_lines(story)}</div></div>
<div class="g2"><h3 class="x1">You may also like</h3><div class="x2"><a href="/a">Ferry strike enters its second week in Port Merrin</a></div><div class="x2"><a href="/b">Nine ways to cook barley</a></div></div>""",
    )


def make_live(story: Story) -> str:
    """A live blog: an entry a paragraph, each with its time, the latest first."""
    entries = "".join(
        f'<div class="live-entry" id="e{hour}"><time datetime="{story.day}T{hour:02}:15:00">{hour}:15</time><h3>Entry number {hour}</h3><p>{escape(line)}</p></div>'
        for hour, line in zip(range(17, 11, -1), story.paragraphs, strict=True)
    )
    node = _node(story, **{"@type": "LiveBlogPosting"})
    return _page(
        f"<title>{escape(story.title)} - live</title>{_script(node)}",
        f'{_MENU}<main><h1>{escape(story.title)}</h1><p class="byline">By {story.names}</p><div class="liveblog-feed">{entries}</div></main>{_TEASERS}',
    )


def make_walled(story: Story) -> str:
    """The beginning of an article, and a wall."""
    start = "".join(f"<p>{escape(line)}</p>" for line in story.paragraphs[:2])
    node = _node(story, isAccessibleForFree=False, wordCount=640)
    return _page(
        f'<title>{escape(story.title)} | {story.outlet}</title><meta property="og:title" content="{escape(story.title)}">{_script(node)}',
        f"""{_MENU}<article><h1>{escape(story.title)}</h1><div class="article-teaser-text">{start}</div>
<div class="paywall-box"><h3>Subscribe to continue reading</h3><p>This article is for subscribers. Take out a subscription for one crown in the first month, and read all of it.</p><a href="/buy">Buy</a></div></article>""",
    )


def make_scripted(story: Story) -> str:
    """A page that a script fills: the article stands in its data alone."""
    node = _node(story, articleBody="\n\n".join(story.paragraphs))
    return _page(
        f"<title>{escape(story.title)}</title>{_script(node)}",
        f'<div id="root"><div class="skeleton"></div></div><noscript>Please enable JavaScript to read {story.outlet}.</noscript>',
    )


LAYOUTS: Final[dict[str, Callable[[Story], str]]] = {
    "old paper": make_old_paper,
    "weblog": make_weblog,
    "broadsheet": make_broadsheet,
    "tabloid": make_tabloid,
    "gazette": make_gazette,
    "microdata": make_microdata,
    "magazine": make_magazine,
    "live blog": make_live,
    "walled": make_walled,
    "scripted": make_scripted,
}
