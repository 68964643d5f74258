"""The ladder of scope, a file a family of claims; `step` says what a rung is."""
