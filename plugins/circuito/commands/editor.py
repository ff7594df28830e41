"""What `circuito editor` does: make the editor of the forms ready to be published. It is run once, with Node.js."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

RIGHT, CONFIGURATION = 0, 2
NEEDED = ("@sveltia/cms", "esbuild", "yaml")


def add_editor(commands: Any) -> None:
    """The command that makes the editor ready."""
    preparing = commands.add_parser("editor", help="make the editor of the forms ready, from what npm has installed")
    preparing.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    preparing.set_defaults(run=editor)


def editor(options: argparse.Namespace) -> int:
    """Pack the editor into `node_modules/.circuito/editor`, from where builds publish it."""
    from ..settings import THEME

    folder = Path(options.folder)
    missing = [name for name in NEEDED if not (folder / "node_modules" / name).is_dir()]
    node = shutil.which("node")
    if missing or node is None:
        wanted = "Node.js 20 or newer" if node is None else f"{', '.join(missing)} in {folder / 'node_modules'}"
        print(f"circuito: the forms need {wanted}", file=sys.stderr)
        return CONFIGURATION
    packed = subprocess.run([node, str(Path(THEME, "editor", "bundle.mjs"))], cwd=folder, check=False)
    return CONFIGURATION if packed.returncode else RIGHT
