"""Issue forms, and what becomes of a filed one: a file as `circuito new` writes it, or what to change and how."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from circuito.commands import main
from circuito.commands.forms import phrases
from circuito.reading.load import load
from circuito.reviewing.filed import NoIssue, answers_in, filed, issue_of, recognised
from circuito.reviewing.form_files import form_files
from circuito.reviewing.forms import Form, forms
from repositories import commit, git
from reviewing.hosts import served
from reviewing.payloads import body, payload
from reviewing.proposals import repository
from reviewing.test_hosting import tool
from reviewing.test_told import outside_code
from whole_networks import REPOSITORY, SMALL, TODAY, replaced, told

NETWORK = load(str(SMALL), today=TODAY).network
FORMS = {(form.kind, form.lang): form for form in forms(NETWORK, phrases())}
EVENT = FORMS["event", "it"]
HOSTS = ("github", "forgejo", "gitlab")
ANSWERS = {
    "space": "Casa Base",
    "title": "Merenda: pane e marmellata",
    "summary": "Si mangia insieme.",
    "starts": "2026-12-05 16:00",
    "ends": "18:30",
    "price.mode": "Offerta libera",
    "themes": "Cura",
    "text": "Porta **una tazza**.\n\n### Titolo\n\nnon è un titolo",
}


def sent(tmp_path: Path, text: str, **more: Any) -> str:
    """The file in which a runner has what the host sent."""
    file = tmp_path / "event.json"
    file.write_text(json.dumps(payload(text, **more)))
    return str(file)


def filed_at(root: Path, tmp_path: Path, form: Form, answers: dict[str, str], *more: str, host: str = "github") -> int:
    """File a form; gives the exit code of the command."""
    arguments = ["from-issue", sent(tmp_path, body(form, answers, host=host), host=host), str(root)]
    return main([*arguments, "--as-of", str(TODAY), "--answer", str(tmp_path / "answer.md"), *more])


def answer(tmp_path: Path) -> list[str]:
    return (tmp_path / "answer.md").read_text().splitlines()


# Forms


def test_forms_keep_to_the_schema_of_github(tmp_path):
    for path, text in form_files(at_host(tmp_path, "github"), phrases()).items():
        (tmp_path / Path(path).name).write_text(text)
    for schema, shape, count in (("issue-config", "config.yml", 1), ("issue-forms", "0*.yml", 6)):
        files = [str(file) for file in tmp_path.glob(shape)]
        ran = tool("check-jsonschema", "--builtin-schema", f"vendor.github-{schema}", *files)
        assert (len(files), ran.stdout.strip()) == (count, "ok -- validation done")


@pytest.mark.parametrize("kind", ["forgejo", "gitea"])
def test_forgejo_and_gitea_get_the_forms_of_github(tmp_path, kind):
    asked, own = (form_files(at_host(tmp_path / name, name), phrases()) for name in ("github", kind))
    assert [*asked.values()] == [*own.values()]


def at_host(tmp_path: Path, kind: str):
    """The small network, whose files a kind of host keeps."""
    from whole_networks import copied

    root = copied(tmp_path / "rete")
    block = f"repository:\n  kind: {kind}\n  address: https://git.example.org/rete/sito\n"
    replaced(root, "content/network.yaml", "country: IT", f"{block}country: IT")
    return load(str(root), today=TODAY).network


@pytest.mark.parametrize("key", FORMS)
def test_no_two_questions_of_a_form_are_called_alike(key):
    labels = [asked.label for asked in FORMS[key].asked]
    assert len(set(labels)) == len(labels)


def test_the_words_to_choose_from_are_the_networks_own():
    options = {asked.key: list(asked.options or ()) for asked in EVENT.asked}
    assert (options["space"], options["themes"]) == (["Casa Base", "Portineria Nord", "Casa Sud"], ["Cura"])


def test_gitlab_gets_templates_with_the_same_headings(tmp_path):
    made = form_files(at_host(tmp_path, "gitlab"), phrases())
    text = made[".gitlab/issue_templates/Proponi un evento.md"]
    assert [line[4:] for line in text.splitlines() if line.startswith("### ")] == [each.label for each in EVENT.asked]


def test_an_empty_gitlab_template_has_no_answers(tmp_path):
    text = form_files(at_host(tmp_path, "gitlab"), phrases())[".gitlab/issue_templates/Proponi un evento.md"]
    told = answers_in(text, EVENT)
    assert {key: value for key, value in told.items() if value and not value.startswith("- [ ]")} == {}


def test_the_sample_networks_forms_are_up_to_date():
    assert main(["forms", str(REPOSITORY), "--check"]) == 0


# Filed


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_filed_event_becomes_a_sound_file(network, tmp_path, host, lang):
    form = FORMS["event", lang]
    price = "Offerta libera" if lang == "it" else "Pay what you like"
    code = filed_at(network, tmp_path, form, {**ANSWERS, "price.mode": price, "themes": ticked(form)}, host=host)
    written = (network / "events/base/merenda-pane-e-marmellata.md").read_text()
    assert (code, told(network)) == (0, [])
    assert yaml.safe_load(written.split("---")[1])["price"] == {"mode": "offering"}
    assert written.endswith("\n---\n\nPorta **una tazza**.\n\n### Titolo\n\nnon è un titolo\n")


def ticked(form: Form) -> str:
    """The only theme, as the form calls it."""
    return next(word for asked in form.asked if asked.key == "themes" for word in asked.options or ())


def test_a_filed_event_is_the_file_that_the_command_line_writes(network, tmp_path):
    given = {key: value for key, value in ANSWERS.items() if key != "text"}
    filed_at(network, tmp_path, EVENT, given)
    file = network / "events/base/merenda-pane-e-marmellata.md"
    by_form = file.read_bytes()
    file.unlink()
    options = ["--folder", str(network), "--space", "base", "--as-of", str(TODAY), "--lang", "it"]
    values = {"title": given["title"], "summary": given["summary"], "starts": given["starts"], "ends": given["ends"]}
    options += [part for name, value in values.items() for part in (f"--{name}", value)]
    assert main(["new", "event", *options, "--price-mode", "offering", "--themes", "cura"]) == 0
    assert file.read_bytes() == by_form


def test_a_wrong_answer_is_told_by_its_question_with_what_to_write_instead(network, tmp_path):
    code = filed_at(network, tmp_path, EVENT, {**ANSWERS, "starts": "05/12/2026"})
    assert (code, answer(tmp_path)[1:4]) == (
        1,
        [
            "Grazie! Prima che diventi una pagina c'è qualcosa da cambiare.",
            "",
            "- **Prima data e ora**: `05/12/2026` non è una data in ordine anno-mese-giorno (scrivi `2026-12-05`)",
        ],
    )


def test_what_only_the_whole_file_shows_is_told_by_its_question_too(network, tmp_path):
    filed_at(network, tmp_path, EVENT, {**ANSWERS, "ends": "2026-12-01"})
    assert [line.partition("**: ")[0] for line in answer(tmp_path) if line.startswith("-")] == ["- **Fine"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_missing_answer_is_asked_for(network, tmp_path, host):
    given = {**ANSWERS, "summary": ""}
    assert filed_at(network, tmp_path, EVENT, given, host=host) == 1
    assert "- **In una frase**: manca la risposta (scrivila)" in answer(tmp_path)


def test_a_room_is_known_by_its_name_or_that_of_its_file(network, tmp_path):
    name = next(space for space in NETWORK.spaces if space.slug == "base").rooms[0].fields.name
    for told_room in (name.upper(), "sala"):
        code = filed_at(network, tmp_path, EVENT, {**ANSWERS, "title": f"In {told_room}", "room": told_room})
        assert code == 0
    assert filed_at(network, tmp_path, EVENT, {**ANSWERS, "room": "cantina"}) == 1
    assert (
        "- **Sala dello spazio**: lo spazio non ha una sala `cantina` "
        "(scrivi il nome di una delle sue sale, o lascia vuoto)" in answer(tmp_path)
    )


def test_a_picture_in_the_text_is_led_to_its_own_answer(network, tmp_path):
    assert filed_at(network, tmp_path, EVENT, {**ANSWERS, "text": "![Noi](https://example.org/noi.jpg)"}) == 1
    assert "- **Racconto**: le immagini non stanno nel racconto (spostale nella risposta «Immagini»)" in answer(
        tmp_path
    )


def test_pictures_are_told_and_not_fetched(network, tmp_path):
    addresses = "https://github.com/user-attachments/assets/1-2-3", "https://example.org/b.png"
    text = f'![Il cortile]({addresses[0]}) di Ada\r\n<img width="9" alt="x" src="{addresses[1]}">'
    filed_at(network, tmp_path, EVENT, {**ANSWERS, "pictures": text})
    assert [line for line in answer(tmp_path) if "http" in line] == [f"- `{address}`" for address in addresses]


def test_a_filed_project_is_a_draft(network, tmp_path):
    form = FORMS["project", "it"]
    given = {
        "title": "Lettere",
        "summary": "Due voci leggono.",
        "kind": "Spettacolo",
        "proposer": next(word for asked in form.asked if asked.key == "proposer" for word in asked.options or ()),
        "languages": "it",
        "contact.email": "a@example.org",
        "cost.mode": next(word for asked in form.asked if asked.key == "cost.mode" for word in asked.options or ()),
    }
    assert filed_at(network, tmp_path, form, given) == 0, answer(tmp_path)
    assert told(network) == []
    assert "status: draft" in (network / "content/projects/lettere-2/project.md").read_text()


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://piccola.example/rete/eventi/base/festa/", "events/base/festa.md"),
        ("https://piccola.example/rete/en/spaces/sud/?x=1#y", "spaces/sud/space.md"),
        ("/progetti/lettere", "content/projects/lettere/project.md"),
    ],
)
def test_a_mistake_leads_to_the_file_of_its_page(network, tmp_path, address, path):
    code = filed_at(network, tmp_path, FORMS["mistake", "it"], {"page": address, "wrong": "L'ora."})
    assert (code, f"- `{path}`" in answer(tmp_path)) == (0, True)


def test_a_mistake_on_an_unknown_page_is_for_the_office(network, tmp_path):
    filed_at(network, tmp_path, FORMS["mistake", "it"], {"page": "../../etc/passwd", "wrong": "Tutto."})
    assert "l'ufficio della rete legge lo stesso" in answer(tmp_path)[1]


# What strangers try


@pytest.mark.parametrize("space", ["../../etc", "nord", "Casa Base/../nord", "Casa Base\n\n### Titolo", "--branch"])
def test_a_space_that_is_no_choice_of_the_form_is_asked_for_again(network, tmp_path, space):
    code = filed_at(network, tmp_path, EVENT, {**ANSWERS, "space": space})
    new = sorted(path.name for path in (network / "events").rglob("merenda*"))
    assert (code, new) == ((0, ["merenda-pane-e-marmellata.md"]) if space == "nord" else (1, []))


def test_a_title_is_never_a_path(network, tmp_path):
    filed_at(network, tmp_path, EVENT, {**ANSWERS, "title": "../../../etc/cron.d/x"})
    assert [path.name for path in (network / "events/base").glob("etc*")] == ["etc-cron-d-x.md"]


HOSTILE = "@ufficio #1 ![x](https://evil.example/a.png) <script>alert(1)</script> ::error::x `` | [a](javascript:x)"


@pytest.mark.parametrize(
    "key", ["title", "summary", "starts", "ends", "every", "room", "price.mode", "ages.min", "space"]
)
def test_a_hostile_answer_shows_in_ours_only_as_code(network, tmp_path, key):
    filed_at(network, tmp_path, EVENT, {**ANSWERS, key: HOSTILE})
    shown = outside_code("\n".join(answer(tmp_path)[1:]))
    assert [word for word in ("@ufficio", "evil", "<script", "javascript", "#1") if word in shown] == []


def test_a_hostile_title_calls_nobody_and_closes_nothing_in_a_commit(network, tmp_path):
    repository(network)
    assert filed_at(network, tmp_path, EVENT, {**ANSWERS, "title": "Closes #1 @ufficio GH-2 !3"}, "--branch") == 0
    shown = ["git", "-C", str(network), "log", "-1", "--format=%B", "circuito/issue-7"]
    said = subprocess.run(shown, capture_output=True, text=True, check=True).stdout
    assert [re.findall(r"#\d|@\w|GH-\d|!\d", said), said.startswith("Closes #\u20601 @")] == [[], True]


def test_a_giant_answer_is_refused(network, tmp_path):
    assert filed_at(network, tmp_path, EVENT, {**ANSWERS, "text": "a" * 30_000}) == 1
    assert "- **Racconto**: la risposta è troppo lunga (al massimo 20480 caratteri)" in answer(tmp_path)


def test_what_runners_print_holds_no_command(network, tmp_path, capsys):
    file = sent(tmp_path, body(EVENT, {**ANSWERS, "starts": "x\n::set-output name=a::b"}))
    main(["from-issue", file, str(network), "--as-of", str(TODAY)])
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("::")] == []


@pytest.mark.parametrize(
    "told_of",
    [[], {}, {"issue": 1}, {"issue": {"number": "7", "user": {}}}, {"issue": {"number": -1, "user": {}}}, "x", None,
     {"issue": {"number": 7, "user": {"login": "a"}, "pull_request": {}}}, {"object_kind": "issue"}],
)  # fmt: skip
def test_what_is_no_issue_is_refused(tmp_path, told_of):
    (tmp_path / "event.json").write_text(json.dumps(told_of))
    with pytest.raises(NoIssue):
        issue_of(told_of)
    assert main(["from-issue", str(tmp_path / "event.json"), str(SMALL)]) == 2


def test_an_issue_that_is_no_form_is_left_alone(network, tmp_path, capsys):
    assert main(["from-issue", sent(tmp_path, "### Title\n\nThe site is slow."), str(network)]) == 0
    assert capsys.readouterr().err == "no form\n"


@given(st.text(max_size=300))
def test_any_text_in_any_answer_is_read_without_a_fall(text):
    for asked in EVENT.asked:
        found = recognised(body(EVENT, {**ANSWERS, asked.key: text}), FORMS.values())
        if found is not None:
            filed(NETWORK, *found)


# At the host


def test_a_branch_holds_the_file_and_the_folder_nothing(network, tmp_path):
    repository(network)
    assert filed_at(network, tmp_path, EVENT, ANSWERS, "--branch") == 0
    shown = ["git", "-C", str(network), "diff", "--name-status", "main", "circuito/issue-7"]
    assert subprocess.run(shown, capture_output=True, text=True, check=True).stdout == (
        "A\tevents/base/merenda-pane-e-marmellata.md\n"
    )
    assert list((network / "events/base").glob("merenda*")) == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_form_is_proposed_and_answered_and_renewed_when_it_is_edited(root, tmp_path, monkeypatch, host):
    block = f"repository:\n  kind: {host}\n  address: https://git.example.org/rete/sito\n"
    replaced(root, "content/network.yaml", "office:", f"{block}office:")
    commit(root, "2026-10-01")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(root), str(clone))
    with served(host) as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        for starts in ("domani", ANSWERS["starts"]):
            file = sent(tmp_path, body(EVENT, {**ANSWERS, "starts": starts}, host=host), host=host)
            main(["from-issue", file, str(clone), "--as-of", str(TODAY), "--propose"])
    assert (len(running.comments), len(running.opened)) == (1, 1)
    assert running.comments[0]["body"].splitlines()[1].startswith("Grazie! Ne è nato questo file")
    shown = ["git", "-C", str(root), "diff", "--name-only", "main", "circuito/issue-7"]
    assert subprocess.run(shown, capture_output=True, text=True, check=True).stdout == (
        "events/base/merenda-pane-e-marmellata.md\n"
    )
