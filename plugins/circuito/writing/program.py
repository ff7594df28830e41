"""Where the program was installed from, so that whoever takes part in a network installs the same.

Installers leave a note of it beside what they install (`direct_url.json`: packaging.python.org, "Direct URL").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

NAME = "circuito"
ELSEWHERE = {
    "it": "# Questo è un posto del tuo computer. Perché gli altri installino lo stesso programma, metti al suo posto\n"
    "# l'indirizzo del deposito di Circuito e il commit: git+https://git.example.org/circuito/circuito@COMMIT\n",
    "en": "# This is a place on your computer. For others to install the same program, put in its place the address\n"
    "# of Circuito's repository and the commit: git+https://git.example.org/circuito/circuito@COMMIT\n",
}


def installed_from() -> str:
    """What `pip install` needs to install this very program again; its bare name where no installer has left a note."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        return NAME
    note = installed.read_text("direct_url.json")
    return asked_again(json.loads(note)) if note else f"{NAME}=={installed.version}"


def asked_again(note: Mapping[str, Any]) -> str:
    """What an installer's note stands for: a repository by its commit, a file by its digest, a folder as it is."""
    if "vcs_info" in note:
        told = note["vcs_info"]
        return f"{told['vcs']}+{note['url']}@{told['commit_id']}"
    digest = note.get("archive_info", {}).get("hashes", {}).get("sha256")
    return f"{note['url']}#sha256={digest}" if digest else str(note["url"])


def requirements(requirement: str, lang: str) -> str:
    """The text of `requirements.txt`, which says what to do about a program that only this computer has."""
    told = ELSEWHERE["it" if lang == "it" else "en"]
    return f"{told if 'file:' in requirement else ''}{requirement}\n"
