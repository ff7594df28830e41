"""What ten thousand subscribers cost who ask for a calendar every hour, from a plain static server on this machine.

Each of them keeps the ETag of what it has and asks with it (RFC 9110, 13.1.2), as calendar programs do. The first hour
fetches; in those that follow nothing has changed, but in one, in which everybody fetches anew. Hours follow each other
without waiting, so what is shown is how much of an hour the server was busy. The server is nginx where it is installed
(Debian: `nginx-light`), else one in Python.

    python benchmarks/subscribers.py output/calendar.ics --subscribers 10000 --hours 3
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import hashlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

AT_ONCE = 64
HOURS_A_MONTH = 24 * 30
BUSY = 0.05  # of an hour: more would be too much for the smallest machine
NGINX = """daemon off; pid {folder}/nginx.pid; worker_processes 1; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder}; types {{ text/calendar ics; }} keepalive_requests 1000000;
  server {{ listen 127.0.0.1:{port}; root {folder}/site; gzip_static on; add_header Cache-Control max-age=900; }}
}}
"""


@dataclass(slots=True)
class Hour:
    """What was answered in an hour: how often each status, and how many bytes with their heads."""

    statuses: Counter[int] = field(default_factory=Counter)
    bytes: int = 0
    seconds: float = 0.0


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("calendar", type=Path)
    asked.add_argument("--subscribers", type=int, default=10_000)
    asked.add_argument("--hours", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), given.calendar.read_bytes()) as (name, port):
        hours = asyncio.run(polled(port, given.subscribers, given.hours, Path(folder) / "site" / "calendar.ics"))
    print(f"{given.subscribers} subscribers of {size(given.calendar.stat().st_size)}, served by {name}")
    print(f"{'hour':>16}{'requests':>10}{'a second':>10}{'304':>8}{'bytes':>12}{'busy':>8}")
    told = ("first", *["nothing changed"] * (given.hours - 2), "all changed")
    for what, hour in zip(told, hours, strict=True):
        print(row(what, hour), flush=True)
    print(on_paper(given.subscribers, hours))
    return int(any(hour.seconds > BUSY * 3600 for hour in hours))


def row(what: str, hour: Hour) -> str:
    """A line on an hour."""
    count = hour.statuses.total()
    share, busy = hour.statuses[304] / count, hour.seconds / 3600
    return f"{what:>16}{count:>10}{count / hour.seconds:>10.0f}{share:>8.1%}{size(hour.bytes):>12}{busy:>8.2%}"


def on_paper(subscribers: int, hours: list[Hour]) -> str:
    """What a month brings a host or a content network, with a change every day."""
    changed, same = hours[-1], hours[1]
    days = HOURS_A_MONTH // 24
    total = same.bytes * (HOURS_A_MONTH - days) + changed.bytes * days
    requests = subscribers * HOURS_A_MONTH
    return f"a month with a change a day: {requests / 1e6:.1f} million requests, {size(total)} out"


def size(count: float) -> str:
    """A number of bytes, as people write it."""
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"


async def polled(port: int, subscribers: int, hours: int, file: Path) -> list[Hour]:
    """What each hour brings. In the last one the calendar has changed before."""
    tags: dict[int, str] = {}
    found = []
    for number in range(hours):
        if number == hours - 1:
            publish(file, file.read_bytes().replace(b"SEQUENCE:", b"SEQUENCE:1"))
        hour, began = Hour(), time.perf_counter()
        queue = iter(range(subscribers))
        await asyncio.gather(*(ask(port, queue, tags, hour) for _ in range(AT_ONCE)))
        hour.seconds = time.perf_counter() - began
        found.append(hour)
    return found


async def ask(port: int, queue: Iterator[int], tags: dict[int, str], hour: Hour) -> None:
    """Poll for one subscriber after the other. Each has a connection of its own, as in life."""
    for subscriber in queue:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        known = f"If-None-Match: {tags[subscriber]}\r\n" if subscriber in tags else ""
        head = f"Host: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n{known}"
        writer.write(f"GET /calendar.ics HTTP/1.1\r\n{head}\r\n".encode())
        answer = await reader.read(-1)
        writer.close()
        lines = answer.partition(b"\r\n\r\n")[0].decode().split("\r\n")
        fields = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        tags[subscriber] = fields["etag"]
        hour.statuses[int(lines[0].split()[1])] += 1
        hour.bytes += len(answer)


def publish(file: Path, content: bytes) -> None:
    """Put a calendar in its place, packed too."""
    file.write_bytes(content)
    file.with_suffix(".ics.gz").write_bytes(gzip.compress(content, mtime=0))


@contextmanager
def served(folder: Path, content: bytes) -> Iterator[tuple[str, int]]:
    """The name and the port of a server that has the calendar."""
    folder.chmod(0o755)
    (folder / "site").mkdir()
    publish(folder / "site" / "calendar.ics", content)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    name = "nginx" if shutil.which("nginx") else "Python"
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
    command = ["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"]
    if name == "Python":
        command = [sys.executable, __file__, "--serve", str(folder / "site" / "calendar.ics"), str(port)]
    process = subprocess.Popen(command)
    try:
        wait(port)
        yield name, port
    finally:
        process.terminate()
        process.wait()


def wait(port: int) -> None:
    """Until the server answers."""
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("the server does not answer")


def serve(file: Path, port: int) -> None:
    """The server in Python: one file, packed, with its ETag."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return writer.close()
        packed = file.with_suffix(".ics.gz").read_bytes()
        tag = f'"{hashlib.sha256(packed).hexdigest()[:16]}"'.encode()
        common = b"ETag: " + tag + b"\r\nCache-Control: max-age=900\r\nConnection: close\r\n"
        if b"If-None-Match: " + tag in head:
            writer.write(b"HTTP/1.1 304 Not Modified\r\n" + common + b"\r\n")
        else:
            told = b"Content-Type: text/calendar\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n" % len(packed)
            writer.write(b"HTTP/1.1 200 OK\r\n" + told + common + b"\r\n" + packed)
        await writer.drain()
        return writer.close()

    async def listen() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", port)
        await server.serve_forever()

    asyncio.run(listen())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main())
