"""Reading in a process of its own: what it learned is known to the next, and what it loaded is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from operator import call

import pytest

from circuito.reading.load import learn, load
from circuito.reading.memory import Memory
from whole_networks import NEW, TODAY, event, pelican, tree, written

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
READERS = "sorted({'pydantic_core', 'cmarkgfm'} & set(sys.modules))"
ALONE = """
import sys, pelican
pelican.main(["-s", "pelicanconf.py", "-e", "OUTPUTS=[]"])
print("loaded:", {readers})
"""


def run_alone(code: str, folder: str = ".") -> str:
    """What a process of its own prints: in this one other threads may be at work."""
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True).stdout


def apart(body: str) -> str:
    """Whether some work was done apart, as a process of its own prints it."""
    return run_alone(f"import os, signal\nfrom circuito.reading.apart import done_apart\n{body}").strip()


def test_work_apart_is_done_and_leaves_this_process_as_it_was():
    assert apart("seen = []\nprint(done_apart(lambda: seen.append(1)), seen)") == "True []"


def test_work_that_fails_apart_was_not_done():
    assert apart("print(done_apart(lambda: 1 / 0))") == "False"


def test_work_that_is_killed_apart_was_not_done():
    assert apart("print(done_apart(lambda: os.kill(os.getpid(), signal.SIGKILL)))") == "False"


def test_beside_another_thread_nothing_is_done_apart():
    body = "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n"
    assert apart(f"{body}print(done_apart(lambda: None))") == "False"


def test_what_was_learned_is_not_read_again(network, tmp_path, monkeypatch):
    file = str(tmp_path / "memory")
    learn(str(network), Memory(file), call)
    monkeypatch.setattr("circuito.reading.load.read", lambda *_: pytest.fail("read again"))
    assert len(load(str(network), today=TODAY, memory=Memory(file)).network.events) == 8


def test_nothing_is_done_apart_where_all_files_are_known(network, tmp_path, monkeypatch):
    file = str(tmp_path / "memory")
    monkeypatch.setattr("circuito.reading.memory.UNSURE", -60_000_000_000)  # as if a minute ago
    learn(str(network), Memory(file), call)
    learn(str(network), Memory(file), lambda _: pytest.fail("read again"))


def test_mistakes_teach_nothing_and_are_found_afterwards(network, tmp_path):
    file = str(tmp_path / "memory")
    written(network, NEW, event("titel: Ancora"))
    learn(str(network), Memory(file), call)
    loaded = load(str(network), today=TODAY, memory=Memory(file))
    assert [problem.source.path for problem in loaded.problems] == [NEW]


def test_a_build_from_nothing_holds_nothing_of_what_reading_takes(network):
    printed = run_alone(ALONE.format(readers=READERS), str(network))
    assert printed.splitlines()[-1] == "loaded: []"


def test_a_build_reads_by_itself_where_nothing_can_be_done_apart(network):
    pelican(network, "-e", f'AS_OF="{TODAY}"')
    whole = tree(network / "output")
    os.unlink(network / ".circuito/output/memory")
    beside = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"
    build = f"import pelican; pelican.main(['-s', 'pelicanconf.py', '-e', 'AS_OF=\"{TODAY}\"'])"
    run_alone(f"{beside}\n{build}", str(network))
    assert tree(network / "output") == whole
