"""The plugin: Pelican reads the office's texts, this reads the network, asks every output, and publishes."""

from __future__ import annotations

import gc
import logging
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

from pelican import signals
from pelican.generators import Generator

from ..model.network import Network
from ..model.phrases import PhraseError
from ..outputs import Output, output_named
from ..outputs.addresses import Addresses
from ..outputs.chrome import site_view
from ..outputs.editor import left_out as forms_left_out
from ..reading.apart import done_apart
from ..reading.dead_links import dead_links
from ..reading.history import history
from ..reading.load import Loaded, learn, load
from ..reading.memory import Memory
from .conditions import (
    ConfigurationError,
    build_day,
    cache_folder,
    is_live,
    refuse_tracked,
    shelf_folder,
    sum_up,
    templates_folders,
)
from .fragments import Fragments
from .grid import Grid
from .languages import compiling, with_phrases
from .ledger import epoch_of
from .office import menu_of, news_of, page_of
from .release import Release, lock
from .search import keep_search_index, put_search_index
from .shelf import Shelf
from .trace import TRACE, Trace, trace_file
from .writer import Press, SiteWriter

PROBLEMS, CONFIGURATION, LEFT_OUT = 1, 2, 3
BUILD, SEEN = "circuito.build", "circuito.seen"
log = logging.getLogger(__name__)


def connect() -> None:
    """Connect to Pelican's signals. Receivers are held weakly, so they are functions of this module."""
    signals.get_generators.connect(offer_generator)
    signals.get_writer.connect(offer_writer)
    signals.finalized.connect(publish)


def read_apart(settings: dict[str, Any]) -> None:
    """Let a process of its own read what changed, so that this one need not hold all that reading takes.

    It needs no lock: whatever becomes of it, the memory that it leaves is whole, or is none.
    """
    with suppress(OSError):  # told when this process reads
        settings[SEEN] = learn(settings["PATH"], memory_of(settings, epoch_of(settings)), done_apart)


def memory_of(settings: dict[str, Any], epoch: str) -> Memory:
    """What earlier builds of a site have read."""
    return Memory(str(cache_folder(settings) / "memory"), epoch)


def offer_generator(_: Any) -> type[Generator]:
    return NetworkGenerator


def offer_writer(_: Any) -> type[SiteWriter]:
    return SiteWriter


@dataclass(frozen=True, slots=True)
class Build:
    """What one build knows once everything is read."""

    outputs: tuple[Output, ...]
    loaded: Loaded
    epoch: str
    environment: Any
    context: dict[str, Any]


class NetworkGenerator(Generator):  # type: ignore[misc]
    """Reads the network before Pelican reads the office's texts. Everything is made and written in `publish`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Read the network. Mistakes are printed; without leave to go on they end the build."""
        gc.disable()
        super().__init__(*args, **kwargs)
        self.context["office"] = []
        self.settings[BUILD] = self.settings["ARTICLE_PATHS"] = self.settings["PAGE_PATHS"] = ()
        try:
            self.settings[BUILD] = self.build()
        except ConfigurationError as wrong:
            stop(CONFIGURATION, str(wrong))
        except OSError as failed:
            stop(CONFIGURATION, f"{failed}: nothing was published")

    def build(self) -> Build | None:
        """The build, or None where mistakes in content forbid it. Raises `ConfigurationError`."""
        refuse_tracked(self.settings)
        outputs = tuple(outputs_of(self.settings))
        epoch = epoch_of(self.settings)
        trace_file(self.settings).unlink(missing_ok=True)
        memory = memory_of(self.settings, epoch)
        site, seen = self.settings["SITEURL"].rstrip("/"), self.settings.get(SEEN)
        with lock(cache_folder(self.settings)):
            loaded = load(self.path, today=build_day(self.settings), site=site, memory=memory, seen=seen)
        tell(loaded)
        if loaded.network is None or (loaded.problems and not self.settings.get("LEAVE_OUT")):
            stop(PROBLEMS, "nothing was published: the site is as it was")
            return None
        refuse_disagreement(self.settings, loaded.network)
        self.settings["ARTICLE_PATHS"] = [path for path in loaded.office if path.startswith("content/news/")]
        self.settings["PAGE_PATHS"] = [path for path in loaded.office if path.startswith("content/pages/")]
        return Build(outputs, loaded, epoch, self.env, self.context)

    def generate_context(self) -> None:
        """Let the office's Markdown link to the files of spaces, events and projects, and to no others."""
        build: Build | None = self.settings[BUILD]
        network = build.loaded.network if build else None
        self.context["static_links"].clear()
        if network is not None:
            self.accept_links(network)

    def accept_links(self, network: Network) -> None:
        """Tell Pelican the addresses of what the network's files become."""
        to = Addresses(network, network.lang)
        links = [(space.record.path, to.space(space)) for space in network.spaces]
        links += [(event.record.path, to.event(event)) for event in network.events]
        links += [(project.record.path, to.project(project)) for project in network.projects]
        for path, address in links:
            found = SimpleNamespace(url=address.removeprefix(to.base).lstrip("/"))
            self.context["generated_content"][path] = found

    def generate_output(self, writer: SiteWriter) -> None:
        """Nothing: everything is made in `publish`, after all of Pelican's generators are done."""


def publish(pelican: Any) -> None:
    """Make everything aside, swap it in, and say what was done."""
    build: Build | None = pelican.settings.get(BUILD)
    if not build:
        return
    trace: Trace | None = pelican.settings.get(TRACE)
    try:
        gaps = made_of(pelican.settings, build)
        if trace and not build.loaded.problems:
            trace.save(gaps)
    except (ConfigurationError, PhraseError, OSError) as wrong:
        stop(CONFIGURATION, f"{wrong}: the site is as it was")
    except Exception as failed:
        failed.exitcode = CONFIGURATION  # type: ignore[attr-defined]
        if not is_live():
            raise
        log.warning("the build failed: the site is as it was", exc_info=True)
    gc.enable()
    left_out = {problem.source.path for problem in build.loaded.problems} | set(build.loaded.left_out)
    if left_out and not is_live():
        files = "1 file" if len(left_out) == 1 else f"{len(left_out)} files"
        stop(LEFT_OUT, f"published without what is wrong in {files}")


def made_of(settings: dict[str, Any], build: Build) -> list[str]:
    """Make every page and file of a build and publish them. Gives what is left out of the site, and why."""
    context = build.context
    cache = cache_folder(settings)
    fragments = Fragments(cache / "fragments", build.epoch)
    shelf = Shelf(shelf_folder(settings))
    verdicts = Grid(cache / "verdicts", build.epoch)
    network = replace(
        complete(build, settings), remember=fragments.remember, keep=shelf.keep, tabulate=verdicts.laid_out
    )
    with lock(cache):
        release = Release(Path(settings["OUTPUT_PATH"]), cache, build.epoch)
        sites = {lang: site_view(network, lang, network.pages) for lang in network.languages}
        press = Press(
            release,
            compiling(build.environment),
            network.phrases,
            sites,
            theme_digest(settings),
        )
        for name, template, kwargs in context["office"]:
            page = page_of(network, name, template, kwargs)
            press.put(page, page.shows["source"])
        for name, output in zip(settings["OUTPUTS"], build.outputs, strict=True):
            for item in output(network):
                press.put(item, name)
        fragments.save()
        shelf.tidy()
        found = (searching(press, cache) if settings["SEARCH"] else "", forms_left_out(network))
        gone = release.publish()
    gaps = [gap for gap in found if gap]
    sum_up(gaps, len(release.written), len(release.now.entries) - len(release.written), len(gone))
    return gaps


def searching(press: Press, cache: Path) -> str:
    """Make the search index, or keep it while Pelican watches for changes. Gives what is left out, if anything is."""
    return "" if is_live() and keep_search_index(press.release) else put_search_index(press, cache)


def complete(build: Build, settings: dict[str, Any]) -> Network:
    """The network with its phrases, its history, and the news that Pelican has read."""
    assert build.loaded.network is not None
    texts = Fragments(cache_folder(settings) / "texts", build.epoch)
    network = with_phrases(build.loaded.network, settings, texts.remember)
    texts.save()
    return replace(
        network,
        news=news_of(network, build.context.get("articles", ())),
        pages=menu_of(build.context.get("pages", ()), network.site),
        outputs=tuple(settings["OUTPUTS"]),
        shows_interests=bool(settings.get("SHOW_INTERESTS")),
        history=history(network.root, str(cache_folder(settings) / "history")),
        dead_links=dead_links(network.root),
    )


def outputs_of(settings: dict[str, Any]) -> list[Output]:
    """The outputs of the settings. Raises `ConfigurationError` for names that lead nowhere."""
    try:
        return [output_named(name) for name in settings.get("OUTPUTS", ())]
    except LookupError as wrong:
        raise ConfigurationError(str(wrong)) from wrong


def refuse_disagreement(settings: dict[str, Any], network: Network) -> None:
    """Raises `ConfigurationError` where the settings say another zone or language than the network's own file."""
    for name, own in (("TIMEZONE", network.fields.timezone), ("DEFAULT_LANG", network.lang)):
        if settings[name] != own:
            raise ConfigurationError(f"{name} is {settings[name]!r}, but content/network.yaml says {own!r}")


def theme_digest(settings: dict[str, Any]) -> str:
    """The digest of all templates, the theme's and those that stand over them.

    Raises `ConfigurationError` where one is not in UTF-8.
    """
    hashed = blake2b(digest_size=16)
    for folder in templates_folders(settings):
        for file in sorted(Path(folder).rglob("*.html")):
            content = file.read_bytes()
            try:
                content.decode()
            except UnicodeDecodeError as wrong:
                line = content.count(b"\n", 0, wrong.start) + 1
                raise ConfigurationError(f"{os.path.relpath(file)}:{line}: this is not UTF-8: save it so") from wrong
            hashed.update(file.relative_to(folder).as_posix().encode() + b"\0" + content)
    return hashed.hexdigest()


def tell(loaded: Loaded) -> None:
    """Print every problem, and what is left out for another file's sake."""
    for problem in loaded.problems:
        print(problem.told("it" if loaded.network is None or loaded.network.lang == "it" else "en"), file=sys.stderr)
    for path, cause in sorted(loaded.left_out.items()):
        if path != cause:
            print(f"{path}: left out with {cause}", file=sys.stderr)


def stop(code: int, why: str) -> None:
    """End the process with an exit code; while watching for changes, only say why and wait for the next save."""
    print(f"circuito: {why}", file=sys.stderr)
    if not is_live():
        end(code)


def end(code: int) -> NoReturn:
    sys.stdout.flush()
    raise SystemExit(code)
