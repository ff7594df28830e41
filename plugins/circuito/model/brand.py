"""The brand of a network: colours and type, the one file that rebrands everything."""

from dataclasses import field
from decimal import Decimal
from typing import Annotated, Literal

from .declaration import Means, declared
from .values import COLOUR, Count, Line, Number, ReadWords, Words

FigureName = Literal[
    "door",
    "house",
    "stairs",
    "court",
    "stage",
    "shelf",
    "leaf",
    "fork",
    "wheel",
    "snake",
    "bridge",
    "spiral",
    "tandem",
    "branch",
    "peaks",
    "star",
    "arrow",
    "tee",
]


@declared
class Palette:
    """The colours of one theme, light or dark, as `#rrggbb`. Text must be readable on its background (WCAG 2.2)."""

    paper: Annotated[str, COLOUR, Means("Fondo della pagina", "Ground of the page", '"#ffffff"')]
    surface: Annotated[str, COLOUR, Means("Fondo di schede e riquadri", "Ground of cards", '"#f4f1ea"')]
    ink: Annotated[str, COLOUR, Means("Testo", "Text", '"#16181d"')]
    quiet: Annotated[str, COLOUR, Means("Testo secondario", "Secondary text", '"#555b66"')]
    line: Annotated[str, COLOUR, Means("Filetti e bordi", "Rules and borders", '"#d8d4ca"')]
    accent: Annotated[str, COLOUR, Means("Colore d'accento e collegamenti", "Accent and links", '"#c8102e"')]
    on_accent: Annotated[str, COLOUR, Means("Testo sul colore d'accento", "Text on the accent", '"#ffffff"')]


@declared
class Type:
    """Typefaces: names of the fonts that the site carries; the system's own follow where one is missing."""

    display: Annotated[str, Line(1, 60), Means("Titoli", "Headings", "Bricolage Grotesque")]
    text: Annotated[str, Line(1, 60), Means("Testo", "Text", "Atkinson Hyperlegible Next")]
    arabic: Annotated[str | None, Line(1, 60), Means("Testo arabo", "Arabic text", "Noto Sans Arabic")] = None


@declared
class MarkLook:
    """How the network's mark and those of its spaces are drawn."""

    stop: Annotated[
        Literal["circle", "square", "diamond"], Means("Forma delle fermate", "Shape of stops", "circle")
    ] = "circle"
    bends: Annotated[Literal["round", "sharp"], Means("Curve della linea", "Bends of the line", "round")] = "round"
    weight: Annotated[int, Count(8, 14), Means("Spessore della linea, su 64", "Weight of the line, of 64", 12)] = 12
    figures: Annotated[
        dict[str, FigureName] | None,
        Means(
            "Figura di ogni tipo di spazio; le altre seguono l'ordine dei tipi",
            "Figure of each kind of space; the others follow the order of kinds",
            {"portineria": "door"},
        ),
    ] = None


@declared
class BrandFields:
    """`content/brand.yaml`."""

    colours: Annotated[Palette, Means("Colori del tema chiaro", "Colours of the light theme", {"paper": "#ffffff"})]
    dark: Annotated[Palette, Means("Colori del tema scuro", "Colours of the dark theme", {"paper": "#101217"})]
    lines: Annotated[
        tuple[Annotated[str, COLOUR], ...],
        Means(
            "Colori delle linee: uno per tema, nell'ordine",
            "Line colours: one a theme, in order",
            ["#c8102e", "#0a7d4b"],
        ),
    ]
    type: Annotated[Type, Means("Caratteri", "Typefaces", {"display": "Bricolage Grotesque"})]
    claim: Annotated[
        Words | None,
        ReadWords(120),
        Means("Motto", "Claim", {"it": "Molti luoghi, una linea", "en": "Many places, one line"}),
    ] = None
    voice: Annotated[
        tuple[Annotated[Words, ReadWords(160)], ...],
        Means(
            "Come parla la rete, una regola per voce",
            "How the network speaks, one rule an entry",
            [{"it": "Frasi brevi", "en": "Short sentences"}],
        ),
    ] = ()
    mark: Annotated[MarkLook, Means("Disegno dei segni", "Drawing of marks", {"stop": "circle"})] = field(
        default_factory=MarkLook
    )
    corner: Annotated[
        Decimal, Number(Decimal(0), Decimal(2)), Means("Raggio degli angoli, in rem", "Corner radius, in rem", 0.25)
    ] = Decimal("0.25")


DEFAULT_BRAND = BrandFields(
    colours=Palette(
        paper="#ffffff",
        surface="#f5f3ee",
        ink="#15181e",
        quiet="#535a66",
        line="#d9d5cc",
        accent="#b3122d",
        on_accent="#ffffff",
    ),
    dark=Palette(
        paper="#111318",
        surface="#1b1e26",
        ink="#f1efe9",
        quiet="#a9afbb",
        line="#353a45",
        accent="#ff8a93",
        on_accent="#15181e",
    ),
    lines=("#c8102e", "#0a7d4b", "#c78800", "#1d5fbf", "#7b3fa0", "#00808a", "#d4541b", "#6b6f2a"),
    type=Type(display="Bricolage Grotesque", text="Atkinson Hyperlegible Next", arabic="Noto Sans Arabic"),
)
