"""What pages say of projects held against rooms: by verdict, why, by how much, what would mend it, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple
from urllib.parse import quote

from ..circulation.findings import VERDICTS, Finding
from ..circulation.insight import Change, Purchase, best_purchases, most_asked, most_blocking, size_of, smallest_changes
from ..circulation.matching import Match, best_rooms, mended_by_variants, questions
from ..circulation.rules import RULES
from ..circulation.telling import Teller
from ..model.network import Network
from ..model.things import Project, Room, Space
from .addresses import Addresses
from .dates import short_day
from .facts import money
from .match_board import Board, first_days, hosts, open_projects, public_board
from .views import Link, Text, body_link, line_of, must, text, words

MOST_LESSONS = 3
UNITS = {"stage.width": "m", "stage.depth": "m", "stage.height": "m", "power.kw": "kW", "door.w": "m", "door.h": "m"}
UNITS |= {"getin": "h"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchEntry:
    """A project and a space, told from the page of one of them.

    `room` is the best one, `form` the variant, empty for the usual form; `reasons` say what is not met and what would
    mend it, `notes` what is good to know, `asks` what has to be asked; `days` are the first possible ones; `mail` is a
    letter that is begun, empty where there is nobody to write to.
    """

    name: Text
    url: str
    line: str
    verdict: str
    room: Text
    form: Text
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    asks: tuple[str, ...]
    days: str
    mail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """All that fits, by verdict; what keeps the rest apart, what would open most of it, and what to ask first.

    `away` are spaces that host no projects; `held` says how many were held against one another.
    """

    groups: tuple[tuple[str, tuple[MatchEntry, ...]], ...]
    blocking: tuple[str, ...]
    opening: tuple[str, ...]
    asking: tuple[str, ...]
    away: tuple[Link, ...]
    held: str


def project_placing(network: Network, project: Project, lang: str) -> Placing:
    """Where a project can go."""
    board, spaces = public_board(network), {space.slug: space for space in network.spaces}
    best = best_rooms(board.of_project(project.slug))
    entries = (space_entry(network, project, spaces[match.space], match, lang) for match in best)
    tell = teller(network, lang)
    member = {space.slug for space in hosts(network)}
    return Placing(
        groups=by_verdict(entries),
        blocking=tuple(blocked(network, tell, best, lang)),
        opening=change_lines(network, board, project, lang),
        asking=(),
        away=tuple(body_link(network, space, lang) for space in network.spaces if space.slug not in member),
        held=network.phrases[lang]("placing.held", n=len(best)),
    )


def space_placing(network: Network, space: Space, lang: str) -> Placing:
    """What a space can host."""
    board, projects = public_board(network), {project.slug: project for project in open_projects(network)}
    found = board.of_space(space.slug)
    best = best_rooms(found)
    entries = (project_entry(network, projects[match.project], space, match, lang) for match in best)
    tell = teller(network, lang)
    bought = best_purchases(found)[:MOST_LESSONS]
    return Placing(
        groups=by_verdict(entries),
        blocking=(),
        opening=tuple(purchase_told(network, tell, each, lang) for each in bought),
        asking=tuple(asked_first(network, tell, best, lang)),
        away=(),
        held=network.phrases[lang]("hosting.held", n=len(best)),
    )


def by_verdict(entries: Iterable[MatchEntry]) -> tuple[tuple[str, tuple[MatchEntry, ...]], ...]:
    """Entries by verdict, the best first; every verdict is there, with or without entries."""
    listed = list(entries)
    return tuple((verdict, tuple(each for each in listed if each.verdict == verdict)) for verdict in VERDICTS)


# One pair


class Pair(NamedTuple):
    """A project and a space, with the match of its best room."""

    project: Project
    space: Space
    match: Match


def space_entry(network: Network, project: Project, space: Space, match: Match, lang: str) -> MatchEntry:
    """A space, on the page of a project."""
    contact = space.fields.contact
    mail = ask_space(network, project, space, match, lang) if contact and contact.email else ""
    pair = Pair(project, space, match)
    return entry(network, pair, body_link(network, space, lang), line_of(space.fields.themes), mail, lang)


def project_entry(network: Network, project: Project, space: Space, match: Match, lang: str) -> MatchEntry:
    """A project, on the page of a space."""
    email = project.fields.contact.email
    mail = ask_project(network, project, space, match, lang) if email and match.verdict in ("ready", "help") else ""
    link = Link(title(project, lang), Addresses(network, lang).project(project))
    themes = project.fields.outcomes.themes if project.fields.outcomes else ()
    return entry(network, Pair(project, space, match), link, line_of(themes), mail, lang)


def entry(network: Network, pair: Pair, link: Link, line: str, mail: str, lang: str) -> MatchEntry:
    """A pair, told: what is not met first by what blocks, then by what does not."""
    tell, board, match = teller(network, lang), public_board(network), pair.match
    noes = [finding for finding in match.best.findings if finding.state == "no"]
    hard = [finding for finding in noes if finding.weight == "hard"]
    return MatchEntry(
        name=link.text,
        url=link.url,
        line=line,
        verdict=match.verdict,
        room=room_name(pair.space.room(match.room), lang),
        form=variant_name(network, pair.project, match.best.form, lang),
        reasons=tuple(reason(network, pair.project, match, finding, lang) for finding in hard),
        notes=tell.sentences(finding for finding in noes if finding.weight != "hard"),
        asks=tell.sentences(questions(match)),
        days=day_list(first_days(board, match), lang),
        mail=mail,
    )


def reason(network: Network, project: Project, match: Match, finding: Finding, lang: str) -> str:
    """Why something is not met, and the variants in which it would be."""
    tell = teller(network, lang)
    variants = () if match.best.form else mended_by_variants(match, finding)
    names = [variant_name(network, project, str(fix.values[0][1]), lang).text for fix in variants]
    say = network.phrases[lang]
    return " ".join([tell.sentence(finding), *(say("match.fix.variant", variant=name) for name in names)])


def teller(network: Network, lang: str) -> Teller:
    """Who says findings in a language; made once, for all pages."""
    return network.once(("teller", lang), made_teller, network, lang)


def made_teller(network: Network, lang: str) -> Teller:
    spaces = {space.slug: space.fields.name for space in network.spaces}
    return Teller(network.phrases[lang], spaces, resource_names(network, lang), partial(in_money, network, lang))


def resource_names(network: Network, lang: str) -> dict[str, str]:
    """The names of what spaces lend, by `space/resource`."""
    lent = [(space.slug, each) for space in network.spaces for each in space.resources]
    return {f"{space}/{each.slug}": must(text(each.record.says("name", lang), lang)).text for space, each in lent}


def in_money(network: Network, lang: str, amount: Decimal) -> str:
    """An amount in a language and the network's currency."""
    return money(network, amount, lang)


def title(project: Project, lang: str) -> Text:
    """The title of a project."""
    return must(text(project.record.says("title", lang), lang))


def room_name(room: Room | None, lang: str) -> Text:
    """The name of a room."""
    return must(text(room.record.says("name", lang), lang)) if room else Text("")


def variant_name(network: Network, project: Project, form: str, lang: str) -> Text:
    """What a variant is, in the words of its project, else its name; nothing for the usual form."""
    variants = project.fields.staging.variants if project.fields.staging else ()
    found = next((variant for variant in variants if variant.id == form), None)
    return (words(network, found.summary, lang) if found else None) or Text(form)


def day_list(days: Sequence[date], lang: str) -> str:
    """Days beside one another."""
    return ", ".join(short_day(day, lang) for day in days)


# Letters that are begun


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


# What all pairs together teach


def blocked(network: Network, tell: Teller, best: Iterable[Match], lang: str) -> Iterator[str]:
    """What keeps a project out of most of the spaces that cannot host it, in their best rooms."""
    say, shut = network.phrases[lang], [match for match in best if match.verdict == "incompatible"]
    for identifier, count in most_blocking(shut)[:MOST_LESSONS]:
        yield say("placing.blocks", name=named(tell, identifier), n=count)


def asked_first(network: Network, tell: Teller, found: Iterable[Match], lang: str) -> Iterator[str]:
    """What a space would best find out."""
    say = network.phrases[lang]
    for identifier, count in most_asked(found)[:MOST_LESSONS]:
        yield say("hosting.asked", name=named(tell, identifier), n=count)


def named(tell: Teller, identifier: str) -> str:
    """What a rule is about, by the identifier of a finding."""
    rule = next(rule for rule in RULES if f"{identifier}.".startswith(f"{rule.id}."))
    return tell.name(Finding(rule.id, rule.weight, "no", identifier.removeprefix(rule.id).removeprefix(".")))


def change_lines(network: Network, board: Board, project: Project, lang: str) -> tuple[str, ...]:
    """The few changes to a project that open most spaces; of those that open the same ones, the smallest."""
    smallest: dict[object, Change] = {}
    asked = board.candidate(project.slug)
    for change in network.once(("changes", project.slug, id(board)), smallest_changes, asked, board.offers, board.lent):
        key = change.rule, change.about, frozenset(opened_by(change))
        if key not in smallest or size_of(change) < size_of(smallest[key]):
            smallest[key] = change
    ordered = sorted(smallest.values(), key=lambda each: (-len(opened_by(each)), size_of(each), each.rule, each.about))
    return tuple(change_told(network, teller(network, lang), change, lang) for change in ordered[:MOST_LESSONS])


def opened_by(change: Change) -> list[str]:
    """The spaces that a change opens."""
    return sorted({space for space, _ in change.opens})


def change_told(network: Network, tell: Teller, change: Change, lang: str) -> str:
    """What a project would open if it asked for less."""
    say = network.phrases[lang]
    spaces = [tell.spaces.get(space, space) for space in opened_by(change)]
    name = tell.name(Finding(change.rule, "hard", "no", change.about))
    opened = say("placing.opened", n=len(spaces), names=", ".join(spaces))
    if change.to is None or change.need is None:
        return say("placing.without", name=name, opened=opened)
    need, had = (f"{tell.value(value, '')} {UNITS.get(change.rule, '')}".strip() for value in (change.need, change.to))
    return say("placing.easier", name=name, had=had, need=need, opened=opened)


def purchase_told(network: Network, tell: Teller, purchase: Purchase, lang: str) -> str:
    """What a space would open if it got something."""
    say = network.phrases[lang]
    titles = {project.slug: title(project, lang).text for project in open_projects(network)}
    names = [titles[slug] for slug in purchase.projects]
    name = tell.name(Finding(purchase.rule, "hard", "no", purchase.about))
    return say("hosting.purchase", name=name, n=len(names), names=", ".join(names))
