"""A broken file costs only itself: everything it has no part in is published as if it were not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from networks.bad_input import AREAS, BAD, BRAND, NORTH, NORTH_INTEREST, PROJECT, SOUTH, SPACE, Put, resource, stop
from whole_networks import BROKEN, NEW, built, copied, event, pelican, replaced, tree, written


def without(*paths: str) -> Put:
    """The network without files."""
    return lambda root: [(root / path).unlink() for path in paths]


def with_new_event(root: Path) -> Path:
    return written(root, NEW, event())


def lent_by_base(root: Path) -> None:
    """A resource of a space."""
    resource()(root)


def without_room(root: Path) -> None:
    """The network without a room, which no event names."""
    (root / "spaces/base/rooms/sala.md").unlink()
    replaced(root, "events/base/prove.md", "room: sala\n", "")


def refused(name: str, path: str) -> Put:
    """The network with all of a class of bad input but the one file that is refused."""
    return lambda root: [BAD[name](root), (root / path).unlink()]


# What a network with a broken file is equal to. Where nothing is said, that is the network without the file: the small
# network itself. None: nothing can be published at all.
SOUTH_GONE = [
    "a name of ours in Python",
    "a text too short",
    "hours that are none",
    "a postcode without quotes",
    "a postcode that is none",
    "a closure that ends before it starts",
    "an unknown kind",
    "a space whose folder is gone",
]
NORTH_GONE = ["an empty list", "an unknown organisation", "an unknown area"]
SPACE_GONE = [
    "a latitude out of bounds",
    "a space whose profile is gone",
    "a symbolic link in place of a space",
    "a symbolic link in place of a folder",
    "a profile with a capital",
    "a maintainer written as in a mention",
    "a calendar without address",
    "a calendar with a public and a secret address",
    "a calendar at no address",
    "two calendars of one name",
]
PROJECT_GONE = [
    "a choice that looks like a number",
    "a number in quotes",
    "a list too short",
    "a list too long",
    "ages in the wrong order",
    "more dates at least than at most",
    "a least height above the ideal one",
    "a fixed cost without its fee",
    "a fee that rises",
    "tiers that begin with two dates",
    "two tiers of one date",
    "a tour pinned to no space",
]
BRAND_GONE = [
    "a colour without quotes",
    "an unknown field of the brand",
    "a colour by name",
    "an unreadable colour",
    "a line that can hardly be seen",
]
AREAS_GONE = [
    "a symbolic link in place of areas",
    "areas that are no JSON",
    "areas that are no collection",
    "no areas in a collection",
    "an empty file of areas",
    "deep areas",
    "a huge integer in areas",
    "areas whose file is not there",
]
WITHOUT_PICTURE = [
    "a picture that is not there",
    "a picture with a misspelt name",
    "a picture that is none",
    "a picture of another format",
]
RESOURCE_STAYS = [
    "a loan of a misspelt resource",
    "a loan from no space",
    "a loan on a day on which it is not lent",
]
NOTHING = [
    "an unknown language code",
    "map tiles without a place",
    "an office that is a mail address",
    "a host of calendars with a scheme",
    "words in no language",
    "a comma in words of several languages",
    "a branch that cannot be",
    "a folder that begins with a slash",
    "a domain that is none",
    "a country that is none",
    "a currency that is none",
    "two themes with one name",
    "a symbolic link in place of all events",
    "a symbolic link in place of all spaces",
    "a symbolic link in place of the network",
    "a file in place of all events",
    "no network",
    "a misspelt field of the network",
    "no languages",
    "a language twice",
    "a language that nobody speaks",
    "an unknown time zone",
    "a time zone that is a path",
    "a word of addresses that is a path",
]
OWN_INTEREST = "spaces/base/interests/lettere.md"
REFUSED = {
    "a settled date whose event is on another day": OWN_INTEREST,
    "a date that is done before it comes": OWN_INTEREST,
    "a settled date where it cannot be": OWN_INTEREST,
    "two first holds of one room": OWN_INTEREST,
    "two first holds of one project at two spaces": NORTH_INTEREST,
    "a settled date in a room that is taken": OWN_INTEREST,
    "one date too many": NORTH_INTEREST,
    "a settled date too near another": NORTH_INTEREST,
    "a resource lent to two at once": NORTH_INTEREST,
}
EQUAL_TO: dict[str, Put | None] = {
    **dict.fromkeys(SOUTH_GONE, without(SOUTH)),
    **dict.fromkeys(NORTH_GONE, without(NORTH)),
    **dict.fromkeys(SPACE_GONE, without(SPACE)),
    **dict.fromkeys(PROJECT_GONE, lambda root: replaced(root, PROJECT, "status: open", "status: draft")),
    **dict.fromkeys(BRAND_GONE, without(BRAND)),
    **dict.fromkeys(AREAS_GONE, without(AREAS)),
    **dict.fromkeys(WITHOUT_PICTURE, with_new_event),
    **dict.fromkeys(RESOURCE_STAYS, lent_by_base),
    **dict.fromkeys(NOTHING, None),
    **{name: refused(name, path) for name, path in REFUSED.items()},
    "a date that is reported without report": stop("base", "2026-11-20"),
    "beams above the ceiling": without_room,
    "a large integer in areas": lambda root: replaced(root, AREAS, '"id": "levante"', '"no": "levante"'),
    "a former name that another space bears": lambda _: None,
    "a former name of two events": lambda root: [with_new_event(root), written(root, "events/base/poi.md", event())],
    "swapped coordinates": lambda root: replaced(root, SPACE, "location: {lat: 45.45, lon: 9.22}\n", ""),
    "two events with one identifier": with_new_event,
    "a symbolic link in place of an organisation": lambda root: replaced(
        root, "content/organisations/alfa.md", "name:", "nome:"
    ),
    "a symbolic link in place of news": without("content/news/apertura.md"),
}
SOME = [*EQUAL_TO, *[name for name in BAD if name not in EQUAL_TO][::12]]


@pytest.mark.parametrize("name", [pytest.param(name, marks=() if name in SOME else pytest.mark.slow) for name in BAD])
def test_a_broken_file_costs_only_itself(tmp_path, name):
    root, other = copied(tmp_path / "rete"), copied(tmp_path / "senza")
    BAD[name](root)
    code = built(root, LEAVE_OUT=True)
    equal_to = EQUAL_TO.get(name, lambda _: None)
    if equal_to is None:
        assert (code, (root / "output").exists()) == (1, False)
        return
    equal_to(other)
    built(other, LEAVE_OUT=True)
    assert (code, tree(root / "output")) == (3, tree(other / "output"))


def test_what_is_left_out_is_said_with_the_cause(network):
    replaced(network, SOUTH, "kind: casa", "kind: csa")
    ended = pelican(network, "-e", "LEAVE_OUT=true")
    assert (ended.returncode, ended.stderr.splitlines()) == (
        3,
        [
            "spaces/sud/space.md:3:7: il tipo di spazio `csa` non è nell'elenco della rete (forse casa?)",
            "events/sud/annullato.md: left out with spaces/sud/space.md",
            "events/sud/mostra.md: left out with spaces/sud/space.md",
            "events/sud/pranzo.md: left out with spaces/sud/space.md",
            "circuito: published without what is wrong in 4 files",
        ],
    )


def test_without_leave_to_go_on_nothing_is_published(network):
    built(network)
    before = tree(network / "output")
    written(network, NEW, "Ciao\n")
    assert (built(network), tree(network / "output")) == (1, before)


def test_a_network_broken_in_fifty_places_is_published_without_them(tmp_path):
    root = copied(tmp_path / "rete")
    shutil.copytree(BROKEN, root, dirs_exist_ok=True)
    assert (
        built(root, LEAVE_OUT=True),
        sorted(path for path in tree(root / "output") if path.startswith("eventi")),
    ) == (
        3,
        [
            f"eventi/{event}/index.html"
            for event in (
                "base/a-picture-that-is-not-there",
                "base/festa",
                "base/notte",
                "base/prove",
                "nord/corso",
                "nord/lettura",
                "nord/nuovo",
            )
        ],
    )


def test_what_was_left_out_is_published_once_it_is_mended(network):
    built(network)
    before = tree(network / "output")
    replaced(network, SOUTH, "kind: casa", "kind: csa")
    broken = built(network, LEAVE_OUT=True)
    replaced(network, SOUTH, "kind: csa", "kind: casa")
    assert (broken, built(network, LEAVE_OUT=True), tree(network / "output")) == (3, 0, before)
