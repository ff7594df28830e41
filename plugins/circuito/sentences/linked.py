"""What is said of files that do not go with each other."""

from __future__ import annotations

from .sentence import said

LINKED = {
    "translation-orphan": said(
        "è una traduzione senza originale",
        "manca {original}",
        "is a translation without its original",
        "{original} is missing",
    ),
    "translation-language": said(
        "qui non si traduce in `{lang}`",
        "le traduzioni sono in: {languages}",
        "there are no translations into `{lang}` here",
        "translations are in: {languages}",
    ),
    "slug-of-two": said(
        "anche uno spazio si chiama `{slug}`",
        "cambia il nome della cartella o del file",
        "a space is called `{slug}` too",
        "rename the folder or the file",
    ),
    "former-name-taken": said(
        "qualcos'altro si chiama, o si chiamava, `{name}`",
        "toglilo da `formerly`",
        "something else is, or was, called `{name}`",
        "remove it from `formerly`",
    ),
    "event-id-twice": said(
        "l'identificativo `{id}` è già di {other}",
        "danne uno nuovo",
        "the identifier `{id}` is that of {other} already",
        "give a new one",
    ),
}
