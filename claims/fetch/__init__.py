"""Fetching what stands at an address of the web, politely and within bounds.

Only http and https, and never into networks that are not public, unless that is allowed: a page
that leads there, by a redirect or by a name that changes its mind, is refused. It sends no
cookies and no passwords, uses no proxy, runs no script, and stores nothing.
"""

from claims.fetch.fetcher import Fetched, Fetcher, Manners

__all__ = ["Fetched", "Fetcher", "Manners"]
