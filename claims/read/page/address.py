"""Where a page was published: the address it gives itself, in the form that lasts.

An address that leads to the front of the site, or to another site, is not the page's own where
something better is known.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from claims.model import Genre
from claims.read.page.terms import genre_of_section

_TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|igshid|mc_[ce]id|ocid|cmpid|ref_?src|smid|ns_\w+|at_\w+|__twitter_impression",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)"
)
_LONGEST: Final = 2_000
_SECTIONS: Final = 3


def tidy_address(address: str | None, base: str | None = None) -> str | None:
    """Write an address of http or https without its fragment and what tracks readers.

    Args:
        base: What a relative address is relative to.

    Returns:
        None where it is none, or names no page of a site.
    """
    if not address or len(address) > _LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base or "", address.strip()))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if (
        parts.scheme not in {"http", "https"}
        or not host
        or any(char.isspace() for char in parts.netloc)
    ):
        return None
    place = f"[{host}]" if ":" in host else host
    netloc = f"{place}:{port}" if port else place
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0])]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, netloc, parts.path or "/", query, ""))


def own_address(candidates: list[str | None], known: str | None) -> str | None:
    """Choose the address of a page.

    Args:
        candidates: What the page says, the surer first.
        known: Where it was fetched or saved from; None where nobody knows.

    Returns:
        The first that names a page rather than a site, of the site it is known to come from.
    """
    base = tidy_address(known)
    tidied = [one for said in candidates if (one := tidy_address(said, base))]
    pages = [one for one in tidied if urlsplit(one).path.strip("/") or urlsplit(one).query]
    if base:
        return next((one for one in pages if site_of(one) == site_of(base)), base)
    return pages[0] if pages else None


def site_of(address: str) -> str:
    """Give the host without what stands for another form of one site."""
    host = urlsplit(address).hostname or ""
    return re.sub(r"^(?:www|m|mobile|amp|edition)\.", "", host)


def day_in(address: str) -> str | None:
    """Read the day in an address: "/2021/04/05/gates" is 2021-04-05."""
    match = _DAY.search(urlsplit(address).path)
    return f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}" if match else None


def genre_in(address: str) -> Genre | None:
    """Read the genre in the first folders of an address: "/opinion/2021/…"; news tells none."""
    folders = urlsplit(address).path.lower().strip("/").split("/")[:-1][:_SECTIONS]
    found = [genre_of_section().get(folder) for folder in folders]
    return next((genre for genre in found if genre and genre is not Genre.NEWS), None)
