"""HTML read as a browser would, as far as the tests look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = {"td", "th", "dt", "dd", "li", "p", "title"}
_VOID: Final = {"meta", "br", "img", "link", "hr", "input"}


@dataclass
class Page(HTMLParser):
    """The elements of a page with their attributes, its text, and what was not closed."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    crossed: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as in pictures."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Note where elements do not close in the order in which they were opened."""
        self.words.append(" " if tag in _BLOCKS else "")
        last = self._open.pop() if self._open else ""
        if last != tag:
            self.crossed.append(f"{tag} closes {last}")

    def handle_data(self, data: str) -> None:
        """Collect the text."""
        if not self._open or self._open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        """The words that a reader gets, on one line."""
        return " ".join("".join(self.words).split())

    @property
    def unclosed(self) -> list[str]:
        """The elements that were left open."""
        return list(self._open)

    def values(self, attribute: str) -> list[str]:
        """Give every value of an attribute, in order."""
        return [found[attribute] for _, found in self.elements if attribute in found]


def read_page(html: str) -> Page:
    """Read a whole page."""
    page = Page()
    page.feed(html)
    page.close()
    return page
