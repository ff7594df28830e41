"""The configuration of the editor (Sveltia CMS): where files are kept, and a collection for each kind of file.

https://sveltiacms.app/en/docs describes it; a test holds it against the schema that the editor ships.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ..model.network import Network
from ..model.repository import Repository
from ..model.things import Project, Space
from ..reading.memory import CLASSES
from ..reading.office import STATUSES
from .addresses import Addresses
from .editor_fields import Config, Terms, form
from .editor_terms import spoken_in, terms_of

SLUGS = {"encoding": "ascii", "clean_accents": True, "maxlength": 60}
PICTURES = {"raster_image": {"format": "webp", "quality": 85, "width": 2400, "height": 2400}}
UPLOADS = {"max_file_size": 10_485_760, "slugify_filename": True, "transformations": PICTURES}
REVIEWED = ("github", "gitlab")
KNOWN_HOSTS = {"github": "https://github.com", "gitlab": "https://gitlab.com"}
API = {"github": "api/v3", "gitlab": "api/v4", "gitea": "api/v1", "forgejo": "api/v1"}
COLLECTIONS = {
    "organisation": ("organisations", "groups"),
    "project": ("projects", "theater_comedy"),
    "space": ("spaces", "home_work"),
    "event": ("events", "event"),
    "room": ("rooms", "meeting_room"),
    "interest": ("interests", "favorite"),
    "resource": ("resources", "handyman"),
    "news": ("news", "news"),
    "pages": ("pages", "article"),
}
NAMED = {"organisation": "name", "space": "name", "room": "name", "interest": "state", "resource": "name"}
UNTRANSLATED = ("interest", "network", "brand")
PLAIN = ("network", "brand")
ASKED_FOR = ("open", "full", "paused")
# In paths: the name of an entry, and that of any folder above it, for which the editor has no word of its own.
SLUG, ANY = "{{slug}}", "{{year}}"
OFFICE = {
    "news": (("title", True), ("date", True), ("summary", True), ("status", False)),
    "pages": (("title", True), ("summary", False), ("order", False), ("status", False)),
}


def config_of(network: Network, spoken: str) -> Config:
    """The configuration for the office, in one of the languages of forms: everything of the network."""
    terms = terms_of(network, spoken)
    return {
        **shared(network, spoken),
        "collections": [
            office(network, terms),
            entries(network, terms, "news", "content/news"),
            entries(network, terms, "pages", "content/pages"),
            entries(network, terms, "organisation", "content/organisations"),
            entries(network, terms, "project", "content/projects", path="{{slug}}/project"),
            entries(network, terms, "space", "spaces", path="{{slug}}/space"),
            entries(network, terms, "event", "events", path=f"{ANY}/{SLUG}", create=False),
            entries(network, terms, "room", "spaces", path=f"{ANY}/rooms/{SLUG}", create=False),
            entries(network, terms, "interest", "spaces", path=f"{ANY}/interests/{SLUG}", create=False),
            entries(network, terms, "resource", "spaces", path=f"{ANY}/resources/{SLUG}", create=False),
        ],
    }


def own_config(network: Network, spoken: str, space: Space) -> Config:
    """The configuration for one space, in one of the languages of forms: its own files and no others."""
    terms, mine = terms_of(network, spoken, space), f"spaces/{space.slug}"
    return {
        **shared(network, spoken),
        "collections": [
            entries(network, terms, "event", f"events/{space.slug}"),
            profile(network, terms, space),
            entries(network, terms, "room", f"{mine}/rooms"),
            entries(network, terms, "resource", f"{mine}/resources"),
            wishes(network, terms, space),
        ],
    }


def kinds_of(network: Network) -> dict[str, Config]:
    """What the formats of the editor must know of each kind of file."""
    terms = terms_of(network, spoken_in(network)[0])
    asked = {kind: form(cls, terms) for kind, cls in CLASSES.items()}
    facts = {
        kind: {
            "format": format_of(kind),
            "style": "yaml" if kind in PLAIN else "head",
            "shapes": each.shapes,
            "usual": each.usual,
        }
        for kind, each in asked.items()
    }
    office = {"style": "office", "shapes": (), "usual": ()}
    return facts | {kind: {"format": format_of(kind), **office} for kind in OFFICE}


def format_of(kind: str) -> str:
    """The name of the format in which the editor reads and writes a kind of file; of Markdown it asks such an end."""
    return f"circuito-{kind}" if kind in PLAIN else f"circuito-{kind}-frontmatter"


def shared(network: Network, spoken: str) -> Config:
    """What all configurations have in common."""
    repository = network.fields.repository
    assert repository is not None
    config: Config = {
        "backend": backend(repository, network),
        "publish_mode": "editorial_workflow" if repository.review and repository.kind in REVIEWED else "simple",
        "site_url": network.site,
        "display_url": network.site,
        "app_title": network.phrases[spoken]("editor.title", name=network.fields.name),
        "logo": {"src": f"{Addresses(network, network.lang).base}/favicon.svg"},
        "media_folder": repository.path("content/pictures"),
        "public_folder": "/content/pictures",
        "media_libraries": {"default": {"config": UPLOADS}, "stock_assets": False},
        "slug": SLUGS,
        "editor": {"preview": False},
        "show_preview_links": False,
        "output": {"omit_empty_optional_fields": True},
    }
    if len(network.languages) > 1:
        config["i18n"] = {
            "structure": "multiple_files",
            "locales": list(network.languages),
            "default_locale": network.lang,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        }
    return config


def backend(repository: Repository, network: Network) -> Config:
    """The host of the files, and how people sign in there."""
    parts = urlsplit(repository.address)
    host, path = f"{parts.scheme}://{parts.netloc}", parts.path.strip("/").removesuffix(".git")
    if repository.kind != "gitlab":
        *above, owner, name = path.split("/")
        host, path = "/".join([host, *above]), f"{owner}/{name}"
    config: Config = {
        "name": "gitea" if repository.kind == "forgejo" else repository.kind,
        "repo": path,
        "branch": repository.branch,
        "commit_messages": messages(network),
    }
    if KNOWN_HOSTS.get(repository.kind) != host:
        config |= {"api_root": f"{host}/{API[repository.kind]}", "base_url": host}
    return config | sign_in(repository)


def written_to(network: Network) -> list[str]:
    """The hosts to which the forms send what people write."""
    repository = network.fields.repository
    assert repository is not None
    parts = urlsplit(repository.address)
    host = f"{parts.scheme}://{parts.netloc}"
    return ["https://api.github.com"] if host == KNOWN_HOSTS["github"] else [host]


def sign_in(repository: Repository) -> Config:
    """How people sign in: by a token, and by the host's own page where the network has arranged for it."""
    stated = repository.sign_in
    config: Config = {} if stated else {"auth_methods": ["token"]}
    if stated and stated.address:
        config["base_url"] = stated.address.rstrip("/")
    if stated and stated.app:
        config |= {"app_id": stated.app} | ({"auth_type": "pkce"} if repository.kind == "gitlab" else {})
    return config


def messages(network: Network) -> Config:
    """What the history says of a change, in the network's language."""
    say = network.phrases[network.lang]
    own = {key: say(f"editor.{key}") for key in ("create", "update", "delete")}
    told = {key: f"{verb}: {{{{path}}}}" for key, verb in own.items()}
    return {**told, "uploadMedia": told["create"], "deleteMedia": told["delete"]}


def entries(network: Network, terms: Terms, kind: str, folder: str, **more: Any) -> Config:
    """The collection of a kind of file in a folder."""
    name, icon = COLLECTIONS[kind]
    title = NAMED.get(kind, "title")
    config: Config = {
        "name": name,
        **called(network, terms, name),
        "icon": icon,
        "folder": located(network, folder),
        "format": format_of(kind),
        "extension": "md",
        "media_folder": "",
        "public_folder": "",
        "identifier_field": title,
        "slug": f"{{{{{title}}}}}",
        "summary": f"{{{{{title}}}}}" + (" · {{starts.day}}" if kind == "event" else ""),
        "sortable_fields": sorting(kind, title),
        "fields": asked(network, terms, kind),
        **more,
    }
    return config | translated(network, kind)


def sorting(kind: str, title: str) -> Config:
    """By what a list can be sorted."""
    day = {"event": "starts.day", "news": "date"}.get(kind)
    if day is None:
        return {"fields": [title], "default": {"field": title}}
    return {"fields": [day, title], "default": {"field": day, "direction": "descending"}}


def asked(network: Network, terms: Terms, kind: str) -> list[Config]:
    """The fields of a form, and the text below them."""
    is_office = kind in OFFICE
    fields = office_fields(network, terms.spoken, kind) if is_office else form(CLASSES[kind], terms).config["fields"]
    if kind in PLAIN or kind == "interest":
        return list(fields)
    body = {"name": "body", "label": network.phrases[terms.spoken]("editor.body"), "widget": "text"}
    return [*fields, {**body, "required": False, "i18n": True}]


def office_fields(network: Network, spoken: str, kind: str) -> list[Config]:
    """The fields of news and pages."""
    say = network.phrases[spoken]
    statuses = [{"label": say(f"editor.status.{each}"), "value": each} for each in STATUSES]
    widgets: dict[str, Config] = {
        "date": {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "default": "{{now}}"},
        "order": {"widget": "number", "value_type": "int"},
        "status": {"widget": "select", "options": statuses, "default": "published"},
    }
    words: Config = {"widget": "string", "i18n": True}
    fields = [
        {"name": name, "label": say(f"editor.field.{name}"), "required": needed, **widgets.get(name, words)}
        for name, needed in OFFICE[kind]
    ]
    return [*fields, {"name": "slug", "widget": "hidden", "i18n": "duplicate", "default": ""}]


def office(network: Network, terms: Terms) -> Config:
    """The two files of the office itself."""
    files = [
        {
            "name": kind,
            "label": network.phrases[terms.spoken](f"editor.{kind}"),
            "file": located(network, f"content/{kind}.yaml"),
            "format": format_of(kind),
            "fields": asked(network, terms, kind),
        }
        for kind in PLAIN
    ]
    return {"name": "office", **called(network, terms, "office"), "icon": "apartment", "files": files}


def profile(network: Network, terms: Terms, space: Space) -> Config:
    """The one file in which a space tells of itself."""
    language = ".{{locale}}" if len(network.languages) > 1 else ""
    file = {
        "name": "profile",
        "label": space.fields.name,
        "file": located(network, f"spaces/{space.slug}/space{language}.md"),
        "format": format_of("space"),
        "media_folder": "",
        "public_folder": "",
        "fields": asked(network, terms, "space"),
        **translated(network, "space"),
    }
    own = {"name": "space", **called(network, terms, "profile"), "icon": "home_work", "files": [file]}
    return own | translated(network, "space")


def wishes(network: Network, terms: Terms, space: Space) -> Config:
    """The interests of a space: a form for each project that it may ask for, or has asked for."""
    begin = {"state": "interested", "created": "{{now}}"}
    fields = [
        {**each, "default": begin[each["name"]]} if each["name"] in begin else each
        for each in asked(network, terms, "interest")
    ]
    name, icon = COLLECTIONS["interest"]
    files = [
        {
            "name": project.slug,
            "label": project.fields.title,
            "file": located(network, f"spaces/{space.slug}/interests/{project.slug}.md"),
            "format": format_of("interest"),
            "fields": fields,
        }
        for project in asked_for(network, space)
    ]
    return {"name": name, **called(network, terms, name), "icon": icon, "files": files}


def asked_for(network: Network, space: Space) -> list[Project]:
    """The projects that a space may ask for, or has asked for."""
    asking = {each.project.slug for each in network.interests if each.space.slug == space.slug}
    return [each for each in network.projects if each.fields.status in ASKED_FOR or each.slug in asking]


def called(network: Network, terms: Terms, name: str) -> Config:
    """What a collection is called."""
    return {"label": network.phrases[terms.spoken](f"editor.{name}")}


def translated(network: Network, kind: str) -> Config:
    """Whether the files of a kind have translations beside them."""
    return {"i18n": True} if len(network.languages) > 1 and kind not in UNTRANSLATED else {}


def located(network: Network, path: str) -> str:
    """Where a file or folder lies in the repository."""
    repository = network.fields.repository
    assert repository is not None
    return repository.path(path)
