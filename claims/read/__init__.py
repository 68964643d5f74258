"""Files into articles, and texts into views of paragraphs.

Each format has its reader in `format`. This package completes what the reader gives, and tells
what a page says about itself from what the article says. It refuses what is not text, guesses no
date and no outlet, and stores nothing.
"""

from claims.read.article import read_articles, read_fetched, read_file, read_links
from claims.read.describe import Reading, describe, remarks
from claims.read.find import Problem, find_files
from claims.read.format import Link
from claims.read.given import Given
from claims.read.language import is_read
from claims.read.quote import find_quote
from claims.read.sketch import make_sketch
from claims.read.unread import Unread, find_unread
from claims.read.view import make_view

__all__ = [
    "Given",
    "Link",
    "Problem",
    "Reading",
    "Unread",
    "describe",
    "find_files",
    "find_quote",
    "find_unread",
    "is_read",
    "make_sketch",
    "make_view",
    "read_articles",
    "read_fetched",
    "read_file",
    "read_links",
    "remarks",
]
