"""Nothing is fetched from networks that are not public, by whatever way one leads there."""

import pytest

from claims.errors import InputError
from claims.fetch import Manners
from claims.fetch.fetcher import Fetcher
from claims.fetch.network import is_public
from tests.fetch import site as web
from tests.fetch.site import PAGE, running_site


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",  # noqa: S104 - refused, not bound
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:a00:1::1",
    ],
)
def test_numbers_that_are_not_public(number: str) -> None:
    """Loopback, private, link-local, carrier's, multicast; wrapped in IPv6 or not."""
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "1.1.1.1", "2606:2800:220:1:248:1893:25c8:1946"]
)
def test_numbers_that_are_public(number: str) -> None:
    """The rest of the world."""
    assert is_public(number)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_loopback_is_refused_however_it_is_written(host: str) -> None:
    """The server is there and is not asked."""
    with (
        running_site({"/a": web.page()}) as site,
        Fetcher(Manners(delay_s=0, attempts=1)) as fetcher,
    ):
        with pytest.raises(
            InputError, match=r"not public|nobody knows|no address|cannot be reached"
        ):
            fetcher.fetch(f"http://{host}:{site.port}/a")
        assert site.asked == []


def test_a_name_with_one_number_that_is_not_public_is_refused() -> None:
    """Whichever would have been tried first."""
    asked: list[str] = []

    def resolve(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34", "10.0.0.1"]

    with (
        Fetcher(Manners(delay_s=0), resolve=resolve) as fetcher,
        pytest.raises(InputError, match=r"not public \(10\.0\.0\.1\)"),
    ):
        fetcher.fetch("http://news.example/a")
    assert asked == ["news.example"]


def test_a_redirect_into_a_network_that_is_not_public_is_refused() -> None:
    """The first address may be fetched, the one it leads to may not."""
    allowed = Manners(delay_s=0, allow_private=True)
    with running_site({"/secret": web.page()}) as inner:
        answers = {"/door": web.to(f"http://inner.example:{inner.port}/secret")}
        with running_site(answers) as outer:

            def resolve(host: str, _: int) -> list[str]:
                if host == "inner.example":
                    msg = f"{host} is in a network that is not public"
                    raise InputError(msg)
                return ["127.0.0.1"]

            with (
                Fetcher(allowed, resolve=resolve) as fetcher,
                pytest.raises(InputError, match="not public"),
            ):
                fetcher.fetch(f"http://outer.example:{outer.port}/door")
            assert outer.count("/door") == 1
        assert inner.asked == []


def test_a_connection_goes_to_the_number_that_was_checked() -> None:
    """A name is looked up once a connection: what it means a moment later leads nowhere."""
    answers: list[list[str]] = []
    with running_site({"/a": web.page()}) as site:

        def resolve(_: str, __: int) -> list[str]:
            # The site first; whoever looked the name up twice would be led astray.
            answers.append(["127.0.0.1"] if len(answers) < 2 else ["127.0.0.9"])
            return answers[-1]

        manners = Manners(delay_s=0, allow_private=True)
        with Fetcher(manners, resolve=resolve) as fetcher:
            fetched = fetcher.fetch(f"http://rebinding.example:{site.port}/a")
        assert fetched.capture.body == PAGE
        assert len(answers) == len(site.asked) == 2
        assert site.asked[-1].headers["Host"] == f"rebinding.example:{site.port}"
