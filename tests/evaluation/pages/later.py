"""Five more layouts, made after the reader was: what it does on pages nobody tuned it on."""

import json
from collections.abc import Callable
from html import escape
from typing import Final

from tests.evaluation.pages.layout import Story


def make_accelerated(story: Story) -> str:
    """A page for telephones: elements of its own kind, data as a list, names as plain words."""
    data = [
        {
            "@context": "http://schema.org",
            "@type": ["Article", "NewsArticle"],
            "headline": story.title[:60] + "…",
            "author": story.names,
            "datePublished": story.instant,
        }
    ]
    lines = "".join(f"<p>{escape(line)}</p>" for line in story.paragraphs)
    return f"""<!doctype html><html amp lang="en-GB"><head><meta charset="utf-8"><title>{escape(story.title)}</title>
<link rel="canonical" href="https://{story.host}/a/1"><script type="application/ld+json">{json.dumps(data)}</script></head><body>
<amp-sidebar layout="nodisplay"><ul><li>Home</li><li>News</li></ul></amp-sidebar><main role="main"><div class="amp-header"><h1>{escape(story.title)}</h1></div>
<amp-img src="a.jpg" width="1" height="1"></amp-img><section class="amp-wp-article-content">{lines}</section>
<amp-list src="/related"><div placeholder>More from {story.outlet}</div></amp-list></main></body></html>"""


def make_microformat(story: Story) -> str:
    """An older weblog: hentry, hfeed; a list of months beside it; ping-backs below."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in story.paragraphs)
    return f"""<html><head><title>{escape(story.title)} « {story.outlet}</title></head><body><div id="page"><h1 id="blog-title"><a href="/">{story.outlet}</a></h1>
<div class="hfeed"><div class="hentry"><h2 class="entry-title">{escape(story.title)}</h2><p class="postmeta">{story.printed} by {story.names} · Filed under {story.section}</p>
<div class="entry">{lines}<p class="akst_link">Share this post</p></div></div></div>
<ul class="archives"><li>March 2026</li><li>February 2026</li></ul><ol class="commentlist"><li id="c1"><cite>Nosy Parker</cite> said on 9 May 2023:<p>What a fine piece this is, I have sent it to all of my family and to some of my friends.</p></li></ol></div></body></html>"""


def make_agency(story: Story) -> str:
    """An agency's terminal on the web: preformatted head, paragraphs of a div, slug lines."""
    lines = "".join(f'<div class="paragraph">{escape(line)}</div>' for line in story.paragraphs)
    return f"""<!DOCTYPE html><html lang=en><head><title>{escape(story.title)}</title><meta name="date" content="{story.instant}"><meta name="author" content="{" & ".join(story.authors)}">
<meta name="keywords" content="norland, news"></head><body><div class="topline">{story.outlet} · 28/11/2026 · <a href=/login>Log in</a></div>
<div class="story"><div class="slug">NOR-{story.section.upper()}/1</div><h1>{escape(story.title)}</h1><ul class="highlights"></ul>{lines}<div class="trustline">Our standards: the principles of the agency</div></div></body></html>"""


def make_components(story: Story) -> str:
    """A site built of components: data attributes, an update before the day, links in a rail."""
    year, month, day = story.updated.split("-")
    lines = "".join(
        f'<div data-component="text-block"><p class="ssrcss-1q0x">{escape(line)}</p></div>'
        for line in story.paragraphs
    )
    return f"""<!doctype html><html lang="en"><head><title>{escape(story.title)} - {story.outlet}</title><meta property="og:title" content="{escape(story.title)}"/></head><body>
<header><a href="/">{story.outlet}</a><nav>World</nav></header><main id="main-content"><article><header><h1 id="main-heading">{escape(story.title)}</h1>
<span>Last updated <time datetime="{story.updated}T09:00:00Z">{int(day)}/{month}/{year}</time></span> <span>First published <time datetime="{story.instant}">{story.printed}</time></span>
<div data-component="byline-block"><span>{"</span> and <span>".join(story.authors)}</span><span>Correspondent</span></div></header>{lines}
<div data-component="links-block"><ul><li><a href="/1">Ferry strike enters its second week</a></li><li><a href="/2">Nine ways to cook barley</a></li></ul></div></article>
<div data-component="rail"><h2>Top stories</h2><p>The union of seamen and the owners met for two hours on Thursday and parted without a word to the press.</p><time datetime="2026-11-27">1 day ago</time></div></main></body></html>"""


def make_unnamed(story: Story) -> str:
    """A page that names no author: unknown is then right, and the commenter is wrong."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in story.paragraphs)
    return f"""<!doctype html><html><head><meta charset=utf-8><title>{escape(story.title)}</title><script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": story.title, "author": {"@type": "Organization", "name": story.outlet}, "datePublished": story.instant})}</script></head>
<body><div class="wrap"><h1>{escape(story.title)}</h1><p class="by">By our own reporters</p>{lines}</div>
<div class="reactions"><div class="reaction"><b class="user">Willa Stone</b> <i>3 weeks ago</i><p>By far the best article on this matter that I have read in a very long time, thank you.</p></div></div></body></html>"""


LATER: Final[dict[str, Callable[[Story], str]]] = {
    "telephone": make_accelerated,
    "microformat": make_microformat,
    "agency": make_agency,
    "components": make_components,
    "unnamed": make_unnamed,
}
