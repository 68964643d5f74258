"""Mails and mailboxes: what a mail program shows becomes an article."""

import base64
import hashlib
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError, PassedOver
from claims.model import KnownBy
from claims.read import Problem, read_articles, read_file
from claims.read.format import Draft, Material, Part, find_format, get_format, read_drafts
from claims.read.format.message import LARGEST
from tests.read.format.pdf_maker import column, make_pdf
from tests.read.format.reading import outcomes, read_all, read_one
from tests.read.format.zip_maker import make_docx, make_zip, paragraph, run

SAVE = "save it to add it by itself"
BODY = "Norland sent three hundred engineers to the flooded valley on Friday, the ministry said.\n"
HEAD = """Message-ID: <1@example.org>
From: Ann Example <ann@example.org>
Subject: Norland sends engineers to the flooded valley
Date: Mon, 5 Apr 2021 23:30:00 -0400 (EDT)
"""
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + BODY


def _mail(head: str, body: bytes | str) -> bytes:
    return head.encode() + b"\n" + (body if isinstance(body, bytes) else body.encode())


def _mailbox(*mails: str) -> bytes:
    return "".join(
        f"From ann@example.org Mon Apr  5 23:30:00 2021\n{mail}\n\n" for mail in mails
    ).encode()


def test_a_mail_is_an_article_with_what_its_header_says() -> None:
    """The day as printed, not shifted; the sender is only inferred to be the author."""
    draft = read_one("a.eml", PLAIN.encode())
    assert draft.body == BODY
    assert draft.reader == "mail/1"
    assert draft.facts == {
        "title": ("Norland sends engineers to the flooded valley", KnownBy.FRONT_MATTER),
        "published": ("2021-04-05", KnownBy.FRONT_MATTER),
        "authors": (("Ann Example",), KnownBy.INFERRED),
    }


def test_the_byline_of_the_text_comes_before_the_sender(tmp_path: Path) -> None:
    """A newsletter is sent by one and written by another."""
    file = tmp_path / "a.eml"
    file.write_text(PLAIN.replace(BODY, f"Engineers in the valley\n\nBy Bo Sample\n\n{BODY}"))
    article = read_file(file)
    assert (article.authors, article.how_known("authors")) == (("Bo Sample",), KnownBy.TEXT)


@pytest.mark.parametrize(
    ("subject", "lead"),
    [
        ("Fwd: Floods", ""),
        ("RE: AW: Floods", ""),
        ("Floods", "---------- Forwarded message ---------\nFrom: Bo\n\n"),
        ("Floods", "Begin forwarded message:\n\n"),
    ],
)
def test_what_is_passed_on_has_another_author_and_perhaps_another_day(
    subject: str, lead: str
) -> None:
    """Its own dateline is surer than the header of the mail."""
    mail = PLAIN.replace("Norland sends engineers to the flooded valley", subject)
    facts = read_one("a.eml", mail.replace(BODY, lead + BODY).encode()).facts
    assert facts["title"] == ("Floods", KnownBy.INFERRED)
    assert facts["published"] == ("2021-04-05", KnownBy.INFERRED)
    assert "authors" not in facts


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Transfer-Encoding: base64\n", base64.encodebytes(BODY.encode())),
        ("Content-Transfer-Encoding: quoted-printable\n", BODY.replace("Friday", "Fri=\nday")),
        ("Content-Type: text/plain; charset=utf-16\n", BODY.encode("utf-16")),
        ("Content-Type: text/plain; charset=nonsense\n", BODY),
        ("Content-Type: text/plain\n", BODY),
    ],
)
def test_a_body_is_decoded_as_its_header_says(head: str, body: bytes | str) -> None:
    """Or, where the header is wrong, by its bytes."""
    assert read_one("a.eml", _mail(HEAD + head, body)).body == BODY


def test_a_header_in_other_letters_is_decoded() -> None:
    """Subjects beyond ASCII are written in code words."""
    word = "=?utf-8?b?" + base64.b64encode("Überflutung in Łódź".encode()).decode() + "?="
    mail = PLAIN.replace("Norland sends engineers to the flooded valley", word)
    assert read_one("a.eml", mail.encode()).facts["title"][0] == "Überflutung in Łódź"


ATTACHED = (
    HEAD
    + """Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/plain
Content-Disposition: attachment; filename="../../x.txt"

An attached text.
--B
Content-Type: text/plain

"""
    + BODY
    + "--B--\n"
)
PDF = make_pdf([column(["Boats came at dawn, the harbour", "office wrote on Friday."])])
DOCX = make_docx(paragraph(run("Boats came at noon, the harbour office wrote on Friday.")))


def _with(*files: tuple[str, str, bytes], body: str = BODY) -> bytes:
    """Write a mail with files attached: type, header line with the name, bytes."""
    parts = [f"Content-Type: text/plain; charset=utf-8\n\n{body}".encode()] if body else []
    for kind, line, data in files:
        head = f"Content-Type: {kind}\n{line}Content-Transfer-Encoding: base64\n\n"
        parts.append(head.encode() + base64.encodebytes(data))
    joined = b"".join(b"--B\n%s\n" % part for part in parts)
    head = HEAD + "Archived-At: <https://example.org/list/1>\n"
    return head.encode() + b"Content-Type: multipart/mixed; boundary=B\n\n" + joined + b"--B--\n"


def _named(name: str) -> str:
    return f'Content-Disposition: attachment; filename="{name}"\n'


def test_documents_attached_to_a_mail_are_articles_of_their_own() -> None:
    """With their own bytes and readers; the day of the mail is only inferred to be theirs."""
    data = _with(
        ("application/pdf", _named("boats.pdf"), PDF),
        ("application/octet-stream", _named("=?utf-8?q?Erkl=C3=A4rung.docx?="), DOCX),
    )
    mail, pdf, docx = read_all("a.eml", data)
    assert (mail.body.strip(), mail.part) == (BODY.strip(), None)
    assert pdf.body == "Boats came at dawn, the harbour office wrote on Friday."
    assert docx.body == "Boats came at noon, the harbour office wrote on Friday."
    assert pdf.reader.startswith("mail/1 pdf/")
    assert pdf.part == Part("attachment boats.pdf", hashlib.sha256(PDF).hexdigest(), len(PDF))
    assert docx.part is not None
    assert docx.part.name == "attachment Erklärung.docx"
    assert pdf.facts == {"published": ("2021-04-05", KnownBy.INFERRED)}


def test_a_name_with_dots_in_it_leads_nowhere() -> None:
    """Nothing is written; an attached text is an article too."""
    mail, text = read_all("a.eml", ATTACHED.encode())
    assert mail.body.strip() == BODY.strip()
    assert text.body.strip() == "An attached text."
    assert text.part is not None
    assert text.part.name == "attachment ../../x.txt"


def test_what_is_attached_and_is_no_document_is_passed_over_with_a_word() -> None:
    """Pictures in the text and signatures are not even told."""
    data = _with(
        ("image/jpeg", _named("gate.jpg"), b"\xff\xd8x"),
        ("application/zip", _named("all.zip"), make_zip({"a.txt": b"x"})),
        ("message/rfc822", "", PLAIN.encode()),
        ("text/csv", _named("dead.csv"), b"title,text\na,b\n"),
        ("application/pgp-signature", _named("signature.asc"), b"x"),
        ("image/png", "Content-ID: <logo>\n", b"\x89PNG"),
    )
    mail, *others = read_drafts(Material("a.eml", data=data))
    assert isinstance(mail, Draft)
    assert all(isinstance(one, PassedOver) for one in others)
    assert [str(one) for one in others] == [
        f"attachment gate.jpg: an attachment that is no document; {SAVE}",
        f"attachment all.zip: an attachment that is no document; {SAVE}",
        f"attachment dead.csv: an attachment that is a table; {SAVE}",
    ]


def test_a_damaged_attachment_holds_up_neither_the_mail_nor_the_others(tmp_path: Path) -> None:
    """In a mailbox, it is named with its mail."""
    bad = ("application/pdf", _named("bad.pdf"), b"%PDF-1.7 x")
    good = ("application/pdf", _named("good.pdf"), PDF)
    file = tmp_path / "box.mbox"
    file.write_bytes(_mailbox(PLAIN, _with(bad, good).decode()))
    first, second, line, pdf = read_articles(file)
    assert not isinstance(first, Problem)
    assert not isinstance(second, Problem)
    assert isinstance(line, Problem)
    assert str(line.error).startswith(f"{file}: message 2, attachment bad.pdf: it is a PDF file")
    assert not isinstance(pdf, Problem)
    assert pdf.source is not None
    assert pdf.source.file == "box.mbox, message 2, attachment good.pdf"
    assert pdf.address is None


def test_a_mail_of_attachments_alone_is_read(tmp_path: Path) -> None:
    """It has no text of its own, and needs none."""
    (pdf,) = read_all("a.eml", _with(("application/pdf", _named("a.pdf"), PDF), body=""))
    assert pdf.body.startswith("Boats came at dawn")
    file = tmp_path / "a.eml"
    file.write_bytes(_with(("image/png", _named("a.png"), b"\x89PNG"), body=""))
    skipped, failed = read_articles(file)
    assert isinstance(skipped, Problem)
    assert isinstance(skipped.error, PassedOver)
    assert isinstance(failed, Problem)
    assert "it shows no text" in str(failed.error)


def test_of_very_many_attachments_the_first_are_read() -> None:
    """And one line says so."""
    files = [("text/plain", _named(f"{n}.txt"), b"Words of it.") for n in range(60)]
    found = list(read_drafts(Material("a.eml", data=_with(*files))))
    assert sum(isinstance(one, Draft) for one in found) == 51
    assert isinstance(found[-1], PassedOver)


def test_a_mail_without_text_says_so() -> None:
    """Its attachments can be added by themselves."""
    with pytest.raises(InputError, match="it shows no text; add what is attached"):
        read_one("a.eml", _mail(HEAD + "Content-Type: image/png\n", b"\x89PNG"))


def test_a_mail_is_known_by_its_header() -> None:
    """Whatever its suffix; words with colons are no header."""
    assert find_format(Material("a.txt", data=PLAIN.encode())).name == "mail"
    assert find_format(Material("a.txt", data=_mailbox(PLAIN))).name == "mbox"
    assert find_format(Material("a.txt", data=b"Oster: a village.\nNote: wet.\n\n")).name == "plain"
    assert find_format(Material("a.txt", data=b"From here on, 12:30.\n\nWords.")).name == "plain"


def test_each_mail_of_a_mailbox_is_an_article(tmp_path: Path) -> None:
    """Each has its own bytes; a lone "From " in a text parts nothing, a quoted one is unquoted."""
    second = PLAIN.replace(BODY, "From here on it rained.\n\n>From Oster came nothing at 10:30.\n")
    file = tmp_path / "box.mbox"
    file.write_bytes(_mailbox(PLAIN, second))
    one, two = read_articles(file)
    assert not isinstance(one, Problem)
    assert not isinstance(two, Problem)
    assert one.text.body.strip() == BODY.strip()
    assert two.text.body.strip().endswith("From Oster came nothing at 10:30.")
    assert one.source is not None
    assert two.source is not None
    assert (one.file, one.source.file) == ("box.mbox", "box.mbox, message 1")
    assert one.source.sha256 != two.source.sha256
    assert one.source.size == len(PLAIN) + 2


def test_a_bad_mail_does_not_hold_up_the_others(tmp_path: Path) -> None:
    """It is named by its number."""
    file = tmp_path / "box.mbox"
    file.write_bytes(_mailbox(PLAIN, HEAD + "Content-Type: image/png\n\nx", PLAIN))
    first, bad, last = read_articles(file)
    assert not isinstance(first, Problem)
    assert isinstance(bad, Problem)
    assert str(bad.error).startswith(f"{file}: message 2: it shows no text")
    assert not isinstance(last, Problem)


def test_a_mailbox_is_read_in_the_memory_of_one_mail(tmp_path: Path) -> None:
    """One that is too large is left out, and the next is read; so with a line that never ends."""
    file = tmp_path / "box.mbox"
    with file.open("wb") as out:
        out.write(_mailbox(PLAIN)[:-1])
        for _ in range(2 * LARGEST // 2**20):
            out.write(b"x" * 2**20)
        out.write(b"\n\n" + _mailbox(PLAIN))
    tracemalloc.start()
    found = list(read_articles(file))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [isinstance(one, Problem) for one in found] == [True, False]
    assert peak < 3 * LARGEST


def _nested(depth: int) -> bytes:
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    return (HEAD + parts + "Content-Type: text/plain\n\n" + BODY).encode()


@pytest.mark.parametrize(
    "data",
    [
        _nested(100_000),
        _mail(HEAD + "Content-Type: multipart/mixed; boundary=B\n", b"--B\n\n" * 1_000_000),
        _mail("Message-ID: x\n" + "X: y\n" * 100_000, BODY),
        _mail(HEAD + "Subject: " + "=?utf-8?q?a?= " * 15_000 + "\n", b""),
        _mail("Message-ID: x\nFrom: " + "(" * 200_000 + "\n", b""),
    ],
    ids=["nested", "parts", "headers", "subject", "sender"],
)
def test_a_hostile_mail_is_one_line(data: bytes) -> None:
    """In bounded time."""
    (line,) = outcomes("a.eml", data)
    assert isinstance(line, str)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.eml", "a.mbox", "a.mhtml"]))
def test_any_bytes_are_mails_or_lines(data: bytes, name: str) -> None:
    """As a body, as a header, as a part."""
    for whole in (data, HEAD.encode() + data, ATTACHED.encode().replace(b"--B", data), data * 3):
        for found in outcomes(name, whole):
            assert isinstance(found, str) or found.body.encode() is not None


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(ATTACHED)), st.binary(max_size=6)), max_size=5))
def test_any_damage_of_a_mailbox_gives_mails_or_lines(damage: list[tuple[int, bytes]]) -> None:
    """Bytes are overwritten anywhere."""
    data = bytearray(_mailbox(ATTACHED, PLAIN))
    for place, new in damage:
        data[place : place + len(new)] = new
    assert all(isinstance(found, str | Draft) for found in outcomes("a.mbox", bytes(data)))


PAGE = b"<html><body><article><h1>A head line of it</h1>" + b"<p>%s</p>" % BODY.encode() * 4
SAVED = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/news/1\r\n"
    b"Subject: A head line\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
    b"--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/n\r\n"
    b"\r\n%s\r\n--B\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n--B--\r\n" % PAGE
)


def test_a_saved_page_is_told_from_a_mail() -> None:
    """Both have headers."""
    assert find_format(Material("a.eml", data=SAVED)).name == "mhtml"


@pytest.mark.skipif(get_format("page") is None, reason="pages are not read yet")
def test_a_saved_page_is_read_as_a_page() -> None:
    """With the address that the browser kept."""
    draft = read_one("a.mhtml", SAVED)
    assert "three hundred engineers" in draft.body
    assert draft.facts["address"] == ("https://example.org/news/1", KnownBy.PAGE)
    assert draft.reader.startswith("mhtml/1 page/")


@pytest.mark.skipif(get_format("page") is None, reason="pages are not read yet")
def test_the_page_of_a_mail_comes_before_its_text() -> None:
    """As mail programs show it."""
    mail = ATTACHED.replace("Content-Type: text/plain\n\n" + BODY, "")
    mail = mail.replace("--B--", "Content-Type: text/html\n\n" + PAGE.decode() + "\n--B--")
    draft, _ = read_all("a.eml", mail.encode())
    assert draft.reader.startswith("mail/1 page/")
    assert draft.facts["published"] == ("2021-04-05", KnownBy.FRONT_MATTER)


def test_a_saved_file_without_a_page_says_so() -> None:
    """It may hold pictures alone."""
    with pytest.raises(InputError, match="holds no page"):
        read_all("a.mhtml", SAVED.replace(b"text/html;", b"image/gif;"))
