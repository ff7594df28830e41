"""Who may be asked: names that the network lists, whose every address on the net is everybody's."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread
from urllib.parse import quote, urlsplit

from ..problems import Problem, Source, Value

TO_CONNECT, IN_ALL = 10.0, 30.0
PORTS = {"http": 80, "https": 443}
AROUND = ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "192.88.99.0/24")  # tunnels
UNROUTED = ("fec0::/10", "3fff::/20")  # places of old and of books, which Python takes for public
NOT_PUBLIC = tuple(map(ip_network, AROUND + UNROUTED))
Resolver = Callable[[str, int], Iterable[str]]


class Failed(Exception):
    """Nothing could be fetched; carries the reason as the code of a sentence, with its values."""

    def __init__(self, code: str, *, again: bool = False, wait: float = 0.0, **values: Value) -> None:
        super().__init__(code)
        self.code, self.values = code, dict(values)
        self.again, self.wait = again, wait

    def problem(self, place: str) -> Problem:
        """The reason as a problem of a source."""
        return Problem(self.code, Source(place), self.values)


def looked_up(host: str, port: int) -> list[str]:
    """Every address of a name."""
    return [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walls:
    """Who may be asked, and how: `hosts` are the names that the network allows; `*.` stands for all that end so.

    `permitted` are addresses with their ports that may be reached although they are private: a test's own server.
    """

    hosts: tuple[str, ...]
    resolve: Resolver = looked_up
    permitted: frozenset[tuple[str, int]] = frozenset()
    tls: ssl.SSLContext | None = None
    sleep: Callable[[float], None] = time.sleep
    connect_seconds: float = TO_CONNECT
    seconds: float = IN_ALL

    def admits(self, host: str) -> bool:
        """Whether a name is on the list."""
        return any(host == each or (each.startswith("*.") and host.endswith(each[1:])) for each in self.hosts)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be asked."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """The whole address."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}{self.target}"


def address_of(url: str, walls: Walls) -> Address:
    """The parts of an address, if it is one that may be asked. `webcal:` means https."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip(".").encode("idna").decode().lower(), parts.port
    except (ValueError, UnicodeError):
        raise Failed("source-address") from None
    scheme = {"webcal": "https", "webcals": "https"}.get(parts.scheme.lower(), parts.scheme.lower())
    if scheme not in PORTS:
        raise Failed("source-scheme", scheme=scheme[:20] or "–")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise Failed("source-credentials")
    if not host:
        raise Failed("source-address")
    if not walls.admits(host):
        raise Failed("source-host", host=host)
    port = port or PORTS[scheme]
    if port != PORTS[scheme] and port not in {allowed for _, allowed in walls.permitted}:
        raise Failed("source-port", port=port)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not target.isascii() or not target.isprintable() or " " in target:
        target = quote(target, safe="/?&=%:;,+~@!$'()*[]")
    return Address(scheme, host, port, target)


def judged(address: Address, walls: Walls, deadline: float) -> str:
    """The address on the net to which the connection goes. All that the name has must be public. Raises `Failed`."""
    found = found_in_time(address, walls, deadline)
    if not found:
        raise Failed("source-name", again=True, host=address.host)
    for each in found:
        if (each, address.port) not in walls.permitted and not is_public(each):
            raise Failed("source-private", host=address.host)
    return found[0]


def found_in_time(address: Address, walls: Walls, deadline: float) -> list[str]:
    """Every address of a name, each once. Whose name it is may also own the server that tells, and let it wait."""
    found: list[str] = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(dict.fromkeys(walls.resolve(address.host, address.port)))

    asking = Thread(target=look_up, daemon=True)
    asking.start()
    asking.join(max(0.0, deadline - time.monotonic()))
    if asking.is_alive():
        raise Failed("source-timeout", seconds=round(walls.seconds))
    return found


def is_public(text: str) -> bool:
    """Whether an address on the net is everybody's: not private, local, shared, reserved, nor a way around to one."""
    try:
        address: IPv4Address | IPv6Address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return is_public(str(address.ipv4_mapped))
    if any(address in each for each in NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
