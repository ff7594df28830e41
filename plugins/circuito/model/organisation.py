"""Organisations, which run spaces or propose projects."""

from typing import Annotated, Any, Literal

from .declaration import Means, RefersTo, Translated, declared
from .place import Contact
from .values import SLUG, URL, Anything, Line

LegalForm = Literal[
    "aps",
    "odv",
    "association",
    "social-cooperative",
    "cooperative",
    "social-enterprise",
    "foundation",
    "committee",
    "company",
    "public-body",
    "parish",
    "informal-group",
    "temporary-association",
    "other",
]


@declared
class OrganisationFields:
    """Who runs spaces or proposes projects: `content/organisations/<organisation>.md`. One may run several spaces."""

    name: Annotated[str, Line(2, 120), Means("Nome", "Name", "Cooperativa Alfa")]
    legal_form: Annotated[LegalForm, Means("Forma giuridica", "Legal form", "social-cooperative")]
    summary: Annotated[
        str | None,
        Line(1, 180),
        Translated(),
        Means("L'ente in una frase", "The organisation in one sentence", "Lavoro e cura dal 1994."),
    ] = None
    partners: Annotated[
        tuple[Annotated[str, SLUG], ...],
        RefersTo("organisation"),
        Means("Partner, se associazione temporanea", "Partners, if a temporary association", ["gruppo-beta"]),
    ] = ()
    city: Annotated[str | None, Line(1, 80), Means("Città", "City", "Milano")] = None
    contact: Annotated[Contact | None, Means("Contatti", "Contact", {"email": "info@example.org"})] = None
    website: Annotated[str | None, URL, Means("Sito", "Web site", "https://example.org")] = None
    extra: Annotated[
        dict[str, Any] | None, Anything(), Means("Fatti propri di una rete", "Facts of a network's own", {})
    ] = None
