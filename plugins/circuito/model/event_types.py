"""Types of public events: the national list of codes, with names and the class of schema.org of each.

Codes and Italian names are those of AGID's vocabulary `public-event-types`
(https://w3id.org/italia/controlled-vocabulary/public-event-types/). English names and classes are ours, since the
vocabulary's own links to schema.org have faults.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

VOCABULARY = "https://w3id.org/italia/controlled-vocabulary/public-event-types/"


class EventType(Struct, frozen=True):
    """The names of a type and its class of schema.org."""

    it: str
    en: str
    schema: str


def name(code: str, lang: str) -> str:
    """The name of a type: Italian, or English in every other language. An unknown code has its group's name."""
    found = typed(code)
    return (found.it if lang.partition("-")[0] == "it" else found.en) if found else ""


def schema_class(code: str | None) -> str:
    """The class of schema.org: `Event` where no type is stated."""
    found = typed(code or "")
    return found.schema if found else "Event"


def address(code: str) -> str:
    """The address of a type in the national vocabulary: `1.1.3` ends in `113`."""
    return VOCABULARY + code.replace(".", "")


def typed(code: str) -> EventType | None:
    """The type of a code, or that of the nearest group around it."""
    while code and code not in EVENT_TYPES:
        code = code.rpartition(".")[0]
    return EVENT_TYPES.get(code)


EVENT_TYPES: Mapping[str, EventType] = {
    "1": EventType("Evento culturale", "Cultural event", "Event"),
    "1.1": EventType("Manifestazione artistica", "Arts event", "Event"),
    "1.1.1": EventType("Festival", "Festival", "Festival"),
    "1.1.2": EventType("Mostra", "Exhibition", "ExhibitionEvent"),
    "1.1.3": EventType("Spettacolo teatrale", "Theatre", "TheaterEvent"),
    "1.1.4": EventType("Spettacolo di danza", "Dance", "DanceEvent"),
    "1.1.5": EventType("Manifestazione musicale", "Music", "MusicEvent"),
    "1.1.6": EventType("Visita guidata", "Guided visit", "Event"),
    "1.1.7": EventType("Lettura (pubblica)", "Public reading", "LiteraryEvent"),
    "1.1.8": EventType("Proiezione cinematografica", "Screening", "ScreeningEvent"),
    "1.1.9": EventType("Visita libera", "Free visit", "Event"),
    "1.2": EventType("Evento di formazione", "Training", "EducationEvent"),
    "1.2.1": EventType("Scuola estiva / invernale", "Summer/winter school", "EducationEvent"),
    "1.2.2": EventType("Webinar", "Webinar", "EducationEvent"),
    "1.2.3": EventType("Seminario", "Seminar", "EducationEvent"),
    "1.2.4": EventType("Laboratorio", "Workshop", "EducationEvent"),
    "1.2.5": EventType("Presentazione libro", "Book presentation", "LiteraryEvent"),
    "1.2.6": EventType("Corso", "Course", "CourseInstance"),
    "1.3": EventType("Conferenza e summit", "Conference", "BusinessEvent"),
    "1.3.1": EventType("Convegno / Conferenza", "Conference", "BusinessEvent"),
    "1.3.2": EventType("Vertice", "Summit", "BusinessEvent"),
    "1.3.3": EventType("Congresso", "Congress", "BusinessEvent"),
    "1.4": EventType("Giornata informativa", "Information day", "Event"),
    "1.4.1": EventType("Giornata aperta", "Open day", "Event"),
    "2": EventType("Evento sociale", "Social event", "SocialEvent"),
    "2.1": EventType("Concorso e cerimonia", "Competition, ceremony", "SocialEvent"),
    "2.1.1": EventType("Cerimonia", "Ceremony", "SocialEvent"),
    "2.1.2": EventType("Concorso / Competizione", "Competition", "SocialEvent"),
    "2.2": EventType("Dibattito pubblico", "Public debate", "SocialEvent"),
    "2.2.1": EventType("Dibattito / Dialogo pubblico", "Debate, dialogue", "SocialEvent"),
    "2.2.2": EventType("Forum", "Forum", "SocialEvent"),
    "2.3": EventType("Incontro con esperti", "Meeting with experts", "SocialEvent"),
    "2.3.1": EventType("Riunione esperti / portatori d'interesse", "Stakeholders' meeting", "SocialEvent"),
    "2.3.2": EventType("Hackathon / Datathon", "Hackathon", "Hackathon"),
    "2.4": EventType("Raduno di comunità", "Community gathering", "SocialEvent"),
    "2.4.1": EventType("Sfilata", "Parade", "SocialEvent"),
    "2.4.2": EventType("Sagra", "Popular feast", "FoodEvent"),
    "2.4.3": EventType("Torneo storico / Palio", "Historical tournament", "SocialEvent"),
    "2.4.4": EventType("Festa patronale / dei santi", "Patron's feast", "SocialEvent"),
    "2.4.5": EventType("Mercato / Mercatino", "Market", "SaleEvent"),
    "2.4.6": EventType("Commemorazione", "Commemoration", "SocialEvent"),
    "2.5": EventType("Evento religioso", "Religious event", "SocialEvent"),
    "2.5.1": EventType("Giubileo", "Jubilee", "SocialEvent"),
    "2.5.2": EventType("Udienza giubilare", "Jubilee audience", "SocialEvent"),
    "2.5.3": EventType("Processione", "Procession", "SocialEvent"),
    "2.5.4": EventType("Celebrazione ecumenica", "Ecumenical celebration", "SocialEvent"),
    "2.5.5": EventType("Lettura religiosa", "Religious reading", "SocialEvent"),
    "2.5.6": EventType("Raduno religioso", "Religious gathering", "SocialEvent"),
    "2.5.7": EventType("Santificazione", "Sanctification", "SocialEvent"),
    "3": EventType("Evento politico", "Political event", "Event"),
    "3.1": EventType("Incontro politico", "Political meeting", "Event"),
    "3.1.1": EventType("Congresso / riunione di partito", "Party congress", "Event"),
    "3.1.2": EventType("Corteo / sciopero", "March or strike", "Event"),
    "3.1.3": EventType("Comizio elettorale", "Electoral rally", "Event"),
    "4": EventType("Evento d'affari o commerciale", "Business event", "BusinessEvent"),
    "4.1": EventType("Fiera / Salone", "Fair", "BusinessEvent"),
    "4.1.1": EventType("Fiera / Salone", "Fair", "BusinessEvent"),
    "4.1.2": EventType("Esposizione / Esposizione globale", "Exposition", "ExhibitionEvent"),
    "4.2": EventType("Riunione d'affari", "Business meeting", "BusinessEvent"),
    "4.2.1": EventType("Riunione d'affari", "Business meeting", "BusinessEvent"),
    "4.2.2": EventType("Convention", "Convention", "BusinessEvent"),
    "4.2.3": EventType("Tavola rotonda", "Round table", "BusinessEvent"),
    "4.3": EventType("Evento stagionale commerciale", "Seasonal sale", "SaleEvent"),
    "4.3.1": EventType("Vendita di fine stagione", "End-of-season sale", "SaleEvent"),
    "5": EventType("Evento sportivo", "Sports event", "SportsEvent"),
    "5.1": EventType("Manifestazione sportiva", "Sports event", "SportsEvent"),
    "5.1.1": EventType("Partita", "Match", "SportsEvent"),
    "5.1.2": EventType("Gara / Torneo / Competizione", "Competition", "SportsEvent"),
    "5.1.3": EventType("Escursione", "Excursion", "SportsEvent"),
    "5.1.4": EventType("Galà sportivo", "Sports gala", "SportsEvent"),
    "5.1.5": EventType("Corsa", "Race", "SportsEvent"),
    "5.1.6": EventType("Raduno sportivo", "Sports gathering", "SportsEvent"),
}
