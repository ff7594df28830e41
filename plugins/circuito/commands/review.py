"""What `circuito review` and `circuito owners` do: say what is to be said of a proposal, and who is asked about one."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..problems import printable
from .exit_codes import CONFIGURATION, PROBLEMS, RIGHT
from .nowhere import no_network, no_repository

if TYPE_CHECKING:
    from ..model.network import Network
    from ..reviewing.proposal import Proposal

FORMATS = ("text", "json", "github", "gitlab", "forgejo", "markdown")
MEMORY = ".circuito/review/memory"


def add_review(commands: Any) -> None:
    """The commands about proposals."""
    add_owners(commands)
    add_answer(commands)
    add_propose(commands)
    add_hosting(commands)
    reviewing = commands.add_parser("review", help="say what a proposal changes, what is wrong with it, who must agree")
    reviewing.add_argument("folder", nargs="?", default=".", help="the network's folder, a checkout of the base")
    reviewing.add_argument("--base", required=True, metavar="REF", help="what it would be merged into")
    reviewing.add_argument("--head", metavar="REF", help="what is proposed (default: the files in the folder)")
    reviewing.add_argument("--author", metavar="NAME", help="who proposes it; without, nobody's rights are asked for")
    reviewing.add_argument("--number", type=int, metavar="N", help="its number at the host, to ask who proposes it")
    reviewing.add_argument(
        "--team", action="append", default=[], metavar="NAME", help="a team of the author's (several times, if many)"
    )
    reviewing.add_argument(
        "--approved", action="append", default=[], metavar="NAME", help="who approved it (several times, if many)"
    )
    reviewing.add_argument("--lang", choices=("it", "en"), help="language (default: the author's space's)")
    reviewing.add_argument("--format", default="text", choices=FORMATS, help="default: text")
    reviewing.add_argument("--output", metavar="FILE", help="write it there, not to the terminal")
    reviewing.add_argument("--preview", default="", metavar="ADDRESS", help="where the proposed site can be seen")
    reviewing.add_argument(
        "--bring-in", action="store_true", help="put its content into the folder, for a preview, if it may have one"
    )
    reviewing.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", help="the day to read for (default: today)"
    )
    reviewing.set_defaults(run=review)


def add_owners(commands: Any) -> None:
    """The command that writes CODEOWNERS."""
    owning = commands.add_parser("owners", help="write CODEOWNERS: whom the host asks to look at a change")
    owning.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    owning.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")
    owning.set_defaults(run=owners)


def add_answer(commands: Any) -> None:
    """The command that reviews what waits at the host, and answers there."""
    answering = commands.add_parser("answer", help="review the proposals that wait at the host, and comment them there")
    answering.add_argument("folder", nargs="?", default=".", help="the network's folder, a checkout of the base")
    answering.add_argument("--commit", metavar="ID", help="only the proposal whose last commit this is")
    answering.add_argument("--download", default="", metavar="ADDRESS", help="where the proposed site can be had")
    answering.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="the day to read for")
    answering.set_defaults(run=answer)


def add_propose(commands: Any) -> None:
    """The command that makes a proposal at the host out of what was written here."""
    proposing = commands.add_parser("propose", help="propose at the host what differs here in the folders of content")
    proposing.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    proposing.add_argument("--branch", required=True, metavar="NAME", help="the branch to put it on, made anew")
    proposing.add_argument("--title", required=True, metavar="TEXT", help="what the proposal is called")
    proposing.add_argument("--body", metavar="FILE", help="what it says, as Markdown")
    proposing.set_defaults(run=propose)


def add_hosting(commands: Any) -> None:
    """The command that writes what the host needs to check, publish and import."""
    hosting = commands.add_parser("hosting", help="write the workflows and the template of proposals for the host")
    hosting.add_argument("folder", nargs="?", default=".", help="the network's folder (default: this one)")
    hosting.add_argument("--check", action="store_true", help="write nothing; say what is not up to date")
    hosting.set_defaults(run=hosting_files)


def review(options: argparse.Namespace) -> int:
    """Review one proposal."""
    from ..reviewing.git import GitRefused
    from ..reviewing.permission import People
    from ..reviewing.proposal import bring_in, proposal

    if not os.path.isdir(options.folder):
        return wrong(f"{options.folder}: no such folder")
    gc.disable()  # two networks live to the end: looking for what could be forgotten costs a tenth
    options.author = options.author or author_at_host(options.number)
    who = People(options.author, tuple(options.team), tuple(options.approved)) if options.author else None
    today = options.as_of or datetime.now(UTC).date()
    kept = str(Path(options.folder) / MEMORY)
    try:
        found = proposal(options.folder, options.base, options.head, today=today, who=who, kept=kept)
    except GitRefused as refused:
        return wrong(str(refused))
    put("\n".join(told(found, options)), options.output)
    if options.bring_in and found.shown:
        bring_in(found, options.folder)
    gc.freeze()  # nor does Python look once more when it ends
    return RIGHT if found.right else PROBLEMS


def author_at_host(number: int | None) -> str | None:
    """Who made the proposal of a number; None where there is no number, or the host does not tell everybody."""
    from ..reviewing.host import HostRefused, host_seen_by_anybody

    if number is None:
        return None
    try:
        return host_seen_by_anybody(os.environ).proposal(number).author
    except HostRefused as refused:
        print(f"circuito: {refused}: rights are not looked at", file=sys.stderr)
        return None


def answer(options: argparse.Namespace) -> int:
    """Review what waits at the host, and put a comment on each."""
    from ..reviewing.answering import answer_all
    from ..reviewing.host import HostRefused, host_of

    network = network_in(options.folder)
    if network is None or network.fields.repository is None:
        return wrong(no_repository(options.folder) if network else no_network(options.folder))
    today = options.as_of or datetime.now(UTC).date()
    try:
        host = host_of(network.fields.repository.kind, os.environ)
        into = network.fields.repository.branch
        done = True
        for each in answer_all(host, options.folder, into, today, options.commit, options.download):
            print(f"{each.number}: {printable(each.told)}", file=sys.stdout if each.done else sys.stderr)
            done = done and each.done
    except HostRefused as refused:
        return wrong(str(refused))
    return RIGHT if done else CONFIGURATION


def propose(options: argparse.Namespace) -> int:
    """Propose what differs here at the host."""
    from ..reviewing.git import Git, GitRefused
    from ..reviewing.host import HostRefused, host_of

    network = network_in(options.folder)
    if network is None or network.fields.repository is None:
        return wrong(no_repository(options.folder) if network else no_network(options.folder))
    try:
        repository, git = network.fields.repository, Git(options.folder)
        host = host_of(repository.kind, os.environ)
        body = Path(options.body).read_text(encoding="utf-8") if options.body else ""
        if not git.put_on_branch(options.branch, options.title):
            print("nothing to propose")
            return RIGHT
        git.push(options.branch, host.token)
        print(host.propose(options.branch, repository.branch, options.title, body) or "the open proposal was renewed")
    except (GitRefused, HostRefused, OSError) as refused:
        return wrong(str(refused))
    return RIGHT


def owners(options: argparse.Namespace) -> int:
    """Write CODEOWNERS, or say whether it is what it would be."""
    from ..reviewing.owners import owners, repository_folder

    network = network_in(options.folder)
    if network is None:
        return wrong(no_network(options.folder))
    return written({repository_folder(network, options.folder) / "CODEOWNERS": owners(network)}, options.check)


def hosting_files(options: argparse.Namespace) -> int:
    """Write the files by which the host checks, publishes and imports, or say whether they are what they would be."""
    from ..reviewing.hosting import host_files_of
    from ..reviewing.owners import repository_folder

    network = network_in(options.folder)
    if network is None:
        return wrong(no_network(options.folder))
    top = repository_folder(network, options.folder)
    return written({top / path: text for path, text in host_files_of(network).items()}, options.check)


def network_in(folder: str) -> Network | None:
    """The network in a folder; None where there is none."""
    from ..reading.load import load

    return load(folder, today=datetime.now(UTC).date()).network if os.path.isdir(folder) else None


def written(files: Mapping[Path, str], only_check: bool) -> int:
    """Write generated files, and say which were not up to date; with `only_check`, write nothing."""
    stale = [file for file, text in files.items() if not file.is_file() or file.read_text(encoding="utf-8") != text]
    for file in stale:
        if not only_check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(files[file], encoding="utf-8")
        print(os.path.normpath(file))
    return PROBLEMS if stale and only_check else RIGHT


def told(found: Proposal, options: argparse.Namespace) -> Iterator[str]:
    """A review in the form that was asked for."""
    from ..reviewing import annotations
    from ..reviewing.comment import comment
    from ..reviewing.proposal import language

    lang = options.lang or language(found, options.author)
    if options.format == "text":
        yield from text(found, lang)
    elif options.format == "github":
        yield from annotations.github(found, lang)
    elif options.format == "markdown":
        yield comment(found, lang, options.preview)
    else:
        made: Any = {
            "json": annotations.plain,
            "gitlab": annotations.gitlab,
            "forgejo": annotations.forgejo,
        }[options.format](found, lang)
        yield json.dumps(made, ensure_ascii=False, indent=1)


def text(found: Proposal, lang: str) -> Iterator[str]:
    """A review for a terminal: what is wrong, the files, the pages, and the whole in one sentence."""
    from ..reviewing.comment import MOST_PAGES, verdict
    from ..reviewing.words import WORDS

    say = WORDS[lang]
    for problem in (*found.problems, *found.refused):
        yield problem.told(lang)
    yield f"{say['files']}:"
    for change in found.changes:
        how = say[f"file-{change.kind}"].format(former=printable(change.former))
        yield f"  {printable(change.path)}: {how}"
    for kind, alike in groupby(found.pages, key=attrgetter("kind")):
        pages = list(alike)
        yield f"{say['pages']}, {say[kind]}:"
        yield from (f"  {page.address}: {say[page.how]}" for page in pages[:MOST_PAGES])
        if len(pages) > MOST_PAGES:
            yield f"  {say['more'].format(count=len(pages) - MOST_PAGES)}"
    yield verdict(found, lang)


def put(text: str, file: str | None) -> None:
    """Print a text, if there is any, or write it to a file."""
    if file is None:
        print(text, end="\n" if text else "")
    else:
        Path(file).write_text(f"{text}\n", encoding="utf-8", errors="backslashreplace")


def wrong(told: str) -> int:
    """Say what is wrong with how the command was called."""
    print(f"circuito: {told}", file=sys.stderr)
    return CONFIGURATION
