"""A search server with faults: a proxy before the real one that can be told to misbehave."""

from __future__ import annotations

import socket
import struct
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

JSON = {"Content-Type": "application/vnd.elasticsearch+json;compatible-with=9"}
OURS = {"X-Elastic-Product": "Elasticsearch"}


class Fault(StrEnum):
    NONE = "none"
    HANG = "hang"  # takes the question and never answers
    RESET = "reset"  # hangs up
    DEAF = "deaf"  # does what it is told and hangs up before it says so
    PAGE = "page"  # answers as another server would
    NONSENSE = "nonsense"  # says nothing that makes sense, in its own form
    LIST = "list"  # the same, in a form nobody expects
    TORN = "torn"  # the beginning of an answer
    BUSY = "busy"  # 429
    BROKEN = "broken"  # 503
    FORBIDDEN = "forbidden"  # 403


ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    Fault.PAGE: (200, {"Content-Type": "text/html"}, b"<html>It works!</html>"),
    Fault.NONSENSE: (200, JSON | OURS, b'{"hits": null, "items": 7}'),
    Fault.LIST: (200, JSON | OURS, b'["hits", 1]'),
    Fault.TORN: (200, JSON | OURS, b'{"took": 1, "hits": {"hits": ['),
    Fault.BUSY: (429, JSON | OURS, b'{"error": {"type": "circuit_breaking_exception"}, "status": 429}'),
    Fault.BROKEN: (503, JSON | OURS, b'{"error": {"type": "no_shard_available"}, "status": 503}'),
    Fault.FORBIDDEN: (403, JSON | OURS, b'{"error": {"type": "cluster_block_exception"}, "status": 403}'),
}


class Proxy:
    """Listens at `url` while it is entered; `fault` is what is wrong, `asked` how often somebody came."""

    def __init__(self, target: str) -> None:
        self.target, self.fault, self.asked, self.over = target, Fault.NONE, 0, Event()
        outer = self

        class Handler(_Handler):
            proxy = outer

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> Proxy:
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()


class _Handler(BaseHTTPRequestHandler):
    proxy: Proxy
    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.proxy.asked += 1
        match self.proxy.fault:
            case Fault.NONE:
                self.say(*self.forwarded(body))
            case Fault.HANG:
                self.proxy.over.wait(10)
                self.close_connection = True
            case Fault.RESET:
                self.hang_up()
            case Fault.DEAF:
                self.forwarded(body)
                self.hang_up()
            case fault:
                self.say(*ANSWERS[fault])

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

    def forwarded(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        kept = {name: self.headers[name] for name in ("Content-Type", "Accept") if name in self.headers}
        request = Request(self.proxy.target + self.path, body or None, kept, method=self.command)
        try:
            with urlopen(request, timeout=30) as response:
                return response.status, _kept(response.headers), response.read()
        except HTTPError as error:
            return error.code, _kept(error.headers), error.read()

    def say(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def hang_up(self) -> None:
        """At once and rudely."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def handle(self) -> None:
        try:
            super().handle()
        except (OSError, ValueError):  # hung up by either side
            self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Says nothing."""


def _kept(headers: object) -> dict[str, str]:
    return {name: headers[name] for name in ("Content-Type", "X-Elastic-Product") if name in headers}
