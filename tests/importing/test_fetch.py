"""Who may be asked for a calendar, and what becomes of servers that hang, lie or lead astray (cases 1 to 4, 15, 16)."""

from __future__ import annotations

import gzip
import shutil
import socket
import time
import zlib
from dataclasses import replace

import pytest

from circuito.importing.fetch import MOST_BYTES, Fetched, fetch
from circuito.importing.walls import Failed, Walls, address_of, is_public
from importing.server import HOST, Server, answer, certificate, one_after_the_other, serving, walls
from importing.sources import AT_SIX, calendar, event

BODY = calendar(event(AT_SIX))


@pytest.fixture
def server():
    with serving() as made:
        yield made


def refusal(url: str, within: Walls, **asked: str) -> str:
    """The code of why nothing could be fetched."""
    with pytest.raises(Failed) as failed:
        fetch(url, within, **asked)
    return failed.value.code


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("webcal://calendario.example.org/a.ics", "https://calendario.example.org/a.ics"),
        ("webcals://calendario.example.org/a.ics", "https://calendario.example.org/a.ics"),
        ("http://Calendario.Example.ORG./a.ics", "http://calendario.example.org/a.ics"),
        ("https://calendario.example.org", "https://calendario.example.org/"),
        ("https://calendario.example.org/caffè a.ics?x=1#y", "https://calendario.example.org/caff%C3%A8%20a.ics?x=1"),
        ("https://p01.altrove.example/a", "https://p01.altrove.example/a"),
    ],
)
def test_case_1_addresses_of_calendars_are_asked_by_https(url, asked):
    assert address_of(url, walls()).url == asked


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "source-scheme"),
        ("ftp://calendario.example.org/a", "source-scheme"),
        ("gopher://calendario.example.org/a", "source-scheme"),
        ("/etc/passwd", "source-scheme"),
        ("https://anna:segreta@calendario.example.org/", "source-credentials"),
        ("https://calendario.example.org@altro.example/", "source-credentials"),
        ("https://@calendario.example.org/", "source-credentials"),
        ("https://altro.example/a.ics", "source-host"),
        ("https://altrove.example/a.ics", "source-host"),
        ("https://nonaltrove.example/a.ics", "source-host"),
        ("https://calendario.example.org.altro.example/", "source-host"),
        ("https://127.0.0.1/a.ics", "source-host"),
        ("https://[::1]/a.ics", "source-host"),
        ("https://calendario.example.org:22/a.ics", "source-port"),
        ("https://calendario.example.org:99999/a.ics", "source-address"),
        ("https:///a.ics", "source-address"),
        ("https://[::1/a.ics", "source-address"),
    ],
)
def test_case_16_addresses_that_may_not_be_asked_are_refused(url, code):
    assert refusal(url, walls()) == code


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:db8::1",
        "2001:0:1::1", "::127.0.0.1", "::ffff:0:7f00:1", "::ffff:100.64.0.1", "fec0::1", "3fff::1", "192.88.99.1",
        "boh",
    ],
)  # fmt: skip
def test_case_16_addresses_inside_are_refused(address):
    within = Walls(hosts=(HOST,), resolve=lambda *_: ["93.184.215.14", address], sleep=lambda _: None)
    assert [is_public(address), refusal(f"https://{HOST}/", within)] == [False, "source-private"]


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_public_addresses_are_public(address):
    assert is_public(address)


def test_a_name_that_nobody_knows_is_told_after_some_tries():
    def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror

    waits: list[float] = []
    assert refusal(f"https://{HOST}/", replace(walls(waits=waits), resolve=nobody)) == "source-name"
    assert waits == [2.0, 4.0]


def test_a_name_is_looked_up_once_and_that_address_is_asked(server):
    server.answers["/a.ics"] = answer(200, BODY)
    looked_up: list[str] = []

    def once(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) == 1 else ["127.0.0.2"]

    assert fetch(server.url(), replace(walls(server), resolve=once)).content == BODY
    assert [looked_up, f"Host: {HOST}:{server.port}" in server.asked[0]] == [[HOST], True]


def test_case_2_redirects_are_followed_and_told(server):
    server.answers["/vecchio"] = answer(301, b"", "Location: /a.ics")
    server.answers["/a.ics"] = answer(200, BODY)
    assert fetch(server.url("/vecchio"), walls(server)) == Fetched(BODY, moved_to=server.url())


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://127.0.0.1/latest/meta-data", "source-host"),
        ("http://dentro.example/", "source-host"),
        ("file:///etc/passwd", "source-scheme"),
        ("https://a:b@calendario.example.org/", "source-credentials"),
        ("http://inside.altrove.example/", "source-private"),
        ("/vecchio", "source-redirects"),
    ],
)
def test_case_16_every_redirect_is_judged_like_an_address(server, to, code):
    server.answers["/vecchio"] = answer(302, b"", f"Location: {to}")
    assert refusal(server.url("/vecchio"), walls(server)) == code


@pytest.mark.parametrize("to", ["http://[x", "http://[::1", "//[", "http://calendario.example.org:abc/", "//a\u2100b/"])
def test_a_redirect_that_is_no_address_costs_this_calendar_alone(server, to):
    server.answers["/a.ics"] = answer(302, b"", f"Location: {to}")
    assert refusal(server.url(), walls(server)) == "source-address"


def test_three_redirects_are_followed_and_no_more(server):
    for number in range(4):
        server.answers[f"/{number}"] = answer(307, b"", f"Location: /{number + 1}")
    server.answers["/4"] = answer(200, BODY)
    assert [fetch(server.url("/1"), walls(server)).content, refusal(server.url("/0"), walls(server))] == [
        BODY,
        "source-redirects",
    ]


@pytest.mark.parametrize(
    ("status", "code", "asked"),
    [
        (400, "source-status", 1),
        (401, "source-sign-in", 1),
        (403, "source-sign-in", 1),
        (404, "source-gone", 1),
        (410, "source-gone", 1),
        (408, "source-busy", 3),
        (429, "source-busy", 3),
        (500, "source-busy", 3),
        (503, "source-busy", 3),
        (204, "source-status", 1),
        (301, "source-status", 1),
    ],
)
def test_case_3_a_server_that_cannot_now_is_asked_again_others_are_not(server, status, code, asked):
    server.answers["/a.ics"] = answer(status)
    assert [refusal(server.url(), walls(server)), len(server.asked)] == [code, asked]


def test_case_3_a_server_is_given_the_time_it_asks_for(server):
    later = answer(429, b"", "Retry-After: 7"), answer(503, b"", "Retry-After: 9999")
    server.answers["/a.ics"] = one_after_the_other(*later, answer(200, BODY))
    waits: list[float] = []
    assert [fetch(server.url(), walls(server, waits=waits)).content, waits] == [BODY, [7.0, 20.0]]


@pytest.mark.parametrize(("told", "waits"), [("9" * 400, [20.0, 20.0]), ("9" * 5000, [20.0, 20.0]), ("²", [2.0, 4.0])])
def test_case_3_a_time_that_no_server_means_is_not_waited_for(server, told, waits):
    server.answers["/a.ics"] = head(f"HTTP/1.1 503 .\r\nRetry-After: {told}\r\nContent-Length: 0\r\n\r\n")
    waited: list[float] = []
    assert [refusal(server.url(), walls(server, waits=waited)), waited] == ["source-busy", waits]


def head(text: str):
    """An answer of some characters of a header, as they are."""
    return lambda talk, _: talk.sendall(text.encode("latin-1"))


def test_a_calendar_that_has_not_changed_is_not_sent_again(server):
    server.answers["/a.ics"] = answer(304)
    asked = fetch(server.url(), walls(server), etag='"v1"', modified="Sat, 21 Nov 2026 10:00:00 GMT")
    assert asked == Fetched(None, '"v1"', "Sat, 21 Nov 2026 10:00:00 GMT")
    assert [line for line in server.asked[0].split("\r\n") if line.startswith("If-")] == [
        'If-None-Match: "v1"',
        "If-Modified-Since: Sat, 21 Nov 2026 10:00:00 GMT",
    ]


def test_what_to_ask_with_next_time_is_remembered(server):
    server.answers["/a.ics"] = answer(200, BODY, 'ETag: W/"v2"', "Last-Modified: Sun, 22 Nov 2026 10:00:00 GMT")
    assert fetch(server.url(), walls(server)) == Fetched(BODY, 'W/"v2"', "Sun, 22 Nov 2026 10:00:00 GMT")


def hang(server: Server, before: bytes = b""):
    """An answer that stops in the middle and keeps the connection open."""

    def given(talk: socket.socket, head: str) -> None:
        talk.sendall(before)
        server.sleep(30)

    return given


def drip(server: Server, text: bytes):
    """An answer that comes a byte at a time."""

    def given(talk: socket.socket, head: str) -> None:
        for sign in text:
            talk.sendall(bytes([sign]))
            server.sleep(0.05)

    return given


@pytest.mark.parametrize("kind", ["hang", "hang in the head", "hang in the body", "drip the head", "drip the body"])
def test_case_4_a_server_that_takes_too_long_is_left(server, kind):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
    server.answers["/a.ics"] = {
        "hang": hang(server),
        "hang in the head": hang(server, b"HTTP/1.1 200 OK\r\nX-A: "),
        "hang in the body": hang(server, head + BODY),
        "drip the head": drip(server, b"HTTP/1.1 200 OK\r\n" + b"X-A: a\r\n" * 90),
        "drip the body": drip(server, head + BODY * 10),
    }[kind]
    began = time.monotonic()
    assert refusal(server.url(), walls(server, seconds=0.6)) == "source-timeout"
    assert time.monotonic() - began < 3


def test_case_4_a_name_server_that_takes_too_long_is_left(server):
    def slowly(host: str, port: int) -> list[str]:
        server.sleep(30)
        return ["127.0.0.1"]

    began = time.monotonic()
    assert refusal(server.url(), replace(walls(server, seconds=0.3), resolve=slowly)) == "source-timeout"
    assert time.monotonic() - began < 3


def test_case_4_a_server_that_breaks_off_late_has_no_more_time_when_asked_again(server):
    def late(talk: socket.socket, _: str) -> None:
        server.sleep(0.45)

    server.answers["/a.ics"] = late
    began = time.monotonic()
    assert refusal(server.url(), walls(server, seconds=0.6)) == "source-timeout"
    assert [len(server.asked), time.monotonic() - began < 1.2] == [2, True]


def test_case_4_nobody_listening_is_told():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    within = replace(walls(), permitted=frozenset({("127.0.0.1", port)}))
    assert refusal(f"http://{HOST}:{port}/", within) == "source-broken"


def test_a_connection_that_breaks_is_tried_again(server):
    server.answers["/a.ics"] = one_after_the_other(lambda *_: None, answer(200, BODY))
    assert fetch(server.url(), walls(server)).content == BODY


def test_a_body_shorter_than_told_is_no_calendar(server):
    server.answers["/a.ics"] = answer(200, BODY[:-20], length=len(BODY))
    assert [refusal(server.url(), walls(server)), len(server.asked)] == ["source-short", 3]


def test_a_body_longer_than_told_is_cut_where_it_was_told(server):
    server.answers["/a.ics"] = answer(200, BODY, length=40)
    assert fetch(server.url(), walls(server)).content == BODY[:40]


def test_a_chunked_body_that_breaks_off_is_no_calendar(server):
    server.answers["/a.ics"] = lambda talk, _: talk.sendall(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n" + BODY[:32] + b"\r\nff\r\nBEG"
    )
    assert refusal(server.url(), walls(server)) == "source-broken"


def test_a_packed_body_is_unpacked(server):
    server.answers["/a.ics"] = answer(200, gzip.compress(BODY), "Content-Encoding: gzip")
    assert fetch(server.url(), walls(server)).content == BODY


def test_case_15_a_body_that_is_too_large_is_left(server):
    server.answers["/a.ics"] = answer(200, b"x" * (MOST_BYTES + 1))
    assert refusal(server.url(), walls(server)) == "source-large"


def test_case_15_a_bomb_is_left_before_it_unfolds(server):
    bomb = nested(b"\0" * MOST_BYTES, 40)
    server.answers["/a.ics"] = answer(200, bomb, "Content-Encoding: gzip")
    began = time.process_time()
    assert refusal(server.url(), walls(server)) == "source-large"
    assert [time.process_time() - began < 1, len(bomb) < 400_000] == [True, True]


def nested(block: bytes, times: int) -> bytes:
    """A packed file that unfolds to a block many times."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(block) for _ in range(times)), packer.flush()])


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (gzip.compress(BODY)[:-12], "Content-Encoding: gzip", "source-short"),
        (b"BEGIN:VCALENDAR", "Content-Encoding: gzip", "source-broken"),
        (BODY, "Content-Encoding: br", "source-encoding"),
    ],
)
def test_a_body_packed_wrongly_is_left(server, body, headers, code):
    server.answers["/a.ics"] = answer(200, body, headers)
    assert refusal(server.url(), walls(server)) == code


def test_a_wrong_type_is_no_reason_to_refuse(server):
    server.answers["/a.ics"] = answer(200, BODY, "Content-Type: text/html")
    assert fetch(server.url(), walls(server)).content == BODY


@pytest.mark.parametrize(
    "told",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 99999 .\r\n\r\n",
        b"HTTP/1.1 200 .\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 " + b"y" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 .\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 .\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n0\r\n\r\n",
    ],
)
def test_an_answer_that_is_none_is_told(server, told):
    server.answers["/a.ics"] = lambda talk, _: talk.sendall(told)
    assert refusal(server.url(), walls(server)) == "source-broken"


needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@needs_openssl
def test_a_calendar_behind_tls_is_fetched_under_its_name(tmp_path):
    ours, theirs = certificate(tmp_path, HOST)
    with serving(ours) as server:
        server.answers["/a.ics"] = answer(200, BODY)
        assert fetch(server.url(), walls(server, tls=theirs)).content == BODY


@needs_openssl
@pytest.mark.parametrize("wrong", ["another name", "nobody knows it"])
def test_case_4_a_wrong_certificate_is_refused(tmp_path, wrong):
    ours, theirs = certificate(tmp_path, "altro.example.org" if wrong == "another name" else HOST)
    with serving(ours) as server:
        server.answers["/a.ics"] = answer(200, BODY)
        trusting = theirs if wrong == "another name" else None
        assert refusal(server.url(), walls(server, tls=trusting)) == "source-tls"


@needs_openssl
def test_case_4_a_handshake_that_hangs_is_left():
    with serving() as server:
        server.answer = lambda _: server.sleep(10)  # type: ignore[method-assign]
        began = time.monotonic()
        url = server.url().replace("http:", "https:")
        assert refusal(url, walls(server, seconds=0.6)) == "source-timeout"
        assert time.monotonic() - began < 3
