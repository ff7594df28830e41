"""What social cards say of an event, a space, a project, the network, and the office's news and pages."""

from __future__ import annotations

from msgspec import Struct

from ..model.network import Network
from ..model.occurrence import Occurrence
from ..model.office import News, OfficePage
from ..model.place import Picture
from ..model.record import Record
from ..model.things import Event, Project, Space
from .agenda import coming
from .dates import day_and_month, day_range, long_day, weekday_full
from .facts import price_view
from .marks import network_svg, space_svg
from .views import Text, area_name, event_brief, must, status_of, text, theme_lines, times, words

FAR = 300


class Card(Struct, frozen=True, kw_only=True):
    """What a card shows: a title, up to three facts at their stops, a mark, and a picture with the file that names it.

    `status` is the key of a phrase, `line` the colour of the line, `source` the file of the texts.
    """

    title: Text
    facts: tuple[tuple[Text, Text], ...]
    mark: str
    line: str
    source: str
    status: str = ""
    picture: tuple[str, Picture] | None = None


def lead(network: Network, event: Event) -> Occurrence | None:
    """The date that stands for an event: the next one, else the last."""
    ahead = coming(network, [event], most=1)
    return ahead[0][1] if ahead else next(iter(event.occurrences[-1:]), None)


def event_card(network: Network, event: Event, lang: str) -> Card:
    """When and where an event is, and what it costs."""
    brief, dated, say = event_brief(network, event, lang), lead(network, event), network.phrases[lang]
    status = status_of(event, dated) if dated else event.fields.status
    facts = [(Text(day_of(network, dated, lang)), Text(times(dated, lang)))] if dated else []
    place = (Text(say("mark.online")), Text("")) if brief.online else (host_text(network, event), Text(brief.area))
    price = price_view(network, event.fields.price, lang)
    cost = [(Text(say(f"price.{price.mode}")), Text(""))] if price and price.mode in ("free", "offering") else []
    return Card(
        title=brief.title,
        facts=(*facts, place, *cost),
        mark=space_svg(network, event.host),
        line=theme_lines(network).get(brief.line.removeprefix("line-"), network.brand.colours.ink),
        source=event.record.path,
        status="" if status == "scheduled" else status,
        picture=picture_of(event.record) or (picture_of(event.project.record) if event.project else None),
    )


def day_of(network: Network, dated: Occurrence, lang: str) -> str:
    """`sabato 28 novembre`, with the year where it is far off, or the days from the first to the last."""
    first = dated.first_day
    if dated.several_days:
        return day_range(first, dated.last_day, lang)
    if is_far(network, dated):
        return long_day(first, lang)
    return f"{weekday_full(first, lang)} {day_and_month(first, lang)}"


def is_far(network: Network, dated: Occurrence) -> bool:
    """Whether a date is so far off that it must be told with its year."""
    return abs((dated.first_day - network.today).days) > FAR


def host_text(network: Network, event: Event) -> Text:
    """The name of the place, which is nobody's translation."""
    where = event.fields.where
    return Text(where.name if where else event.host.fields.name, network.lang)


def space_card(network: Network, space: Space, lang: str) -> Card:
    """What a space is, and where."""
    kind = next((each.name for each in network.fields.kinds if each.id == space.fields.kind), None)
    area = area_name(network, space.areas[0], lang) if space.areas else network.fields.city
    themes = theme_lines(network)
    return Card(
        title=Text(space.fields.name, network.lang),
        facts=((must(words(network, kind, lang)), Text("")), (Text(area), Text(space.fields.address.street))),
        mark=space_svg(network, space),
        line=themes.get(next(iter(space.fields.themes), ""), network.brand.colours.ink),
        source=space.record.path,
        picture=picture_of(space.record),
    )


def project_card(network: Network, project: Project, lang: str) -> Card:
    """What a project is, who proposes it, and whether one can ask for it."""
    fields, say, proposer = project.fields, network.phrases[lang], project.proposer
    themes = fields.outcomes.themes if fields.outcomes else ()
    return Card(
        title=must(text(project.record.says("title", lang), lang)),
        facts=(
            (Text(say(f"project_kind.{fields.kind}")), Text(say(f"project_status.{fields.status}"))),
            (Text(proposer.fields.name, network.lang), Text("")),
        ),
        mark=space_svg(network, proposer) if isinstance(proposer, Space) else network_svg(network),
        line=theme_lines(network).get(next(iter(themes), ""), network.brand.colours.ink),
        source=project.record.path,
        picture=picture_of(project.record),
    )


def home_card(network: Network, lang: str) -> Card:
    """What the network is: its claim, its city, its size."""
    say = network.phrases[lang]
    count = say("count.spaces", n=len(network.spaces))
    return Card(
        title=words(network, network.brand.claim, lang) or Text(network.fields.name, network.lang),
        facts=((Text(count), Text("")), (Text(network.fields.city, network.lang), Text(""))),
        mark=network_svg(network),
        line=network.brand.colours.ink,
        source="content/brand.yaml",
    )


def news_card(network: Network, news: News, lang: str) -> Card:
    """A piece of news and its day."""
    fact = Text(long_day(news.published.date(), lang)), Text(network.phrases[lang]("news.title"))
    return office_card(network, news.title, fact)


def page_card(network: Network, page: OfficePage, lang: str) -> Card:
    """A page of the office."""
    return office_card(network, page.title, (must(words(network, network.brand.claim, lang)), Text("")))


def office_card(network: Network, title: str, fact: tuple[Text, Text]) -> Card:
    return Card(
        title=Text(title),
        facts=(fact,) if fact[0].text else (),
        mark=network_svg(network),
        line=network.brand.colours.accent,
        source="content",
    )


def picture_of(record: Record) -> tuple[str, Picture] | None:
    """The first picture of a file, with the path of the file."""
    first = next(iter(record.fields.pictures), None)
    return (record.path, first) if first else None
