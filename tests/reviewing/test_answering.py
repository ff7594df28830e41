"""Proposals that wait at a host are answered there: once, in words, by the base's program."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path
from time import sleep

import pytest

from circuito.commands import main
from circuito.reviewing.comment import MARK
from circuito.reviewing.git import let_in
from circuito.reviewing.host import Host, HostRefused, host_of, host_seen_by_anybody
from circuito.reviewing.proposal import proposal
from repositories import commit, git
from reviewing.hosts import Served, served
from reviewing.proposals import HEAD, NUOVO, propose
from whole_networks import TODAY, event, replaced

NOBODY = ("-c", "user.name=x", "-c", "user.email=x@localhost")
HEADS = {"github": "refs/pull/3/head", "forgejo": "refs/pull/3/head", "gitlab": "refs/merge-requests/3/head"}


@pytest.fixture(params=["github", "forgejo", "gitlab"])
def host(request):
    with served(request.param) as running:
        yield running


def at(root: Path, host: Served, files: dict[str, str], author: str = "ada-riva") -> tuple[Path, str]:
    """A clone of the base beside a repository in which a proposal waits, and the proposal's last commit."""
    block = f"repository:\n  kind: {host.kind}\n  address: https://git.example.org/rete/sito\n"
    replaced(root, "content/network.yaml", "office:", f"{block}office:")
    commit(root, "2026-10-01")
    propose(root, files)
    git(root, "update-ref", HEADS[host.kind], HEAD)
    made = subprocess.run(["git", "-C", str(root), "rev-parse", HEAD], capture_output=True, text=True, check=True)
    last = made.stdout.strip()
    git(root, "branch", "--quiet", "--delete", "--force", HEAD)
    if host.kind == "gitlab":
        host.proposals = [{"iid": 3, "author": {"username": author}, "sha": last, "target_branch": "main"}]
    else:
        host.proposals = [{"number": 3, "user": {"login": author}, "head": {"sha": last}, "base": {"ref": "main"}}]
    clone = root.parent / "clone"
    git(root.parent, "clone", "--quiet", str(root), str(clone))
    return clone, last


def answer(clone: Path, host: Served, monkeypatch, *more: str) -> int:
    for name, value in host.environment().items():
        monkeypatch.setenv(name, value)
    return main(["answer", str(clone), "--as-of", str(TODAY), *more])


def verdicts(host: Served) -> list[str]:
    """The sentence in which each comment of ours says all."""
    return [told["body"].splitlines()[3] for told in host.comments if told["body"].startswith(f"{MARK}\n#")]


def test_a_waiting_proposal_gets_one_comment(root, host, monkeypatch, capsys):
    clone, _ = at(root, host, {NUOVO: event("room: nessuna")})
    codes = [answer(clone, host, monkeypatch) for _ in range(2)]
    assert (codes, capsys.readouterr().out.splitlines(), verdicts(host)) == (
        [0, 0],
        ["3: written", "3: as it was"],
        ["C'è una cosa da sistemare."],
    )


def test_the_comment_is_renewed_in_its_place_and_others_are_left_alone(root, host, monkeypatch, capsys):
    clone, _ = at(root, host, {NUOVO: event()})
    host.comment("eva", f"{MARK}\nnot ours")
    host.comment(host.me(), f"{MARK}\nold")
    answer(clone, host, monkeypatch)
    assert (capsys.readouterr().out, host.comments[0]["body"], verdicts(host)[-1], len(host.comments)) == (
        "3: renewed\n",
        f"{MARK}\nnot ours",
        "Tutto a posto.",
        2,
    )


def test_the_offices_approval_counts(root, host, monkeypatch):
    clone, last = at(root, host, {"events/sud/nuovo.md": event()})
    host.approved("ufficio", last)
    answer(clone, host, monkeypatch)
    assert verdicts(host) == ["Tutto a posto."]


def test_an_approval_of_an_earlier_commit_or_one_taken_back_does_not_count(root, monkeypatch):
    with served("github") as host:
        clone, last = at(root, host, {"events/sud/nuovo.md": event()})
        host.reviews = [
            {"user": {"login": "ufficio"}, "state": "APPROVED", "commit_id": last},
            {"user": {"login": "ufficio"}, "state": "DISMISSED", "commit_id": last},
            {"user": {"login": "ufficio"}, "state": "APPROVED", "commit_id": "0" * 40},
        ]
        answer(clone, host, monkeypatch)
        assert verdicts(host) == ["Il contenuto è a posto: manca il sì dell'ufficio della rete."]


WAITS = "Il contenuto è a posto: manca il sì dell'ufficio della rete."


@pytest.mark.parametrize(
    "reviews",
    [
        [{"state": "APPROVED", "dismissed": True}],
        [{"state": "APPROVED", "dismissed": False}, {"state": "REQUEST_CHANGES", "dismissed": False}],
        [{"state": "REQUEST_REVIEW"}, {"state": "PENDING"}, {"state": "COMMENT"}],
        [{"state": "APPROVED", "user": None}],
    ],
)
def test_an_approval_at_forgejo_that_was_taken_back_does_not_count(root, monkeypatch, reviews):
    with served("forgejo") as host:
        clone, last = at(root, host, {"events/sud/nuovo.md": event()})
        host.reviews = [{"user": {"login": "ufficio"}, "commit_id": last, **each} for each in reviews]
        answer(clone, host, monkeypatch)
        assert verdicts(host) == [WAITS]


def test_an_approval_at_forgejo_counts_beside_comments(root, monkeypatch):
    with served("forgejo") as host:
        clone, last = at(root, host, {"events/sud/nuovo.md": event()})
        states = ("REQUEST_CHANGES", "APPROVED", "COMMENT")
        host.reviews = [{"user": {"login": "ufficio"}, "commit_id": last, "state": state} for state in states]
        answer(clone, host, monkeypatch)
        assert verdicts(host) == ["Tutto a posto."]


def test_whoever_has_no_account_any_more_has_no_rights_and_stops_nobody(root, host, monkeypatch, capsys):
    clone, _ = at(root, host, {NUOVO: event()})
    host.proposals[0]["author" if host.kind == "gitlab" else "user"] = None
    assert (answer(clone, host, monkeypatch), verdicts(host), capsys.readouterr().err) == (0, [WAITS], "")


def waiting_too(root: Path, host: Served, number: int, commit: str) -> None:
    """Let another proposal wait before the others, with that last commit."""
    name = HEADS[host.kind].replace("3", str(number))
    git(root, "update-ref", name, commit)
    if host.kind == "gitlab":
        told = {"iid": number, "author": {"username": "eva"}, "sha": commit, "target_branch": "main"}
    else:
        told = {"number": number, "user": {"login": "eva"}, "head": {"sha": commit}, "base": {"ref": "main"}}
    host.proposals.insert(0, told)


def test_a_proposal_of_which_git_cannot_tell_costs_no_other_its_answer(root, host, monkeypatch, capsys):
    clone, _ = at(root, host, {NUOVO: event()})
    made = ["git", "-C", str(root), *NOBODY, "commit-tree", "-m", "alone", f"{HEADS[host.kind]}^{{tree}}"]
    waiting_too(root, host, 2, subprocess.run(made, capture_output=True, text=True, check=True).stdout.strip())
    code, told = answer(clone, host, monkeypatch), capsys.readouterr()
    assert (code, told.out, told.err.startswith("2: HEAD and "), verdicts(host)) == (
        2,
        "3: written\n",
        True,
        ["Tutto a posto."],
    )


def test_a_proposal_that_may_not_be_commented_costs_no_other_its_answer(root, host, monkeypatch, capsys):
    clone, last = at(root, host, {NUOVO: event()})
    waiting_too(root, host, 2, last)
    host.locked = "/2/"
    code, told = answer(clone, host, monkeypatch), capsys.readouterr()
    assert (code, told.out, told.err.endswith(": 403\n"), len(host.comments)) == (2, "3: written\n", True, 1)


@pytest.mark.parametrize("fault", [partial(sleep, 600), partial(int, "boh")])
def test_a_proposal_on_which_the_program_fails_costs_no_other_its_answer(root, host, monkeypatch, capsys, fault):
    clone, last = at(root, host, {NUOVO: event()})
    other = subprocess.run(["git", "-C", str(root), "rev-parse", "main"], capture_output=True, text=True, check=True)
    waiting_too(root, host, 2, other.stdout.strip())

    def failing(*given, **named):
        return proposal(*given, **named) if given[2] == last else fault()

    monkeypatch.setattr("circuito.reviewing.answering.proposal", failing)
    monkeypatch.setattr("circuito.reviewing.answering.SECONDS", 3.0)
    code, told = answer(clone, host, monkeypatch), capsys.readouterr()
    assert (code, told.out, "2: it could not be reviewed\n" in told.err) == (2, "3: written\n", True)


def test_an_approval_that_gitlab_keeps_after_a_new_commit_does_not_count(root, monkeypatch):
    with served("gitlab") as host:
        clone, last = at(root, host, {"events/sud/nuovo.md": event()})
        host.approved("ufficio", last, at="2026-10-03T12:59:00.000+02:00")
        answer(clone, host, monkeypatch)
        assert verdicts(host) == ["Il contenuto è a posto: manca il sì dell'ufficio della rete."]


def test_an_approval_of_what_gitlab_has_not_yet_looked_at_does_not_count(root, monkeypatch):
    with served("gitlab") as host:
        clone, _ = at(root, host, {"events/sud/nuovo.md": event()})
        host.approved("ufficio", "0" * 40)
        answer(clone, host, monkeypatch)
        assert verdicts(host) == ["Il contenuto è a posto: manca il sì dell'ufficio della rete."]


def test_who_only_writes_the_words_of_an_approval_has_not_approved(root, monkeypatch):
    with served("gitlab") as host:
        clone, last = at(root, host, {"events/sud/nuovo.md": event()})
        host.approved("ufficio", last, at="2026-10-03T12:59:00.000+02:00")
        host.comment("ufficio", "approved this merge request")
        host.comments[-1]["created_at"] = "2026-10-03T14:00:00.000+02:00"
        answer(clone, host, monkeypatch)
        assert verdicts(host) == ["Il contenuto è a posto: manca il sì dell'ufficio della rete."]


def test_only_the_proposal_with_that_commit_is_answered(root, host, monkeypatch, capsys):
    clone, last = at(root, host, {NUOVO: event()})
    answer(clone, host, monkeypatch, "--commit", "0" * 40)
    answer(clone, host, monkeypatch, "--commit", last, "--download", "https://host.example/runs/1")
    assert capsys.readouterr().out == "3: written\n"
    assert "<https://host.example/runs/1>" in host.comments[0]["body"]


def test_a_proposal_that_moved_on_waits_for_the_next_run(root, host, monkeypatch, capsys):
    clone, _ = at(root, host, {NUOVO: event()})
    host.proposals[0]["sha"] = "0" * 40
    host.proposals[0]["head"] = {"sha": "0" * 40}
    answer(clone, host, monkeypatch)
    assert (capsys.readouterr().out, host.comments) == ("3: changed in the meantime\n", [])


def test_nothing_of_a_proposal_is_checked_out(root, host, monkeypatch):
    clone, _ = at(root, host, {NUOVO: event()})
    answer(clone, host, monkeypatch)
    assert (clone / NUOVO).exists() is False


def test_the_token_is_shown_as_each_host_wants_it(root, host, monkeypatch):
    clone, _ = at(root, host, {NUOVO: event()})
    answer(clone, host, monkeypatch)
    assert host.tokens == {{"forgejo": "token secret"}.get(host.kind, "Bearer secret")}


def test_a_host_that_refuses_ends_with_2_and_without_the_token(root, host, monkeypatch, capsys):
    clone, _ = at(root, host, {NUOVO: event()})
    for name, value in host.environment().items():
        monkeypatch.setenv(name, f"{value}/nowhere" if name.endswith("URL") else value)
    assert main(["answer", str(clone)]) == 2
    told = capsys.readouterr().err
    assert ("404" in told, "secret" in told) == (True, False)


def test_a_host_is_named_by_its_environment():
    given = {"GITHUB_API_URL": "https://x.example/api/v1/", "GITHUB_REPOSITORY": "a/b", "CIRCUITO_TOKEN": "t"}
    assert host_of("forgejo", given) == Host("forgejo", "https://x.example/api/v1", "a/b", "t")
    with pytest.raises(HostRefused, match="CIRCUITO_TOKEN is not set"):
        host_of("github", {**given, "CIRCUITO_TOKEN": ""})


def test_a_token_is_shown_to_the_host_of_the_files_alone():
    shown = let_in("https://git.example.org/rete/sito.git", "t")
    assert shown["GIT_CONFIG_KEY_0"] == "http.https://git.example.org/.extraheader"
    assert [let_in(address, "t") for address in ("http://git.example.org/x", "/srv/x", "git@example.org:x")] == [{}] * 3


# Who proposes, asked by the workflow of a proposal, which has no token


def reviewed(root: Path, host: Served, monkeypatch, path: str) -> int:
    """How `review --number` ends for a proposal of ada-riva's, who keeps the space `base`."""
    clone, last = at(root, host, {path: event()})
    given = {**host.environment(), "CI_PROJECT_ID": "8", "CI_MERGE_REQUEST_PROJECT_ID": "7"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    git(clone, "fetch", "--quiet", "origin", HEADS[host.kind])
    return main(["review", str(clone), "--base", "HEAD", "--head", last, "--number", "3", "--as-of", str(TODAY)])


@pytest.mark.parametrize(("path", "code"), [(NUOVO, 0), ("events/sud/nuovo.md", 1)])
def test_a_review_that_knows_the_number_looks_at_the_rights_of_who_proposes(root, host, monkeypatch, path, code):
    assert (reviewed(root, host, monkeypatch, path), host.tokens) == (code, {None})


def test_where_nobody_is_told_who_proposes_the_review_says_so_and_looks_at_the_content(root, monkeypatch, capsys):
    with served("gitlab") as host:
        monkeypatch.setattr(host, "answer", private)
        assert reviewed(root, host, monkeypatch, "events/sud/nuovo.md") == 0
        assert "404: rights are not looked at" in capsys.readouterr().err


def private(*_: object) -> None:
    """What a private project answers to who has not signed in: nothing."""


def test_a_workflow_that_does_not_say_where_it_runs_cannot_ask():
    with pytest.raises(HostRefused, match="CI_MERGE_REQUEST_PROJECT_ID is not set"):
        host_seen_by_anybody({"CI_API_V4_URL": "https://x.example/api/v4", "CI_PROJECT_ID": "8"})
