"""HTTPS against a real server on loopback, with an authority of the tests' own."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from claims.errors import InputError
from claims.fetch import Manners
from claims.fetch.fetcher import Fetcher
from tests.fetch import site as web
from tests.fetch.site import PAGE, Site, running_site

NEAR = Manners(
    delay_s=0, deadline_s=20.0, timeout_s=10.0, attempts=2, back_off_s=0.0, allow_private=True
)
HERE = "127.0.0.1"
NAMED = "news.example.org"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Make an authority that nobody knows."""
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Let a person trust it, as its documentation says."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return authority


@contextmanager
def _secure_site(certificate: trustme.LeafCert) -> Iterator[Site]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(tls)
    with running_site({"/a": web.page()}, tls=tls) as site:
        yield site


def _fetch(address: str) -> bytes:
    with Fetcher(NEAR, resolve=lambda *_: [HERE]) as fetcher:
        return fetcher.fetch(address).capture.body


def _refused(site: Site, address: str | None = None) -> str:
    """Give what is said; a certificate does not get better by asking again."""
    with pytest.raises(InputError) as caught:
        _fetch(address or f"{site.root}/a")
    assert site.asked == []
    assert "\n" not in str(caught.value)
    assert "_ssl.c" not in str(caught.value)
    return str(caught.value)


def test_a_good_certificate_of_an_authority_of_ones_own_is_trusted(trusted: trustme.CA) -> None:
    """For a number, and for a name that is resolved before the connection is made."""
    with _secure_site(trusted.issue_cert(HERE, NAMED)) as site:
        assert _fetch(f"{site.root}/a") == PAGE
        assert _fetch(f"https://{NAMED}:{site.port}/a") == PAGE


def test_a_site_that_leads_from_http_to_https_is_followed(trusted: trustme.CA) -> None:
    """As nearly all do."""
    with (
        _secure_site(trusted.issue_cert(HERE)) as site,
        running_site({"/a": web.to(f"{site.root}/a", 301)}) as plain,
    ):
        assert _fetch(f"{plain.root}/a") == PAGE


def test_an_authority_that_nobody_knows_is_not_trusted(authority: trustme.CA) -> None:
    """With the setting that makes it known."""
    with _secure_site(authority.issue_cert(HERE)) as site:
        words = _refused(site)
    assert words.startswith(
        f"the certificate of {HERE} is signed by an authority that is not known"
    )
    assert "name the file with its certificate in SSL_CERT_FILE" in words


def test_the_certificate_of_another_host_is_not_trusted(trusted: trustme.CA) -> None:
    """By name and by number."""
    with _secure_site(trusted.issue_cert("other.example.org")) as site:
        assert _refused(site).startswith(f"the certificate of {HERE} is for another host; ")
        words = _refused(site, f"https://{NAMED}:{site.port}/a")
    assert words.startswith(f"the certificate of {NAMED} is for another host; open it in a browser")


def test_a_certificate_out_of_its_time_is_not_trusted(trusted: trustme.CA) -> None:
    """Past or to come."""
    now = datetime.now(UTC)
    week = timedelta(days=7)
    past = trusted.issue_cert(HERE, not_before=now - 2 * week, not_after=now - week)
    with _secure_site(past) as site:
        assert _refused(site).startswith(f"the certificate of {HERE} has expired; ")
    early = trusted.issue_cert(HERE, not_before=now + week, not_after=now + 2 * week)
    with _secure_site(early) as site:
        assert "is not valid yet; check the clock" in _refused(site)


def test_a_certificate_that_vouches_for_itself_is_not_trusted(tmp_path: Path) -> None:
    """As routers and test machines have it."""
    alone = trustme.CA()
    file = tmp_path / "alone.pem"
    alone.private_key_pem.write_to_path(str(file))
    alone.cert_pem.write_to_path(str(file), append=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(file)
    with running_site({"/a": web.page()}, tls=tls) as site:
        assert "is signed by itself alone; " in _refused(site)


def test_a_server_that_speaks_no_tls_is_one_line() -> None:
    """Somebody wrote https by habit."""
    with running_site({"/a": web.page()}) as site, pytest.raises(InputError) as caught:
        _fetch(f"https://{HERE}:{site.port}/a")
    assert f"{HERE} cannot be reached" in str(caught.value)
    assert "_ssl.c" not in str(caught.value)


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_a_file_of_authorities_that_is_none_is_one_line(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the setting."""
    file = tmp_path / "authority.pem"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with pytest.raises(InputError, match="SSL_CERT_FILE or SSL_CERT_DIR cannot be read"):
        _fetch(f"https://{HERE}:9/a")


def test_a_server_that_never_shakes_hands_is_given_up() -> None:
    """It takes the connection, and says nothing."""
    impatient = replace(NEAR, timeout_s=0.5, attempts=1)
    with socket.create_server((HERE, 0)) as deaf, Fetcher(impatient) as fetcher:
        begun = time.monotonic()
        with pytest.raises(InputError, match=f"{HERE} does not answer in time"):
            fetcher.fetch(f"https://{HERE}:{deaf.getsockname()[1]}/a")
        assert time.monotonic() - begun < 10
