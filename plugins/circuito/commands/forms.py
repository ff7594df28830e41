"""What `circuito forms` and `circuito from-issue` do: write issue forms, and turn a filed one into a file."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..problems import printable
from .exit_codes import PROBLEMS, RIGHT
from .nowhere import no_network
from .review import network_in, written, wrong

if TYPE_CHECKING:
    from ..model.network import Network
    from ..model.phrases import Phrases
    from ..reviewing.accepting import Accepted
    from ..reviewing.filed import Issue
    from ..reviewing.host import Host

LARGEST_PAYLOAD = 4 * 1024 * 1024


def add_forms(commands: Any) -> None:
    """The commands about issue forms."""
    making = commands.add_parser("forms", help="write the issue forms by which anyone proposes an event or a project")
    making.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    making.add_argument("--check", action="store_true", help="write nothing; say what is not up to date")
    making.set_defaults(run=forms)
    taking = commands.add_parser("from-issue", help="turn a filed form into a file, and say what has to change")
    taking.add_argument("payload", help="the file with what the host told of the issue (JSON)")
    taking.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    taking.add_argument("--branch", action="store_true", help="put the file on a branch, not into the folder")
    taking.add_argument("--propose", action="store_true", help="propose the branch at the host, and answer there")
    taking.add_argument("--answer", metavar="FILE", help="write the answer there, not to the terminal")
    taking.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="the day of writing (default: today)")
    taking.set_defaults(run=from_issue)


def forms(options: argparse.Namespace) -> int:
    """Write the issue forms, or say whether they are what they would be."""
    from ..reviewing.form_files import form_files
    from ..reviewing.owners import repository_folder

    network = network_in(options.folder)
    if network is None:
        return wrong(no_network(options.folder))
    top = repository_folder(network, options.folder)
    made = form_files(network, phrases())
    return written({top / path: text for path, text in made.items()}, options.check)


def phrases() -> Mapping[str, Phrases]:
    """The words of the interface in the languages of forms."""
    from ..publishing.languages import phrases_of
    from ..reviewing.forms import LANGUAGES
    from ..settings import THEME

    return phrases_of(LANGUAGES, [Path(THEME) / "phrases"])


def from_issue(options: argparse.Namespace) -> int:
    """Turn a filed form into a file."""
    from ..reading.load import load
    from ..reviewing.filed import NoIssue, issue_of
    from ..reviewing.git import GitRefused
    from ..reviewing.host import HostRefused

    today = options.as_of or datetime.now(UTC).date()
    network = load(options.folder, today=today).network if os.path.isdir(options.folder) else None
    if network is None:
        return wrong(no_network(options.folder))
    try:
        issue = issue_of(payload_in(options.payload))
        told = taken(network, issue, today)
        if told is None:
            print("no form", file=sys.stderr)
            return RIGHT
        finish(network, issue, told, options)
    except NoIssue:
        return wrong(f"{options.payload}: no issue")
    except (OSError, ValueError, GitRefused, HostRefused) as refused:
        return wrong(str(refused))
    return RIGHT if told.right else PROBLEMS


def payload_in(file: str) -> Any:
    """What a host told. Raises `ValueError`."""
    if os.path.getsize(file) > LARGEST_PAYLOAD:
        raise ValueError(f"{file}: larger than any host sends")
    return json.loads(Path(file).read_bytes())


def taken(network: Network, issue: Issue, today: date) -> Accepted | None:
    """What becomes of an issue; nothing of one that is no form."""
    from ..reviewing.accepting import accepted
    from ..reviewing.filed import filed, recognised
    from ..reviewing.forms import forms

    found = recognised(issue.body, forms(network, phrases()))
    return accepted(network, filed(network, *found), today, issue.author) if found else None


def finish(network: Network, issue: Issue, told: Accepted, options: argparse.Namespace) -> None:
    """Write the file where it was asked for, and the answer."""
    answer = told.answer
    if told.path and (options.branch or options.propose):
        answer += on_branch(network, issue, told, options)
    elif told.path:
        file = Path(options.folder, told.path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(told.content, encoding="utf-8", newline="")
    if options.propose:
        from ..reviewing.accepting import MARK

        host = host_in(network)
        print(host.put_comment(host.way.below_issue.format(n=issue.number), MARK, answer))
    elif options.answer:
        Path(options.answer).write_text(answer, encoding="utf-8")
    else:
        print("\n".join(printable(line) for line in answer.splitlines()))


def on_branch(network: Network, issue: Issue, told: Accepted, options: argparse.Namespace) -> str:
    """Put the file on a branch, and propose it if asked for; gives the lines that say where."""
    from ..reviewing.accepting import proposed_lines
    from ..reviewing.git import Git

    git, branch = Git(options.folder), f"circuito/issue-{issue.number}"
    git.branch_with(branch, told.path, told.content.encode(), told.title)
    if not options.propose:
        return ""
    host, repository = host_in(network), network.fields.repository
    git.push(branch, host.token)
    into = repository.branch if repository else "main"
    return proposed_lines(told, host.propose(branch, into, told.title, f"#{issue.number}"))


def host_in(network: Network) -> Host:
    """The host of a network's files. Raises `HostRefused`."""
    from ..reviewing.host import host_of

    return host_of(network.fields.repository.kind if network.fields.repository else "github", os.environ)
