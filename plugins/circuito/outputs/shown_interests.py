"""The interests that pages may tell: settled dates for all, the rest only where a setting or its file says so.

Whatever is published of tours starts from `shown`, so that what members know among themselves cannot slip into a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..circulation.interests import SETTLED
from ..circulation.planning import Plan, plan
from ..circulation.season import Season
from ..model.network import Network
from ..model.things import Interest, Project

AHEAD = 400


def shown(network: Network) -> Network:
    """The network with the interests that everybody may know, and with no others."""
    return network.once("shown interests", made_shown, network)


def made_shown(network: Network) -> Network:
    if network.shows_interests:
        return network
    kept = [each for each in network.interests if each.state in SETTLED or each.fields.visibility == "public"]
    return replace(network, interests=tuple(kept))


def shown_in(network: Network, project: Project) -> tuple[Interest, ...]:
    """The interests in a project that everybody may know."""
    return shown(network).interests_by_project.get(project.slug, ())


def touring(network: Network) -> Iterator[Project]:
    """The projects with a tour to tell."""
    return (project for project in network.projects if shown_in(network, project))


def season_from(network: Network) -> Season:
    """The days that tours are planned in."""
    return Season(network.today, AHEAD)


def shown_plan(network: Network, project: Project) -> Plan | None:
    """The tour that the interests which everybody may know make."""
    return network.once(("shown plan", project.slug), plan, shown(network), project, season_from(network))
