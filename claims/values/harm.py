"""What can befall people that news counts."""

from typing import Final

HARM: Final = frozenset({"killed", "wounded", "missing", "arrested", "displaced", "rescued"})
"""Classes of attributes.toml that say what became of the people counted."""
