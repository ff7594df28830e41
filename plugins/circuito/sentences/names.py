"""What is said of names that lead to nothing: with the nearest known name, or where there is none yet."""

from __future__ import annotations

from .sentence import said

NAMES = {
    "folder-without-space": (
        "la cartella è di uno spazio che non c'è: `{name}`",
        "the folder belongs to no space: `{name}`",
    ),
    "picture-missing": (
        "l'immagine `{name}` non è accanto a questo file",
        "the picture `{name}` is not beside this file",
    ),
    "download-missing": (
        "il file `{name}` non è accanto a questo",
        "the file `{name}` is not beside this one",
    ),
    "unknown-file": ("il file `{name}` non c'è", "there is no file `{name}`"),
    "area-file-missing": ("in content/areas/ non c'è `{name}`", "there is no `{name}` in content/areas/"),
    "unknown-space": ("lo spazio `{name}` non esiste", "there is no space `{name}`"),
    "unknown-organisation": ("l'ente `{name}` non esiste", "there is no organisation `{name}`"),
    "unknown-organiser": (
        "non c'è né uno spazio né un ente `{name}`",
        "there is neither space nor organisation `{name}`",
    ),
    "unknown-project": ("il progetto `{name}` non esiste", "there is no project `{name}`"),
    "unknown-event": ("l'evento `{name}` non esiste", "there is no event `{name}`"),
    "unknown-room": ("lo spazio non ha una sala `{name}`", "the space has no room `{name}`"),
    "unknown-resource": ("lo spazio non presta `{name}`", "the space lends no `{name}`"),
    "unknown-variant": ("il progetto non ha una variante `{name}`", "the project has no variant `{name}`"),
    "unknown-area": ("l'area `{name}` non esiste", "there is no area `{name}`"),
    "unknown-kind": (
        "il tipo di spazio `{name}` non è nell'elenco della rete",
        "the kind `{name}` is not in the network's list",
    ),
    "unknown-theme": (
        "il tema `{name}` non è nell'elenco della rete",
        "the theme `{name}` is not in the network's list",
    ),
    "unknown-target": (
        "il pubblico `{name}` non è nell'elenco della rete",
        "the target `{name}` is not in the network's list",
    ),
}

NEAR = {code: said(it, "forse {near}?", en, "perhaps {near}?") for code, (it, en) in NAMES.items()}
YET = {
    f"{code}-yet": said(
        it, "non ce n'è: aggiungi ciò che manca, o togli il nome", en, "there is none: add it, or remove the name"
    )
    for code, (it, en) in NAMES.items()
}
