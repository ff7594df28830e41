"""What a new network begins with: words for its vocabularies, a first event, settings, and what to read first."""

# Each with its name in files and in words, in Italian and English.
KINDS = (
    (("casa-di-quartiere", "Casa di quartiere"), ("neighbourhood-house", "Neighbourhood house")),
    (("portineria", "Portineria sociale"), ("porters-lodge", "Social porter's lodge")),
    (("centro-culturale", "Centro culturale"), ("arts-centre", "Arts centre")),
    (("biblioteca", "Biblioteca"), ("library", "Library")),
    (("circolo", "Circolo"), ("club", "Social club")),
    (("giardino", "Giardino condiviso"), ("garden", "Community garden")),
    (("laboratorio", "Laboratorio"), ("workshop", "Workshop")),
)
THEMES = (
    (("cura", "Cura"), ("care", "Care")),
    (("cultura", "Cultura"), ("culture", "Culture")),
    (("cibo", "Cibo"), ("food", "Food")),
    (("lavoro", "Lavoro"), ("work", "Work")),
    (("ambiente", "Ambiente"), ("environment", "Environment")),
)
TARGETS = (
    (("tutti", "Tutti"), ("everyone", "Everyone")),
    (("famiglie", "Famiglie"), ("families", "Families")),
    (("giovani", "Giovani"), ("young-people", "Young people")),
    (("anziani", "Anziani"), ("older-people", "Older people")),
)
OPENING = {
    "it": (
        "Porte aperte",
        "Veniteci a trovare: si visita lo spazio e si racconta che cosa vorremmo farci.",
        "Questo evento è un esempio: cambialo o toglilo.",
    ),
    "en": (
        "Open doors",
        "Come and see us: a look around, and what we would like to do here.",
        "This event is an example: change it or remove it.",
    ),
}
SETTINGS = '''"""The network's settings: where it is published, and what."""

from circuito.settings import *

SITENAME = {name}
SITEURL = {site}
TIMEZONE = {timezone}
DEFAULT_LANG = {lang}
'''
NEWS = """
ARTICLE_URL = "news/{slug}/"
ARTICLE_SAVE_AS = "news/{slug}/index.html"
"""
README = {
    "it": """# {name}

Il sito della rete, fatto di file di testo da Circuito.

## Vederlo

```console
$ python3 -m venv .venv
$ .venv/bin/pip install --requirement requirements.txt
$ .venv/bin/circuito check
$ .venv/bin/circuito publish
$ .venv/bin/python -m http.server -d output
```

`check` dice che cosa non va, con la riga e il rimedio; `publish` fa il sito in `output/`.
L'ultimo comando lo mostra su http://localhost:8000.

## Che cosa c'è

| dove | che cosa |
|---|---|
| `pelicanconf.py` | nome e indirizzo del sito: prima di pubblicare, metti in `SITEURL` quello vero |
| `requirements.txt` | il programma, nella versione con cui la rete è nata |
| `content/network.yaml` | la rete: lingue, tipi di spazio, temi, pubblici |
| `content/brand.yaml` | colori e caratteri |
| `content/organisations/` | gli enti, uno per file |
| `spaces/{space}/` | il primo spazio |
| `events/{space}/` | i suoi eventi, uno per file |

## Andare avanti

```console
$ .venv/bin/circuito new space
$ .venv/bin/circuito new event
$ .venv/bin/circuito new organisation
$ .venv/bin/circuito new project
$ .venv/bin/circuito fmt
```

Ogni comando fa le domande che servono e scrive un file; quello che manca si aggiunge a mano.

## Lavorarci in tanti

Se `requirements.txt` nomina un posto del tuo computer, segui prima la riga che c'è sopra: gli altri non lo vedono.
Metti la cartella in git presso GitHub, GitLab, Forgejo o Gitea.
In `content/network.yaml` scrivi dov'è (`repository`) e chi è l'ufficio (`office`), poi:

```console
$ .venv/bin/circuito hosting
$ .venv/bin/circuito owners
$ .venv/bin/circuito forms
```

Scrivono i controlli delle proposte, la pubblicazione di ogni notte, a chi chiedere di guardare, e i moduli per tutti.
""",
    "en": """# {name}

The network's site, made of text files by Circuito.

## Seeing it

```console
$ python3 -m venv .venv
$ .venv/bin/pip install --requirement requirements.txt
$ .venv/bin/circuito check
$ .venv/bin/circuito publish
$ .venv/bin/python -m http.server -d output
```

`check` says what is wrong, with the line and the remedy; `publish` makes the site in `output/`.
The last command shows it on http://localhost:8000.

## What is here

| where | what |
|---|---|
| `pelicanconf.py` | the site's name and address: put the real one into `SITEURL` before you publish |
| `requirements.txt` | the program, in the version with which the network began |
| `content/network.yaml` | the network: languages, kinds of space, themes, targets |
| `content/brand.yaml` | colours and typefaces |
| `content/organisations/` | organisations, one a file |
| `spaces/{space}/` | the first space |
| `events/{space}/` | its events, one a file |

## Going on

```console
$ .venv/bin/circuito new space
$ .venv/bin/circuito new event
$ .venv/bin/circuito new organisation
$ .venv/bin/circuito new project
$ .venv/bin/circuito fmt
```

Each command asks what it needs and writes a file; what is missing is added by hand.

## Working on it together

If `requirements.txt` names a place on your computer, follow the line above it first: others cannot see it.
Put the folder into git at GitHub, GitLab, Forgejo or Gitea.
In `content/network.yaml` write where it is (`repository`) and who is the office (`office`), then:

```console
$ .venv/bin/circuito hosting
$ .venv/bin/circuito owners
$ .venv/bin/circuito forms
```

They write the checks of proposals, the publishing of every night, whom to ask, and forms for those who know no git.
""",
}
IGNORED = "output/\n.circuito/\n.venv/\nnode_modules/\n__pycache__/\n"
