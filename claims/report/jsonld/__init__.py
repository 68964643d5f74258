"""The report as linked data: Web Annotation, schema.org and PROV in one JSON-LD document.

Every item of its `@graph` names the context whose words it uses, so that it may be read by itself:
conflicts and people's words are annotations, articles, claims and questions are schema.org's, and
all say by PROV how they came to be. What the three have no word for has one of ours, after
"claims:".
"""

from claims.report.jsonld.report import render_jsonld

__all__ = ["render_jsonld"]
