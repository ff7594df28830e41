"""A whole network of another city: Arabic first, another brand, the same theme; nothing of it is of Milan."""

from circuito.settings import *  # noqa: F403

SITENAME = "أبواب"
SITEURL = "https://abwab.example"
TIMEZONE = "Africa/Tunis"
DEFAULT_LANG = "ar"
ARTICLE_URL, ARTICLE_SAVE_AS = "akhbar/{slug}/", "akhbar/{slug}/index.html"
