"""The discrepancy report as one HTML file that needs no network and no script.

Words of articles and people are escaped by the templates, and cleaned of what could steer a
reader. Meaning never rests on colour alone: every mark has a sign, a letter or a shape.
"""

from __future__ import annotations

from claims.report.html.page import render_html

__all__ = ["render_html"]
