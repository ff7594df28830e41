"""What the network's office names once for all files: words, divisions of the city, programmes."""

from datetime import date
from typing import Annotated

from .declaration import Means, RefersTo, declared
from .times import Day
from .values import COLOUR, FILE_NAME, SLUG, Line, ReadWords, Words


@declared
class Term:
    """One word of a vocabulary of the network: a theme, a target, a kind of space."""

    id: Annotated[str, SLUG, Means("Nome nei file e negli indirizzi", "Name in files and addresses", "cura")]
    name: Annotated[Words, ReadWords(60), Means("Nome sul sito", "Name on the site", {"it": "Cura", "en": "Care"})]
    summary: Annotated[
        Words | None,
        ReadWords(240),
        Means("Di che cosa si tratta", "What it is about", {"it": "Stare vicini", "en": "Being near"}),
    ] = None
    colour: Annotated[str | None, COLOUR, Means("Colore della linea", "Colour of its line", '"#0a7d4b"')] = None


@declared
class AreaSet:
    """One division of the city, drawn in one GeoJSON file: neighbourhoods, municipalities. Divisions need not nest."""

    id: Annotated[str, SLUG, Means("Nome della suddivisione", "Name of the division", "quartieri")]
    file: Annotated[str, FILE_NAME, Means("File in content/areas/", "File in content/areas/", "quartieri.geojson")]
    name: Annotated[
        Words, ReadWords(60), Means("Nome al plurale", "Plural name", {"it": "Quartieri", "en": "Neighbourhoods"})
    ]
    key: Annotated[
        str, Line(1, 40), Means("Proprietà che identifica un'area", "Property that identifies an area", "id")
    ]
    label: Annotated[str, Line(1, 40), Means("Proprietà con il nome", "Property with the name", "name")]
    title: Annotated[
        Words | None,
        ReadWords(60),
        Means(
            "Come si scrive il nome; {} è quello del file", "How the name is written; {} is the file's", "Municipio {}"
        ),
    ] = None
    attribution: Annotated[
        str | None, Line(1, 300), Means("Fonte e licenza da scrivere", "Source and licence to print")
    ] = None


@declared
class Strand:
    """A thematic area of a programme, with its spaces."""

    id: Annotated[str, SLUG, Means("Nome nei file", "Name in files", "portinerie")]
    name: Annotated[
        Words, ReadWords(80), Means("Nome", "Name", {"it": "Portinerie sociali", "en": "Social porter's lodges"})
    ]
    summary: Annotated[Words | None, ReadWords(240), Means("In una frase", "In one sentence")] = None
    spaces: Annotated[
        tuple[Annotated[str, SLUG], ...], RefersTo("space"), Means("Spazi", "Spaces", ["portineria-corvetto"])
    ]


@declared
class Programme:
    """Several spaces that work under one funded plan."""

    id: Annotated[
        str, SLUG, Means("Nome nei file e negli indirizzi", "Name in files and addresses", "quartieri-in-rete")
    ]
    name: Annotated[Words, ReadWords(80), Means("Nome", "Name", "Quartieri in rete")]
    summary: Annotated[Words | None, ReadWords(240), Means("In una frase", "In one sentence")] = None
    starts: Annotated[date | None, Day(), Means("Inizio", "Start", "2025-09-01")] = None
    ends: Annotated[date | None, Day(), Means("Fine", "End", "2027-08-31")] = None
    lead: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("organisation"),
        Means("Enti responsabili", "Lead bodies", ["gruppo-beta"]),
    ] = ()
    strands: Annotated[tuple[Strand, ...], Means("Aree tematiche", "Thematic areas", [])] = ()
