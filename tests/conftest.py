"""What tests stand on: a small sound network of one's own in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from whole_networks import copied, written

settings.register_profile("here", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
settings.load_profile("here")


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """The folder of a network without mistakes: 3 spaces, 8 events, 2 languages."""
    return copied(tmp_path / "rete")


@pytest.fixture
def write(network: Path) -> Callable[[str, str | bytes], Path]:
    """Writes one file of the network and gives the network's folder."""

    def write_one(path: str, content: str | bytes) -> Path:
        return written(network, path, content)

    return write_one
