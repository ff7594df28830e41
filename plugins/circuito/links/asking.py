"""Asks whether addresses still lead somewhere: few questions at a time, one to a host, within the walls of imports.

An address is asked for its head first, and for itself where a server does not like that; what answers is not read.
Signs of life are all answers but those that say that there is nothing: who asks for a sign-in or for patience lives.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Timer
from urllib.parse import urljoin, urlsplit

from ..importing.walls import Address, Failed, Walls, address_of, judged

AGENT = "Circuito (link check)"
MOVED = {301, 302, 303, 307, 308}
ALIVE = {401, 402, 403, 405, 406, 407, 408, 409, 418, 421, 423, 425, 426, 429, 451, 503, 999}
MOST_REDIRECTS = 5
WORKERS = 8
BY_CODE = {"source-name": "no-host", "source-private": "no-host", "source-timeout": "no-answer"}
REFUSED = ("source-address", "source-scheme", "source-credentials", "source-port", "source-host")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How links are asked: who may be reached, how long to wait between two questions to a host, and for how long."""

    walls: Walls = field(default_factory=lambda: Walls(hosts=(), connect_seconds=5.0, seconds=10.0))
    pause: float = 1.0
    seconds: float = 600.0
    sleep: Callable[[float], None] = time.sleep


def failing(urls: Iterable[str], manners: Manners) -> tuple[dict[str, str], set[str]]:
    """The addresses that fail, with why; and those for which there was no time."""
    deadline, hosts = time.monotonic() + manners.seconds, by_host(urls)
    failed: dict[str, str] = {}
    unasked: set[str] = set()
    with ThreadPoolExecutor(WORKERS) as workers:
        for answers in workers.map(lambda some: list(asked(some, manners, deadline)), hosts.values()):
            for url, why in answers:
                if why is None:
                    unasked.add(url)
                elif why:
                    failed[url] = why
    return failed, unasked


def by_host(urls: Iterable[str]) -> Mapping[str, list[str]]:
    """Addresses by their hosts, each once, in order."""
    found: dict[str, list[str]] = {}
    for url in sorted(set(urls)):
        found.setdefault((urlsplit(url).hostname or "").lower(), []).append(url)
    return found


def asked(urls: list[str], manners: Manners, deadline: float) -> Iterator[tuple[str, str | None]]:
    """Why each address of one host fails, empty where it does not; None where there was no time to ask."""
    for number, url in enumerate(urls):
        if time.monotonic() >= deadline:
            yield url, None
            continue
        if number:
            manners.sleep(manners.pause)
        yield url, failure(url, manners.walls)


def failure(url: str, walls: Walls) -> str:
    """Why an address fails; empty where it answers. A link that fails is asked twice before it is said to."""
    why = failure_once(url, walls)
    return failure_once(url, walls) if why == "no-answer" else why


def failure_once(url: str, walls: Walls) -> str:
    """Why an address fails, asked once."""
    try:
        status = status_of(url, walls)
    except Failed as failed:
        return "refused" if failed.code in REFUSED else BY_CODE.get(failed.code, "no-answer")
    except ssl.SSLError:
        return "refused"
    except (OSError, http.client.HTTPException, ValueError):
        return "no-answer"
    if status < 400 or status in ALIVE:
        return ""
    return "gone" if status == 410 else str(status)


def status_of(url: str, walls: Walls) -> int:
    """The status at the end of all redirects. Raises what connections raise, and `Failed`."""
    deadline = time.monotonic() + walls.seconds
    for _ in range(MOST_REDIRECTS + 1):
        address = admitted(url, walls)
        status, to = question(address, walls, "HEAD", deadline)
        if status >= 400 and status != 429:  # some programs know pages only when asked for them
            status, to = question(address, walls, "GET", deadline)
        if status not in MOVED or not to:
            return status
        url = urljoin(address.url, to)
    raise Failed("source-redirects", most=MOST_REDIRECTS)


def admitted(url: str, walls: Walls) -> Address:
    """The parts of an address; any public host may be asked, on the usual ports. Raises `Failed`."""
    host = (urlsplit(url).hostname or "").rstrip(".").encode("idna").decode().lower()
    return address_of(url, replace(walls, hosts=(host,)))


def question(address: Address, walls: Walls, method: str, deadline: float) -> tuple[int, str]:
    """The status that a server gives, and where it says that something is now."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    ip = judged(address, walls, deadline)
    plain = socket.create_connection((ip, address.port), min(walls.connect_seconds, left))
    watch = Timer(left, ended, (plain,))
    watch.daemon = True
    watch.start()
    try:
        return answer(address, walls, method, plain)
    finally:
        watch.cancel()
        plain.close()


def ended(connected: socket.socket) -> None:
    """End a connection that takes too long."""
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def answer(address: Address, walls: Walls, method: str, plain: socket.socket) -> tuple[int, str]:
    """What a connected server answers."""
    plain.settimeout(walls.seconds)
    connection = http.client.HTTPConnection(address.host, address.port)
    if address.scheme == "https":
        context = walls.tls or ssl.create_default_context()
        connection.sock = context.wrap_socket(plain, server_hostname=address.host)
    else:
        connection.sock = plain
    connection.request(method, address.target, headers={"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"})
    told = connection.getresponse()
    return told.status, (told.getheader("Location") or "").strip()
