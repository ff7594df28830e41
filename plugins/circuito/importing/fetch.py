"""What lies at an address of others, fetched within walls: who may be asked, for how long, and for how much.

The name is looked up once, every address it has is judged, and the connection goes to one that was judged; TLS still
asks for the name. The same holds at each redirect. Names come from the network's own list (`import_hosts`), so nobody
can make whoever imports ask another server, least of all one inside.

Resolver, sleep and what a test may reach besides come in as arguments.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass, field
from threading import Timer
from urllib.parse import urljoin

from ..problems import Value
from .walls import PORTS, Address, Failed, Walls, address_of, judged

MOST_BYTES = 5 * 1024 * 1024
MOST_REDIRECTS = 3
TRIES = 3
LONGEST_WAIT = 20.0
AGAIN = {408, 429, 500, 502, 503, 504}
MOVED = {301, 302, 303, 307, 308}
AGENT = "Circuito (calendar import)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the bytes, or None where nothing changed since; and what to ask with next time."""

    content: bytes | None
    etag: str = ""
    modified: str = ""
    moved_to: str = ""


def fetch(url: str, walls: Walls, *, etag: str = "", modified: str = "") -> Fetched:
    """What lies at an address. Tries again when asked to, while there is time. Raises `Failed`."""
    left = walls.seconds
    for attempt in range(1, TRIES + 1):
        began = time.monotonic()
        try:
            return fetch_once(url, walls, etag, modified, began + left)
        except Failed as failed:
            left -= time.monotonic() - began
            if not failed.again or attempt == TRIES or left <= 0:
                raise
            walls.sleep(min(max(failed.wait, 2.0 * attempt), LONGEST_WAIT))
    raise AssertionError("unreachable")


def fetch_once(url: str, walls: Walls, etag: str, modified: str, deadline: float) -> Fetched:
    """What lies at an address, at its redirects. Raises `Failed`."""
    asked = url
    for _ in range(MOST_REDIRECTS + 1):
        address = address_of(asked, walls)
        answer = Asked(address, judged(address, walls, deadline), walls, deadline).answer(etag, modified)
        if isinstance(answer, Fetched):
            return answer if asked == url else Fetched(answer.content, answer.etag, answer.modified, address.url)
        asked = joined(address, answer)
    raise Failed("source-redirects", most=MOST_REDIRECTS)


def joined(address: Address, to: str) -> str:
    """The address to which a redirect leads. Raises `Failed`."""
    try:
        return urljoin(address.url, to)
    except ValueError:
        raise Failed("source-address") from None


# Asking


@dataclass(slots=True)
class Asked:
    """One question to one server, which ends by its deadline whatever the server does."""

    address: Address
    ip: str
    walls: Walls
    deadline: float
    late: bool = False
    connected: list[socket.socket] = field(default_factory=list)

    def answer(self, etag: str, modified: str) -> Fetched | str:
        """What came, or where it is said to be now. Raises `Failed`."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise Failed("source-timeout", seconds=round(self.walls.seconds))
        watch = Timer(left, self.end)
        watch.daemon = True
        watch.start()
        try:
            return self.asked(etag, modified)
        except ssl.SSLError as wrong:
            raise self.failed("source-tls", why=(wrong.reason or "TLS").replace("_", " ").lower()) from wrong
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as wrong:  # a length below zero is the last
            broken = isinstance(wrong, ConnectionError | http.client.HTTPException) and not self.late
            raise self.failed("source-broken", again=broken, host=self.address.host) from wrong
        finally:
            watch.cancel()
            for each in self.connected:
                each.close()

    def failed(self, code: str, *, again: bool = False, **values: Value) -> Failed:
        """The reason of a failure: lateness before anything else."""
        if self.late or time.monotonic() >= self.deadline:
            return Failed("source-timeout", seconds=round(self.walls.seconds))
        made = Failed(code, again=again)
        made.values.update(values)
        return made

    def end(self) -> None:
        """End a connection that takes too long, whatever it waits for."""
        self.late = True
        for each in self.connected:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def asked(self, etag: str, modified: str) -> Fetched | str:
        """What the host gives, if it changed since the answer of that ETag and day, or the address it leads on to."""
        connection = http.client.HTTPConnection(self.address.host, self.address.port)
        connection.default_port = PORTS[self.address.scheme]
        connection.sock = self.connect()
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {"Accept": "text/calendar, */*;q=0.5", "Accept-Encoding": "gzip", "User-Agent": AGENT}
        headers |= {name: value for name, value in conditions.items() if value and value.isprintable()}
        connection.request("GET", self.address.target, headers={**headers, "Connection": "close"})
        with closing(connection), closing(connection.getresponse()) as answer:
            return self.understood(answer, etag, modified)

    def understood(self, answer: http.client.HTTPResponse, etag: str, modified: str) -> Fetched | str:
        """An answer as something fetched, or as the address to which it leads on. Raises `Failed` for any other."""
        if answer.status in MOVED:
            return where_to(answer)
        if answer.status == 304:
            return Fetched(None, etag, modified)
        if answer.status != 200:
            raise refusal(answer)
        content = self.body(answer)
        return Fetched(content, short(answer.getheader("ETag")), short(answer.getheader("Last-Modified")))

    def connect(self) -> socket.socket:
        """A connection to the judged address; with TLS for the name."""
        try:
            plain = socket.create_connection((self.ip, self.address.port), self.walls.connect_seconds)
        except TimeoutError:
            raise self.failed("source-timeout", seconds=round(self.walls.connect_seconds)) from None
        self.connected.append(plain)
        if self.late:
            raise TimeoutError
        plain.settimeout(self.walls.seconds)
        if self.address.scheme == "http":
            return plain
        context = self.walls.tls or ssl.create_default_context()
        secured = context.wrap_socket(plain, server_hostname=self.address.host, do_handshake_on_connect=False)
        self.connected.append(secured)
        secured.do_handshake()
        return secured

    def body(self, answer: http.client.HTTPResponse) -> bytes:
        """The body of an answer, unpacked, as far as it may reach."""
        encoding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip"):
            raise Failed("source-encoding", encoding=encoding[:20])
        packed = zlib.decompressobj(wbits=31) if encoding != "identity" else None
        parts, size, received = [], 0, 0
        while chunk := answer.read(64 * 1024):
            received += len(chunk)
            part = packed.decompress(chunk, MOST_BYTES + 1 - size) if packed else chunk
            size += len(part)
            parts.append(part)
            if size > MOST_BYTES or received > MOST_BYTES:
                raise Failed("source-large", most=MOST_BYTES // 1024 // 1024)
        if self.late:
            raise TimeoutError
        if answer.length or (packed is not None and not packed.eof):
            raise Failed("source-short", again=True)
        return b"".join(parts)


def where_to(answer: http.client.HTTPResponse) -> str:
    """Where an answer says that something is now."""
    to = answer.getheader("Location")
    if not to:
        raise Failed("source-status", status=answer.status)
    return to.strip()


def refusal(answer: http.client.HTTPResponse) -> Failed:
    """Why a server gave nothing."""
    if answer.status in AGAIN:
        wait = answer.getheader("Retry-After") or ""
        seconds = float(wait) if wait.isascii() and wait.isdigit() else 0.0
        return Failed("source-busy", again=True, wait=min(seconds, LONGEST_WAIT), status=answer.status)
    if answer.status in (401, 403):
        return Failed("source-sign-in", status=answer.status)
    if answer.status in (404, 410):
        return Failed("source-gone", status=answer.status)
    return Failed("source-status", status=answer.status)


def short(value: str | None) -> str:
    """A header's value that may be kept."""
    return value if value and len(value) <= 300 and value.isascii() and value.isprintable() else ""
