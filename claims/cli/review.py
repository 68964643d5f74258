"""`claims review`: going through the open conflicts on a terminal, a key a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

import typer

from claims.cli import output
from claims.cli.keyboard import END, Keyboard, keyboard
from claims.cli.option import location, narrow, signer, takes
from claims.errors import ClaimsError, DatabaseError
from claims.model import REASONS, Favour, Filter, Verdict
from claims.report.layout import wrap

if TYPE_CHECKING:
    from claims.model import Annotation
    from claims.service.annotation import Word
    from claims.service.review import Page, Reader
    from db import Database

_VERDICTS: Final = {
    "c": Verdict.CONFIRMED,
    "e": Verdict.EXPLAINED,
    "d": Verdict.DISMISSED,
    "n": Verdict.NEEDS_SOURCE,
    "t": Verdict.SETTLED,
    "o": Verdict.OPEN,
}
_KEYS: Final = (
    "c confirmed   e explained   d dismissed   n needs a source   t settled   o open\n"
    "w write a note   s skip   b back   q quit"
)
_WHICH: Final = "for which answer? l left  r right  b both  n neither: "
_SIDES: Final = {"l": Favour.LEFT, "r": Favour.RIGHT, "b": Favour.BOTH, "n": Favour.NEITHER}


@takes(narrow=narrow, location=location, by=signer)
def review(
    narrow: Filter,
    location: str,
    by: str,
    second: Annotated[
        bool,
        typer.Option(
            "--second", help="Judge what others judged and you did not, their words hidden."
        ),
    ] = False,
) -> None:
    """Go through the open conflicts, a key a verdict.

    They come in the order of the listing, and it goes on where you stopped. What you skip comes
    again in the next round. The filters of the listings say which conflicts; --status asks for
    others than the open ones.

    Example: claims review --relation contradiction --by Ana
    """
    from claims.service.annotation import refuse_unsigned
    from claims.service.opening import opened
    from claims.service.review import Reader

    refuse_unsigned(by)
    with opened(location) as database, keyboard() as keys:
        _Round(database, Reader(by.strip(), second), narrow, keys).go()


@dataclass
class _Round:
    """One sitting: the queue as it was found, where one is in it, and what was said.

    Args:
        said: The verdict given in this sitting, by conflict: one given again corrects it.
    """

    database: Database
    reader: Reader
    narrow: Filter
    keys: Keyboard
    at: int = 0
    said: dict[str, str] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    queue: list[str] = field(default_factory=list)

    def go(self) -> None:
        """Show what waits until the end or until the person quits."""
        from claims.service.review import begin_again, list_queue

        self.queue, passed = list_queue(self.database, self.reader, self.narrow)
        if not self.queue and passed:
            output.say(f"A new round: {passed} passed over in the last one.")
            begin_again(self.database, self.reader)
            self.queue, passed = list_queue(self.database, self.reader, self.narrow)
        while self.at < len(self.queue):
            if not self._show():
                break
        else:
            self._end()
        output.say(self._sum())

    def _show(self) -> bool:
        """Show the conflict one is at and do what a key says; tell whether to go on."""
        from claims.report.review import render_page
        from claims.service.review import load_page

        page = load_page(self.database, self.queue[self.at])
        if page is None:
            output.say("\nThis one is no longer detected.")
            self.at += 1
            return True
        place = self.at + 1, len(self.queue)
        blind = self.reader.second
        text = render_page(page.case, page.bodies, place, output.width(), blind=blind)
        output.say(f"\n{text}\n\n{_KEYS}")
        return self._ask(page)

    def _ask(self, page: Page) -> bool:
        """Read keys until one moves on; tell whether to go on."""
        while True:
            key = self.keys.key("> ")
            if key in ("q", END):
                return False
            if key == "b":
                self.at = max(0, self.at - 1)
                return True
            if key == "s":
                self._skip(page)
                return True
            if key == "w":
                self._note(page)
            elif key in _VERDICTS and self._judge(page, _VERDICTS[key]):
                self.at += 1
                return True
            elif key not in _VERDICTS:
                output.say(_KEYS)

    def _skip(self, page: Page) -> None:
        from claims.service.review import pass_over

        id_ = page.case.conflict.id
        pass_over(self.database, self.reader, id_)
        if id_ not in self.said:
            self.skipped.add(id_)
        self.at += 1

    def _note(self, page: Page) -> None:
        note = self.keys.line("note: ")
        if note:
            self._record(page, note=note)

    def _judge(self, page: Page, verdict: Verdict) -> bool:
        """Ask for what the verdict needs, and record it; tell whether it was."""
        favour, source, reason = None, "", ""
        if verdict is Verdict.SETTLED:
            favour = _SIDES.get(self.keys.key(_WHICH))
            if favour is None:
                output.say("not settled")
                return False
            source = self.keys.line("source, its address: ")
        elif verdict in REASONS:
            reason = _reason(self.keys, verdict)
        return self._record(page, verdict=verdict, reason=reason, favour=favour, source=source)

    def _record(
        self,
        page: Page,
        *,
        verdict: Verdict | None = None,
        reason: str = "",
        favour: Favour | None = None,
        source: str = "",
        note: str = "",
    ) -> bool:
        """Record a word on the facts that are shown; tell whether it could be."""
        from claims.report.block import word_line
        from claims.report.identity import short_annotation
        from claims.service.annotation import Word

        id_ = page.case.conflict.id
        before = self.said.get(id_) if verdict else None
        try:
            word = Word(
                self.reader.by, note, verdict, reason, (), favour, source, supersedes=before
            )
            recorded = self._annotate(page, word)
        except DatabaseError:
            raise
        except ClaimsError as error:
            output.say(str(error))
            return False
        said = word_line(recorded)
        output.say_lines(wrap(said, output.width(), f"{short_annotation(recorded.id)} recorded: "))
        if verdict is not None:
            self.said[id_] = recorded.id
            self.skipped.discard(id_)
        return True

    def _annotate(self, page: Page, word: Word) -> Annotation:
        from claims.service.annotation import annotate

        id_ = page.case.conflict.id
        claims = page.case.left.claim.id, page.case.right.claim.id
        return annotate(self.database, f"k{id_}", word, shown=(page.seen, claims)).annotation

    def _end(self) -> None:
        from claims.service.review import begin_again

        begin_again(self.database, self.reader)

    def _sum(self) -> str:
        if not self.queue:
            return "Nothing waits for you." if self.reader.second else "No open conflict waits."
        left = sum(id_ not in self.said for id_ in self.queue[self.at :])
        rest = f", {left} left: go on with claims review" if left else ""
        return f"{len(self.said)} judged, {len(self.skipped)} passed over{rest}."


def _reason(keys: Keyboard, verdict: Verdict) -> str:
    """Ask for the reason of a verdict by its number; any other key gives none."""
    reasons = REASONS[verdict]
    listed = ", ".join(f"{at} {reason}" for at, reason in enumerate(reasons, start=1))
    output.say_lines(wrap(f"why? {listed}; Enter for no reason", output.width()))
    key = keys.key("> ")
    chosen = int(key) if key.isdecimal() else 0
    return reasons[chosen - 1] if 0 < chosen <= len(reasons) else ""
