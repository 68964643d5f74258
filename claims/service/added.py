"""What becomes of articles while they are added, told one by one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import ClaimsError
from claims.model import Address, Article

if TYPE_CHECKING:
    from claims.service.edition import Succession


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come."""

    done: int
    total: int
    path: Path | Address


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article of a file.

    Args:
        path: The file, or the address.
        article: The article as stored; None where it failed.
        outcome: "added", "updated", "unchanged", "skipped" where it was left out on purpose, or
            "failed".
        error: Why it failed, or was left out.
        alone: Whether the file holds no other article.
        claims: How many claims its text has.
        changed: Names of the fields that an update changed.
        succession: Which version it took the place of; None where it is the first.
    """

    path: Path | Address
    article: Article | None
    outcome: str
    error: ClaimsError | None = None
    alone: bool = True
    claims: int = 0
    changed: tuple[str, ...] = ()
    succession: Succession | None = None

    @property
    def place(self) -> str:
        """The file or address, and the part of it where it holds several articles."""
        source = self.article.source if self.article else None
        if self.alone or source is None or source.file is None:
            return str(self.path)
        if isinstance(self.path, Address):
            return f"{self.path}, {source.file}"
        return str(self.path.parent / source.file)
