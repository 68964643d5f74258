"""What a page prints of its article for people: headline, byline, days beside it, links.

A day or a name counts only between the headline and the article's second paragraph, or above the
headline inside the article: a banner's day and a comment's are the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from claims.read.byline import is_lone_name, is_name, read_byline, read_date_line
from claims.read.page.stamp import Stamp, read_stamp
from claims.read.page.terms import names_one
from claims.read.page.tree import Element, text_of, tokens
from claims.read.printed_date import find_printed_dates

_LONGEST: Final = 160
_BY: Final = re.compile(r"\s*by\s", re.IGNORECASE)
_INSIDE: Final = re.compile(r"\bby\s+(?=[A-Z])")
_LEAVES: Final = frozenset({"div", "p", "span", "font", "em", "i", "small", "td", "h2", "h3", "h4"})
_FEW: Final = 4
_PROSE: Final = 100
_SECTION: Final = 40
_SITE: Final = re.compile(r"\s+[|\u2013\u2014\u00bb\u2039-]\s+(?=[^|]{2,60}\Z)")
_LATER: Final = re.compile(r"\W{0,3}(?:last )?(?:updated|modified|revised)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands around the headline.

    Args:
        heading: The first heading of the first rank, None where there is none.
        title: What the page gives the window as its name.
        published: The first day that is not said to be of an update.
        updated: The first day that is.
    """

    heading: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    canonical: str | None = None
    language: str | None = None
    trail: tuple[str, ...] = field(default=())


def read_links(root: Element) -> dict[str, str | None]:
    """Give what only the whole tree has, before furniture is left out of it."""
    canonical = next((one.get("href") for one in root.iter("link") if _is_canonical(one)), None)
    title = next((text_of(one) for one in root.iter("title")), None)
    return {"canonical": canonical, "title": title or None, "language": root.get("lang")}


def read_trail(root: Element) -> tuple[str, ...]:
    """Give the names of the sections above the headline, as a page's trail prints them."""
    for element in root.iter("nav", "ol", "ul", "div", "p"):
        classes = tokens(element)
        if any("breadcrumb" in words or "breadcrumbs" in words for words in classes):
            parts = (text_of(one, _SECTION) for one in element.iter("a", "li", "span"))
            return tuple(dict.fromkeys(part for part in parts if 0 < len(part) < _SECTION))[:10]
    return ()


def read_printed(root: Element, links: Printed) -> Printed:
    """Read what stands around the headline.

    Args:
        root: The page, its furniture left out.
        links: What the whole page had; the window's name tells the headline from the site's.
    """
    heading = _heading(root, links.title)
    near = list(_near(root, heading))
    names = [one for one in near if _is_byline(one)]
    days = [(one, stamp) for one in near if (stamp := _day(one))]
    later = [stamp for one, stamp in days if _is_later(one)]
    first = [stamp for one, stamp in days if not _is_later(one)]
    return replace(
        links,
        heading=text_of(heading)[: 4 * _LONGEST] if heading is not None else None,
        authors=_exact_names(near) or next((found for one in names if (found := _names(one))), ()),
        published=first[0] if first else None,
        updated=later[0] if later else None,
    )


def strip_site(title: str, names: Iterator[str] | tuple[str, ...] = ()) -> str:
    """Take the site's name off the end of a title: "Gates shut | The Vale Post"."""
    match = next(reversed(list(_SITE.finditer(title))), None)
    if match is None:
        return title
    rest = title[match.end() :].casefold()
    known = [name.casefold() for name in names]
    return title[: match.start()] if not known or rest in known else title


def _heading(root: Element, title: str | None) -> Element | None:
    """Find the headline: a heading with which the window's name begins or ends, else the first."""
    found = [(one, text_of(one, 2 * _LONGEST).casefold()) for one in root.iter("h1", "h2")]
    window = (title or "").casefold()
    for one, words in found:
        if 2 * len(words) > len(window) > 0 and (
            window.startswith(words) or window.endswith(words)
        ):
            return one
    return next((one for one, words in found if words and one.tag == "h1"), None)


def _near(root: Element, heading: Element | None) -> Iterator[Element]:
    """Give the elements from which a name or a day may be taken, in order."""
    own = next(heading.iterancestors("article", "main"), None) if heading is not None else None
    passed, prose = heading is None, 0
    for element in root.iter():
        if element is heading:
            passed = True
        elif element.tag == "p" and passed and len(text_of(element, _PROSE)) >= _PROSE:
            prose += 1
            if prose > 1:
                return
        elif passed or (own is not None and own in element.iterancestors()):
            yield element


def _is_canonical(link: Element) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _is_byline(element: Element) -> bool:
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return True
    classes = tokens(element)
    if names_one(classes, "byline") or names_one(classes, "line") or element.tag == "address":
        return True
    # A byline in plain words, in an element of its own.
    return element.tag in _LEAVES and len(element) < _FEW and bool(_BY.match(element.text or ""))


def _names(element: Element) -> tuple[str, ...]:
    """Read the names of a byline; a name alone counts where the page says it is the author's."""
    words = text_of(element, _LONGEST)
    if not words or len(words) > _LONGEST:
        return ()
    linked = tuple(name for one in element.iter("a") if is_name(name := text_of(one, _LONGEST)))
    leaves = [text_of(one, _LONGEST) for one in element.iter("span", "strong", "b") if not len(one)]
    linked = linked or tuple(filter(is_name, leaves))
    by = _INSIDE.search(words)
    found = read_byline(words) or (read_byline(words[by.start() :]) if by else ())
    if found or linked:
        return found if len(found) >= len(linked) else linked
    return (words,) if is_lone_name(words) or (is_name(words) and _is_exact(element)) else ()


def _exact_names(near: Iterable[Element]) -> tuple[str, ...]:
    """Join the names that are each marked as an author's, as sites mark several authors."""
    marked = (text_of(one, _LONGEST) for one in near if _is_exact(one))
    names = [name for words in marked for name in (read_byline(words) or (words,))]
    return tuple(dict.fromkeys(name for name in names if is_name(name)))


def _is_exact(element: Element) -> bool:
    return "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author"


def _day(element: Element) -> Stamp | None:
    """Read the day that an element is: by its attributes, else by its words."""
    said = (element.get("itemprop") or "").lower()
    if element.tag == "time" or said in {"datepublished", "datemodified", "datecreated"}:
        for value in (element.get("datetime"), element.get("content"), text_of(element, _LONGEST)):
            stamp = read_stamp(value)
            if stamp:
                return stamp
    if element.tag in {"time", "span", "p", "div", "li", "small", "em"}:
        return _printed_day(element)
    return None


def _printed_day(element: Element) -> Stamp | None:
    """Read a line that is a day and little else, or stands where the page says a day is."""
    words = text_of(element, _LONGEST)
    if not 6 <= len(words) <= _LONGEST:
        return None
    line = read_date_line(words)
    if line and (line.own or names_one(tokens(element), "day") or element.tag == "time"):
        clock = read_stamp(words)
        return Stamp(line.published, clock.clock if clock else None)
    days = list(find_printed_dates(words)) if names_one(tokens(element), "line") else []
    return Stamp(days[0][0]) if len(days) == 1 else None


def _is_later(element: Element) -> bool:
    """Whether a day is said to be of an update: by its name, its words, or the words before it."""
    said = (element.get("itemprop") or "").lower()
    if said in {"datemodified", "datepublished"}:
        return said == "datemodified"
    before = element.getprevious()
    lead = (before.tail if before is not None else element.getparent().text) or ""
    previous = text_of(before, _LONGEST)[-40:] if before is not None and not lead.strip() else lead
    if _LATER.match(text_of(element, _LONGEST)) or _LATER.search(previous[-40:]):
        return True
    return any(
        names_one(tokens(one), "later") for one in (element, element.getparent()) if one is not None
    )
