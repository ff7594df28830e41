"""A repository for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewing.proposals import repository


@pytest.fixture
def root(network: Path) -> Path:
    """The small network under version control."""
    return repository(network)
