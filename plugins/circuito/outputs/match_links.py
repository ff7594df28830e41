"""The addresses of the pages by which projects find spaces, and spaces projects; empty where they are not published."""

from __future__ import annotations

from ..model.network import Network
from ..model.things import Project, Space
from .addresses import Addresses
from .match_board import hosts, open_projects

WHERE = "circuito.outputs.match_pages:hosts_of_projects"
HOSTING = "circuito.outputs.match_pages:projects_for_spaces"
DATA = "circuito.outputs.match_data:match_data"
MEASURING = "circuito.outputs.questionnaire:questionnaires"
COMPARING = "circuito.outputs.comparison:comparison"
SHEETS = "circuito.outputs.project_sheet:sheets"


def where_address(to: Addresses, project: Project) -> str:
    """The page of where a project can go."""
    return f"{to.project(project)}{to.word('where')}/"


def where_link(network: Network, project: Project, lang: str) -> str:
    """The page of where a project can go."""
    asked = project.fields.status == "open" and WHERE in network.outputs
    return where_address(Addresses(network, lang), project) if asked else ""


def hosting_address(to: Addresses, space: Space) -> str:
    """The page of what a space can host."""
    return f"{to.space(space)}{to.word('hosting')}/"


def hosting_link(network: Network, space: Space, lang: str) -> str:
    """The page of what a space can host."""
    asked = HOSTING in network.outputs and space in hosts(network)
    return hosting_address(Addresses(network, lang), space) if asked else ""


def data_link(network: Network, body: Project | Space) -> str:
    """Verdicts as data: they lie beside the page in the network's own language."""
    to = Addresses(network, network.lang)
    page = to.project(body) if isinstance(body, Project) else to.space(body)
    return f"{page}match.json" if DATA in network.outputs else ""


def questionnaire_address(to: Addresses, space: Space | None) -> str:
    """The questionnaire of a space, or for all."""
    return f"{to.space(space) if space else to.listing('spaces')}{to.word('questionnaire')}/"


def questionnaire_link(network: Network, space: Space | None, lang: str) -> str:
    """The questionnaire of a space, or for all."""
    asked = MEASURING in network.outputs and (space is None or space in hosts(network))
    return questionnaire_address(Addresses(network, lang), space) if asked else ""


def comparison_address(to: Addresses) -> str:
    """The page of the comparison."""
    return f"{to.listing('projects')}{to.word('compare')}/"


def comparison_link(network: Network, lang: str, project: Project | None = None) -> str:
    """The comparison, with a project chosen."""
    if COMPARING not in network.outputs or len(open_projects(network)) < 2:
        return ""
    asked = f"?p={project.slug}" if project and project.fields.status == "open" else ""
    return comparison_address(Addresses(network, lang)) + asked


def sheet_address(to: Addresses, project: Project) -> str:
    """The sheet of a project, as a PDF."""
    return f"{to.project(project)}{to.word('sheet')}.pdf"


def sheet_link(network: Network, project: Project, lang: str) -> str:
    """The sheet of a project, as a PDF."""
    return sheet_address(Addresses(network, lang), project) if SHEETS in network.outputs else ""
