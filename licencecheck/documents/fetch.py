"""Fetch one page from the web, only when its address was given by the user.

Only public addresses are connected to: a host is resolved once, every address that it has is checked, and the checked
address itself is connected to, so that a second answer of the name service changes nothing. Redirects are checked in
the same way. Nothing on the page is loaded, no cookie is kept, no proxy and no `.netrc` of the user is used.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import MutableMapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from licencecheck.documents.document import Kind
from licencecheck.documents.public_hosts import Resolver, resolved, wrong_with
from licencecheck.model import Target, Unreadable
from licencecheck.options import MAX_BYTES
from licencecheck.urls import target_of
from licencecheck.version import __version__

if TYPE_CHECKING:
    import httpx

AGENT = "licencecheck"
"""The name that a robots.txt calls us by."""
MOST_REDIRECTS = 5
PATIENCE = 20.0
"""Seconds for all of it: names, redirects, robots.txt and the page."""

_ROBOTS_BYTES = 500_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_BUSY = frozenset({429, 503})
_KINDS: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/plain": "markdown",
}
_WEB_PORTS, _FREE_PORTS = frozenset({80, 443}), 1024
"""Ports of the web, and that below which all others belong to services that are none."""

Robots = MutableMapping[str, bytes]
"""The robots.txt of sites, by its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as the server gave it."""

    url: str
    """Where it stands, after all redirects."""
    data: bytes
    kind: Kind
    charset: str | None = None
    """The encoding that the server names, as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent(Unreadable):
    """A page whose server cannot be reached, is too busy or does not answer in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone(Unreadable):
    """A page that the server has no more: it says so, or leads to the home page instead."""


def fetch(
    url: str,
    *,
    max_bytes: int = MAX_BYTES,
    patience: float = PATIENCE,
    robots: Robots | None = None,
    resolve: Resolver | None = None,
    transport: httpx.BaseTransport | None = None,
) -> Fetched | Unreadable:
    """Fetch the page at `url`; whatever keeps it from being read comes back as the reason.

    Args:
        url: an address that begins with `http://` or `https://`.
        max_bytes: a larger page is not read.
        patience: seconds after which to give up.
        robots: where what sites allow is kept between several calls.
        resolve: the name service; by default that of the system.
        transport: what sends a request whose host is the checked IP address; by default the network.
    """
    answers: queue.SimpleQueue[Fetched | Unreadable | Exception] = queue.SimpleQueue()

    def work() -> None:
        import httpx

        try:
            with transport or httpx.HTTPTransport(trust_env=False, retries=0) as opened:
                known = {} if robots is None else robots
                fetching = _Fetching(opened, resolve or resolved, time.monotonic() + patience, known)
                answers.put(fetching.page(url, max_bytes))
        except _RefusedError as refusal:
            answers.put(refusal.kind(path=url, reason=str(refusal)))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, UnicodeError, ValueError) as trouble:
            answers.put(Silent(path=url, reason=f"The page cannot be fetched: {trouble or type(trouble).__name__}"))
        except Exception as bug:  # noqa: BLE001  it belongs to the caller, who waits in another thread
            answers.put(bug)

    # a name service and a server that sends one byte at a time know no time limit: so a thread that may be left behind
    threading.Thread(target=work, daemon=True, name="fetch").start()
    try:
        answer = answers.get(timeout=patience)
    except queue.Empty:
        return Silent(path=url, reason=f"The page was not fetched within {patience:g} seconds")
    if isinstance(answer, Exception):
        raise answer
    return answer


class _RefusedError(Exception):
    """What we do not fetch, with the reason."""

    kind: type[Unreadable] = Unreadable


class _RedirectedError(_RefusedError):
    """What is redirected again and again."""


class _GoneError(_RefusedError):
    """What is not there any more."""

    kind = Gone


class _SilentError(_RefusedError):
    """What would take too long."""

    kind = Silent


@dataclass(slots=True)
class _Fetching:
    """One page with its redirects."""

    transport: httpx.BaseTransport
    resolve: Resolver
    deadline: float
    robots: Robots

    def page(self, url: str, max_bytes: int) -> Fetched:
        import httpx

        address, response = self._followed(httpx.URL(url), ask_robots=True)
        with closing(response):
            if response.status_code in _GONE:
                raise _GoneError(f"The server answers {response.status_code}: the page is not there")
            if response.status_code in _BUSY:
                raise _SilentError(f"The server answers {response.status_code}: it is too busy")
            if response.status_code != httpx.codes.OK:
                raise _RefusedError(f"The server answers {response.status_code}, not 200")
            if _is_home(str(address)) and not _is_home(url):
                raise _GoneError("The address is redirected to the home page: the page is not there")
            return Fetched(
                url=str(address),
                kind=_kind(response),
                data=self._body(response, max_bytes),
                charset=response.charset_encoding,
            )

    def _followed(self, address: httpx.URL, *, ask_robots: bool) -> tuple[httpx.URL, httpx.Response]:
        """Give the first answer that is no redirect, to be closed, and where it stands."""
        for _ in range(MOST_REDIRECTS + 1):
            if ask_robots:
                self._ask_robots(address)
            response = self._get(address)
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                return address, response
            response.close()
            address = address.join(response.headers["location"])
        raise _RedirectedError(f"The address is redirected more than {MOST_REDIRECTS} times")

    def _get(self, url: httpx.URL) -> httpx.Response:
        """Send a request to the checked address of the host of `url`."""
        import httpx

        if url.scheme not in {"http", "https"}:
            raise _RefusedError(f"Only http and https addresses are fetched, not {url.scheme or 'relative'} ones")
        if url.userinfo:
            raise _RefusedError("Addresses with a user name or password are not fetched")
        addresses = list(self.resolve(url.host, url.port or (443 if url.scheme == "https" else 80)))
        if trouble := wrong_with(url.host, addresses):
            raise _RefusedError(trouble)
        if url.port is not None and url.port not in _WEB_PORTS and url.port < _FREE_PORTS:
            raise _RefusedError(f"Port {url.port} is not one of the web")
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise _SilentError("The page was not fetched in time")
        request = httpx.Request(
            "GET",
            url.copy_with(host=addresses[0], fragment=None),
            headers={
                "Host": url.netloc.decode("ascii"),
                "User-Agent": f"{AGENT}/{__version__}",
                "Accept": ", ".join(_KINDS),
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
            extensions={"sni_hostname": url.host, "timeout": dict.fromkeys(("connect", "read", "write", "pool"), left)},
        )
        return self.transport.handle_request(request)

    def _body(self, response: httpx.Response, max_bytes: int) -> bytes:
        data = self._beginning(response, max_bytes + 1)
        if len(data) > max_bytes:
            raise _RefusedError(f"The page is larger than {max_bytes:,} bytes")
        return data

    def _beginning(self, response: httpx.Response, most: int) -> bytes:
        """Read no more than the first `most` bytes of an answer."""
        if response.headers.get("content-encoding", "identity").lower() not in {"", "identity"}:
            raise _RefusedError("The server sends the page compressed, which was not asked for")
        data = bytearray()
        for chunk in response.iter_raw():
            data += chunk
            if len(data) >= most:
                break
            if time.monotonic() > self.deadline:
                raise _SilentError("The page was not fetched in time")
        return bytes(data[:most])

    def _ask_robots(self, url: httpx.URL) -> None:
        """Refuse what the site's robots.txt forbids (RFC 9309): none allows all, a broken server nothing."""
        address = url.copy_with(path="/robots.txt", query=None, fragment=None)
        site = str(address)
        if site not in self.robots:
            self.robots[site] = self._rules(address)
        from protego import Protego

        if not Protego.parse(self.robots[site].decode("utf-8", "replace")).can_fetch(str(url), AGENT):
            raise _RefusedError(f"The robots.txt of {url.host} does not allow programs to fetch this page")

    def _rules(self, address: httpx.URL) -> bytes:
        """Read a robots.txt where it is, or is redirected to; of a long one its beginning counts."""
        try:
            _, response = self._followed(address, ask_robots=False)
        except _RedirectedError:
            return b""
        with closing(response):
            if response.status_code >= 500 or response.status_code in _BUSY:
                raise _RefusedError(f"The robots.txt of {address.host} cannot be read")
            return self._beginning(response, _ROBOTS_BYTES) if response.status_code == 200 else b""


def _is_home(url: str) -> bool:
    return target_of(url)[0] is Target.HOMEPAGE


def _kind(response: httpx.Response) -> Kind:
    media_type = response.headers.get("content-type", "text/html").split(";")[0].strip().lower()
    if media_type not in _KINDS:
        raise _RefusedError(f"The address leads to {media_type or 'something unnamed'}, not to a page")
    return _KINDS[media_type]
