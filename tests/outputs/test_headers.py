"""The files of headers, read as hosts read them."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest
from small_networks import BASE, published

from circuito import settings
from circuito.outputs import output_named
from circuito.outputs.embedding import embedding
from circuito.outputs.headers import for_apache, for_netlify

TILES = 'map_tiles: {url: "https://{s}.tiles.example.org/{z}/{x}/{y}.png", attribution: © Prova}\n'


def rules(network):
    """The rules of `_headers`: the pattern of a path, a header's name and its value."""
    found, path = [], ""
    for line in published(network, for_netlify)["_headers"].decode().splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found.append((path, name, value))
        else:
            path = line
    return found


def sent(network, path):
    """The headers that a host sends with a path, each with all its values."""
    headers = {}
    for pattern, name, value in rules(network):
        if fnmatchcase(path, pattern):
            headers.setdefault(name, []).append(value)
    return headers


def policy(network, path="/"):
    """The content policy as a mapping."""
    (text,) = sent(network, path)["Content-Security-Policy"]
    return {part.split()[0]: part.split()[1:] for part in text.split("; ")}


def test_the_policy_lets_nothing_in_but_the_sites_own(network):
    assert policy(network()) == {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'"],
        "img-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }


def test_tiles_are_let_in_from_their_host_where_the_network_has_set_them(network):
    made = network({"content/network.yaml": BASE["content/network.yaml"] + TILES})
    assert policy(made)["img-src"] == ["'self'", "https://*.tiles.example.org"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/calendar.ics", "text/calendar; charset=utf-8"),
        ("/spazi/base/calendar.ics", "text/calendar; charset=utf-8"),
        ("/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/en/spaces/base/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/spazi/spaces.geojson", "application/geo+json"),
        ("/progetti/lettere/giro/tour.gpx", "application/gpx+xml"),
    ],
)
def test_calendars_feeds_and_data_have_their_types_and_may_be_read_from_afar(network, path, kind):
    headers = sent(network(), path)
    assert (headers["Content-Type"], headers["Access-Control-Allow-Origin"]) == ([kind], ["*"])


@pytest.mark.parametrize("path", ["/", "/spazi/", "/en/spaces/base/", "/spazi/base/index.html", "/404.html"])
def test_no_other_site_may_show_a_page_in_a_frame(network, path):
    assert sent(network(), path)["X-Frame-Options"] == ["SAMEORIGIN"]


def test_any_site_may_show_the_pages_for_frames(network):
    made = network()
    paths = [f"/{page.path}" for page in embedding(made)]
    assert [(path, "X-Frame-Options" in sent(made, path)) for path in paths] == [
        ("/spazi/base/riquadro.html", False),
        ("/en/spaces/base/embed.html", False),
    ]


def test_apache_refuses_frames_for_all_pages_but_those_for_frames(network):
    text = published(network(), for_apache)[".htaccess"].decode()
    (pattern,) = re.findall(r'<FilesMatch "(.*)">\n    Header always set X-Frame-Options "SAMEORIGIN"', text)
    names = ("index.html", "404.html", "riquadro.html", "embed.html", "rss.xml")
    assert [name for name in names if re.search(pattern, name)] == ["index.html", "404.html"]


@pytest.mark.parametrize("path", ["/theme/circuito-agenda.js", "/agenda/events.json", "/en/spaces/base/events.json"])
def test_what_pages_of_others_show_may_be_read_from_afar(network, path):
    assert sent(network(), path)["Access-Control-Allow-Origin"] == ["*"]


def test_what_is_named_by_its_content_is_kept_for_ever(network):
    assert sent(network(), "/pagefind/fragment/it_1a2b3c4.pf_fragment")["Cache-Control"] == [
        "public, max-age=31536000, immutable"
    ]


def test_no_file_of_the_sample_network_is_sent_a_header_twice(sample):
    found = rules(sample)
    paths = {f"/{item.path}" for name in settings.OUTPUTS for item in output_named(name)(sample)}
    twice = {
        path
        for path in paths
        for names in [[name for pattern, name, _ in found if fnmatchcase(path, pattern)]]
        if len(set(names)) < len(names)
    }
    assert twice == set()


def test_a_site_below_a_folder_asks_for_headers_there_only(network):
    assert {pattern.startswith("/rete/") for pattern, _, _ in rules(network(site="https://example.org/rete"))} == {True}


def test_a_site_without_tls_does_not_ask_for_it(network):
    assert "Strict-Transport-Security" not in sent(network(site="http://rete.example.org"), "/")


def test_apache_is_asked_for_the_same_headers_everywhere(network):
    made = network()
    text = published(made, for_apache)[".htaccess"].decode()
    told = dict(re.findall(r'^  Header always set (\S+) "(.*)"$', text, re.M))
    assert told == {name: value for pattern, name, value in rules(made) if pattern == "/*"}


def test_every_part_that_apache_opens_is_closed(network):
    text = published(network(), for_apache)[".htaccess"].decode()
    assert sorted(re.findall(r"<(\w+)", text)) == sorted(re.findall(r"</(\w+)", text))
