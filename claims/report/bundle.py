"""What lies beside a report in a bundle: a word to the reader, the list of texts, the checksums.

For somebody without this program: everything can be read and checked with what a system has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claims.report.byline import author_words, file_words, outlet_words, published_words
from claims.report.disclosure import hidden_words
from claims.report.layout import clean
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.report.imprint import Imprint
    from claims.report.view import Dossier, Publication

README: Final = "README.txt"
SUMS: Final = "SHA256SUMS"
TEXT_SUMS: Final = "TEXTS.sha256"
_FOLDER: Final = "texts"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a bundle holds.

    Args:
        report: The name of the report in it.
        with_texts: Whether the texts are in it, or their hashes alone.
    """

    report: str
    with_texts: bool


def text_name(text_id: str) -> str:
    """Name the file of a text: by its SHA-256, so that no name from outside is ever used."""
    return f"{_FOLDER}/{text_id}.txt"


def texts_of(dossier: Dossier) -> dict[str, list[Publication]]:
    """Give every text that a report rests on, in order of its hash, with the articles on it."""
    docket = dossier.docket
    rows = (row for sheet in (*docket.sheets.values(), *dossier.sheets) for row in sheet.rows)
    cases = (*docket.cases, *docket.look_alikes)
    entries = [entry for row in rows for entry in row.entries]
    entries += [side for case in cases for side in (case.left, case.right)]
    entries += [entry for entry, _ in dossier.notes]
    found: dict[str, dict[str, Publication]] = {}
    for article in (
        *(entry.article for entry in dossier.articles),
        *(article for entry in entries for article in entry.articles),
    ):
        found.setdefault(article.text_id, {})[article.id] = article
    return {text_id: [of[id_] for id_ in sorted(of)] for text_id, of in sorted(found.items())}


def sums_file(sums: Mapping[str, str]) -> str:
    """Write checksums as sha256sum reads them, by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))


def readme(dossier: Dossier, imprint: Imprint, parcel: Parcel) -> str:
    """Write the word to the reader: what is here, how it is checked, what the texts are."""
    texts = texts_of(dossier)
    told = "\n".join(_text_lines(texts, parcel))
    where = _WITH_TEXTS if parcel.with_texts else _WITHOUT_TEXTS
    return (
        f"{clean(imprint.title)}\n{imprint.words}\n\n"
        f"{_WHAT.format(report=parcel.report, count=plural(len(texts), 'text'))}"
        f"{where}\n{hidden_words(dossier.hidden_words)}\n\n"
        f"{_narrowed(dossier)}{_HOW}\n{told}\n"
    )


def _narrowed(dossier: Dossier) -> str:
    if not dossier.narrowed_to:
        return ""
    return f"The report is narrowed to: {clean(dossier.narrowed_to)}.\n\n"


def _text_lines(texts: Mapping[str, Iterable[Publication]], parcel: Parcel) -> Iterable[str]:
    for text_id, articles in texts.items():
        yield ""
        yield text_name(text_id) if parcel.with_texts else f"SHA-256 {text_id}"
        for article in articles:
            title = clean(article.title or "title unknown")
            yield f"  {title}"
            by = f"{clean(author_words(article))}, {clean(outlet_words(article))}"
            yield f"  {by}, {published_words(article)}, {clean(file_words(article))}"
            if article.address:
                yield f"  {clean(article.address)}"


_WHAT: Final = """\
WHAT IS HERE

{report} is the report: who says what differently about the same thing, with every quote, its
source and its place. It says who disagrees, never who is right. It needs no network and no
program but the one that shows such files.

It rests on {count}. """
_WITH_TEXTS: Final = """\
Each lies in the folder texts as a file in UTF-8, whose name is its own
SHA-256. A place in the report, "characters 120 to 168", counts the characters of that file from 0;
the second number is the first character after the quote. The texts belong to those who published
them: they are here to check the report, not to be published again.
"""
_WITHOUT_TEXTS: Final = f"""\
They are not here; their SHA-256 stand below and in {TEXT_SUMS}.
Whoever has a text as a file in UTF-8 can tell by it that it is the same, letter by letter.
"""
_HOW: Final = f"""\
HOW TO CHECK THAT NOTHING WAS CHANGED

In this folder, on Linux:         sha256sum -c {SUMS}
on macOS:                         shasum -a 256 -c {SUMS}
on Windows, file by file:         certutil -hashfile NAME SHA256

Every line must end in OK. {SUMS} itself is not in the list: get its own SHA-256 from whoever
gave you the bundle, by another way. With claimledger: claims verify on the report.

THE TEXTS"""
