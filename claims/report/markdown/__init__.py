"""The discrepancy report as Markdown: reads well raw and on a forge.

Words of articles and people are escaped, so that nothing in them can format or run. The same
dossier gives the same bytes; date and version stand in one line at the top.
"""

from __future__ import annotations

from claims.report.markdown.report import render_markdown

__all__ = ["render_markdown"]
