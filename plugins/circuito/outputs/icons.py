"""The network's mark for tabs, bookmarks and home screens, and the manifest that names it."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from functools import partial

from ..model.network import Network
from . import File, digest
from .addresses import Addresses
from .brand_files import picture, picture_key, pixels
from .marks import network_svg
from .views import must, words


def icons(network: Network) -> Iterator[File]:
    """The network's mark for tabs, bookmarks and home screens, and the manifest that names it."""
    mark, colours = network_svg(network), network.brand.colours
    vector = tab_icon(network).encode()
    yield File("favicon.svg", digest(vector), partial(bytes, vector))
    yield File("favicon.ico", picture_key(network, mark, 16, 32), partial(ico, network, mark))
    for name, size, margin in (("apple-touch-icon", 180, 0.14), ("icon-192", 192, 0.1), ("icon-512", 512, 0.1)):
        yield picture(network, f"{name}.png", mark, size, margin, colours.paper)
    yield picture(network, "icon-maskable.png", mark, 512, 0.22, colours.paper)
    content = manifest(network)
    yield File("site.webmanifest", digest(content), partial(bytes, content))


def tab_icon(network: Network) -> str:
    """The network's logo, or its mark that turns dark where its reader's device is dark."""
    if network.logo:
        return network.logo
    light, dark = network.brand.colours, network.brand.dark
    body = network_svg(network).partition(">")[2]
    for name in ("accent", "paper", "ink"):
        body = re.sub(rf'(stroke|fill)="{getattr(light, name)}"', rf'\1="var(--{name})"', body)
    light_colours, dark_colours = (
        "".join(f"--{name}:{getattr(each, name)};" for name in ("accent", "paper", "ink")) for each in (light, dark)
    )
    style = f"<style>:root{{{light_colours}}}@media(prefers-color-scheme:dark){{:root{{{dark_colours}}}}}</style>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{style}{body}'


def manifest(network: Network) -> bytes:
    """What a device keeps of the site on its home screen (W3C Web App Manifest); there is no service worker."""
    base = Addresses(network, network.lang).base
    sizes = (("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"))
    drawn = [*sizes, ("icon-maskable.png", "512x512", "maskable")]
    told = {
        "name": network.fields.name,
        "short_name": network.fields.name,
        "description": must(words(network, network.fields.summary, network.lang)).text,
        "lang": network.lang,
        "dir": network.phrases[network.lang].dir,
        "start_url": f"{base}/",
        "scope": f"{base}/",
        "display": "minimal-ui",
        "background_color": network.brand.colours.paper,
        "theme_color": network.brand.colours.paper,
        "icons": [
            {"src": f"{base}/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
            *(
                {"src": f"{base}/{src}", "sizes": size, "type": "image/png", "purpose": purpose}
                for src, size, purpose in drawn
            ),
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def ico(network: Network, drawing: str) -> bytes:
    """An icon file of 16 and 32 pixels: a head, an entry a picture, then the pictures as PNG."""
    pictures = [(size, pixels(network, drawing, size, size)) for size in (16, 32)]
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, content in pictures:
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return head + b"".join(content for _, content in pictures)
