"""However a build ends, the published site is wholly the old one or the new, and the next build needs no help."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from whole_networks import built, copied, event, replaced, tree, written

Tree = dict[str, str]
WRITING = ("os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree")


def in_a_process(work: Callable[[], int]) -> int:
    """The process in which something is done beside this one."""
    child = os.fork()
    if child:
        return child
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    try:
        os._exit(work())
    finally:
        os._exit(70)


def ended(child: int) -> int:
    """How a process ended: its exit code, or minus its signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def counting(root: Path, act: Callable[[int], None]) -> Callable[[str, tuple[object, ...]], None]:
    """An audit hook that calls `act` with the number of each step by which a build changes the disk."""
    steps = 0

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        wants_to_write = name in WRITING or (name == "open" and isinstance(arguments[2], int) and arguments[2] & 3)
        if wants_to_write and str(root) in str(arguments):
            steps += 1
            act(steps)

    return hook


def build_that(root: Path, act: Callable[[int], None]) -> int:
    """The end of a build that acts at each of its writing steps."""

    def work() -> int:
        sys.addaudithook(counting(root, act))
        return built(root)

    return ended(in_a_process(work))


def die_at(number: int) -> Callable[[int], None]:
    def act(step: int) -> None:
        if step == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return act


def fail_at(number: int) -> Callable[[int], None]:
    """From this step on the disk is full."""

    def act(step: int) -> None:
        if step >= number:
            raise OSError(28, "No space left on device")

    return act


@pytest.fixture
def edited(network: Path) -> tuple[Path, Tree, Tree]:
    """A published network with edits that are not yet published: its folder, the old tree, the new tree."""
    built(network)
    old = tree(network / "output")
    (network / "events/sud/pranzo.md").unlink()
    written(network, "events/nord/nuovo.md", event())
    replaced(network, "spaces/base/space.md", "Casa Base", "Casa Bassa")
    other = copied(network.with_name("altra"), network)
    built(other)
    return network, old, tree(other / "output")


def twin(root: Path, name: str) -> Path:
    """A copy of a network together with all that was built."""
    subprocess.run(["cp", "-a", str(root), str(root.with_name(name))], check=True)
    return root.with_name(name)


def steps_of(root: Path) -> int:
    """How many steps a build takes to change the disk."""
    count = root.with_name("count.txt")
    build_that(twin(root, "counted"), lambda step: count.write_text(str(step)) and None)
    return int(count.read_text())


def dies_well(edited: tuple[Path, Tree, Tree], numbers: range) -> list[tuple[int, bool, bool]]:
    """For deaths at steps: which left another site than the old or the new, or a next build not the new."""
    root, old, new = edited
    wrong = []
    for number in numbers:
        trial = twin(root, f"trial{number}")
        build_that(trial, die_at(number))
        left = tree(trial / "output")
        healed = built(trial) == 0 and tree(trial / "output") == new
        if left not in (old, new) or not healed:
            wrong.append((number, left in (old, new), healed))
    return wrong


def test_a_build_killed_at_any_of_its_steps_leaves_the_old_site_or_the_new(edited):
    most = steps_of(edited[0])
    assert dies_well(edited, range(1, most + 2, max(1, most // 30))) == []


@pytest.mark.slow
def test_a_build_killed_at_every_one_of_its_steps_leaves_the_old_site_or_the_new(edited):
    assert dies_well(edited, range(1, steps_of(edited[0]) + 2)) == []


def killed_in_time(root: Path, times: int) -> list[tuple[int, bool, bool]]:
    """For kills at random moments: which left another site than the old or the new, or a next build not the new."""
    chance = random.Random(7)
    built(root)
    other = twin(root, "other")
    started = time.perf_counter()
    built(twin(root, "timed"))
    lasts, wrong = time.perf_counter() - started, []
    for number in range(times):
        old = tree(root / "output")
        for each in (root, other):
            written(each, f"events/nord/n{number % 5}.md", event(text=f"Testo {number}"))
        built(other)
        child = in_a_process(lambda: built(root))
        time.sleep(chance.uniform(0, 1.5 * lasts))
        os.kill(child, signal.SIGKILL)
        ended(child)
        left, new = tree(root / "output"), tree(other / "output")
        healed = built(root) == 0 and tree(root / "output") == new
        if left not in (old, new) or not healed:
            wrong.append((number, left in (old, new), healed))
    return wrong


def test_30_kills_at_random_leave_the_old_site_or_the_new(network):
    assert killed_in_time(network, 30) == []


@pytest.mark.slow
def test_200_kills_at_random_leave_the_old_site_or_the_new(network):
    assert killed_in_time(network, 200) == []


def fails_well(edited: tuple[Path, Tree, Tree], numbers: range) -> list[tuple[int, int, bool, bool]]:
    """For disks full from a step on: which gave no exit code 2, another site, or a next build that is not the new."""
    root, old, new = edited
    wrong = []
    for number in numbers:
        trial = twin(root, f"trial{number}")
        code = build_that(trial, fail_at(number))
        left = tree(trial / "output")
        healed = built(trial) == 0 and tree(trial / "output") == new
        if code != 2 or left != old or not healed:
            wrong.append((number, code, left == old, healed))
    return wrong


def test_a_full_disk_ends_with_2_and_leaves_the_old_site(edited):
    most = steps_of(edited[0])
    assert fails_well(edited, range(1, most, max(1, most // 20))) == []


@pytest.mark.slow
def test_a_disk_that_is_full_at_any_step_ends_with_2_and_leaves_the_old_site(edited):
    assert fails_well(edited, range(1, steps_of(edited[0]))) == []


def test_a_full_disk_is_named(network):
    command = f"ulimit -f 0; exec {sys.executable} -m pelican --fatal errors -s pelicanconf.py"
    done = subprocess.run(["bash", "-c", command], cwd=network, capture_output=True, text=True, check=False)
    said = done.stderr.strip().splitlines()
    assert (done.returncode, len(said), "[Errno 27] File too large" in said[-1]) == (2, 1, True)


# Two builds at once


def test_a_second_build_says_who_holds_the_lock(network, capsys):
    built(network)
    with (network / ".circuito/output/lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write("4711")
        lock.flush()
        capsys.readouterr()
        code = built(network)
    said = "circuito: another build is running (process 4711): wait for it\n"
    assert (code, capsys.readouterr().err) == (2, said)


def test_the_lock_of_a_build_that_died_does_not_bind(network):
    built(network)
    (network / ".circuito/output/lock").write_text("4711")
    assert built(network) == 0


def test_of_many_builds_at_once_each_is_right_or_says_why_not(network):
    built(network)
    written(network, "events/nord/nuovo.md", event())
    new = copied(network.with_name("other"), network)
    built(new)
    ends = [ended(child) for child in [in_a_process(lambda: built(network)) for _ in range(6)]]
    built(network)
    assert (set(ends) <= {0, 2}, 0 in ends, tree(network / "output")) == (True, True, tree(new / "output"))


def test_a_reader_meets_no_missing_and_no_half_page_while_builds_go_on(network):
    built(network)
    stop = network / "stop"

    def read_on() -> int:
        reads = 0
        while not stop.exists() or reads < 1000:
            if not (network / "output/index.html").read_text().endswith("</body></html>"):
                return 1
            reads += 1
        return 0

    reader = in_a_process(read_on)
    for number in range(12):
        written(network, "events/nord/nuovo.md", event(text=str(number)).replace("Nuovo", f"Nuovo {number}"))
        built(network)
    stop.write_text("")
    assert ended(reader) == 0
