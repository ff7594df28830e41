"""Settings of Pelican that every network shares; a network's `pelicanconf.py` takes them all and adds its own.

`OUTPUTS` lists what is published. A network may leave out what it does not want, and add its own by
`"package.module:function"`.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import StrictUndefined

PATH = "."
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["content/news"]
PAGE_PATHS = ["content/pages"]
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
IGNORE_FILES = [
    "**/.*",
    "*/output/*",
    "*/.circuito/*",
    "*/node_modules/*",
    "*/.venv/*",
    "*/__pycache__/*",
    "**/README.md",
]
READERS = {"rst": None, "html": None, "htm": None}
FORMATTED_FIELDS: list[str] = []

PLUGINS = ["circuito.publishing"]
OUTPUTS = [
    "circuito.outputs.assets:styles",
    "circuito.outputs.assets:fonts",
    "circuito.outputs.assets:scripts",
    "circuito.outputs.icons:icons",
    "circuito.outputs.brand_files:marks",
    "circuito.outputs.brand_files:kit",
    "circuito.outputs.brand:manual",
    "circuito.outputs.pictures:pictures",
    "circuito.outputs.home:home",
    "circuito.outputs.agenda_lists:lists",
    "circuito.outputs.agenda_months:months",
    "circuito.outputs.agenda_filters:filters",
    "circuito.outputs.events:events",
    "circuito.outputs.place_map:city_drawing",
    "circuito.outputs.spaces:spaces",
    "circuito.outputs.map_files:map_data",
    "circuito.outputs.map_files:leaflet",
    "circuito.outputs.places:areas",
    "circuito.outputs.places:themes",
    "circuito.outputs.places:organisations",
    "circuito.outputs.places:programmes",
    "circuito.outputs.projects:projects",
    "circuito.outputs.projects:downloads",
    "circuito.outputs.project_filters:filters",
    "circuito.outputs.comparison:comparison",
    "circuito.outputs.match_pages:hosts_of_projects",
    "circuito.outputs.match_pages:projects_for_spaces",
    "circuito.outputs.match_data:match_data",
    "circuito.outputs.questionnaire:questionnaires",
    "circuito.outputs.lending:lending",
    "circuito.outputs.tour_pages:tours",
    "circuito.outputs.tour_pages:tracks",
    "circuito.outputs.season:season",
    "circuito.outputs.season:season_csv",
    "circuito.outputs.imported:imports",
    "circuito.outputs.freshness:freshness",
    "circuito.outputs.freshness:freshness_feeds",
    "circuito.outputs.freshness:freshness_csv",
    "circuito.outputs.room_calendars:room_calendars",
    "circuito.outputs.newsroom:newsroom",
    "circuito.outputs.finding:search",
    "circuito.outputs.finding:a_to_z",
    "circuito.outputs.gallery:gallery",
    "circuito.outputs.errors:not_found",
    "circuito.outputs.cards:cards",
    "circuito.outputs.posters:posters",
    "circuito.outputs.programme_sheets:programme_sheets",
    "circuito.outputs.tour_posters:tour_posters",
    "circuito.outputs.project_sheet:sheets",
    "circuito.outputs.calendars:calendars",
    "circuito.outputs.calendars:event_calendars",
    "circuito.outputs.deadlines:deadlines",
    "circuito.outputs.feeds:feeds",
    "circuito.outputs.feed_list:feed_list",
    "circuito.outputs.subscribing:subscribing",
    "circuito.outputs.embedding:embedding",
    "circuito.outputs.catalogue_data:catalogue_json",
    "circuito.outputs.catalogue_data:spaces_json",
    "circuito.outputs.catalogue_data:events_json",
    "circuito.outputs.tables:catalogue_csv",
    "circuito.outputs.tables:spaces_csv",
    "circuito.outputs.tables:events_csv",
    "circuito.outputs.editor:editor",
    "circuito.outputs.sitemap:sitemap",
    "circuito.outputs.sitemap:robots",
    "circuito.outputs.headers:for_netlify",
    "circuito.outputs.headers:for_apache",
]
PHRASES: list[str] = []
LEAVE_OUT = False
SEARCH = True
SHOW_INTERESTS = False
AS_OF = ""

PACKAGE = Path(__file__).parent
THEME = str(PACKAGE / "theme" if (PACKAGE / "theme").is_dir() else PACKAGE.parent.parent / "theme")
THEME_TEMPLATES_OVERRIDES: list[str] = []

ARTICLE_URL = "notizie/{slug}/"
ARTICLE_SAVE_AS = "notizie/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/news/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/news/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
AUTHOR = "—"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

DELETE_OUTPUT_DIRECTORY = CACHE_CONTENT = LOAD_CONTENT_CACHE = RELATIVE_URLS = False
SLUGIFY_SOURCE = "basename"
LOCALE = ["", "C.UTF-8"]  # a computer need not have the language that it asks for: dates and words are ours
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["circuito.publishing.once.Once"],
}
MARKDOWN = {
    "extensions": ["markdown.extensions.extra", "markdown.extensions.sane_lists", "markdown.extensions.toc"],
    "extension_configs": {},
    "output_format": "html5",
}
