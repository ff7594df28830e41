"""The memory of what was read: it saves work, and never changes the result."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from circuito.reading import load as loading
from circuito.reading.files import Files
from circuito.reading.load import Loaded, load
from circuito.reading.memory import NO_STAMP, Memory
from circuito.reading.sealing import sealed, unsealed
from whole_networks import NEW, TODAY, copied, event, written

LONG_AGO = 1_700_000_000


def aged(root: Path) -> Path:
    """A network whose files were last changed long ago, as after a night's sleep."""
    for file in root.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    return root


def remembered(root: Path, memory: Path, epoch: str = "one") -> Loaded:
    return load(str(root), today=TODAY, memory=Memory(str(memory), epoch))


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "memory"


def test_a_network_out_of_memory_is_the_network_out_of_files(network, memory):
    first = remembered(network, memory)
    assert (remembered(network, memory), first) == (first, load(str(network), today=TODAY))


def test_what_is_remembered_is_not_read_again(network, memory):
    found = loading.walk(str(network))[0]
    old = Memory(str(memory), "one")
    leaves = {each.path: loading.leaf_of(Files(str(network)), each, old)[0] for each in found if each.kind != "area"}
    old.save(newest=time.time_ns() + 10**10)
    new = Memory(str(memory), "one")
    assert {each.path: new.recall(each.path, each.stamp) for each in found if each.kind != "area"} == leaves


def test_a_file_that_changed_as_it_was_read_is_read_again(network, memory):
    each = loading.walk(str(network))[0][-1]
    old = Memory(str(memory), "one")
    loading.leaf_of(Files(str(network)), each, old)
    old.save(newest=time.time_ns())
    assert Memory(str(memory), "one").recall(each.path, each.stamp) is None


@pytest.mark.parametrize("cut", [0, 1, 15, 16, 17, 100, -1])
def test_a_memory_cut_short_is_no_memory(network, memory, cut):
    first = remembered(network, memory)
    memory.write_bytes(memory.read_bytes()[:cut])
    assert remembered(network, memory) == first


def test_a_memory_of_another_epoch_is_no_memory(network, memory):
    first = remembered(network, memory, "one")
    assert (Memory(str(memory), "two").before, remembered(network, memory, "two")) == ({}, first)


@given(at=st.integers(0, 10**6), value=st.integers(0, 255))
@settings(max_examples=60)
def test_a_damaged_memory_is_no_memory(tmp_path_factory, at, value):
    base = tmp_path_factory.getbasetemp() / "damaged"
    if not base.exists():
        aged(copied(base))
        remembered(base, base.with_name("whole"))
    whole = base.with_name("whole").read_bytes()
    content = bytearray(whole)
    content[at % len(content)] = value
    base.with_name("part").write_bytes(content)
    assert remembered(base, base.with_name("part")) == load(str(base), today=TODAY)


def test_a_memory_that_is_a_folder_is_no_memory(network, tmp_path):
    (tmp_path / "folder").mkdir()
    assert Memory(str(tmp_path / "folder"), "one").before == {}


def test_sealed_bytes_come_back_and_changed_ones_do_not():
    assert (unsealed(sealed(b"abc")), unsealed(sealed(b"abc")[:-1]), unsealed(b"")) == (b"abc", b"", b"")


def title(loaded: Loaded) -> str:
    assert loaded.network is not None
    return next(each.fields.title for each in loaded.network.events if each.slug == "nuovo")


def test_an_edit_of_equal_size_and_equal_time_is_seen(write, memory):
    root = aged(write(NEW, event()))
    remembered(root, memory)
    write(NEW, event().replace("Nuovo", "Altro"))
    os.utime(root / NEW, (LONG_AGO, LONG_AGO))
    assert title(remembered(root, memory)) == "Altro"


def stamp(root: Path, path: str) -> tuple[int, int, int]:
    return next(each.stamp for each in loading.walk(str(root))[0] if each.path == path)


def test_an_edit_of_equal_size_and_equal_time_has_another_stamp(write):
    root = aged(write(NEW, event()))
    before = stamp(root, NEW)
    write(NEW, event().replace("Nuovo", "Altro"))
    os.utime(root / NEW, (LONG_AGO, LONG_AGO))
    after = stamp(root, NEW)
    assert (before[0], before[2], before == after) == (after[0], after[2], False)


def test_a_leaf_is_recalled_by_its_whole_stamp_alone(write, memory):
    each = next(each for each in loading.walk(str(aged(write(NEW, event()))))[0] if each.path == NEW)
    old = Memory(str(memory), "one")
    loading.leaf_of(Files(str(write(NEW, event()))), each, old)
    old.save(newest=time.time_ns() + 10**10)
    new = Memory(str(memory), "one")
    others = [tuple(part + (place == number) for place, part in enumerate(each.stamp)) for number in range(3)]
    recalled = [new.recall(NEW, other) is not None for other in [each.stamp, *others]]
    assert recalled == [True, False, False, False]


def test_a_leaf_that_was_kept_without_a_stamp_is_not_recalled_for_another_without_one(network, memory):
    each = replace(loading.walk(str(network))[0][-1], stamp=NO_STAMP)
    old = Memory(str(memory), "one")
    loading.leaf_of(Files(str(network)), each, old)
    old.save(newest=time.time_ns())
    assert Memory(str(memory), "one").recall(each.path, NO_STAMP) is None


def test_an_edit_within_the_same_moment_is_seen(write, memory):
    root = write(NEW, event())
    remembered(root, memory)
    facts = (root / NEW).stat()
    write(NEW, event().replace("Nuovo", "Altro"))
    os.utime(root / NEW, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert title(remembered(root, memory)) == "Altro"


def test_a_file_with_new_times_and_old_bytes_is_recognised(network, memory):
    first = remembered(aged(network), memory)
    for file in network.rglob("*.md"):
        os.utime(file, (LONG_AGO + 5, LONG_AGO + 5))
    assert remembered(network, memory) == first


def test_a_renamed_file_is_another(write, memory):
    root = aged(write(NEW, event()))
    remembered(root, memory)
    (root / NEW).rename(root / "events/sud/nuovo.md")
    loaded = remembered(root, memory)
    assert [each.address for each in loaded.network.events if each.slug == "nuovo"] == ["sud/nuovo"]


def test_a_deleted_file_is_forgotten(write, memory):
    root = aged(write(NEW, event()))
    remembered(root, memory)
    (root / NEW).unlink()
    remembered(root, memory)
    before = Memory(str(memory), "one").before
    assert (NEW in before, "events/base/festa.md" in before) == (False, True)


def test_a_file_with_problems_is_never_remembered(write, memory):
    root = aged(write(NEW, event("titel: x")))
    first = remembered(root, memory)
    assert (NEW in Memory(str(memory), "one").before, remembered(root, memory).problems) == (False, first.problems)


def test_a_mended_file_is_read_anew(write, memory):
    root = aged(write(NEW, event("titel: x")))
    remembered(root, memory)
    write(NEW, event())
    os.utime(root / NEW, (LONG_AGO, LONG_AGO))
    assert remembered(root, memory).problems == ()


def test_what_does_not_hold_between_remembered_files_is_told_again(write, memory):
    root = aged(write(NEW, event("themes: [cura]")))
    remembered(root, memory)
    network = (root / "content/network.yaml").read_text()
    written(root, "content/network.yaml", network.replace("id: cura", "id: ascolto"))
    told = sorted(problem.told("en") for problem in remembered(root, memory).problems)
    assert told == [
        "events/base/nuovo.md:5:10: the theme `cura` is not in the network's list (perhaps ascolto?)",
        "events/base/prove.md:7:10: the theme `cura` is not in the network's list (perhaps ascolto?)",
    ]


def test_a_file_that_cannot_be_opened_is_a_problem(network):
    found = next(each for each in loading.walk(str(network))[0] if each.path == "events/base/festa.md")
    leaf, problems = loading.leaf_of(Files(str(network)), replace(found, path="events/base/niente.md"), Memory())
    assert (leaf, [problem.code for problem in problems]) == (None, ["file-unreadable"])
