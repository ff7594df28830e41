"""Others' calendars, pages and tables become event files, for a person to review.

A run goes through the calendars that spaces name (`calendars:` in `space.md`), one by one:

1. `fetch`     brings what lies at an address, within walls; what cannot be had leaves everything as it was
2. a reader    says what is in it as `Found` events (`found`); nothing of it is known to the next steps
3. `merge`     holds them against the event files that are there: new, changed, kept by hand, gone
4. `report`    tells people what would change and why, in the words of `sentences.importing`

Only the command writes files, and only under `events/<space>/`; the build never imports.
"""
