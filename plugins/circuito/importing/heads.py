"""The words at the head of a table by which its columns are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from . import cells
from .places import folded

HEADS = {
    "title": "titolo, evento, nome, attivita, che cosa, title, event, name, what, activity",
    "day": "data, giorno, data inizio, dal, quando, date, day, start date, starts, start, inizio, when, from",
    "clock": "ora, orario, ora inizio, dalle, orari, time, start time, hour, hours",
    "end_clock": "fine, ora fine, alle, end, end time, ends, until",
    "end_day": "data fine, al, ultimo giorno, end date, to, last day",
    "place": "luogo, dove, sede, place, where, location, venue",
    "address": "indirizzo, via, address, street",
    "room": "sala, stanza, spazio interno, room",
    "summary": "sommario, in breve, sottotitolo, summary, subtitle, abstract",
    "description": "descrizione, testo, dettagli, description, text, details",
    "price": "prezzo, costo, ingresso, biglietto, prezzi, price, cost, admission, fee",
    "booking": "prenotazione, prenotazioni, iscrizione, iscrizioni, biglietti, booking, registration, tickets",
    "link": "link, url, sito, pagina, collegamento, web, website, page",
    "ages": "eta, anni, age, ages",
    "audience": "pubblico, per chi, destinatari, rivolto a, audience, target, for whom",
    "sorts": "tema, temi, tipo, categoria, categorie, genere, theme, themes, type, category, kind, tags",
    "languages": "lingua, lingue, language, languages",
    "status": "stato, status, state",
    "doors": "apertura porte, porte, doors",
    "name": "id, codice, identificativo, code, uid",
}  # fmt: skip
KNOWN = {word: field for field, words in HEADS.items() for word in words.split(", ")}


def fields_of(row: Sequence[Any]) -> dict[int, str]:
    """The fields that a row of heads names, by column; the first of two columns for one field counts."""
    found: dict[int, str] = {}
    for column, cell in enumerate(row):
        field = KNOWN.get(re.sub(r"[^a-z ]+", " ", folded(cells.text_of(cell)[:60])).strip())
        if field and field not in found.values():
            found[column] = field
    return found
