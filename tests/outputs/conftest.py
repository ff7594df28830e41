"""Networks for tests of what is published: of a few files, and the sample network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from small_networks import REPOSITORY, SITE, TODAY, event_file, read, written

from circuito.model.network import Network


@pytest.fixture
def network(tmp_path: Path) -> Callable[..., Network]:
    """Makes a network of one space, with more files or others in place of its own."""
    return partial(written, tmp_path)


@pytest.fixture
def with_event(network: Callable[..., Network]) -> Callable[..., Network]:
    """Makes a network with one event out of the lines of its file."""
    return lambda *lines, **given: network({"events/base/prova.md": event_file(*lines)}, **given)


@pytest.fixture(scope="session")
def sample() -> Network:
    """The sample network, without what it may have of mistakes."""
    return read(REPOSITORY, today=TODAY, site=SITE)
