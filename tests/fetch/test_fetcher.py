"""Addresses are fetched with manners and within bounds, from a server that has neither."""

import hashlib
import time
from collections.abc import Iterator

import pytest

from claims.errors import InputError
from claims.fetch import Manners
from claims.fetch.fetcher import Fetcher
from tests.fetch import site as web
from tests.fetch.site import PAGE, Site, running_site

QUICK = Manners(
    delay_s=0, deadline_s=3.0, timeout_s=2.0, attempts=1, limit=2**20, redirects=4,
    allow_private=True,
)  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Run a site with a page for each habit of servers."""
    answers = {
        "/good": web.page(),
        "/cached": web.cached,
        "/packed": web.packed,
        "/moved": web.to("/good", 301),
        "/circle": web.to("/round"),
        "/round": web.to("/circle"),
        "/chain": web.to("/chain?next"),
        "/file": web.to("file:///etc/passwd"),
        "/password": web.to("http://user:secret@127.0.0.1/"),
        "/nonsense": web.to("http://[::1"),
        "/silent": web.silent,
        "/dripping": web.dripping,
        "/endless": web.endless,
        "/short": web.cut_short,
        "/garbled": web.garbled,
        "/gone": web.page(status=410),
        "/closed": web.page(status=403),
        "/hangup": web.hanging_up,
        "/bomb": web.bomb,
        "/layered": web.layered,
        "/mispacked": web.mispacked,
        "/brotli": web.page(Content_Encoding="br"),
        "/empty": web.page(b""),
        "/late": web.page(b"", 503, Retry_After="86400"),
    }
    with running_site(answers) as running:
        yield running


def _fetch(site: Site, path: str) -> bytes:
    with Fetcher(QUICK) as fetcher:
        return fetcher.fetch(site.root + path).capture.body


def test_a_copy_holds_what_the_server_said(site: Site) -> None:
    """Bytes, their SHA-256, status, headers as sent, and where it came from at last."""
    with Fetcher(QUICK) as fetcher:
        fetched = fetcher.fetch(f"{site.root}/moved")
    copy = fetched.capture
    assert fetched.is_new
    assert (copy.address, copy.final_address) == (f"{site.root}/moved", f"{site.root}/good")
    assert (copy.body, copy.sha256) == (PAGE, hashlib.sha256(PAGE).hexdigest())
    assert (copy.status, copy.header("content-TYPE")) == (200, "text/html")
    assert copy.fetched_at == copy.seen_at


def test_a_packed_answer_is_unpacked(site: Site) -> None:
    """The hash is that of the page, not of its packing."""
    assert _fetch(site, "/packed") == PAGE


def test_the_program_names_itself(site: Site) -> None:
    """So that a site can speak to it, or keep it out."""
    _fetch(site, "/good")
    assert site.asked[-1].headers["User-Agent"].startswith("claimledger/")
    assert "Cookie" not in site.asked[-1].headers


def test_only_what_is_new_is_asked_for(site: Site) -> None:
    """The second time the copy still stands, and is only seen again."""
    with Fetcher(QUICK) as fetcher:
        first = fetcher.fetch(f"{site.root}/cached")
        second = fetcher.fetch(f"{site.root}/cached", first.capture)
    assert (first.is_new, second.is_new) == (True, False)
    assert second.capture.body == PAGE
    assert second.capture.id == first.capture.id
    assert second.capture.seen_at > first.capture.seen_at
    assert site.asked[-1].headers["If-None-Match"] == '"one"'


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/circle", "leads in a circle"),
        ("/file", "no address of http or https"),
        ("/password", "a name or a password"),
        ("/nonsense", "Invalid URL"),
        ("/silent", "does not answer in time"),
        ("/dripping", "does not answer in time"),
        ("/endless", "larger than 1 MB"),
        ("/short", "cannot be reached"),
        ("/garbled", "cannot be reached"),
        ("/hangup", "cannot be reached"),
        ("/gone", "no page there any more"),
        ("/closed", "does not show it to programs"),
        ("/bomb", "larger than 1 MB"),
        ("/layered", "packs its answer in a way"),
        ("/mispacked", "says that its answer is in gzip"),
        ("/brotli", "packs its answer in a way"),
        ("/empty", "answers with nothing"),
        ("/late", "busy or broken"),
        ("/nowhere", "no page there any more"),
    ],
)
def test_a_bad_answer_is_one_line_in_bounded_time(site: Site, path: str, why: str) -> None:
    """And what to do instead."""
    began = time.monotonic()
    with pytest.raises(InputError, match=why) as caught:
        _fetch(site, path)
    assert time.monotonic() - began < 8
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_redirects_end() -> None:
    """A chain of ever new addresses is cut."""
    answers = {f"/{n}": web.to(f"/{n + 1}") for n in range(10)}
    with (
        running_site(answers) as other,
        Fetcher(QUICK) as fetcher,
        pytest.raises(InputError, match="more than 4 times"),
    ):
        fetcher.fetch(f"{other.root}/0")


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/a", "file:///etc/passwd", "http://", "https:///a", "javascript:alert(1)",
     "http://u:p@127.0.0.1/", "http://[", "", "http://" + "a" * 3000],
)  # fmt: skip
def test_what_is_no_address_is_not_asked_for(address: str) -> None:
    """Nothing is resolved."""

    def resolve(host: str, _: int) -> list[str]:
        pytest.fail(f"{host} was looked up")

    with Fetcher(QUICK, resolve=resolve) as fetcher, pytest.raises(InputError):
        fetcher.fetch(address)


def test_a_busy_site_is_asked_again_after_a_while() -> None:
    """As long after as it says; twice as long each time where it says nothing."""
    pauses: list[float] = []
    manners = Manners(delay_s=0, attempts=4, back_off_s=1, allow_private=True)
    answers = {"/busy": web.failing(2), "/told": web.failing(1, Retry_After="7")}
    with running_site(answers) as site, Fetcher(manners, wait=pauses.append) as fetcher:
        assert fetcher.fetch(f"{site.root}/busy").capture.body == PAGE
        assert pauses == [1, 2]
        fetcher.fetch(f"{site.root}/told")
        assert pauses == [1, 2, 7]
        assert site.count("/busy") == 3


def test_one_site_is_not_asked_faster_than_it_likes() -> None:
    """The usual pause, or the longer one that its robots.txt asks for."""
    pauses: list[float] = []
    manners = Manners(delay_s=2, allow_private=True)
    robots = web.page(b"User-agent: *\nCrawl-delay: 9\n")
    with running_site({"/a": web.page()}) as plain, Fetcher(manners, wait=pauses.append) as fetcher:
        fetcher.fetch(f"{plain.root}/a")
        assert [round(pause) for pause in pauses] == [2]
        with running_site({"/a": web.page(), "/robots.txt": robots}) as slow:
            fetcher.fetch(f"{slow.root}/a")
        assert [round(pause) for pause in pauses] == [2, 9]


def test_what_a_site_keeps_from_programs_is_left_alone() -> None:
    """Also where a redirect leads there; robots.txt is asked for once."""
    robots = web.page(b"User-agent: *\nDisallow: /private\nAllow: /private/open\n")
    answers = {
        "/robots.txt": robots, "/private": web.page(), "/private/open": web.page(),
        "/door": web.to("/private"), "/free": web.page(),
    }  # fmt: skip
    with running_site(answers) as site, Fetcher(QUICK) as fetcher:
        for path in ("/private", "/door"):
            with pytest.raises(InputError, match=r"robots\.txt"):
                fetcher.fetch(site.root + path)
        assert site.count("/private") == 0
        assert fetcher.fetch(f"{site.root}/private/open").capture.body == PAGE
        fetcher.fetch(f"{site.root}/free")
        assert site.count("/robots.txt") == 1


def test_a_site_whose_rules_cannot_be_read_is_left_alone() -> None:
    """A robots.txt that is broken for now forbids, one that is not there allows."""
    with running_site({"/robots.txt": web.page(status=500), "/a": web.page()}) as site:
        with Fetcher(QUICK) as fetcher, pytest.raises(InputError, match="busy or broken"):
            fetcher.fetch(f"{site.root}/a")
        assert site.count("/a") == 0


def test_a_robots_txt_without_end_is_read_to_its_limit() -> None:
    """What stands at its beginning counts."""
    endless = web.page(b"User-agent: *\nDisallow: /a\n" + b"# more\n" * 200_000)
    with (
        running_site({"/robots.txt": endless, "/a": web.page()}) as site,
        Fetcher(QUICK) as fetcher,
        pytest.raises(InputError, match=r"robots\.txt"),
    ):
        fetcher.fetch(f"{site.root}/a")
