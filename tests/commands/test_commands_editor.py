"""`circuito editor` packs the forms out of what npm has installed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from circuito.commands import main
from circuito.outputs.editor import BUNDLE
from whole_networks import REPOSITORY

INSTALLED = REPOSITORY / "node_modules"
needs_npm = pytest.mark.skipif(
    not shutil.which("node") or not (INSTALLED / "@sveltia" / "cms").is_dir(), reason="npm's packages are not installed"
)


@needs_npm
def test_the_forms_are_packed_in_a_folder_that_has_their_packages(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    modules = tmp_path / "node_modules"
    modules.mkdir()
    for each in INSTALLED.iterdir():
        if not each.name.startswith("."):
            (modules / each.name).symlink_to(each.resolve())
    assert main(["editor", str(tmp_path), "--lang", "en"]) == 0
    assert (tmp_path / BUNDLE / "admin.js").is_file()
    assert asking(tmp_path / BUNDLE, "githubstatus.com/api", "status-api.hostedstatus.com") == []
    assert capfd.readouterr() == ("The forms are ready: `circuito publish` puts them at /admin/.\n", "")


def asking(bundle: Path, *addresses: str) -> list[str]:
    """The files of the editor that know an address of others."""
    files = {file.name: file.read_text(encoding="utf-8") for file in bundle.rglob("*.js")}
    return [name for name, program in files.items() if any(address in program for address in addresses)]


def test_what_the_forms_lack_is_named_with_the_command_that_brings_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pinned = json.loads((REPOSITORY / "package.json").read_text())["dependencies"]
    wanted = " ".join(f"{name}@{pinned[name]}" for name in ("@sveltia/cms", "esbuild", "yaml"))
    assert main(["editor", str(tmp_path), "--lang", "en"]) == 2
    assert capsys.readouterr().err == (
        f"circuito: the packages of the forms are missing (npm install --save-exact --ignore-scripts {wanted})\n"
    )
