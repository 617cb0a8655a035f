"""The web as tests see it: a server on this machine, and a wire that leads every public address to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

PUBLIC = "93.184.216.34"
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A server on this machine that plays any host of the web."""

    pages: dict[str, Answer | Callable[[Any], None]] = field(default_factory=dict)
    seen: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    """Host, path and headers of each request."""
    port: int = 0

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _ in self.seen if path != "/robots.txt"]


class Wire(httpx.BaseTransport):
    """Sends what goes to the public address to our server, and notes where it was to go."""

    def __init__(self, site: Site) -> None:
        self.inner = httpx.HTTPTransport()
        self.port = site.port
        self.hosts: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.hosts.append(request.url.host)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return self.inner.handle_request(request)

    def close(self) -> None:
        self.inner.close()


@contextmanager
def serving() -> Iterator[Site]:
    """Serve a site until the end of the block."""
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.seen.append((self.headers["Host"], self.path, dict(self.headers)))
            answer = served.pages.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()
