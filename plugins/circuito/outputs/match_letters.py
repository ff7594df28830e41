"""Letters that are begun: a space asks for a project, a project asks a space."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from ..circulation.matching import Match, questions
from ..model.network import Network
from ..model.things import Project, Space
from .addresses import Addresses
from .match_board import first_days, public_board
from .match_words import day_list, room_name, teller, title


def ask_space(network: Network, project: Project, space: Space, match: Match, lang: str) -> str:
    """A letter to a space: what is not known and has to be asked, and the first days; none where it cannot host."""
    if match.verdict == "incompatible" or not space.fields.contact:
        return ""
    say, to, name = network.phrases[lang], Addresses(network, lang), title(project, lang).text
    asked = questions(match) if match.verdict == "verify" else ()
    days = day_list(first_days(public_board(network), match), lang)
    lines = [say("placing.letter", project=name, room=room_name(space.room(match.room), lang).text)]
    lines += [say("hosting.letter_days", days=days)] if days else []
    lines += ["", say("placing.letter_asks")] if asked else []
    lines += [f"- {sentence}" for sentence in teller(network, lang).sentences(asked)]
    lines += ["", say("placing.letter_end", url=to.absolute(to.project(project)))]
    return letter(space.fields.contact.email or "", say("placing.subject", project=name), lines)


def ask_project(network: Network, project: Project, space: Space, match: Match, lang: str) -> str:
    """A letter to the proposer of a project, with the room and the first days."""
    say, to = network.phrases[lang], Addresses(network, lang)
    name, room = title(project, lang).text, room_name(space.room(match.room), lang).text
    days = day_list(first_days(public_board(network), match), lang)
    lines = [say("hosting.letter", project=name, space=space.fields.name, room=room)]
    lines += [say("hosting.letter_days", days=days)] if days else []
    lines += ["", to.absolute(to.space(space))]
    return letter(project.fields.contact.email or "", name, lines)


def letter(address: str, subject: str, lines: Iterable[str]) -> str:
    """A link that begins a letter (RFC 6068)."""
    body = "\r\n".join(lines)
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={quote(body)}"
