"""What the code means with which a command ends."""

from __future__ import annotations

RIGHT = 0
PROBLEMS = 1  # in content
CONFIGURATION = 2  # wrong settings, or wrong usage
LEFT_OUT = 3  # done, but for items that are wrong
