"""Work within a limit: what it gives comes back whole, and what never ends or dies costs only itself."""

from __future__ import annotations

import os
import signal
from functools import partial
from multiprocessing import active_children
from time import monotonic, sleep

import pytest

from circuito.importing.limited import Died, Late, limited


def test_what_work_gives_comes_back_however_large():
    given = {"many": ["x" * 1000] * 20_000}
    assert limited(lambda: given, 60) == given


def test_what_work_changes_is_changed_there_alone():
    names: set[str] = set()
    limited(partial(names.add, "festa"), 60)
    assert names == set()


def test_work_that_never_ends_is_ended():
    began = monotonic()
    with pytest.raises(Late):
        limited(partial(sleep, 600), 0.2)
    assert (monotonic() - began < 60, active_children()) == (True, [])


def killed() -> None:
    """End as a process ends that took all memory."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("end", [partial(os._exit, 3), killed, partial(int, "boh")])
def test_work_that_dies_says_so(end):
    with pytest.raises(Died):
        limited(end, 60)
    assert active_children() == []


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_where_work_fails_is_said_without_the_words_of_what_it_read(platform, monkeypatch, capfd):
    monkeypatch.setattr("sys.platform", platform)
    with pytest.raises(Died):
        limited(partial(int, "colloquio riservato"), 60)
    told = capfd.readouterr().err
    assert ["ValueError" in told, "riservato" in told] == [True, False]


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_than_on_linux_work_is_done_in_this_process(platform, monkeypatch):
    monkeypatch.setattr("sys.platform", platform)
    assert limited(os.getpid, 0) == os.getpid()
