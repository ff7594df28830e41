"""Files that need not be made cost nothing: no library that writes them is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from small_networks import REPOSITORY, SITE, TODAY, keys, read
from circuito.outputs import calendars, catalogue_data, feed_list, feeds, sitemap, tables
outputs = (calendars.calendars, calendars.event_calendars, feeds.feeds, catalogue_data.catalogue_json,
           catalogue_data.spaces_json, catalogue_data.events_json, tables.catalogue_csv, tables.spaces_csv,
           tables.events_csv, feed_list.feed_list, sitemap.sitemap, sitemap.robots)
keys(read(REPOSITORY, today=TODAY, site=SITE), *outputs)
print(sorted({"icalendar", "feedgen", "lxml"} & set(sys.modules)))
"""


def test_asking_for_keys_loads_no_library_that_writes_files():
    asked = subprocess.run([sys.executable, "-c", PROGRAM, HERE], capture_output=True, text=True, check=True)
    assert asked.stdout == "[]\n"
