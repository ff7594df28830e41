"""What `circuito editor` does: make the editor of the forms ready to be published. It is run once, with Node.js."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from .exit_codes import CONFIGURATION, RIGHT

NEEDED = {"@sveltia/cms": "0.221.1", "esbuild": "0.28.2", "yaml": "2.9.1"}
WORDS = {
    "it": {
        "node": "per i moduli serve Node.js 20 o più recente (nodejs.org)",
        "packages": "mancano i pacchetti dei moduli (npm install --save-exact --ignore-scripts {packages})",
        "ready": "I moduli sono pronti: `circuito publish` li mette in /admin/.",
    },
    "en": {
        "node": "the forms need Node.js 20 or newer (nodejs.org)",
        "packages": "the packages of the forms are missing (npm install --save-exact --ignore-scripts {packages})",
        "ready": "The forms are ready: `circuito publish` puts them at /admin/.",
    },
}


def add_editor(commands: Any, spoken: str) -> None:
    """The command that makes the editor ready."""
    preparing = commands.add_parser("editor", help="make the editor of the forms ready, from what npm has installed")
    preparing.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    preparing.add_argument("--lang", default=spoken, choices=("it", "en"), help="language of the messages")
    preparing.set_defaults(run=editor)


def editor(options: argparse.Namespace) -> int:
    """Pack the editor into `node_modules/.circuito/editor`, from where builds publish it."""
    from ..settings import THEME

    folder, say = Path(options.folder), WORDS[options.lang]
    missing = [f"{name}@{of}" for name, of in NEEDED.items() if not (folder / "node_modules" / name).is_dir()]
    node = shutil.which("node")
    if missing or node is None:
        lack = say["node"] if node is None else say["packages"].format(packages=" ".join(missing))
        print(f"circuito: {lack}", file=sys.stderr)
        return CONFIGURATION
    packed = subprocess.run([node, str(Path(THEME, "editor", "bundle.mjs"))], cwd=folder, check=False)
    if packed.returncode:
        return CONFIGURATION
    print(say["ready"])
    return RIGHT
