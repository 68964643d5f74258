"""Web pages: the article's text with the page's furniture off, and what the page says of it.

It reads bytes and opens no connection. It guesses no author and no day: a banner's day, a
comment's and those of other stories are not the article's.
"""

from claims.read.page.reader import Page, read_page

__all__ = ["Page", "read_page"]
