"""The forms: their configuration holds by the editor's own schema, and asks for every field as it is declared."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft7Validator
from small_networks import BASE, REPOSITORY, SITE, TODAY, read

from circuito.model.declaration import declared_fields
from circuito.model.event import EventFields
from circuito.outputs.edit_links import BUNDLE
from circuito.outputs.editor import editor, left_out
from circuito.outputs.editor_config import backend, config_of, kinds_of, own_config
from circuito.outputs.editor_fields import UNASKED, form
from circuito.outputs.editor_terms import spoken_in, terms_of
from circuito.outputs.headers import content_policy, everywhere
from circuito.reading.memory import CLASSES

PACKAGE = REPOSITORY / "node_modules" / "@sveltia" / "cms"
OUTPUTS = ("circuito.outputs.editor:editor",)
SIGN_IN = "  sign_in: {app: abc, address: https://entra.example.org}\n"
HOME = "https://git.example.org/rete/sito"
installed = pytest.mark.skipif(not PACKAGE.exists(), reason="@sveltia/cms is not installed: npm ci")


@pytest.fixture(scope="module")
def schema():
    """The schema that the editor ships."""
    return Draft7Validator(json.loads((PACKAGE / "schema" / "sveltia-cms.json").read_text()))


@pytest.fixture(scope="module")
def sample():
    """The sample network, with forms."""
    return replace(read(REPOSITORY, today=TODAY, site=SITE), outputs=OUTPUTS)


@pytest.fixture
def hosted(network):
    """A network of one space whose files are at a host."""

    def made(lines="  kind: forgejo\n", address=HOME):
        block = f"repository:\n  address: {address}\n{lines}"
        return replace(network({"content/network.yaml": BASE["content/network.yaml"] + block}), outputs=OUTPUTS)

    return made


def with_editor(network, root):
    """A network in whose folder the editor was made ready."""
    bundle = root / BUNDLE
    bundle.mkdir(parents=True)
    (bundle / "admin.js").write_text("start()")
    (bundle / "files.json").write_text('{"admin.js": "of-start"}')
    return replace(network, root=str(root))


def mistakes(schema, config):
    return [f"{error.json_path}: {error.message[:200]}" for error in schema.iter_errors(json.loads(json.dumps(config)))]


@installed
@pytest.mark.parametrize("spoken", ["it", "en"])
def test_the_offices_configuration_holds_by_the_editors_schema(schema, sample, spoken):
    assert mistakes(schema, config_of(sample, spoken)) == []


@installed
def test_each_spaces_configuration_holds_by_the_editors_schema(schema, sample):
    assert [mistakes(schema, own_config(sample, "it", space)) for space in sample.spaces[:3]] == [[], [], []]


@installed
@pytest.mark.parametrize("kind", ["github", "gitlab", "gitea", "forgejo"])
@pytest.mark.parametrize("more", ["", "  review: false\n", SIGN_IN])
def test_the_configuration_holds_by_the_schema_for_every_host(schema, hosted, kind, more):
    assert mistakes(schema, config_of(hosted(f"  kind: {kind}\n{more}"), "it")) == []


@pytest.mark.parametrize("kind", CLASSES)
def test_a_form_asks_for_every_declared_field_in_its_order(sample, kind):
    asked = form(CLASSES[kind], terms_of(sample, "it")).config["fields"]
    assert paths_asked(CLASSES[kind], asked) == paths_declared(CLASSES[kind])


def paths_declared(cls):
    """The paths of all fields of a declaration and of those within it, but what no form asks for."""
    fields = [each for each in declared_fields(cls) if each.name not in UNASKED]
    inner = [f"{each.name}.{path}" for each in fields for cls in each.within for path in paths_declared(cls)]
    return [each.name for each in fields] + inner


def paths_asked(cls, config):
    """The paths of all fields of a form and of those within it, as far as a declaration stands behind them."""
    parts = {each["name"]: each for each in config}
    inner = [
        f"{each.name}.{path}"
        for each in declared_fields(cls)
        if each.name in parts
        for within in each.within
        for path in paths_asked(within, parts[each.name]["fields"])
    ]
    return [*parts, *inner]


def test_what_no_form_asks_for_stands_in_the_documentation_with_its_reason():
    _, _, rows = (REPOSITORY / "docs" / "developers" / "editor.md").read_text().partition("| no form asks for |")
    named = [row.split("|")[1].strip(" `") for row in rows.partition("\n\n")[0].splitlines()[2:]]
    assert sorted(named) == sorted(UNASKED)


@pytest.mark.parametrize("kind", CLASSES)
def test_every_kind_of_file_has_a_form(sample, kind):
    formats = [each.get("format") or each["files"][0]["format"] for each in config_of(sample, "it")["collections"]]
    office = [each["format"] for each in config_of(sample, "it")["collections"][0]["files"]]
    assert kinds_of(sample)[kind]["format"] in [*formats, *office]


NAMES = {"github", "gitlab", "gitea", "forgejo", "fattura", "notula", "no"}


@pytest.mark.parametrize("kind", CLASSES)
def test_whatever_one_chooses_is_said_in_words(sample, kind):
    offered = choices(form(CLASSES[kind], terms_of(sample, "it")).config["fields"])
    bare = {value for label, value in offered if label == str(value) and not isinstance(value, int)}
    assert bare <= NAMES


def choices(fields):
    """What there is to choose in some fields, and in those within them."""
    for each in fields:
        yield from ((option["label"], option["value"]) for option in each.get("options", ()))
        yield from choices([*each.get("fields", ()), *([each["field"]] if "field" in each else [])])


def test_facts_of_a_networks_own_are_names_and_values(sample):
    fields = {each["name"]: each for each in form(EventFields, terms_of(sample, "it")).config["fields"]}
    assert (fields["extra"]["widget"], [part["label"] for part in fields["extra"]["fields"]]) == (
        "list",
        ["Nome", "Valore"],
    )
    assert ("extra", "facts") in kinds_of(sample)["event"]["shapes"]


def test_a_rule_in_the_words_of_rfc_5545_has_its_shape(sample):
    fields = {each["name"]: each for each in form(EventFields, terms_of(sample, "it")).config["fields"]}
    shape, told = fields["rrule"]["pattern"]
    rules = ("FREQ=MONTHLY;BYDAY=-1FR", "RRULE:FREQ=DAILY;COUNT=3;", "ogni martedì", "FREQ=;COUNT=3")
    assert [bool(re.fullmatch(shape, rule)) for rule in rules] == [True, True, False, False]
    assert told == "scrivi come in FREQ=MONTHLY;BYDAY=-1FR, o usa `every`"


def test_each_kind_of_space_chooses_its_figure(sample):
    mark = {each["name"]: each for each in form(CLASSES["brand"], terms_of(sample, "it")).config["fields"]}["mark"]
    figures = {each["name"]: each for each in mark["fields"]}["figures"]
    assert [each["name"] for each in figures["fields"]] == [each.id for each in sample.fields.kinds]
    assert figures["fields"][0]["options"][0] == {"label": "Portone", "value": "door"}


def test_the_fields_of_an_event_say_what_they_mean_and_how_long_they_may_be(sample):
    fields = {each["name"]: each for each in form(EventFields, terms_of(sample, "it")).config["fields"]}
    assert fields["title"] == {
        "name": "title",
        "label": "Titolo",
        "hint": "Es.: Merenda in cortile",
        "widget": "string",
        "minlength": 1,
        "maxlength": 100,
        "required": ["it"],
        "i18n": True,
    }
    assert [fields["times"][bound] for bound in ("widget", "value_type", "min", "max")] == ["number", "int", 1, 1000]
    assert fields["status"]["options"][0] == {"label": "In programma", "value": "scheduled"}
    assert [part["name"] for part in fields["starts"]["fields"]] == ["day", "clock"]
    assert [part["name"] for part in fields["pictures"]["fields"]][:3] == ["file", "alt", "credit"]


def test_the_forms_speak_the_languages_of_the_network_in_which_fields_say_what_they_mean(sample, network):
    of = {codes: BASE["content/network.yaml"].replace("[it, en]", f"[{codes}]") for codes in ("ar", "ar, en")}
    told = {codes: spoken_in(network({"content/network.yaml": text})) for codes, text in of.items()}
    assert told | {"sample": spoken_in(sample)} == {"ar": ("ar",), "ar, en": ("en",), "sample": ("it", "en")}


def test_a_form_says_what_it_asks_in_one_language(sample):
    fields = {each["name"]: each for each in form(EventFields, terms_of(sample, "en")).config["fields"]}
    assert [fields["summary"][told] for told in ("label", "hint")] == [
        "In one sentence",
        "E.g.: Pane, marmellata e quattro chiacchiere.",
    ]
    assert fields["status"]["options"][0] == {"label": "As announced", "value": "scheduled"}
    assert fields["themes"]["options"][0] == {"label": "Care", "value": "cura"}


def test_what_is_chosen_has_no_example_of_how_it_stands_in_its_file(sample):
    fields = {each["name"]: each for each in form(EventFields, terms_of(sample, "it")).config["fields"]}
    assert [fields[name]["hint"] for name in ("starts", "doors", "status", "every")] == [
        "solo la data se dura tutto il giorno", "", "", "ogni martedì, primo sabato, 2 settimane… · Es.: martedì",
    ]  # fmt: skip


def test_what_a_field_refers_to_is_chosen_from_the_networks_own_words(sample):
    asked = form(EventFields, terms_of(sample, "it", sample.spaces[0])).config["fields"]
    fields = {each["name"]: each for each in asked}
    assert fields["themes"]["options"][0] == {"label": "Cura", "value": "cura"}
    assert [each["value"] for each in fields["room"]["options"]] == [room.slug for room in sample.spaces[0].rooms]


def test_a_fact_that_may_be_unknown_is_yes_no_or_not_declared(sample):
    fields = {each["name"]: each for each in form(CLASSES["space"], terms_of(sample, "it")).config["fields"]}
    assert [each["value"] for each in fields["free_entry"]["options"]] == ["", True, False]


def test_the_editor_learns_what_forms_show_otherwise(sample):
    event = kinds_of(sample)["event"]
    assert [each for each in event["shapes"] if each[0] in ("starts", "every", "pictures.*.alt")] == [
        ("starts", "moment"),
        ("every", "many"),
        ("pictures.*.alt", "words"),
    ]
    assert ("status", "scheduled") in event["usual"]


def test_a_space_has_forms_of_its_own_files_and_no_others(sample):
    config = own_config(sample, "it", sample.spaces[0])
    slug = sample.spaces[0].slug
    assert [each.get("folder") or each["files"][0]["file"].rpartition("/")[0] for each in config["collections"]] == [
        f"events/{slug}", f"spaces/{slug}", f"spaces/{slug}/rooms", f"spaces/{slug}/resources",
        f"spaces/{slug}/interests",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "address", "told"),
    [
        ("github", "https://github.com/rete/sito", {"name": "github", "repo": "rete/sito"}),
        ("gitlab", "https://gitlab.com/citta/reti/sito", {"name": "gitlab", "repo": "citta/reti/sito"}),
        (
            "gitlab",
            "https://git.example.org/citta/reti/sito",
            {"name": "gitlab", "repo": "citta/reti/sito", "api_root": "https://git.example.org/api/v4"},
        ),
        (
            "forgejo",
            "https://example.org/git/rete/sito",
            {"name": "gitea", "repo": "rete/sito", "api_root": "https://example.org/git/api/v1"},
        ),
    ],
)
def test_the_editor_writes_where_the_network_says(hosted, kind, address, told):
    network = hosted(f"  kind: {kind}\n", address)
    made = backend(network.fields.repository, network)
    assert {name: made.get(name) for name in ("name", "repo", "api_root")} == {"api_root": None, **told}


def test_folders_of_forms_lie_within_the_networks_folder_of_the_repository(hosted):
    config = config_of(hosted("  kind: github\n  folder: reti/nord\n"), "it")
    folders = [each["folder"] for each in config["collections"] if "folder" in each]
    assert {folder.startswith("reti/nord/") for folder in folders} == {True}


def test_forms_wait_for_review_where_the_host_has_it(hosted):
    modes = [config_of(hosted(f"  kind: {kind}\n"), "it")["publish_mode"] for kind in ("github", "gitlab", "gitea")]
    assert modes == ["editorial_workflow", "editorial_workflow", "simple"]


def test_without_the_editor_nothing_is_published_and_it_is_said(hosted):
    network = hosted()
    assert list(editor(network)) == []
    assert left_out(network) == "the forms at /admin/, as the editor is not ready: circuito editor"


def test_without_a_repository_nothing_is_published_and_nothing_missed(network):
    made = replace(network(), outputs=OUTPUTS)
    assert (list(editor(made)), left_out(made)) == ([], "")


def test_the_forms_are_the_offices_and_those_of_each_space(hosted, tmp_path):
    paths = [file.path for file in editor(with_editor(hosted(), tmp_path))]
    assert paths == [
        "admin/editor/admin.js",
        "admin/shapes.json",
        "admin/index.html",
        "admin/config.it.json",
        "admin/config.en.json",
        "admin/spaces/base/index.html",
        "admin/spaces/base/config.it.json",
        "admin/spaces/base/config.en.json",
    ]


def test_the_editors_own_files_are_not_read_to_know_whether_they_changed(hosted, tmp_path):
    network = with_editor(hosted(), tmp_path)
    (tmp_path / BUNDLE / "admin.js").write_text("changed, but not in the list")
    assert next(file.key for file in editor(network)) == "of-start"


def test_a_site_with_forms_lets_them_write_to_one_host_and_its_pages_keep_the_strict_policy(hosted, tmp_path):
    network = with_editor(hosted(), tmp_path)
    policy = dict(part.split(" ", 1) for part in dict(everywhere(network))["Content-Security-Policy"].split("; "))
    assert policy["connect-src"] == "'self' data: blob: https://git.example.org"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert "git.example.org" not in content_policy(network)
