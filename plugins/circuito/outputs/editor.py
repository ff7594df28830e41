"""The forms at `/admin/`: the editor as it was made ready when the program was set up, and what it asks for.

The office has forms of everything at `/admin/`; each space has those of its own files at `/admin/spaces/<space>/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from ..model.network import Network
from ..model.things import Space
from . import File, digest
from .addresses import Addresses
from .edit_links import BUNDLE, EDITOR, admin, bundled, has_forms
from .editor_config import asked_for, config_of, kinds_of, own_config
from .editor_terms import spoken_in, terms_of

MADE = "forms 2"


def editor(network: Network) -> Iterator[File]:
    """The forms of the office and of every space; none where the editor or the repository is missing."""
    if not has_forms(network):
        return
    yield from program(network)
    yield File("admin/shapes.json", made_of(network, spoken_in(network)[0], None), partial(shapes, network))
    for space in (None, *network.spaces):
        folder = f"admin/spaces/{space.slug}/" if space else "admin/"
        page = page_of(network, space.fields.name if space else network.fields.name)
        yield File(f"{folder}index.html", digest(MADE, page), partial(str.encode, page))
        for spoken in spoken_in(network):
            made = partial(config, network, spoken, space)
            yield File(f"{folder}config.{spoken}.json", made_of(network, spoken, space), made)


def left_out(network: Network) -> str:
    """What is not published for want of the editor; nothing where all is well or no forms are wanted."""
    wanted = EDITOR in network.outputs and network.fields.repository is not None
    return "" if not wanted or bundled(network) else "the forms at /admin/, as the editor is not ready: circuito editor"


def program(network: Network) -> Iterator[File]:
    """The files of the editor. They are large: their list has their digests, so that no build reads them in vain."""
    folder = Path(network.root) / BUNDLE
    listed: dict[str, str] = json.loads((folder / "files.json").read_bytes())
    for name, key in listed.items():
        yield File(f"admin/editor/{name}", key, (folder / name).read_bytes)


def made_of(network: Network, spoken: str, space: Space | None) -> str:
    """The key of what the forms ask for: all that it is made from, so that it is made only where that has changed."""
    fields, terms = network.fields, terms_of(network, spoken, space)
    named = (space.slug, space.fields.name) if space else ()
    wished = [(project.slug, project.fields.title) for project in asked_for(network, space)] if space else []
    said = [network.phrases[each].digest for each in (spoken, network.lang)]
    return digest(
        MADE, said, network.site, fields.name, fields.repository, terms.languages, terms.options, named, wished
    )


def config(network: Network, spoken: str, space: Space | None) -> bytes:
    """The configuration of some forms, as JSON, which browsers read much faster than YAML."""
    return as_json(own_config(network, spoken, space) if space else config_of(network, spoken))


def shapes(network: Network) -> bytes:
    """How the editor reads and writes each kind of file."""
    return as_json({"lang": network.lang, "kinds": kinds_of(network)})


def as_json(data: Any) -> bytes:
    """Data as a file."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def page_of(network: Network, name: str) -> str:
    """A page that starts the editor."""
    say, base = network.phrases[network.lang], Addresses(network, network.lang).base
    at = admin(network)
    return f"""<!doctype html>
<html lang="{network.lang}" dir="{say.dir}" data-shapes="{at}/shapes.json" data-spoken="{" ".join(spoken_in(network))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(say("editor.title", name=name))}</title>
<link rel="icon" href="{base}/favicon.svg" type="image/svg+xml">
<script type="module" src="{at}/editor/admin.js"></script>
</head>
<body>
<noscript><p>{escape(say("editor.needs_script"))}</p></noscript>
</body>
</html>
"""
