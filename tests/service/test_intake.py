"""The articles that a file leads to: what is passed over beside one does not make it several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.service.library import add_articles

if TYPE_CHECKING:
    from pathlib import Path

    from db import Database

_HEAD: Final = "Message-ID: <1@example.org>\nSubject: Toll\nMIME-Version: 1.0\n"


def _mail(count: int, *attached: str) -> str:
    """Write a mail with small files attached."""
    parts = [f"Content-Type: text/plain\n\nThe ministry said {count} people died in Osk.\n"]
    for name in attached:
        line = f'Content-Disposition: attachment; filename="{name}"\n'
        parts.append(f"Content-Type: application/octet-stream\n{line}\nAnother 9 people left.\n")
    joined = "".join(f"--B\n{part}" for part in parts)
    return f"{_HEAD}Content-Type: multipart/mixed; boundary=B\n\n{joined}--B--\n"


def test_a_mail_with_a_picture_replaces_an_article(empty: Database, tmp_path: Path) -> None:
    """The picture is told as skipped, and the mail is the only article."""
    first, second = tmp_path / "a.eml", tmp_path / "b.eml"
    first.write_text(_mail(12))
    second.write_text(_mail(14, "gate.jpg"))
    (stored,) = add_articles(empty, [first])
    assert stored.article is not None
    added, picture = add_articles(empty, [second], replaces=stored.article.id)
    assert (added.outcome, added.alone, picture.outcome) == ("added", True, "skipped")
    assert added.succession is not None
    assert added.succession.other.id == stored.article.id


def test_a_mail_with_a_document_is_several_articles(empty: Database, tmp_path: Path) -> None:
    """Which of them replaces another is for a person to say."""
    file = tmp_path / "a.eml"
    file.write_text(_mail(12, "gate.jpg", "note.txt"))
    found = add_articles(empty, [file])
    assert [one.outcome for one in found] == ["added", "skipped", "added"]
    assert found[-1].place.endswith("a.eml, attachment note.txt")
    assert found[-1].article is not None
    (refused,) = add_articles(empty, [file], replaces=found[-1].article.id)
    assert "it holds several articles" in str(refused.error)
