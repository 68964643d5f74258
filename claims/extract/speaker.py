"""Who the article says says so, as a chain from the outside in. Once, for every kind.

"The report, citing US officials, said …" gives The New York Times (which the report is), citing
US officials. Inside quotation marks it is who is quoted, over as many sentences as the quotation
has. The author's own words have no speaker, and neither has "the author says" or "Hasan writes"
in a text by Hasan. Words come from claims/data/reporting.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.extract.carried import carried_report, may_carry
from claims.extract.cue import Cue, Cues
from claims.extract.maker import gives_toll
from claims.extract.opening import opening_end
from claims.extract.quotation import Quotation, Quotations
from claims.extract.reported import (
    Report,
    cited_beside,
    covers,
    find_source_phrases,
    report_by,
    reports_of,
)
from claims.extract.reporting import is_reporting
from claims.extract.source import Source, Sources
from claims.model import Evidence, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.extract.reading import Block, Reading

_OWN_VOICE: Final = frozenset({"author", "writer", "columnist", "i", "we", "me", "us", "my", "our"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The chain of speakers of a clause, and where links that stand elsewhere were found."""

    speakers: tuple[Speaker, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Voices:
    """Finds who speaks in one article, whose own author's voice it knows."""

    def __init__(self, reading: Reading, authors: tuple[str, ...]) -> None:
        """Find the quotations, and remember the surnames of the authors."""
        self._quotations = Quotations(reading)
        self._cues = Cues(reading, self._quotations)
        self._sources = Sources(reading, self._quotations)
        self._phrases = [list(find_source_phrases(block.doc)) for block in reading.blocks]
        self._found: dict[tuple[int, int, bool], Attribution] = {}
        self._own = {author.split()[-1].lower() for author in authors if author.split()}

    def attribution(
        self,
        verb: Token,
        block: Block,
        *,
        itself: bool = False,
        makers: tuple[Token, ...] = (),
    ) -> Attribution:
        """Give the chain of speakers of a clause, the outermost first.

        Args:
            verb: The predicate of the clause; any other token serves where there is none.
            block: Its paragraph.
            itself: Whether the predicate itself may be what reports: "the paper reports 1,000".
            makers: Those in the clause who say it, where it is no reporting verb that tells.

        Returns:
            Empty speakers for the author's own words.
        """
        key = (self._quotations.number(block), verb.i, itself)
        if key not in self._found:
            self._found[key] = self._chain(self._links(verb, block, itself=itself))
        if not makers:
            return self._found[key]
        inner = self._read(makers, block)
        return self._chain((*self._links(verb, block, itself=itself), *inner))

    def _chain(self, links: Iterable[Source]) -> Attribution:
        links = [link for link in links if not self._is_own(link)]
        speakers = {link.speaker.key: link.speaker for link in links}
        evidence = {link.evidence: None for link in links if link.evidence is not None}
        return Attribution(tuple(speakers.values()), tuple(evidence))

    def _links(self, verb: Token, block: Block, *, itself: bool) -> Iterator[Source]:
        """Give the links of the chain: who is quoted, then who is reported inside the quotation."""
        quotation = self._voice(verb, block)
        if quotation is not None:
            yield from self._quoted(self._cues.cue(quotation), block)
        yield from self._read(self._according(verb, block, quotation), block)
        speaks = itself and (is_reporting(verb) or gives_toll(verb))
        reports = [report_by(verb)] if speaks else []
        reports += [r for r in reports_of(verb) if self._voice(r.word, block) == quotation]
        if not reports and quotation is None and may_carry(block.paragraph.words):
            reports += self._carried(verb, block)
        for report in reversed(reports):
            yield from self._read(report.makers, block)
        yield from self._read(cited_beside(verb), block)

    def _carried(self, verb: Token, block: Block) -> Iterator[Report]:
        """Give what reported the clause or sentence before, where this one goes on with it."""
        report = carried_report(verb)
        if report is not None and self._quotations.at(report.word, block) is None:
            yield report

    def _quoted(self, cue: Cue | None, block: Block) -> Iterator[Source]:
        """Give who says a quotation, and who says that they say it."""
        if cue is None:
            return
        if cue.verb is not None:
            yield from self._links(cue.verb, cue.block, itself=False)
        source = self._sources.source(cue.noun, cue.block)
        if source is not None:
            yield source if cue.block is block else _from_elsewhere(source)

    def _according(self, verb: Token, block: Block, quotation: Quotation | None) -> Iterator[Token]:
        """Give whom "according to" names in the same voice."""
        for phrase in self._phrases[self._quotations.number(block)]:
            if covers(phrase.word, verb) and self._voice(phrase.word, block) == quotation:
                yield from phrase.makers

    def _voice(self, token: Token, block: Block) -> Quotation | None:
        """Give the quotation a token is spoken in; None where nobody is known to speak it."""
        quotation = self._quotations.at(token, block)
        if quotation is None or self._cues.cue(quotation) is None:
            return None
        return quotation

    def _read(self, nouns: Iterable[Token], block: Block) -> Iterator[Source]:
        named = (noun for noun in nouns if noun.i >= opening_end(noun.sent))
        sources = (self._sources.source(noun, block) for noun in named)
        return (source for source in sources if source is not None)

    def _is_own(self, link: Source) -> bool:
        sort, _, name = link.speaker.key.partition(":")
        if sort == "words":
            return name.rpartition(" ")[2] in _OWN_VOICE
        return sort in ("person", "name") and name.rpartition("-")[2] in self._own


def _from_elsewhere(source: Source) -> Source:
    """Tell where the name stands, as it is not in the paragraph of the quotation."""
    span = source.speaker.span
    if source.evidence is not None or span is None:
        return source
    return Source(source.speaker, Evidence("speakers", span, "quotation"))


__all__ = ["Attribution", "Voices", "is_reporting"]
