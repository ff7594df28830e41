"""Links are asked for at a server of the tests that behaves as servers do, and remembered from day to day."""

from __future__ import annotations

import json
import socket
import threading
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

import pytest

from circuito.commands.links import checked
from circuito.importing.walls import Walls
from circuito.links.asking import Manners, failing, failure
from circuito.links.written import Written, links_in, trimmed, written
from circuito.model.dead_links import DeadLink
from circuito.reading.dead_links import FILE, Kept, after, dead_links, keep, recalled, understood
from circuito.reading.load import load
from whole_networks import TODAY, copied
from whole_networks import written as put

HOST = "links.test"


class Odd(BaseHTTPRequestHandler):
    """A server whose paths say what it does: `/404`, `/head-405`, `/to/…`, `/hang`, `/slam`, `/round`, `/inside`."""

    asked: list[tuple[str, str, float]]

    def do_HEAD(self) -> None:
        self.answer("HEAD")

    def do_GET(self) -> None:
        self.answer("GET")

    def answer(self, method: str) -> None:
        type(self).asked.append((method, self.path, monotonic()))
        if self.path == "/hang":
            sleep(3)
        elif self.path == "/slam":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif self.path.startswith("/to/"):
            self.told(302, self.path.removeprefix("/to"))
        elif self.path == "/round":
            self.told(301, "/round")
        elif self.path == "/inside":
            self.told(301, "http://10.0.0.1/")
        elif self.path.startswith("/head-"):
            self.told(int(self.path[6:9]) if method == "HEAD" else 200)
        else:
            self.told(int(self.path[1:4]) if self.path[1:4].isdigit() else 200)

    def told(self, status: int, to: str = "") -> None:
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    Odd.asked = []
    made = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    made.daemon_threads = True
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def walls(server: ThreadingHTTPServer, seconds: float = 20) -> Walls:
    """Walls that let the tests' own server in, under one name."""
    names = {HOST: ["127.0.0.1"], "10.0.0.1": ["10.0.0.1"]}

    def resolve(host: str, port: int) -> list[str]:
        if host not in names:
            raise OSError(host)
        return names[host]

    own = frozenset({("127.0.0.1", server.server_port)})
    return Walls(hosts=(), resolve=resolve, permitted=own, connect_seconds=5, seconds=seconds)


def why(server: ThreadingHTTPServer, path: str, seconds: float = 20) -> str:
    """Why a path of the server fails."""
    return failure(f"http://{HOST}:{server.server_port}{path}", walls(server, seconds))


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/", ""), ("/404", "404"), ("/410", "gone"), ("/500", "500"), ("/head-405", ""), ("/head-404", ""),
        ("/401", ""), ("/403", ""), ("/429", ""), ("/503", ""), ("/to/200", ""), ("/to/404", "404"),
        ("/round", "no-answer"), ("/slam", "no-answer"), ("/inside", "no-host"),
    ],
)  # fmt: skip
def test_a_link_fails_where_nothing_is_to_be_found(server, path, told):
    assert why(server, path) == told


def test_a_server_that_hangs_is_waited_for_no_longer_than_said(server):
    assert why(server, "/hang", 0.5) == "no-answer"


def test_a_name_that_nobody_has_is_a_site_that_is_gone(server):
    assert failure(f"http://nowhere.test:{server.server_port}/", walls(server)) == "no-host"


@pytest.mark.parametrize("url", ["http://links.test:22/", "http://ada:segreto@links.test/"])
def test_what_nobody_should_open_is_not_asked(server, url):
    assert (failure(url, walls(server)), Odd.asked) == ("refused", [])


def test_a_private_address_is_never_asked(server):
    shut = replace(walls(server), permitted=frozenset())
    assert (failure(f"http://{HOST}/", shut), Odd.asked) == ("no-host", [])


def test_the_head_is_asked_for_first_and_the_rest_only_where_that_fails(server):
    why(server, "/200")
    why(server, "/404")
    assert [(method, path) for method, path, _ in Odd.asked] == [("HEAD", "/200"), ("HEAD", "/404"), ("GET", "/404")]


def test_one_host_is_asked_one_question_at_a_time_with_a_pause(server):
    urls = [f"http://{HOST}:{server.server_port}/{number}" for number in ("a", "b", "c")]
    failed, unasked = failing(urls, Manners(walls=walls(server), pause=0.2))
    times = [at for _, _, at in Odd.asked]
    assert (failed, unasked, len(times)) == ({}, set(), 3)
    assert [later - earlier for earlier, later in pairwise(times) if later - earlier < 0.2] == []


def test_what_there_is_no_time_for_is_neither_dead_nor_alive(server):
    url = f"http://{HOST}:{server.server_port}/404"
    assert failing([url], Manners(walls=walls(server), seconds=0)) == ({}, {url})


# Where links stand


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("https://a.it/via.", "https://a.it/via"),
        ("https://a.it/Rete_(film)", "https://a.it/Rete_(film)"),
        ("https://a.it/via),", "https://a.it/via"),
        ("https://a.it/?q=1*", "https://a.it/?q=1"),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(told, kept):
    assert trimmed(told) == kept


def test_links_are_found_in_heads_and_texts_with_their_places(tmp_path):
    text = "---\nwebsite: https://uno.it/a\n---\n\nVedi [qui](https://due.it/b) e <https://due.it/b>.\n"
    put(tmp_path, "a.md", text)
    assert list(links_in(str(tmp_path), "a.md")) == [
        Written("a.md", 2, 10, "https://uno.it/a"),
        Written("a.md", 5, 12, "https://due.it/b"),
    ]


def test_events_that_are_over_and_hosts_for_examples_are_not_asked(tmp_path):
    root = copied(tmp_path / "rete")
    head = "---\ntitle: Nuovo\nsummary: Una frase.\nstarts: {}\n---\n"
    put(root, "events/nord/ieri.md", head.format("2026-11-01") + "https://ieri.it\n")
    put(root, "events/nord/domani.md", head.format("2026-12-01") + "https://domani.it https://example.org/a\n")
    loaded = load(str(root), today=TODAY)
    assert [each.url for each in written(loaded.network, loaded.office)] == ["https://domani.it"]


# From day to day

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
DEAD = {"https://a.it/": ("404", ("a.md",))}


def test_a_link_is_dead_once_it_has_failed_on_two_days():
    first = after(Kept(), MONDAY, DEAD, set())
    again = after(first, MONDAY, DEAD, set())
    second = after(again, TUESDAY, DEAD, set())
    assert [each.failing["https://a.it/"].is_dead for each in (first, again, second)] == [False, False, True]


def test_an_answer_in_between_begins_the_count_anew():
    kept = after(after(Kept(), MONDAY, DEAD, set()), TUESDAY, {}, set())
    assert after(kept, WEDNESDAY, DEAD, set()).failing["https://a.it/"].is_dead is False


def test_a_link_that_was_not_asked_stays_as_it_was():
    kept = after(Kept(), MONDAY, DEAD, set())
    assert after(kept, TUESDAY, {}, {"https://a.it/"}).failing == kept.failing


@pytest.mark.parametrize(
    "wrong",
    [
        {"why": "<b>"}, {"days": []}, {"days": ["domani"]}, {"files": ["/etc/passwd"]}, {"files": ["a/../../b.md"]},
        {"files": [".git/config"]}, {"url": "javascript:alert(1)"}, {"url": "https://a.org/\n"},
    ],
)  # fmt: skip
def test_what_no_check_could_have_written_is_not_believed(wrong):
    told = {"why": "404", "days": ["2026-11-22"], "files": ["a.md"], "url": "https://a.org/"}
    sound, broken = (
        understood(json.dumps({"failing": {each.pop("url"): each}}).encode()) for each in (dict(told), told | wrong)
    )
    assert (sound is not None, broken) == (True, None)


def test_the_build_knows_dead_links_that_still_stand_in_their_files(tmp_path):
    put(tmp_path, "a.md", "uno\nvedi https://a.it/\n")
    keep(str(tmp_path), after(after(Kept(), MONDAY, DEAD, set()), TUESDAY, DEAD, set()))
    assert dead_links(str(tmp_path)) == (DeadLink(path="a.md", line=2, url="https://a.it/", since=MONDAY, why="404"),)
    put(tmp_path, "a.md", "uno\n")
    assert dead_links(str(tmp_path)) == ()


@pytest.mark.parametrize("content", [b"", b"{", b'{"version": 9}', b"[]", b'{"failing": {"a": 1}}'])
def test_a_broken_memory_is_none(tmp_path, content):
    put(tmp_path, FILE, content)
    assert (recalled(str(tmp_path)), dead_links(str(tmp_path))) == (Kept(), ())


# The command


def ran(root: Path, server: ThreadingHTTPServer, today: date, **options: object) -> int:
    """The exit code of a check of two links, one of which is dead."""
    base = f"http://{HOST}:{server.server_port}"
    put(root, "a.md", f"{base}/404\n{base}/200\n")
    found = tuple(links_in(str(root), "a.md"))
    asked = Namespace(**{"lang": "it", "json": False, **options})
    return checked(found, str(root), today, Manners(walls=walls(server), pause=0), asked)


def test_the_command_fails_on_the_second_day_and_names_file_line_and_remedy(tmp_path, server, capsys):
    assert ran(tmp_path, server, MONDAY) == 0
    said = capsys.readouterr().err
    assert said == "2 collegamenti chiesti: 0 morti, 1 da richiedere un altro giorno, 0 senza tempo.\n"
    assert ran(tmp_path, server, TUESDAY) == 1
    url = f"http://{HOST}:{server.server_port}/404"
    assert capsys.readouterr().out == (
        f"a.md:1:1: {url} risponde 404 (dal 2026-11-23) (correggi l'indirizzo, o togli il collegamento)\n"
    )


def test_the_command_tells_machines_the_same(tmp_path, server, capsys):
    ran(tmp_path, server, MONDAY, json=True)
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["file"], told["line"], told["code"]) == ("a.md", 1, "link-once")
