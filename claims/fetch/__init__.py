"""Fetching what stands at an address of the web, politely and within bounds.

Only http and https, and never into networks that are not public, unless that is allowed: a page
that leads there, by a redirect or by a name that changes its mind, is refused. It sends no
cookies and no passwords, uses no proxy, runs no script, and stores nothing. The libraries of the
network are loaded with `fetcher`, which an import asks for when it meets its first address.
"""

from claims.fetch.manners import Manners

__all__ = ["Manners"]
