"""Pages and files on their way to the output: made only where their key is new, claimed once each."""

from __future__ import annotations

import os
import traceback
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from pelican.writers import Writer

from ..model.phrases import PhraseError, Phrases
from ..outputs import File, Page, digest
from .conditions import ConfigurationError
from .languages import speaking
from .release import Release

OURS = os.path.dirname(os.path.dirname(__file__)) + os.sep


class Press:
    """Renders pages and makes files, unless the release holds them already."""

    def __init__(
        self,
        release: Release,
        environment: Environment,
        phrases: Mapping[str, Phrases],
        sites: Mapping[str, Mapping[str, Any]],
        theme: str,
    ) -> None:
        self.release = release
        self.spoken = {lang: speaking(environment, phrases[lang], sites[lang]) for lang in phrases}
        self.shared = {lang: digest(theme, phrases[lang].digest, sites[lang]) for lang in phrases}
        self.claims: dict[str, str] = {}
        self.searched: list[str] = []

    def put(self, item: Page | File, maker: str) -> None:
        """Make sure that the output holds a page or file that an output, or a text of the office, asks for."""
        self.claim(item, maker)
        if isinstance(item, Page):
            if item.lang not in self.spoken:
                raise ConfigurationError(f"{item.path}: the language `{item.lang}` is not the network's")
            key = digest(item.template, self.shared[item.lang], item.shows, item.late)
            if item.shows.get("searched"):
                self.searched.append(item.path)
            if not self.release.is_fresh(item.path, key):
                self.release.write(item.path, key, self.render(item))
        elif not self.release.is_fresh(item.path, item.key):
            self.release.write(item.path, item.key, item.make())

    def claim(self, item: Page | File, maker: str) -> None:
        """Note who makes a path. Raises `ConfigurationError` where two do, or where it leads out of the output."""
        if item.path.startswith("/") or ".." in item.path.split("/") or "\\" in item.path:
            raise ConfigurationError(f"{item.path!r}, made by {maker}, leads out of the output")
        other = self.claims.get(item.path.casefold())
        if other is not None:
            raise ConfigurationError(f"{item.path} is made twice, by {other} and by {maker}: give one another address")
        self.claims[item.path.casefold()] = maker

    def render(self, page: Page) -> bytes:
        """The HTML of a page. Raises `ConfigurationError` for templates and phrases that cannot work."""
        try:
            html: str = self.spoken[page.lang].get_template(page.template).render(page.handed)
        except TemplateNotFound as missing:
            raise ConfigurationError(f"{page.path}: there is no template {missing.name}") from missing
        except TemplateSyntaxError as wrong:
            raise ConfigurationError(f"{wrong.name}:{wrong.lineno}: {wrong.message}") from wrong
        except (TemplateError, PhraseError) as wrong:
            raise ConfigurationError(f"{page.template}, for {page.path}: {wrong}") from wrong
        except Exception as wrong:  # a template is a program: it may raise anything
            place = template_line(wrong)
            if not place:
                raise
            raise ConfigurationError(f"{place}, for {page.path}: {type(wrong).__name__}: {wrong}") from wrong
        return html.encode()


def template_line(wrong: Exception) -> str:
    """The template and line that raised an exception; empty where it was a module of ours that did."""
    frames = traceback.extract_tb(wrong.__traceback__)
    last = [each for each in frames if each.filename.endswith(".html") or each.filename.startswith(OURS)][-1]
    return f"{os.path.relpath(last.filename)}:{last.lineno}" if last.filename.endswith(".html") else ""


class SiteWriter(Writer):  # type: ignore[misc]
    """Pelican's writer for the office's news and pages: they wait to go the same way as all other pages."""

    def write_file(self, name: str, template: Any, context: Any, *_: Any, **kwargs: Any) -> None:
        """Keep one of Pelican's articles or pages until everything is made; a page without a name is not wanted."""
        if name:
            context["office"].append((name, template.name, kwargs))

    def write_feed(self, *_: Any, **__: Any) -> None:
        """Pelican's own feeds are off: ours come from outputs."""
