"""A calendar server of the tests that does as it is told: answers, hangs, drips, lies, redirects; plain or with TLS."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from circuito.importing.walls import Walls

HOST = "calendario.example.org"
Answer = Callable[[socket.socket, str], None]


class Server:
    """A server on this machine. `answers` says for each path what it does; `asked` are the requests that came."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.context = context
        self.stopped = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.serving = threading.Thread(target=self.serve, daemon=True)
        self.serving.start()

    def serve(self) -> None:
        """Answer one connection after the other, each in its own thread."""
        while not self.stopped.is_set():
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection: socket.socket) -> None:
        try:
            with connection:
                talk = self.context.wrap_socket(connection, server_side=True) if self.context else connection
                request = b""
                while b"\r\n\r\n" not in request:
                    part = talk.recv(4096)
                    if not part:
                        return
                    request += part
                head = request.decode()
                self.asked.append(head)
                self.answers.get(head.split(" ")[1], answer(404))(talk, head)
        except OSError:
            return

    def url(self, path: str = "/a.ics", host: str = HOST) -> str:
        """The address of a path on this server."""
        return f"{'https' if self.context else 'http'}://{host}:{self.port}{path}"

    def stop(self) -> None:
        """End: first the thread that waits for connections, since the next server may get this one's descriptor."""
        self.stopped.set()
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.serving.join(5)
        self.listener.close()

    def sleep(self, seconds: float) -> None:
        """Wait, but not longer than the test lasts."""
        self.stopped.wait(seconds)


def answer(status: int, body: bytes = b"", *headers: str, length: int | None = None) -> Answer:
    """An answer with a status, a body and headers; `length` may lie."""

    def given(talk: socket.socket, _: str) -> None:
        head = [f"HTTP/1.1 {status} .", f"Content-Length: {len(body) if length is None else length}", *headers]
        talk.sendall("\r\n".join([*head, "", ""]).encode() + body)

    return given


def one_after_the_other(*answers: Answer) -> Answer:
    """Another answer each time."""
    left = iter(answers)

    def given(talk: socket.socket, head: str) -> None:
        next(left)(talk, head)

    return given


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for as long as it is needed."""
    server = Server(context)
    try:
        yield server
    finally:
        server.stop()


def walls(
    *servers: Server, tls: ssl.SSLContext | None = None, seconds: float = 5, waits: list[float] | None = None
) -> Walls:
    """Walls with a hole for the servers of a test: every name leads to this machine."""
    return Walls(
        hosts=(HOST, "*.altrove.example"),
        resolve=lambda *_: ["127.0.0.1"],
        permitted=frozenset(("127.0.0.1", server.port) for server in servers),
        tls=tls,
        sleep=(waits if waits is not None else []).append,
        connect_seconds=2,
        seconds=seconds,
    )


def certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The context of a server with a certificate for a name, and that of a client who trusts it."""
    key, cert = folder / f"{name}.key", folder / f"{name}.crt"
    subject = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    subprocess.run([*made, *subject, "-keyout", key, "-out", cert], check=True, capture_output=True)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    return server, ssl.create_default_context(cafile=str(cert))
