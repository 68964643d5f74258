"""The names of things on the web of data: an address where there is one, else a URN of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from claims.model import Target, fingerprint
from claims.report.address import web_address

if TYPE_CHECKING:
    from claims.model import Run
    from claims.report.view import Publication

_URN: Final = "urn:claimledger"
PROGRAM: Final = f"{_URN}:program"


def name_of(target: Target, id_: str) -> str:
    """Name an article, a claim, a question or a conflict by its whole id."""
    return f"{_URN}:{target.value}:{id_}"


def name_of_text(text_id: str) -> str:
    """Name a text by its SHA-256."""
    return f"{_URN}:text:{text_id}"


def name_of_word(id_: str) -> str:
    """Name a person's word."""
    return f"{_URN}:annotation:{id_}"


def name_of_person(name: str) -> str:
    """Name who signs, by the name that signs."""
    return f"{_URN}:person:{quote(name, safe='')}"


def name_of_program(version: str) -> str:
    """Name a version of this program."""
    return f"{PROGRAM}:{quote(version, safe='')}"


def name_of_run(run: Run) -> str:
    """Name a run of the program."""
    parts = run.program, run.extractor, run.started_at.isoformat()
    return f"{_URN}:run:{fingerprint('run', *parts)}"


def source_of(article: Publication) -> str:
    """Name what a quote stands in: the page, where its address is known, else our own name."""
    return web_address(article.address) or name_of(Target.ARTICLE, article.id)
