"""Values of which people write more forms than one."""

from __future__ import annotations

from datetime import date, time

import pytest

from circuito.model.times import End, ReadEnd


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20:00", End(clock=time(20))),
        ("24:00", End(clock=time(0))),
        ("2026-12-31 24:00", End(date(2027, 1, 1), time(0))),
        ("2026-12-31", End(date(2026, 12, 31))),
    ],
)
def test_an_end_at_24_is_the_midnight_after(written: str, meant: End) -> None:
    assert ReadEnd().read(written) == meant
