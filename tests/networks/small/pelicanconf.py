"""A whole network in a few files, as another city would set it up: its own outputs, its own templates over ours."""

from pathlib import Path

from circuito.settings import *  # noqa: F403

HERE = Path(__file__).parent

SITENAME = "Rete piccola"
SITEURL = "https://piccola.example/rete"
TIMEZONE = "Europe/Rome"
DEFAULT_LANG = "it"
THEME_TEMPLATES_OVERRIDES = [str(HERE / "templates")]
PHRASES = ["phrases"]
SEARCH = False
OUTPUTS = ["plain:home", "plain:things", "plain:lists", "plain:palette"]
