"""Holding the data that a report carries against itself, the texts and the database.

What is compared is what the report says: what a later version of the program adds is no
difference. Some hundred things are in memory at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import db
from claims import __version__
from claims.model import CONFLICTS, Filter, Relation
from claims.report.difference import Difference, differences
from claims.report.document import counts_document
from claims.report.identity import short_claim, short_conflict
from claims.report.lapse import UNREADABLE, Lapse, Tally
from claims.service.sheet import sums
from claims.service.verification.damage import damage_told
from claims.service.verification.evidence import (
    check_extent,
    check_quotes,
    check_text,
    quoted_from,
)
from claims.service.verification.present import present_articles, present_cases

if TYPE_CHECKING:
    from claims.report.seal import Origin
    from db import Session

Document = dict[str, Any]

_AT_ONCE: Final = 100
_SIDES: Final = ("left", "right")
_BROKEN: Final = "it is not written as this program writes it"


@dataclass(slots=True)
class DataCheck:
    """One pass over the data of a report.

    Args:
        tally: What is found.
        origin: What the report was made from, as far as its seal can be read.
        session: The database; None to hold the data against itself alone.
    """

    tally: Tally
    origin: Origin | None
    session: Session | None
    _relations: Counter[str] = field(default_factory=Counter)
    _conflicts: list[Any] = field(default_factory=list)
    _articles: list[Any] = field(default_factory=list)
    _counts: Document = field(default_factory=dict)
    _texts: set[str] = field(default_factory=set)

    def run(self, fields: Iterable[tuple[str, Any]]) -> None:
        """Check everything, a thing at a time."""
        for name, value in fields:
            if name == "conflicts":
                self._conflicts.append(value)
            elif name == "articles":
                self._articles.append(value)
            elif name == "counts" and isinstance(value, dict):
                self._counts = value
            if len(self._conflicts) >= _AT_ONCE:
                self._check_conflicts()
        self._check_conflicts()
        self._check_articles()
        self._check_counts()

    @property
    def _is_internal(self) -> bool:
        return self.origin is not None and self.origin.with_internal

    @property
    def _is_strict(self) -> bool:
        """Whether the report was written by this version, so that no field may be missing."""
        return self.origin is not None and self.origin.imprint.version == __version__

    def _check_conflicts(self) -> None:
        found, self._conflicts = self._conflicts, []
        readable = [one for one in found if self._read_conflict(one)]
        quotes = [quoted_from(one[side]) for one in readable for side in _SIDES]
        self.tally.count("conflict", len(found))
        if self.session is None:
            for one in quotes:
                check_extent(one, self.tally)
            return
        check_quotes(self.session, quotes, self.tally, self._texts)
        ids = {one["id"] for one in readable}
        with damage_told(self.tally):
            now = present_cases(self.session, ids, is_internal=self._is_internal)
            for document in readable:
                self._compare_conflict(document, now.get(document["id"]))

    def _read_conflict(self, one: Any) -> bool:
        """Count a conflict, and say if its parts can be read at all."""
        try:
            short_conflict(one["id"], Relation(one["relation"]))
            _ = [quoted_from(one[side]) for side in _SIDES]
        except UNREADABLE:
            self.tally.add(Lapse("conflict", _name_of(one), "", words=_BROKEN))
            return False
        self._relations[one["relation"]] += 1
        return True

    def _compare_conflict(self, stated: Document, now: Document | None) -> None:
        name = short_conflict(stated["id"], Relation(stated["relation"]))
        if now is None:
            words = "it is not in the database, or is no longer detected"
            self.tally.add(Lapse("conflict", name, "", words=words))
            return
        for one in differences(stated, now, strict=self._is_strict):
            side = one.path[0]
            if side in _SIDES and one.path[1:]:
                claim = short_claim(stated[side]["id"])
                self.tally.add(_lapse("claim", claim, one, one.path[1:]))
            else:
                self.tally.add(_lapse("conflict", name, one, one.path))

    def _check_articles(self) -> None:
        self.tally.count("article", len(self._articles))
        if self.session is None or not self._articles:
            return
        now = present_articles(self.session, is_internal=self._is_internal)
        for one in self._articles:
            name = f"a{_name_of(one)}"
            found = now.get(str(one.get("id"))) if isinstance(one, Mapping) else None
            if found is None:
                words = "it is not in the database"
                self.tally.add(Lapse("article", name, "", words=words))
                continue
            self._check_text(found["text_id"])
            for place in differences(one, found, strict=self._is_strict):
                self.tally.add(_lapse("article", name, place, place.path))

    def _check_text(self, text_id: str) -> None:
        """Hold the text of an article against its SHA-256, where no quote of it was."""
        if self.session is not None and text_id not in self._texts:
            self._texts.add(text_id)
            check_text(text_id, db.stored_body(self.session, text_id) or "", self.tally)

    def _check_counts(self) -> None:
        """Hold the counts against what is listed, where nothing was left out, and now."""
        if self.origin is not None and self.origin.narrow == Filter():
            for relation in CONFLICTS:
                stated, listed = self._counts.get(relation.value), self._relations[relation.value]
                if stated != listed:
                    words = f"it counts {stated}, and {listed} are listed"
                    self.tally.add(Lapse("counts", "", relation.value, stated, listed, words))
        if self.session is None:
            return
        now = counts_document(sums(self.session))
        for one in differences(self._counts, now, strict=self._is_strict):
            self.tally.add(_lapse("counts", "", one, one.path))


def _lapse(about: str, name: str, one: Difference, path: tuple[str, ...]) -> Lapse:
    return Lapse(about, name, ".".join(path), one.stated, one.found)


def _name_of(thing: Any) -> str:
    return str(thing.get("id"))[:8] if isinstance(thing, Mapping) else "?"
