"""Headers that the site asks its host to send: a strict content policy, types, caching, who may read data from afar.

A host reads one of the files and ignores the others: `_headers` (Netlify, Cloudflare Pages and others of their kind),
`.htaccess` (Apache). docs/developers/hosting.md shows the same for nginx. `RULES` is written so that no two rules
give one file the same header: hosts join such values with a comma. So leave to show a page in frames of other sites
is no part of the content policy: all pages but those for frames refuse it with a header of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ..model.network import Network
from . import File, digest
from .addresses import Addresses
from .edit_links import has_forms
from .editor_config import written_to

Headers = tuple[tuple[str, str], ...]
ANYONE = ("Access-Control-Allow-Origin", "*")
SOON = ("Cache-Control", "public, max-age=900, must-revalidate")
ALONE = ("X-Frame-Options", "SAMEORIGIN")
PAGES = ("", "index.html", "404.html", "*/", "*/index.html")
FOR_EVER = ("Cache-Control", "public, max-age=31536000, immutable")
TYPES: tuple[tuple[str, str], ...] = (
    ("ics", "text/calendar; charset=utf-8"),
    ("geojson", "application/geo+json"),
    ("webmanifest", "application/manifest+json"),
    ("gpx", "application/gpx+xml"),
)
FEEDS: tuple[tuple[str, str], ...] = (
    ("rss.xml", "application/rss+xml; charset=utf-8"),
    ("atom.xml", "application/atom+xml; charset=utf-8"),
    ("feed.json", "application/feed+json; charset=utf-8"),
)
DATA: tuple[tuple[str, str], ...] = (
    ("events.json", "application/json"),
    ("spaces.json", "application/json"),
    ("catalogue.json", "application/json"),
    ("feeds.opml", "text/x-opml; charset=utf-8"),
)
ELEMENT = "theme/circuito-agenda.js"
NAMED_BY_CONTENT = ("pagefind/fragment/", "pagefind/index/", "pagefind/filter/")


def content_policy(network: Network) -> str:
    """The content security policy of every page: nothing but the site's own, no script or style in pages.

    `wasm-unsafe-eval` lets the search run its program; it allows no script. Tiles, where the network has any, come
    from their host.
    """
    return policy(pictures=["'self'", *tile_hosts(network)])


def policy_with_forms(network: Network) -> str:
    """The policy of every file of a site that has forms, which show what nobody has sent yet and write to one host.

    A host joins what two rules say of one file, so the forms cannot have a policy of their own: all have this one, and
    all other pages the stricter one in their heads.
    """
    at_hand = ["'self'", "data:", "blob:"]
    pictures = [*at_hand, *tile_hosts(network)]
    return policy(
        pictures,
        f"connect-src {' '.join([*at_hand, *written_to(network)])}",
        "worker-src 'self' blob:",
        "manifest-src 'self' blob:",
        "style-src-attr 'unsafe-inline'",
    )


def policy(pictures: list[str], *more: str) -> str:
    """A policy by where pictures come from, and what else it says."""
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'",
            f"img-src {' '.join(pictures)}",
            *more,
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def tile_hosts(network: Network) -> list[str]:
    """The hosts of the network's map tiles: `{s}` stands for several."""
    tiles = network.fields.map_tiles
    return [f"https://{urlsplit(tiles.url).netloc.replace('{s}', '*')}"] if tiles else []


def everywhere(network: Network) -> Headers:
    """The headers of every file. A page that signs people in at another site must stay in touch with it."""
    secure = (("Strict-Transport-Security", "max-age=31536000"),) if network.site.startswith("https:") else ()
    forms = has_forms(network)
    return (
        ("Content-Security-Policy", policy_with_forms(network) if forms else content_policy(network)),
        *(() if forms else (("Cross-Origin-Opener-Policy", "same-origin"),)),
        ("Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
        *secure,
    )


def for_netlify(network: Network) -> Iterator[File]:
    """`_headers`, for Netlify, Cloudflare Pages and hosts of their kind."""
    base = Addresses(network, network.lang).base
    blocks = [(f"{base}/*", everywhere(network))]
    blocks += [(f"{base}/{page}", (ALONE,)) for page in PAGES]
    blocks += [(f"{base}/*.{ending}", (("Content-Type", kind), ANYONE, SOON)) for ending, kind in TYPES]
    for name, kind in (*FEEDS, *DATA):
        blocks += [(f"{base}/{way}{name}", (("Content-Type", kind), ANYONE, SOON)) for way in ("*/", "")]
    blocks.append((f"{base}/*/events.csv", (ANYONE, SOON)))
    blocks.append((f"{base}/{ELEMENT}", (ANYONE,)))
    blocks += [(f"{base}/{folder}*", (FOR_EVER,)) for folder in NAMED_BY_CONTENT]
    text = "".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers) for path, headers in blocks)
    yield File("_headers", digest(text), text.encode)


def for_apache(network: Network) -> Iterator[File]:
    """`.htaccess`, for Apache 2.4."""
    text = "".join(apache(network))
    yield File(".htaccess", digest(text), text.encode)


def apache(network: Network) -> Iterator[str]:
    """The lines of `.htaccess`; where a module of Apache is off, its part is passed over."""
    base = Addresses(network, network.lang).base
    yield f"ErrorDocument 404 {base}/404.html\nOptions -Indexes\nFileETag MTime Size\nAddDefaultCharset utf-8\n"
    yield "<IfModule mod_mime.c>\n"
    for ending, kind in TYPES:
        yield f"  AddType {kind.partition(';')[0]} .{ending}\n"
    yield "  AddType text/x-opml .opml\n  AddCharset utf-8 .ics .json .geojson .xml .opml .csv .css .js\n</IfModule>\n"
    for name, kind in FEEDS:
        yield f'<Files "{name}">\n  ForceType "{kind}"\n</Files>\n'
    yield "<IfModule mod_headers.c>\n"
    for name, value in everywhere(network):
        yield f'  Header always set {name} "{value}"\n'
    framed = "|".join(sorted({Addresses(network, lang).word("embed") for lang in network.languages}))
    yield f'  <FilesMatch "^(?!({framed})\\.html$).*\\.html$">\n    Header always set {ALONE[0]} "{ALONE[1]}"\n'
    yield f'  </FilesMatch>\n  <Files "{ELEMENT.rpartition("/")[2]}">\n'
    yield f'    Header set {ANYONE[0]} "{ANYONE[1]}"\n  </Files>\n'
    yield f'  <FilesMatch "\\.(ics|geojson|gpx|json|xml|opml|csv)$">\n    Header set {ANYONE[0]} "{ANYONE[1]}"\n'
    yield f'    Header set {SOON[0]} "{SOON[1]}"\n  </FilesMatch>\n'
    yield f'  <FilesMatch "\\.pf_(fragment|index|filter)$">\n    Header set {FOR_EVER[0]} "{FOR_EVER[1]}"\n'
    yield "  </FilesMatch>\n</IfModule>\n"
    yield "<IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE text/html text/css text/javascript text/calendar\n"
    yield "  AddOutputFilterByType DEFLATE application/json application/geo+json application/xml image/svg+xml\n"
    yield "</IfModule>\n"
