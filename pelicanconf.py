"""The network's settings: where it is published, what is published, and with which theme."""

from circuito.settings import *  # noqa: F403

SITENAME = "Rete dimostrativa"
SITEURL = "https://rete-dimostrativa.example"
TIMEZONE = "Europe/Rome"
DEFAULT_LANG = "it"

SHOW_INTERESTS = True  # all spaces here are invented: a real network keeps what is not settled among its members
