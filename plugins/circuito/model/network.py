"""The network: all that the files say, linked, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from .brand import BrandFields
from .dead_links import DeadLink
from .history import History
from .imports import ImportState
from .network_fields import NetworkFields
from .office import News, OfficePage
from .phrases import Phrases
from .pictures import PictureFacts
from .record import Spoken
from .remembering import MakeBlock, made_anew, made_whole
from .things import Area, Event, Interest, Organisation, Project, Space
from .values import Words

T = TypeVar("T")


@dataclass(frozen=True)
class Network:
    """All of it, linked and in a fixed order: what outputs are made from.

    `logo` is the SVG of its own logo, if it has one.
    `pictures` are all sound ones by path, `office_pictures` the paths of those in news and pages.
    `today` is the day of the build in the network's zone, `root` the folder of its files, `theme` that of the theme,
    `site` the address under which it is published, without a slash at its end, `outputs` the names of what is
    published; `shows_interests` says that pages may tell what is not settled yet, which else only members know.
    `dead_links` are those that `circuito links` has found dead.
    `remember` gives costly parts by the digest of what they are made from, from an earlier build where there was one;
    `keep` does so for large ones, whose digest must cover the program that makes them too. `tabulate` gives the cells
    of a table, 16 bytes each, by the keys of its rows and columns: only blocks of new rows and columns are made.
    """

    fields: NetworkFields
    brand: BrandFields
    today: date
    site: str
    root: str
    theme: str = ""
    logo: str = ""
    areas: Mapping[str, tuple[Area, ...]] = field(default_factory=dict)
    pictures: Mapping[str, PictureFacts] = field(default_factory=dict)
    office_pictures: tuple[str, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    spaces: tuple[Space, ...] = ()
    projects: tuple[Project, ...] = ()
    events: tuple[Event, ...] = ()
    interests: tuple[Interest, ...] = ()
    news: tuple[News, ...] = ()
    history: History = History()
    pages: tuple[OfficePage, ...] = ()
    imports: tuple[ImportState, ...] = ()
    outputs: tuple[str, ...] = ()
    shows_interests: bool = False
    dead_links: tuple[DeadLink, ...] = ()
    phrases: Mapping[str, Phrases] = field(default_factory=dict)
    remember: Callable[..., bytes] = field(default=made_anew, repr=False, compare=False)
    keep: Callable[..., bytes] = field(default=made_anew, repr=False, compare=False)
    tabulate: Callable[[Sequence[str], Sequence[str], MakeBlock], list[list[bytes]]] = field(
        default=made_whole, repr=False, compare=False
    )
    shared: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the network's own first."""
        return self.fields.languages

    @property
    def lang(self) -> str:
        """The network's own language."""
        return self.fields.languages[0]

    @cached_property
    def zone(self) -> ZoneInfo:
        """The network's time zone."""
        return ZoneInfo(self.fields.timezone)

    @property
    def window(self) -> tuple[date, date]:
        """The first and the last day that the agenda reaches."""
        horizon = self.fields.horizon
        return self.today - timedelta(days=horizon.past_days), self.today + timedelta(days=horizon.months * 31)

    @cached_property
    def events_by_address(self) -> Mapping[str, Event]:
        """All events, by their addresses `space/event`."""
        return {event.address: event for event in self.events}

    @cached_property
    def events_by_space(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each space, by the space's name."""
        found: dict[str, list[Event]] = {space.slug: [] for space in self.spaces}
        for event in self.events:
            found[event.host.slug].append(event)
        return {slug: tuple(events) for slug, events in found.items()}

    @cached_property
    def events_by_project(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each project that has any, by the project's name."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            if event.project:
                found.setdefault(event.project.slug, []).append(event)
        return {slug: tuple(events) for slug, events in found.items()}

    @cached_property
    def events_by_theme(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each theme that has any, by the theme's name."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            for theme in dict.fromkeys(event.themes):
                found.setdefault(theme, []).append(event)
        return {theme: tuple(events) for theme, events in found.items()}

    @cached_property
    def interests_by_project(self) -> Mapping[str, tuple[Interest, ...]]:
        """The interests in each project that has any, by the project's name, in order of spaces."""
        found: dict[str, list[Interest]] = {}
        for interest in self.interests:
            found.setdefault(interest.project.slug, []).append(interest)
        return {slug: tuple(interests) for slug, interests in found.items()}

    def once(self, key: Any, make: Callable[..., T], *given: Any) -> T:
        """A value that several outputs share, made of what is given when the first of them asks for it."""
        if key not in self.shared:
            self.shared[key] = make(*given)
        made: T = self.shared[key]
        return made

    def words(self, words: Words | None, lang: str) -> Spoken | None:
        """A text in a language, else in the network's, else in the first it has."""
        if words is None:
            return None
        texts = words.texts
        if lang in texts:
            return Spoken(texts[lang], lang)
        if "" in texts or self.lang in texts:
            return Spoken(texts.get("") or texts[self.lang], self.lang)
        first = min(texts)
        return Spoken(texts[first], first)
