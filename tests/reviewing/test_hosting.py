"""The files by which hosts check, publish and import: valid, safe, and tried step by step in a real repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from circuito.commands import main
from circuito.reviewing.hosting import host_files
from repositories import commit, git
from reviewing.hosts import served
from reviewing.proposals import HEAD, NUOVO, propose
from whole_networks import REPOSITORY, event, replaced, written

TOOLS = Path(sys.executable).parent
KINDS = ["github", "forgejo", "gitea", "gitlab"]


def placed(root: Path, kind: str) -> Path:
    """A folder with the files of a kind of host."""
    for path, text in host_files(kind).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def tool(name: str, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run one of the tools that are installed with the tests."""
    if not (TOOLS / name).is_file():
        pytest.skip(f"{name} is not installed")
    return subprocess.run([TOOLS / name, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def workflow(kind: str, name: str) -> Any:
    """A workflow, read as YAML."""
    return yaml.safe_load(next(text for path, text in host_files(kind).items() if path.endswith(f"/{name}.yml")))


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_keeps_to_the_schema_of_its_host(tmp_path, kind):
    placed(tmp_path, kind)
    schema = ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"] if kind == "gitlab" else ["vendor.github-workflows"]
    files = [str(tmp_path / path) for path in host_files(kind) if path.endswith(".yml")]
    ran = tool("check-jsonschema", "--builtin-schema", *schema, *files)
    assert (len(files), ran.stdout.strip()) == (1 if kind == "gitlab" else 6, "ok -- validation done")


@pytest.mark.parametrize("kind", KINDS)
def test_every_host_packs_the_forms_before_it_publishes(kind):
    if kind == "gitlab":
        script = yaml.safe_load(host_files(kind)[".gitlab-ci.yml"])["pages"]["script"]
    else:
        script = [step.get("run", "") for step in next(iter(workflow(kind, "publish")["jobs"].values()))["steps"]]
    told = "\n".join(part if isinstance(part, str) else "\n".join(part) for part in script)
    wanted = ("make setup\n", "--omit=dev --ignore-scripts", "circuito editor", "circuito publish")
    assert sorted(wanted, key=told.index) == list(wanted)


def test_zizmor_finds_nothing_in_the_workflows_for_github(tmp_path):
    git(placed(tmp_path, "github"), "init", "--quiet")
    ran = tool("zizmor", "--offline", "--persona", "auditor", "--format", "json", ".", folder=tmp_path)
    found = [each["ident"] for each in json.loads(ran.stdout) if not each["ignored"]]
    assert (ran.returncode, found) == (0, [])


@pytest.mark.parametrize("name", ["proposals", "answers", "publish", "import", "links", "forms"])
def test_a_workflow_has_no_rights_but_those_its_job_names(name):
    told = workflow("github", name)
    rights = {right for job in told["jobs"].values() for right, level in job["permissions"].items() if level == "write"}
    written = {
        "proposals": set(),
        "answers": {"pull-requests"},
        "publish": {"pages", "id-token"},
        "import": {"contents", "pull-requests"},
        "links": {"contents"},
        "forms": {"contents", "issues", "pull-requests"},
    }
    assert (told["permissions"], rights) == ({}, written[name])


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_no_workflow_runs_with_rights_on_what_strangers_wrote(kind):
    texts = [text for path, text in host_files(kind).items() if path.endswith(".yml")]
    assert [text for text in texts if "pull_request_target" in yaml.safe_load(text)[True]] == []


def test_actions_are_pinned_and_leave_no_token_behind():
    steps = [
        step
        for path, text in host_files("github").items()
        if path.endswith(".yml")
        for job in yaml.safe_load(text)["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    ]
    assert {bool(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])) for step in steps} == {True}
    taken = [step["with"] for step in steps if "/checkout@" in step["uses"]]
    assert {options["persist-credentials"] for options in taken} == {False}


def test_a_proposals_files_are_never_checked_out():
    refs = [
        step.get("with", {}).get("ref", "")
        for name in ("proposals", "answers")
        for job in workflow("github", name)["jobs"].values()
        for step in job["steps"]
    ]
    assert [ref for ref in refs if "head" in ref or "merge" in ref] == []


def workflows_that_say(kind: str, command: str) -> dict[str, set[str]]:
    """The workflows of a host that run a command, each with what starts it."""
    texts = {Path(path).stem: text for path, text in host_files(kind).items() if path.endswith(".yml")}
    return {name: set(yaml.safe_load(text)[True]) for name, text in texts.items() if command in text}


@pytest.mark.parametrize("kind", ["github", "forgejo", "gitea"])
def test_what_runs_remember_is_seen_by_no_workflow_that_a_stranger_can_start(kind):
    alone, published = {"schedule", "workflow_dispatch"}, {"push", "schedule", "workflow_dispatch"}
    assert workflows_that_say(kind, "circuito state save") == {"import": alone, "links": alone}
    assert workflows_that_say(kind, "circuito state fetch") == {"import": alone, "links": alone, "publish": published}


def test_on_gitlab_what_runs_remember_is_written_on_schedules_alone():
    jobs = yaml.safe_load(host_files("gitlab")[".gitlab-ci.yml"])
    said = {name: str(job["script"]) for name, job in jobs.items() if isinstance(job, dict) and "script" in job}
    rules = {name: [rule["if"] for rule in jobs[name]["rules"]] for name in said if "state save" in said[name]}
    assert rules == {
        "import": ['$CI_PIPELINE_SOURCE == "schedule" && $CIRCUITO_IMPORT == "1"'],
        "links": ['$CI_PIPELINE_SOURCE == "schedule" && $CIRCUITO_LINKS == "1"'],
    }
    assert sorted(name for name in said if "state fetch" in said[name]) == ["import", "links", "pages"]


@pytest.mark.parametrize("kind", ["github", "forgejo", "gitea"])
def test_the_site_is_built_daily_and_links_are_asked_twice_a_week(kind):
    crons = {
        name: [each["cron"].split(maxsplit=2)[2] for each in workflow(kind, name)[True]["schedule"]]
        for name in ("publish", "import", "links")
    }
    assert crons == {"publish": ["* * *", "* * *"], "import": ["* * *"], "links": ["* * 1,4"]}


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_no_step_pastes_what_strangers_wrote_into_its_commands(kind):
    for path, text in host_files(kind).items():
        if path.endswith(".yml"):
            jobs = yaml.safe_load(text)["jobs"].values()
            assert [step["run"] for job in jobs for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_the_files_of_the_sample_network_are_up_to_date():
    assert main(["hosting", str(REPOSITORY), "--check"]) == 0


# Step by step


def workspace(root: Path, kind: str, files: dict[str, str]) -> Path:
    """A clone of a network beside its origin, where a proposal waits; with the command installed in .venv."""
    block = f"repository:\n  kind: {kind}\n  address: https://git.example.org/rete/sito\n"
    replaced(root, "content/network.yaml", "office:", f"{block}office:")
    (root / ".gitignore").write_text("/.venv\n/.circuito\n/built\n/site\n/report.md\n")
    commit(root, "2026-10-01")
    propose(root, files)
    git(root, "update-ref", "refs/pull/3/head", HEAD)
    git(root, "update-ref", "refs/merge-requests/3/head", HEAD)
    clone = root.parent / "workspace"
    git(root.parent, "clone", "--quiet", str(root), str(clone))
    (clone / ".venv" / "bin").mkdir(parents=True)
    command = clone / ".venv" / "bin" / "circuito"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m circuito "$@"\n')
    command.chmod(0o755)
    (root.parent / "temp").mkdir()
    (root.parent / "bin").mkdir()
    return clone


def gh(clone: Path, reviews: list[dict[str, Any]]) -> None:
    """A `gh` that knows the reviews of a proposal and gives them page by page, as GitHub's own does."""
    pages = [reviews[:2], reviews[2:]] if len(reviews) > 2 else [reviews]
    (clone.parent / "reviews.json").write_text("".join(map(json.dumps, pages)))
    command = clone.parent / "bin" / "gh"
    command.write_text(f'#!/bin/sh\nexec cat "{clone.parent}/reviews.json"\n')
    command.chmod(0o755)


def step(clone: Path, kind: str, name: str, title: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run one step as a runner does: with its own variables alone, and stopping at the first command that fails."""
    jobs = workflow(kind, name)["jobs"].values()
    told = next(each for job in jobs for each in job["steps"] if each["name"] == title)
    assert set(told.get("env", {})) == set(given)
    temp = clone.parent / "temp"
    plain = {
        "PATH": f"{clone.parent / 'bin'}:{os.environ['PATH']}",
        "HOME": str(temp),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "SOURCE_DATE_EPOCH": "1795348800",
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "GITHUB_OUTPUT": str(temp / "output"),
        "GITHUB_EVENT_PATH": str(temp / "event.json"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", told["run"]]
    return subprocess.run(command, cwd=clone, env={**plain, **given}, capture_output=True, text=True, check=False)


def outcome(clone: Path, author: str, reviews: list[dict[str, Any]]) -> tuple[int, list[str], str]:
    """Run the steps of a review on GitHub; gives its code, what the runner is told, and the outputs."""
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    gh(clone, reviews)
    given = {"HEAD": last_commit(clone, "refs/pull/3/head"), "NUMBER": "3"}
    server = {"SERVER": "https://github.com", "TOKEN": "t"}
    steps = [
        step(clone, "github", "proposals", "Fetch the objects of the proposal", **given, **server),
        step(clone, "github", "proposals", "Ask who approved it", GH_TOKEN="t", REPOSITORY="r/s", **given),
    ]
    assert [(ran.returncode, ran.stderr) for ran in steps] == [(0, ""), (0, "")]
    ran = step(clone, "github", "proposals", "Review", AUTHOR=author)
    return ran.returncode, ran.stdout.splitlines(), (clone.parent / "temp" / "output").read_text()


def test_a_right_proposal_passes_on_github_and_is_shown(root):
    clone = workspace(root, "github", {NUOVO: event()})
    assert outcome(clone, "ada-riva", []) == (0, [], "preview=true\n")
    assert "Tutto a posto." in (clone.parent / "temp" / "summary.md").read_text()


def test_a_mistake_fails_on_github_at_its_line(root):
    code, told, preview = outcome(workspace(root, "github", {NUOVO: event("room: nessuna")}), "ada-riva", [])
    assert (code, [line.partition(",title")[0] for line in told], preview) == (
        1,
        [f"::error file={NUOVO},line=5,col=7"],
        "preview=true\n",
    )


def last_commit(clone: Path, reference: str) -> str:
    """The commit that a name stands for at the clone's origin."""
    told = ["git", "-C", str(clone), "ls-remote", "origin", reference]
    return subprocess.run(told, capture_output=True, text=True, check=True).stdout.partition("\t")[0]


@pytest.mark.parametrize(
    ("reviews", "code"),
    [
        ([("ufficio", "APPROVED", True)], 0),
        ([("ufficio", "APPROVED", False)], 1),
        ([("eva", "APPROVED", True)], 1),
        ([("ufficio", "APPROVED", True), ("eva", "COMMENTED", True), ("ufficio", "COMMENTED", True)], 0),
        ([("ufficio", "APPROVED", True), ("eva", "APPROVED", True), ("ufficio", "CHANGES_REQUESTED", True)], 1),
        ([("ufficio", "CHANGES_REQUESTED", True), ("eva", "DISMISSED", True), ("ufficio", "APPROVED", True)], 0),
        ([("ufficio", "DISMISSED", True)], 1),
        ([(None, "APPROVED", True)], 1),
    ],
)
def test_on_github_the_office_approves_what_is_outside_as_it_is_now(root, reviews, code):
    clone = workspace(root, "github", {"events/sud/nuovo.md": event()})
    last = last_commit(clone, "refs/pull/3/head")
    told = [
        {"state": state, "commit_id": last if now else "earlier", "user": who and {"login": who}}
        for who, state, now in reviews
    ]
    assert outcome(clone, "ada-riva", told)[0] == code


def test_on_github_the_review_is_of_the_commit_that_was_approved_though_more_came_since(root):
    clone = workspace(root, "github", {"events/sud/nuovo.md": event()})
    approved = last_commit(clone, "refs/pull/3/head")
    git(root, "switch", "--quiet", HEAD)
    written(root, "events/nord/altro.md", event())
    commit(root, "2026-10-03")
    git(root, "update-ref", "refs/pull/3/head", HEAD)
    git(root, "switch", "--quiet", "main")
    server = {"SERVER": "https://github.com", "TOKEN": "t"}
    given = {"HEAD": approved, "NUMBER": "3", **server}
    ran = step(clone, "github", "proposals", "Fetch the objects of the proposal", **given)
    asked = ["git", "-C", str(clone), "rev-parse", "refs/proposal"]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert (ran.returncode, shown.stdout.strip()) == (0, approved)


def test_code_has_no_preview_on_github(root):
    clone = workspace(root, "github", {"pelicanconf.py": "raise SystemExit\n", NUOVO: event()})
    code, _, preview = outcome(clone, "ada-riva", [])
    assert (code, preview) == (1, "preview=false\n")


def test_the_preview_on_github_is_the_proposed_site(root):
    clone = workspace(root, "github", {NUOVO: event(), "events/base/prove.md": "no head\n"})
    outcome(clone, "ada-riva", [])
    ran = step(clone, "github", "proposals", "Build a preview")
    pages = clone.parent / "temp" / "preview"
    assert (ran.returncode, ran.stderr.splitlines()[-1]) == (0, "circuito: published without what is wrong in 1 file")
    assert sorted(path.name for path in pages.rglob("*") if path.is_symlink()) == []
    assert (pages / "index.html").is_file()


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_the_answer_is_written_at_the_host(root, kind):
    clone = workspace(root, kind, {NUOVO: event()})
    with served(kind) as host:
        made = subprocess.run(["git", "-C", str(root), "rev-parse", HEAD], capture_output=True, text=True, check=True)
        last = made.stdout.strip()
        host.proposals = [{"number": 3, "user": {"login": "ada-riva"}, "head": {"sha": last}, "base": {"ref": "main"}}]
        given = {"CIRCUITO_TOKEN": "secret"}
        if kind == "github":
            given |= {"HEAD": last, "DOWNLOAD": "https://github.com/rete/sito/actions/runs/1"}
        ran = with_environment(host.environment(), step, clone, kind, "answers", "Answer", **given)
    assert (ran.returncode, ran.stdout, len(host.comments)) == (0, "3: written\n", 1)


def with_environment(given: dict[str, str], run: Any, *arguments: Any, **named: str) -> Any:
    """Run a step where the host's own variables are set: through a command that sets them."""
    clone = arguments[0]
    command = clone / ".venv" / "bin" / "circuito"
    exports = "".join(f'export {name}="{value}"\n' for name, value in given.items() if name != "CIRCUITO_TOKEN")
    command.write_text(f'#!/bin/sh\n{exports}exec "{sys.executable}" -m circuito "$@"\n')
    return run(*arguments, **named)


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_what_was_imported_is_proposed_and_nothing_else(root, kind):
    clone = workspace(root, kind, {NUOVO: event()})
    report = clone / "report.md" if kind == "forgejo" else clone.parent / "temp" / "report.md"
    report.write_text("Un evento nuovo.\n")
    (clone / "events/sud/importato.md").write_text(event())
    (clone / "elsewhere.txt").write_text("x")
    with served(kind) as host:
        ran = with_environment(
            host.environment(), step, clone, kind, "import", "Propose what is new", CIRCUITO_TOKEN="secret"
        )
    assert (ran.returncode, [(each["head"], each["base"], each["body"]) for each in host.opened]) == (
        0,
        [("circuito/import", "main", "Un evento nuovo.\n")],
    ), ran.stderr
    shown = ["git", "-C", str(root), "diff", "--name-only", "main", "circuito/import"]
    assert subprocess.run(shown, capture_output=True, text=True, check=True).stdout == "events/sud/importato.md\n"


def test_where_nothing_was_imported_nothing_is_proposed(root):
    clone = workspace(root, "github", {NUOVO: event()})
    (clone.parent / "temp" / "report.md").write_text("Niente.\n")
    with served("github") as host:
        ran = with_environment(
            host.environment(), step, clone, "github", "import", "Propose what is new", CIRCUITO_TOKEN="secret"
        )
    assert (ran.returncode, ran.stdout, host.opened) == (0, "nothing to propose\n", [])


REMEMBERED = ("README.md\nbase.programma.json\n", "README.md\nbase.programma.json\nlinks.json\n")


def remembered(root: Path) -> str:
    """What lies on the branch of what runs remember."""
    told = ["git", "-C", str(root), "ls-tree", "--name-only", "circuito/state"]
    return subprocess.run(told, capture_output=True, text=True, check=True).stdout


def with_calendar(root: Path, kind: str) -> Path:
    """A clone of a network that names a calendar which it may not ask for: the import says so, and remembers it."""
    calendars = "calendars: [{id: programma, url: https://calendario.example.org/a.ics}]\nrun_by"
    replaced(root, "spaces/base/space.md", "run_by", calendars)
    return workspace(root, kind, {NUOVO: event()})


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_runs_on_a_schedule_fetch_what_is_remembered_and_save_it(root, kind):
    clone = with_calendar(root, kind)
    titles = ["Fetch what earlier runs remember", "{}", "Save what this run remembers"]
    lain = []
    for name, does in (("import", "Import"), ("links", "Ask")):
        for title in titles:
            own = {"CALENDARS": ""} if does == "Import" else {}
            given = own if title == "{}" else {"CIRCUITO_TOKEN": "secret"}
            ran = step(clone, kind, name, title.format(does), **given)
            assert ran.returncode == 0, ran.stderr
        lain.append(remembered(root))
    assert tuple(lain) == REMEMBERED


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_a_secret_address_is_known_to_the_import_alone_and_told_nowhere(root, kind):
    replaced(root, "spaces/base/space.md", "run_by", "calendars: [{id: corsi, secret: true}]\nrun_by")
    clone = workspace(root, kind, {NUOVO: event()})
    ran = step(clone, kind, "import", "Import", CALENDARS="base/corsi=https://privato.example/8f3a.ics")
    report = clone / "report.md" if kind == "forgejo" else clone.parent / "temp" / "report.md"
    told = ran.stdout + ran.stderr + report.read_text()
    assert [ran.returncode, "non è tra i siti" in told, "8f3a" in told, "privato" in told] == [0, True, False, False]
    others = (each for path, text in host_files(kind).items() if "/import." not in path for each in text.splitlines())
    assert [line for line in others if "secrets." in line] == []


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_the_site_is_built_with_what_runs_remember_or_without(root, kind):
    clone = with_calendar(root, kind)
    title = "Fetch what runs remember, for the pages that tell of it"
    without = step(clone, kind, "publish", title, CIRCUITO_TOKEN="secret")
    step(clone, kind, "import", "Import", CALENDARS="")
    step(clone, kind, "import", "Save what this run remembers", CIRCUITO_TOKEN="secret")
    (clone / ".circuito/imports/base/programma.json").unlink()
    with_it = step(clone, kind, "publish", title, CIRCUITO_TOKEN="secret")
    assert [without.returncode, with_it.returncode] == [0, 0]
    assert (clone / ".circuito/imports/base/programma.json").is_file()
    shutil.rmtree(root)
    assert step(clone, kind, "publish", title, CIRCUITO_TOKEN="secret").returncode == 0


def test_gitlabs_schedules_fetch_what_is_remembered_and_save_it(root):
    clone = with_calendar(root, "gitlab")
    jobs = yaml.safe_load(host_files("gitlab")[".gitlab-ci.yml"])
    lain = []
    for name in ("import", "links"):
        script = [line for line in jobs[name]["script"] if isinstance(line, str) and "circuito propose" not in line]
        assert script.pop(0) == 'git remote set-url origin "$CI_PROJECT_URL.git"'
        command = ["bash", "-e", "-o", "pipefail", "-c", "\n".join(script)]
        ran = subprocess.run(command, cwd=clone, env=os.environ, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        lain.append(remembered(root))
    assert tuple(lain) == REMEMBERED


def test_forgejos_review_fetches_and_reads_the_proposal(root):
    clone = workspace(root, "forgejo", {NUOVO: event("room: nessuna")})
    given = {"NUMBER": "3", "SERVER": "https://x.example", "TOKEN": "t"}
    fetched = step(clone, "forgejo", "proposals", "Fetch the objects of the proposal", **given)
    ran = step(clone, "forgejo", "proposals", "Review", AUTHOR="ada-riva")
    assert (fetched.returncode, ran.returncode, ran.stdout.splitlines()[0].partition(": ")[0]) == (0, 1, f"{NUOVO}:5:7")


def test_forgejo_publishes_to_a_branch(root):
    clone = workspace(root, "forgejo", {NUOVO: event()})
    built = step(clone, "forgejo", "publish", "Build, without the files that hold problems")
    put = step(
        clone, "forgejo", "publish", "Put it on its branch", ADDRESS=str(root), SERVER="https://x.example", TOKEN="t"
    )
    assert (built.returncode, put.returncode, put.stderr) == (0, 0, "")
    listed = ["git", "-C", str(root), "ls-tree", "-r", "--name-only", "pages"]
    assert "index.html" in subprocess.run(listed, capture_output=True, text=True, check=True).stdout


def gitlabs_review(root: Path, files: dict[str, str], **given: str) -> tuple[int, list[Any]]:
    """How GitLab's job ends for the third proposal, and what its report holds."""
    clone = workspace(root, "gitlab", files)
    told = yaml.safe_load(host_files("gitlab")[".gitlab-ci.yml"])["review"]["script"]
    script = [line for line in told if isinstance(line, str)]
    take, review = script[0].replace('"$CI_MERGE_REQUEST_PROJECT_URL.git"', f'"{root}"'), script[-1]
    prepared = f"ln -s {clone / '.venv'} .venv"
    folder = root.parent / "job"
    folder.mkdir()
    surroundings = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_IID": "3", **given, **os.environ}
    command = ["bash", "-e", "-o", "pipefail", "-c", "\n".join([take, prepared, review])]
    ran = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    return ran.returncode, json.loads((folder / "review.json").read_text())


def test_gitlabs_review_gives_a_code_quality_report(root):
    code, [problem] = gitlabs_review(root, {NUOVO: event("room: nessuna")})
    assert (code, problem["location"]) == (1, {"path": NUOVO, "lines": {"begin": 5}})


@contextmanager
def private(folder: Path, shown: str) -> Iterator[str]:
    """The address of a server that gives files to whoever shows a token alone, as a private project does."""
    wanted = f"basic {b64encode(shown.encode()).decode()}"

    class Handler(SimpleHTTPRequestHandler):
        def send_head(self) -> Any:
            if (self.headers["Authorization"] or "").lower() == wanted.lower():
                return super().send_head()
            self.send_error(401)
            return None

        def log_message(self, *_: Any) -> None:
            """Keep the terminal quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("token", "code"), [("job", 0), ("another", 128)])
def test_gitlabs_review_reads_a_private_project_by_the_token_of_its_job(root, token, code):
    workspace(root, "gitlab", {NUOVO: event()})
    served_from = root.parent / "served"
    git(root.parent, "clone", "--quiet", "--mirror", str(root), str(served_from / "sito.git"))
    git(served_from / "sito.git", "update-server-info")
    take = yaml.safe_load(host_files("gitlab")[".gitlab-ci.yml"])["review"]["script"][0]
    with private(served_from, "gitlab-ci-token:job") as address:
        given = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_IID": "3", "CI_JOB_TOKEN": token}
        given |= {"CI_MERGE_REQUEST_PROJECT_URL": f"{address}/sito", "CI_SERVER_URL": address}
        plain = {**os.environ, **given, "GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_GLOBAL": os.devnull}
        command = ["bash", "-e", "-o", "pipefail", "-c", take]
        ran = subprocess.run(command, cwd=root.parent, env=plain, capture_output=True, text=True, check=False)
    reached = (root.parent / "base/.git/refs/proposal").is_file()
    assert [ran.returncode, reached, token in ran.stdout + ran.stderr.replace(address, "")] == [code, code == 0, False]


@pytest.mark.parametrize(("author", "told"), [("eva", [NUOVO]), ("ada-riva", [])])
def test_gitlabs_report_says_what_is_not_its_authors_and_the_job_goes_on(root, author, told):
    with served("gitlab") as host:
        host.proposals = [{"iid": 3, "author": {"username": author}, "sha": "0" * 40, "target_branch": "main"}]
        asked = {"CI_API_V4_URL": host.interface, "CI_PROJECT_ID": "8", "CI_MERGE_REQUEST_PROJECT_ID": "7"}
        code, problems = gitlabs_review(root, {NUOVO: event()}, **asked)
        assert (code, [each["location"]["path"] for each in problems]) == (0, told)
