"""What runs leave for the next on a branch, in real repositories: by fresh clones, two at a time, and by strangers."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from circuito.commands import main
from circuito.importing.ground import importable
from circuito.importing.outcome import Order, Outcome
from circuito.importing.run import run
from circuito.importing.state import as_bytes, keep
from circuito.model.imports import ImportState
from circuito.reading import dead_links
from circuito.reading.dead_links import Failing, Kept
from circuito.reading.imports import state_of
from circuito.remembering.branch import Branch, fetched, saved
from circuito.remembering.memos import gathered, merged
from circuito.reviewing.git import Git
from importing.server import HOST, Server, answer, serving, walls
from importing.sources import TODAY, calendar, event
from repositories import commit, git
from whole_networks import built, replaced, with_real_theme

BRANCH = "circuito/state"
PROFILE = "spaces/base/space.md"
MANY = [event(f"DTSTART:202612{day:02}T170000Z", uid=f"UID:{day}", title=f"SUMMARY:Sera {day}") for day in range(1, 8)]
STATE = ImportState(space="base", calendar="programma", tried="2026-11-21", succeeded="2026-11-21", entries=7, kept=7)
DEAD = "https://fuori.example.org/via"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def origin(network: Path, server: Server) -> Path:
    """The repository of a network whose space `base` names a calendar on a server of ours."""
    replaced(network, "content/network.yaml", "since:", f"import_hosts: [{HOST}]\nsince:")
    replaced(network, PROFILE, "run_by", f"calendars: [{{id: programma, url: {server.url()}}}]\nrun_by")
    (network / ".gitignore").write_text("/.circuito\n/output*\n__pycache__\n")
    git(network, "init", "--quiet", "--initial-branch", "main")
    commit(network, "2026-11-01")
    bare = network.parent / "origin.git"
    git(network.parent, "clone", "--quiet", "--bare", str(network), str(bare))
    return bare


def clone(origin: Path) -> Path:
    """A fresh clone, as every run on a schedule begins in one."""
    made = origin.parent / f"clone-{len(list(origin.parent.glob('clone-*')))}"
    git(origin.parent, "clone", "--quiet", str(origin), str(made))
    return made


def asked(root: Path, *arguments: str) -> list[str]:
    return ["state", arguments[0], str(root), "--lang", "en", *arguments[1:]]


def imported(root: Path, server: Server, today: date = TODAY) -> Outcome:
    """One run of the import."""
    network, _ = importable(str(root))
    assert network is not None
    [outcome] = run(network, Order(root=str(root), today=today), walls(server, seconds=5))
    return outcome


def scheduled(origin: Path, server: Server, today: date = TODAY) -> tuple[Path, Outcome]:
    """One run on a schedule: a fresh clone, what is remembered, the import, and what is remembered put back."""
    root = clone(origin)
    assert main(asked(root, "fetch")) == 0
    outcome = imported(root, server, today)
    assert main(asked(root, "save")) == 0
    return root, outcome


def merged_in(root: Path, day: str) -> None:
    """What a run proposed, merged by a person."""
    commit(root, day)
    git(root, "push", "--quiet", "origin", "HEAD:main")


def cancelled(root: Path) -> int:
    return sum("status: cancelled" in file.read_text() for file in (root / "events/base").glob("sera-*.md"))


def says(repository: Path, *arguments: str, given: bytes = b"") -> str:
    """What git prints of a repository."""
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout.decode()


def listed(origin: Path, branch: str = BRANCH) -> list[str]:
    """What lies on a branch."""
    return says(origin, "ls-tree", "-r", "--name-only", branch).splitlines()


def shown(origin: Path, name: str) -> str:
    """The content of a file on the branch."""
    return says(origin, "show", f"{BRANCH}:{name}")


# Runs in fresh clones


def test_the_guard_counts_to_three_through_fresh_clones(origin, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY))
    first, _ = scheduled(origin, server)
    merged_in(first, "2026-11-22")
    server.answers["/a.ics"] = answer(200, calendar(*MANY[:2]))
    runs = [scheduled(origin, server, TODAY + timedelta(days=each))[0] for each in (1, 2, 3, 4)]
    assert [cancelled(root) for root in runs] == [0, 0, 5, 5]


def test_without_the_branch_the_guard_never_counts_to_three(origin, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY))
    first = clone(origin)
    imported(first, server)
    merged_in(first, "2026-11-22")
    server.answers["/a.ics"] = answer(200, calendar(*MANY[:2]))
    runs = [clone(origin) for _ in range(4)]
    for root in runs:
        imported(root, server)
    assert [cancelled(root) for root in runs] == [0, 0, 0, 0]


def test_a_calendar_that_did_not_change_is_not_sent_again_to_a_fresh_clone(origin, server):
    def unless_known(talk, head):
        known = 'If-None-Match: "1"' in head
        (answer(304) if known else answer(200, calendar(*MANY), 'ETag: "1"'))(talk, head)

    server.answers["/a.ics"] = unless_known
    first, _ = scheduled(origin, server)
    merged_in(first, "2026-11-22")
    second, outcome = scheduled(origin, server, TODAY + timedelta(days=1))
    state = state_of(str(second), "base", "programma")
    assert [outcome.problem, outcome.idle, len(server.asked)] == [None, True, 2]
    assert [state.succeeded, state.kept, list(second.rglob("*.copy"))] == ["2026-11-23", 7, []]


def test_the_branch_is_one_commit_without_a_past_however_often_it_is_saved(origin, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY))
    for each in range(3):
        scheduled(origin, server, TODAY + timedelta(days=each))
    assert says(origin, "rev-list", "--count", BRANCH) == "1\n"
    assert listed(origin) == ["README.md", "base.programma.json"]


def test_the_folder_and_its_branch_stay_as_they_were(origin, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY))
    root, _ = scheduled(origin, server)
    new = [f"?? events/base/sera-{each}.md" for each in range(1, 8)]
    assert says(root, "status", "--short", "--branch").splitlines() == ["## main...origin/main", *new]


def test_a_site_that_is_built_in_a_fresh_clone_shows_what_runs_remember(origin, server):
    server.answers["/a.ics"] = answer(200, calendar(*MANY, event("DTSTART:boh", uid="UID:8", title="SUMMARY:Coro")))
    first, _ = scheduled(origin, server)
    with (first / PROFILE).open("a") as profile:
        profile.write(f"\n[via]({DEAD})\n")
    merged_in(first, "2026-11-22")
    kept = Kept(checked=TODAY, failing={DEAD: Failing("404", (date(2026, 11, 19), TODAY), (PROFILE,))})
    dead_links.keep(str(first), kept)
    assert main(asked(first, "save")) == 0
    root = with_real_theme(clone(origin))
    assert main(asked(root, "fetch")) == 0
    assert built(root) == 0
    health = (root / "output/importazioni/index.html").read_text()
    chores = (root / "output/da-aggiornare/chores.csv").read_text()
    assert [sign in health for sign in ("22 nov 2026", "7 / 8", "«Coro» ha una data")] == [True] * 3
    assert [line.split(",")[:2] for line in chores.splitlines() if DEAD in line] == [["base", "dead-link"]]


# What is left, and what is not


def test_a_repository_without_the_branch_works_as_before(origin, capsys):
    root = clone(origin)
    assert main(asked(root, "fetch")) == 0
    assert [capsys.readouterr().out, (root / ".circuito").exists()] == [f"there is nothing on `{BRANCH}` yet\n", False]


def test_nothing_new_is_not_put_there_again(origin, capsys):
    root = clone(origin)
    keep(str(root), STATE, None)
    assert [main(asked(root, "save")), main(asked(root, "save"))] == [0, 0]
    assert capsys.readouterr().out == f"on `{BRANCH}`: 1 files\n`{BRANCH}` is so already\n"


def test_no_word_of_a_calendar_leaves_the_cache_but_problems_of_public_ones(origin, server):
    private = event("DTSTART:20261205T170000Z", "CLASS:PRIVATE", uid="UID:9", title="SUMMARY:Colloquio riservato")
    guest = event("DTSTART:20261206T170000Z", "ATTENDEE:mailto:ada@example.org", uid="UID:10", title="SUMMARY:Cena")
    server.answers["/a.ics"] = answer(200, calendar(private, guest), 'ETag: "1"')
    scheduled(origin, server)
    told = shown(origin, "base.programma.json")
    assert [word for word in ("Colloquio", "Cena", "ada@", "BEGIN:", server.url()) if word in told] == []
    assert json.loads(told)["etag"] == '"1"'


def test_the_address_of_a_secret_calendar_does_not_leave_either(origin, server):
    root = clone(origin)
    replaced(root, PROFILE, f"url: {server.url()}", "secret: true")
    server.answers["/segreto-8f3a.ics"] = answer(200, calendar(event("DTSTART:boh", title="SUMMARY:Colloquio")))
    network, _ = importable(str(root))
    assert network is not None
    secrets = {"base/programma": server.url("/segreto-8f3a.ics")}
    run(network, Order(root=str(root), today=TODAY, secrets=secrets), walls(server))
    assert main(asked(root, "save")) == 0
    told = shown(origin, "base.programma.json")
    assert [word for word in ("segreto", HOST, str(server.port), "Colloquio") if word in told] == []


def test_a_calendar_that_is_no_longer_named_is_forgotten(origin, server):
    first = clone(origin)
    keep(str(first), STATE, None)
    main(asked(first, "save"))
    root = clone(origin)
    main(asked(root, "fetch"))
    replaced(root, PROFILE, "id: programma", "id: altro")
    assert [main(asked(root, "save")), listed(origin)] == [0, ["README.md"]]


def test_a_calendar_of_a_profile_that_cannot_be_read_today_is_remembered(origin):
    first = clone(origin)
    keep(str(first), STATE, None)
    main(asked(first, "save"))
    root = clone(origin)
    main(asked(root, "fetch"))
    replaced(root, PROFILE, "run_by", "run_bye")
    assert [main(asked(root, "save")), listed(origin)] == [0, ["README.md", NAME]]


def test_a_network_that_cannot_be_read_saves_nothing(origin):
    root = clone(origin)
    (root / "content/network.yaml").unlink()
    keep(str(root), STATE, None)
    assert main(asked(root, "save")) == 1


# Two at a time


def test_two_runs_that_save_at_one_time_lose_nothing(origin):
    replaced(
        root := clone(origin), PROFILE, "calendars: [", "calendars: [{id: altro, url: https://altro.example.org/}, "
    )
    merged_in(root, "2026-11-22")
    roots = [clone(origin) for _ in range(4)]
    for root in roots:
        assert main(asked(root, "fetch")) == 0
    keep(str(roots[0]), STATE, None)
    keep(str(roots[1]), replace(STATE, calendar="altro"), None)
    dead_links.keep(str(roots[2]), Kept(checked=TODAY))
    keep(str(roots[3]), replace(STATE, tried="2026-11-20"), None)
    threads = [threading.Thread(target=main, args=(asked(root, "save"),)) for root in roots]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert listed(origin) == ["README.md", "base.altro.json", "base.programma.json", "links.json"]
    assert shown(origin, "base.programma.json").encode() == as_bytes(STATE)


def test_a_save_that_comes_second_begins_from_what_is_there_then(origin):
    first, second = (clone(origin) for _ in range(2))
    branch = Branch(Git(str(second)), BRANCH)
    fetched(branch)
    keep(str(second), STATE, None)
    dead_links.keep(str(first), Kept(checked=TODAY))

    class Late(Git):
        """A git whose first push comes just after that of somebody else."""

        late = False

        def ask(self, *arguments: str, **more: object) -> bytes:
            if arguments[0] == "push" and not self.late:
                self.late = True
                assert main(asked(first, "save")) == 0
            return super().ask(*arguments, **more)  # type: ignore[arg-type]

    waited: list[float] = []
    network, _ = importable(str(second))
    assert network is not None
    mine = gathered(str(second), network)
    assert saved(Branch(Late(str(second)), BRANCH), mine, waited.append) is True
    assert [len(waited), listed(origin)] == [1, ["README.md", "base.programma.json", "links.json"]]


A, B, C = (as_bytes(replace(STATE, tried=day)) for day in ("2026-11-20", "2026-11-21", "2026-11-22"))
A_TOO = as_bytes(replace(STATE, tried="2026-11-20", shrunk=1))
NAME = "base.programma.json"


@pytest.mark.parametrize(
    ("base", "mine", "there", "left"),
    [
        (None, B, None, B), (None, None, B, B), (None, A, B, B), (None, B, A, B), (None, A_TOO, A, A),
        (A, B, A, B), (A, A, B, B), (A, B, C, C), (A, C, B, C), (A, A_TOO, A, A_TOO), (A, None, A, None),
        (A, None, B, B), (A, A, None, None), (A, B, None, B),
    ],
)  # fmt: skip
def test_of_each_file_the_newer_knowledge_counts(base, mine, there, left):
    def files(content: bytes | None) -> dict[str, bytes]:
        return {} if content is None else {NAME: content}

    assert merged(files(base), files(mine), files(there)) == files(left)


# Strangers


def put(origin: Path, *entries: tuple[str, str, bytes]) -> None:
    """Make the branch of files with modes, names and contents that somebody else chose."""
    lines = b""
    for mode, name, content in entries:
        made = says(origin, "hash-object", "-w", "--stdin", given=content).strip()
        kind, made = ("commit", "1" * 40) if mode == "160000" else ("blob", made)
        lines += f"{mode} {kind} {made}\t{name}\0".encode()
    place(origin, says(origin, "mktree", "-z", "--missing", given=lines).strip())


def place(origin: Path, tree: str) -> None:
    """Put a tree onto the branch."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    git(origin, "update-ref", f"refs/heads/{BRANCH}", says(origin, *who, "commit-tree", tree, given=b"x").strip())


GOOD = ("100644", NAME, as_bytes(STATE))
STRANGE = {
    "another name": (("100644", "altro.txt", b"x"), "state-name"),
    "a name that leads outside": (("100644", "...json", b"{}"), "state-name"),
    "a name with a line": (("100644", "a\nb.c.json", b"{}"), "state-name"),
    "a link": (("120000", "links.json", b"/etc/passwd"), "state-kind"),
    "another repository": (("160000", "links.json", b"x"), "state-kind"),
    "a program": (("100755", "links.json", b"{}"), "state-kind"),
    "much too large": (("100644", "base.altro.json", b" " * (256 * 1024 + 1)), "state-large"),
    "no JSON": (("100644", "links.json", b"{"), "state-content"),
    "bytes": (("100644", "links.json", b"\xff\x00"), "state-content"),
    "deep JSON": (("100644", "links.json", b"[" * 100_000), "state-content"),
    "paths outside": (
        (
            "100644",
            "links.json",
            b'{"failing": {"https://a.org/": {"why": "404", "days": ["2026-11-20"], "files": ["../../etc/passwd"]}}}',
        ),
        "state-content",
    ),
    "the state of another calendar": (("100644", "base.altro.json", as_bytes(STATE)), "state-content"),
    "a day that is none": (
        ("100644", "base.altro.json", as_bytes(replace(STATE, calendar="altro", succeeded="ieri"))),
        "state-content",
    ),
}


@pytest.mark.parametrize("what", STRANGE)
def test_what_strangers_put_there_is_a_problem_and_does_nothing(origin, what):
    strange, code = STRANGE[what]
    put(origin, GOOD, strange)
    root = clone(origin)
    found = fetched(Branch(Git(str(root)), BRANCH))
    assert [[each.code for each in found.problems], list(found.memos)] == [[code], [NAME]]
    assert main(asked(root, "fetch")) == 3
    lying = sorted(file.relative_to(root).as_posix() for file in (root / ".circuito").rglob("*.*"))
    assert lying == [".circuito/imports/base/programma.json"]


def test_the_next_save_removes_what_strangers_put_there(origin):
    put(origin, GOOD, STRANGE["a link"][0], STRANGE["another name"][0])
    root = clone(origin)
    assert [main(asked(root, "fetch")), main(asked(root, "save")), listed(origin)] == [3, 0, ["README.md", NAME]]


@pytest.mark.parametrize("many", [2001, 30_000])
def test_a_branch_with_too_many_files_is_left_alone(origin, many):
    put(origin, GOOD)
    blob = says(origin, "rev-parse", f"{BRANCH}:{NAME}").strip()
    lines = "".join(f"100644 blob {blob}\ta.b{number}.json\n" for number in range(many))
    place(origin, says(origin, "mktree", given=lines.encode()).strip())
    found = fetched(Branch(Git(str(clone(origin))), BRANCH))
    assert [[each.code for each in found.problems], found.memos] == [["state-many"], {}]


def test_files_that_are_too_large_together_are_left_alone(origin):
    full = as_bytes(STATE).ljust(256 * 1024)
    put(origin, *(("100644", f"a.b{number}.json", full) for number in range(129)))
    found = fetched(Branch(Git(str(clone(origin))), BRANCH))
    assert [[each.code for each in found.problems], found.memos] == [["state-many"], {}]


def test_folders_within_folders_without_end_cost_nothing(origin):
    put(origin, GOOD)
    tree = says(origin, "rev-parse", f"{BRANCH}:").strip()
    for _ in range(12):
        lines = "".join(f"040000 tree {tree}\tf{number}\n" for number in range(12))
        tree = says(origin, "mktree", given=lines.encode()).strip()
    place(origin, tree)
    found = fetched(Branch(Git(str(clone(origin))), BRANCH))
    assert [{each.code for each in found.problems}, found.memos] == [{"state-name"}, {}]


def test_a_cache_that_leads_elsewhere_is_not_written_into(origin, capsys):
    put(origin, GOOD)
    root = clone(origin)
    (root / ".circuito").symlink_to(origin.parent)
    assert main(asked(root, "fetch")) == 2
    assert capsys.readouterr().err == f"circuito: {root}/.circuito is a link: remove it\n"
    assert not (origin.parent / "imports").exists()


def test_a_branch_on_which_people_work_is_never_replaced(origin, capsys):
    root = clone(origin)
    keep(str(root), STATE, None)
    assert main(asked(root, "save", "--branch", "main")) == 2
    told = "circuito: main is a branch on which people work: name another, or delete it\n"
    assert [capsys.readouterr().err, "content/network.yaml" in listed(origin, "main")] == [told, True]


def test_a_repository_that_refuses_says_so(origin, capsys):
    root = clone(origin)
    keep(str(root), STATE, None)
    hook = origin / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)
    assert main(asked(root, "save")) == 2
    assert capsys.readouterr().err.startswith("circuito: ")
