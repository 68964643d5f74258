"""Benchmarks that compare in one run: start-up, `claims add` against the bare parser, detection.

    python -m tests.benchmarks           measure and print
    python -m tests.benchmarks --write   write RESULTS.md too

No figure here is a test: machines differ, and so does what else they do. A figure is compared
with another one that was measured beside it, in turns.
"""
