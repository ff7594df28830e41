"""Issue forms as files: YAML for GitHub, Forgejo and Gitea, Markdown with the same headings for GitLab."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.network import Network
from ..model.phrases import Phrases
from ..model.repository import HostKind
from ..writing.blocks import mapping_lines
from .forms import Asked, Form, forms
from .words import FORMS as WORDS

FOLDERS = {
    "github": ".github/ISSUE_TEMPLATE",
    "forgejo": ".forgejo/issue_template",
    "gitea": ".gitea/issue_template",
    "gitlab": ".gitlab/issue_templates",
}
NOTE = "# Written by `circuito forms` from the declarations of fields and the network's own terms.\n"


def form_files(network: Network, phrases: Mapping[str, Phrases]) -> dict[str, str]:
    """The files of all forms for the host of a network's files, by their paths from the repository's root."""
    repository = network.fields.repository
    kind: HostKind = repository.kind if repository else "github"
    folder = FOLDERS[kind]
    made = list(forms(network, phrases))
    if kind == "gitlab":
        return {f"{folder}/{each.name}.md": markdown(each) for each in made}
    files = {f"{folder}/{number:02}-{each.kind}.{each.lang}.yml": yaml(each) for number, each in enumerate(made, 1)}
    files[f"{folder}/config.yml"] = config(network)
    return {path: NOTE + text_of(data) for path, data in files.items()}


def text_of(data: Mapping[str, Any]) -> str:
    """Plain data as YAML in house style."""
    return "".join(f"{line}\n" for line in mapping_lines(data, None))


def config(network: Network) -> dict[str, Any]:
    """What stands beside the forms: no empty issue, and where else to turn."""
    say = WORDS["it" if network.lang == "it" else "en"]
    contact = network.fields.contact
    ways = [{"name": say["nothing"], "url": contact.website, "about": say["contact"]}] if contact else []
    known = [way for way in ways if way["url"]]
    return {"blank_issues_enabled": False, **({"contact_links": known} if known else {})}


def yaml(form: Form) -> dict[str, Any]:
    """A form as GitHub declares it."""
    welcome = {"type": "markdown", "attributes": {"value": WORDS[form.lang]["welcome"]}}
    return {
        "name": form.name,
        "description": form.description,
        "title": form.title,
        "body": [welcome, *(element(each) for each in form.asked)],
    }


def element(asked: Asked) -> dict[str, Any]:
    """A question as an element of an issue form: a list to choose from, boxes to tick, or a field to fill in."""
    name = asked.key.replace(".", "-").replace("_", "-")
    about: dict[str, Any] = {"label": asked.label, **({"description": asked.help} if asked.help else {})}
    if asked.shape == "choices":
        about["options"] = [{"label": word} for word in asked.options or ()]
        return {"type": "checkboxes", "id": name, "attributes": about}
    if asked.shape == "choice":
        words = list(asked.options or ())
        about["options"] = words
        if asked.default:
            about["default"] = words.index(asked.default)
        return {"type": "dropdown", "id": name, "attributes": about, "validations": {"required": asked.required}}
    kind = "textarea" if asked.shape == "lines" else "input"
    return {"type": kind, "id": name, "attributes": about, "validations": {"required": asked.required}}


def markdown(form: Form) -> str:
    """A form as a template of GitLab: the same headings, with hints that do not show."""
    return "\n".join(markdown_lines(form))


def markdown_lines(form: Form) -> Iterator[str]:
    yield f"<!-- {WORDS[form.lang]['welcome']} -->"
    yield ""
    for asked in form.asked:
        yield from (f"### {asked.label}", "")
        if asked.help:
            yield from (f"<!-- {asked.help} -->", "")
        if asked.shape == "choices":
            yield from (f"- [ ] {word}" for word in asked.options or ())
            yield ""
        elif asked.options:
            yield from (f"<!-- {', '.join(asked.options)} -->", "")
