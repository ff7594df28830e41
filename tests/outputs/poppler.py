"""PDFs read back by poppler: their text, their facts, their structure."""

from __future__ import annotations

import shutil
import subprocess

import pytest

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("pdfinfo")),
    reason="pdftotext and pdfinfo (poppler-utils) are not installed",
)


def poppler(tool: str, content: bytes, *options: str) -> str:
    """What a tool of poppler tells of a PDF."""
    to = ["-"] if tool == "pdftotext" else []
    return subprocess.run([tool, *options, "-", *to], input=content, capture_output=True, check=True).stdout.decode()


def facts(content: bytes) -> dict[str, str]:
    """What `pdfinfo` lists."""
    lines = (line.partition(":") for line in poppler("pdfinfo", content).splitlines())
    return {name: value.strip() for name, _, value in lines}
