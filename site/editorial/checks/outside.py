"""Looking whether an address outside answers, never led into the agency's own network (decision 23)."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from django.db import transaction
from django_tasks import task
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.connection import create_connection

from editorial.models.outside_links import OutsideLink

PATIENCE_SECONDS = (5, 10)
HOPS = 5
GONE = (404, 410)
AT_ONCE = 50
Problem = OutsideLink.Problem


class NotPublic(OSError):
    """The address leads to a machine that is not on the public internet."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet."""
    return ipaddress.ip_address(address.partition("%")[0]).is_global


def public_address(host: str, port: int) -> str:
    """The address `host` is connected by; each that its name gives must be public. Raises `NotPublic`."""
    found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(address) for address in found):
        raise NotPublic(host)
    return found[0]


class PublicOnly:
    """Connects to the very address that was judged: a second answer of the name server counts nothing."""

    host: str
    port: int
    timeout: Any

    def _new_conn(self) -> socket.socket:
        address = public_address(self.host, self.port)
        return create_connection((address, self.port), self.timeout)


class PublicHTTPConnection(PublicOnly, HTTPConnection):
    pass


class PublicHTTPSConnection(PublicOnly, HTTPSConnection):
    pass


class PublicHTTPPool(HTTPConnectionPool):
    ConnectionCls = PublicHTTPConnection


class PublicHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = PublicHTTPSConnection


class PublicAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": PublicHTTPPool, "https": PublicHTTPSPool}


def session() -> requests.Session:
    made = requests.Session()
    made.trust_env = False
    made.headers["User-Agent"] = "Cong link check"
    for scheme in ("http://", "https://"):
        made.mount(scheme, PublicAdapter(max_retries=0))
    return made


def problem_with(url: str) -> str:
    """What keeps a reader of `url` from it: one of `OutsideLink.Problem`, or ""."""
    try:
        with session() as asking:
            return Problem.MISSING if status_of(asking, url) in GONE else ""
    except (requests.RequestException, OSError, ValueError) as error:
        return cause_of(error)


def status_of(asking: requests.Session, url: str) -> int:
    """The status at the end of the redirects, each step of which is looked at anew."""
    for _hop in range(HOPS):
        answer = ask(asking, url)
        if not answer.is_redirect:
            return answer.status_code
        url = urljoin(url, answer.headers["location"])
        if urlsplit(url).scheme not in ("http", "https"):
            raise NotPublic(url)
    return 0


def ask(asking: requests.Session, url: str) -> requests.Response:
    """The head of the answer; of servers that know no HEAD the beginning of the page."""
    for method in ("HEAD", "GET"):
        answer = asking.request(method, url, timeout=PATIENCE_SECONDS, allow_redirects=False, stream=True)
        answer.close()
        if answer.status_code < 400:
            return answer
    return answer


def cause_of(error: BaseException | None) -> str:
    """The cause is wrapped several times by the libraries in between."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, NotPublic):
            return Problem.REFUSED
        if isinstance(error, socket.gaierror) or type(error).__name__ == "NameResolutionError":
            return Problem.UNKNOWN
        seen.add(id(error))
        inner = next((part for part in error.args if isinstance(part, BaseException)), None)
        error = inner or getattr(error, "reason", None) or error.__cause__ or error.__context__
        if not isinstance(error, BaseException):
            break
    return Problem.SILENT


def look_later(urls: set[str]) -> None:
    """Queues a look at those of `urls` nobody looked at lately; each is asked for once."""
    known = set(OutsideLink.objects.of(urls).fresh().values_list("url", flat=True))
    new = sorted(urls - known)[:AT_ONCE]
    for url in new:
        OutsideLink.note(url)
    if new:
        transaction.on_commit(lambda: look.enqueue(new), robust=True)


@task()
def look(urls: list[str]) -> None:
    """Looks at each address and keeps what it met."""
    for url in urls:
        with suppress(UnicodeError):
            OutsideLink.note(url, problem_with(url))
