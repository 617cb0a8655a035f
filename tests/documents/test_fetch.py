"""Fetching: each guard against a server of our own; only the wire is redirected, never a check switched off."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from licencecheck.documents.fetch import Fetched, Gone, Silent, fetch
from licencecheck.documents.opening import Opened
from licencecheck.documents.public_hosts import is_public
from licencecheck.model import Unreadable
from licencecheck.version import __version__
from tests.serving import PUBLIC, Site, Wire, serving

PRIVATE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.100.100.200", "0.0.0.0", "224.0.0.1",
    "168.63.129.16", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00:ec2::254", "::ffff:127.0.0.1", "ff02::1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
)  # fmt: skip
PAGE = b"<!DOCTYPE html><title>Tides</title><p>The tide comes in."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def get(site: Site, url: str = "http://river.example/tides", **more: Any) -> Fetched | Unreadable:
    known: dict[str, Any] = {"resolve": lambda _host, _port: [PUBLIC], "transport": Wire(site)}
    return fetch(url, **(known | more))


def why(site: Site, url: str = "http://river.example/tides", **more: Any) -> str:
    found = get(site, url, **more)
    assert isinstance(found, Unreadable)
    return found.reason


def test_page(site: Site) -> None:
    """The bytes, the address, our own name, and nothing but the page and its robots.txt."""
    site.pages["/tides"] = 200, {}, PAGE

    assert Fetched(url="http://river.example/tides", data=PAGE, kind="html") == get(site)
    assert [("river.example", "/robots.txt"), ("river.example", "/tides")] == [seen[:2] for seen in site.seen]
    assert {f"licencecheck/{__version__}"} == {headers["User-Agent"] for _, _, headers in site.seen}
    assert not any({"Cookie", "Authorization", "Referer"} & headers.keys() for _, _, headers in site.seen)


@pytest.mark.parametrize(
    "address",
    [*PRIVATE, "nonsense"],
)
def test_address_that_is_not_public(site: Site, address: str) -> None:
    """This machine, its network, its cloud: nothing is sent."""
    assert not is_public(address)
    assert "The host river.example is not on the public internet" == why(site, resolve=lambda _h, _p: [address])
    assert [] == site.seen


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_address(address: str) -> None:
    """Those of the web are."""
    assert is_public(address)


def test_host_with_one_private_address_among_others(site: Site) -> None:
    """Which of them would be taken must not matter."""
    assert "not on the public internet" in why(site, resolve=lambda _h, _p: [PUBLIC, "10.0.0.1"])


def test_second_answer_of_the_name_service_changes_nothing(site: Site) -> None:
    """The address that was checked is the one that is connected to, and the host is still named."""
    site.pages["/tides"] = 200, {}, PAGE
    wire = Wire(site)

    assert isinstance(get(site, transport=wire), Fetched)
    assert {PUBLIC} == set(wire.hosts)


def test_name_that_moves_inside_between_two_requests(site: Site) -> None:
    """Each request is checked: the robots.txt was public, the page would be of this machine."""
    site.pages["/tides"] = 200, {}, PAGE
    answers = iter([[PUBLIC], ["127.0.0.1"]])

    assert "not on the public internet" in why(site, resolve=lambda _h, _p: next(answers))
    assert [] == site.paths


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1"])
def test_this_machine_by_any_name(host: str) -> None:
    """With the name service of the system and the real network."""
    found = fetch(f"http://{host}:9/")

    assert isinstance(found, Unreadable)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://river.example/tides", "gopher://river.example", "//x", ""]
)
def test_other_schemes(site: Site, url: str) -> None:
    """Only the web is fetched."""
    assert "Only http and https addresses are fetched" in why(site, url)
    assert [] == site.seen


def test_password_in_the_address(site: Site) -> None:
    """No credentials are sent, nor is a redirect followed that names some."""
    assert "user name or password" in why(site, "http://me:secret@river.example/tides")
    site.pages["/tides"] = 302, {"Location": "http://me:secret@river.example/new"}, b""
    assert "user name or password" in why(site)
    assert ["/tides"] == site.paths


@pytest.mark.parametrize("port", [22, 25, 445, 1023])
def test_ports_that_are_not_of_the_web(site: Site, port: int) -> None:
    """Other services would take a request for commands; a redirect leads to none of them either."""
    assert f"Port {port} is not one of the web" == why(site, f"http://river.example:{port}/tides")
    assert [] == site.seen
    site.pages["/tides"] = 302, {"Location": f"http://river.example:{port}/"}, b""
    assert f"Port {port} is not one of the web" == why(site)


def test_ports_of_the_web(site: Site) -> None:
    """The usual ones, and those that anybody may serve."""
    site.pages["/tides"] = 200, {}, PAGE

    assert all(isinstance(get(site, f"http://river.example:{port}/tides"), Fetched) for port in (80, 8080))
    assert {"river.example", "river.example:8080"} == {host for host, _, _ in site.seen}


def test_redirects_are_followed(site: Site) -> None:
    """Relative ones too; the last address is the page's, and its site is asked for its robots.txt."""
    site.pages["/tides"] = 301, {"Location": "http://sea.example/new", "Set-Cookie": "a=b"}, b""
    site.pages["/new"] = 302, {"Location": "/tide"}, b""
    site.pages["/tide"] = 200, {}, PAGE

    assert Fetched(url="http://sea.example/tide", data=PAGE, kind="html") == get(site)
    assert ["river.example", "sea.example"] == list(dict.fromkeys(host for host, _, _ in site.seen))
    assert not any("Cookie" in headers for _, _, headers in site.seen)


@pytest.mark.parametrize("target", ["http://inside.example/", "file:///etc/passwd"])
def test_redirect_to_what_is_not_public(site: Site, target: str) -> None:
    """A redirect is checked like an address that the user gave."""
    site.pages["/tides"] = 302, {"Location": target}, b""

    reason = why(site, resolve=lambda host, _port: ["10.0.0.1" if host == "inside.example" else PUBLIC])

    assert "not on the public internet" in reason or "Only http and https" in reason
    assert ["/tides"] == site.paths


def test_too_many_redirects(site: Site) -> None:
    """Six are one too many."""
    site.pages |= {f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(6)} | {"/6": (200, {}, PAGE)}

    assert isinstance(get(site, "http://river.example/1"), Fetched)
    assert "The address is redirected more than 5 times" == why(site, "http://river.example/0")


def test_robots(site: Site) -> None:
    """What the site forbids us is not fetched, wildcards and all."""
    site.pages["/robots.txt"] = 200, {}, b"User-agent: licencecheck\nDisallow: /*?draft\n"
    site.pages |= {"/tides": (200, {}, PAGE), "/tides?draft=1": (200, {}, PAGE)}

    assert isinstance(get(site), Fetched)
    assert "does not allow programs" in why(site, "http://river.example/tides?draft=1")
    assert ["/tides"] == site.paths


def test_robots_of_a_broken_server(site: Site) -> None:
    """Whoever cannot say what is forbidden is left alone (RFC 9309)."""
    site.pages |= {"/robots.txt": (503, {}, b""), "/tides": (200, {}, PAGE)}

    assert "The robots.txt of river.example cannot be read" == why(site)


def test_robots_that_are_redirected(site: Site) -> None:
    """They are read where they are, if that is public; a loop forbids nothing (RFC 9309)."""
    site.pages["/robots.txt"] = 301, {"Location": "/rules"}, b""
    site.pages |= {"/rules": (200, {}, b"User-agent: *\nDisallow: /tides\n"), "/tides": (200, {}, PAGE)}
    assert "does not allow programs" in why(site)

    site.pages["/robots.txt"] = 302, {"Location": "http://inside.example/"}, b""
    inside = lambda host, _port: ["10.0.0.1" if host == "inside.example" else PUBLIC]  # noqa: E731
    assert "not on the public internet" in why(site, resolve=inside)

    site.pages["/robots.txt"] = 302, {"Location": "/robots.txt"}, b""
    assert isinstance(get(site), Fetched)


def test_robots_without_end(site: Site) -> None:
    """The first half megabyte counts, and costs no page."""
    site.pages["/robots.txt"] = 200, {}, b"User-agent: *\nDisallow: /no\n" + b"# and so on\n" * 100_000
    site.pages |= {"/tides": (200, {}, PAGE), "/no": (200, {}, PAGE)}

    assert isinstance(get(site), Fetched)
    assert "does not allow programs" in why(site, "http://river.example/no")


def test_size(site: Site) -> None:
    """No more is read than asked for, whatever the server says its length is."""
    site.pages["/tides"] = 200, {}, b"x" * 50_000

    assert isinstance(get(site, max_bytes=50_000), Fetched)
    assert "The page is larger than 49,999 bytes" == why(site, max_bytes=49_999)


def test_answer_without_end(site: Site) -> None:
    """It is left when it is too large, however it is sent."""

    def pour(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 65_536)
        except OSError:
            return

    site.pages["/tides"] = pour
    assert "The page is larger than 100,000 bytes" == why(site, max_bytes=100_000)


def test_headers_without_end(site: Site) -> None:
    """They are bounded too."""
    site.pages["/tides"] = 200, {f"X-{number}": "x" * 60_000 for number in range(50)}, PAGE

    assert "The page cannot be fetched" in why(site)


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "identity, gzip"])
def test_compressed_answer(site: Site, encoding: str) -> None:
    """A small answer cannot unfold to a large one: whoever asks for none and gets one does not unfold it."""
    site.pages["/tides"] = 200, {"Content-Encoding": encoding}, gzip.compress(b"x" * 1_000_000)

    assert "compressed" in why(site)
    assert {"identity"} == {headers["Accept-Encoding"] for _, _, headers in site.seen}


def test_what_is_no_page(site: Site) -> None:
    """Pictures and counters are not loaded."""
    site.pages["/tides"] = 200, {"Content-Type": "image/gif"}, b"GIF89a"

    assert "The address leads to image/gif, not to a page" == why(site)


def test_markdown(site: Site) -> None:
    """The server says what it is, whatever the address ends in."""
    site.pages["/tides"] = 200, {"Content-Type": "text/markdown; charset=utf-8"}, b"# Tides"

    found = get(site)

    assert isinstance(found, Fetched)
    assert "markdown" == found.kind


def test_answer_that_is_none(site: Site) -> None:
    """Errors of the server are told."""
    site.pages["/tides"] = 500, {}, b""

    assert "The server answers 500, not 200" == why(site)


@pytest.mark.parametrize("status", [404, 410])
def test_page_that_is_gone(site: Site, status: int) -> None:
    """The server says that it has it no more."""
    site.pages["/tides"] = status, {}, b""

    assert isinstance(get(site), Gone)
    assert f"The server answers {status}: the page is not there" == why(site)


def test_redirect_to_the_home_page(site: Site) -> None:
    """Sites lead lost articles home; who asks for the home page gets it."""
    site.pages |= {
        "/tides": (301, {"Location": "/"}, b""),
        "/": (200, {}, PAGE),
        "/old": (302, {"Location": "/new"}, b""),
    }
    site.pages["/new"] = 200, {}, PAGE

    assert isinstance(get(site), Gone)
    assert "redirected to the home page" in why(site)
    assert isinstance(get(site, "http://river.example/"), Fetched)
    assert isinstance(get(site, "http://river.example/old"), Fetched)


@pytest.mark.parametrize("status", [429, 503])
def test_server_that_is_busy(site: Site, status: int) -> None:
    """It is told from one that has no such page."""
    site.pages["/tides"] = status, {}, b""

    assert isinstance(get(site), Silent)


@pytest.mark.parametrize(
    ("header", "encoding"),
    [("windows-1251", "cp1251"), ("KOI8-R", "koi8_r"), ('"Shift_JIS"', "cp932"), ("iso-2022-jp", "iso2022_jp"),
     ("utf-16le", "utf-16-le"), ("gb2312", "gb18030"), ("utf-8", "utf-8")],
)  # fmt: skip
def test_encoding_of_the_server(site: Site, header: str, encoding: str) -> None:
    """It comes before what the page says, and stands in for what the page does not say."""
    words = "潮が満ちる" if "jp" in header.lower() or "jis" in header.lower() else "Вода прибывает"
    text = f'<meta charset="iso-8859-1"><p>{words}'
    site.pages["/tides"] = 200, {"Content-Type": f"text/html; charset={header}"}, text.encode(encoding)
    found = get(site)
    assert isinstance(found, Fetched)

    document = Opened(path=found.url, data=found.data, kind=found.kind, charset=found.charset).document()

    assert not isinstance(document, Unreadable)
    assert words == "".join(map(str, document.tree.itertext()))


@pytest.mark.parametrize("header", ["nonsense", "iso-8859-1", "utf-7", "x" * 5_000])
def test_encoding_that_cannot_be(site: Site, header: str) -> None:
    """What is UTF-8 is read as such."""
    site.pages["/tides"] = 200, {"Content-Type": f"text/html; charset={header}"}, "<p>Вода".encode()
    found = get(site)
    assert isinstance(found, Fetched)

    document = Opened(path=found.url, data=found.data, charset=found.charset).document()

    assert not isinstance(document, Unreadable)
    assert "Вода" == "".join(map(str, document.tree.itertext()))


def test_patience(site: Site) -> None:
    """A server that sends a byte now and then cannot hold us."""

    def drip(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(20):
            try:
                handler.wfile.write(b".")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    site.pages["/tides"] = drip
    start = time.monotonic()

    assert "in time" in (reason := why(site, patience=0.5)) or "within" in reason
    assert time.monotonic() - start < 1.5


def test_server_that_does_not_answer(site: Site) -> None:
    """It takes the request and is silent."""
    site.pages["/tides"] = lambda _handler: time.sleep(2)
    start = time.monotonic()

    assert isinstance(get(site, patience=0.3), Silent)
    assert time.monotonic() - start < 1.5


def test_settings_of_the_user_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy, which could ask for what is refused here, and no certificates of an environment variable."""
    site.pages["/tides"] = 200, {}, PAGE
    asked: list[dict[str, object]] = []

    def transport(**settings: object) -> Wire:
        asked.append(settings)
        return wire

    wire = Wire(site)
    monkeypatch.setattr(httpx, "HTTPTransport", transport)

    assert isinstance(fetch("http://river.example/tides", resolve=lambda _h, _p: [PUBLIC]), Fetched)
    assert [{"trust_env": False, "retries": 0}] == asked


def test_name_service_that_hangs_or_knows_nothing(site: Site) -> None:
    """Both are told; neither holds us."""

    def nothing(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    def slow(host: str, port: int) -> list[str]:
        time.sleep(1)
        return [PUBLIC]

    assert "Name or service not known" in why(site, resolve=nothing)
    assert "within 0.2 seconds" in why(site, resolve=slow, patience=0.2)
    assert "has no address" in why(site, resolve=lambda _h, _p: [])


def test_server_that_hangs_up(site: Site) -> None:
    """A broken answer is a reason, not a traceback."""
    site.pages["/tides"] = lambda handler: handler.wfile.write(b"nonsense\r\n\r\n")

    assert "The page cannot be fetched" in why(site)
