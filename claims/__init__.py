"""Claim and fact tracking for people who check the news."""

from typing import Final

__version__: Final = "0.1.0"
