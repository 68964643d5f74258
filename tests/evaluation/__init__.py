"""How good the program is, measured on labelled articles: ``python -m tests.evaluation``.

The labelled articles are not part of the project; they lie in ``shared`` beside the
repository, or where ``CLAIMS_SHARED`` says.  Results cite record ids, never the text of an
article, and of the held-back clusters nothing but totals.
"""
