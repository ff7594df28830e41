"""Links that were found to lead nowhere."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class DeadLink(Struct, frozen=True, kw_only=True):
    """A link of a file that leads nowhere: its line, the day on which it was first found so, what was answered then.

    `why` is `gone`, `no-host`, `no-answer` or `refused`, or the status of HTTP.
    """

    path: str
    line: int
    url: str
    since: date
    why: str
