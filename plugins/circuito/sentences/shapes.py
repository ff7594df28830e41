"""What is said of values that do not have the form of what they are: addresses, days, colours, codes."""

from __future__ import annotations

from .sentence import said

SHAPES = {
    "language-unknown": said(
        "`{value}` non è il codice di una lingua nota",
        "scrivi it, en, ar, …",
        "`{value}` is the code of no known language",
        "write it, en, ar, …",
    ),
    "day-order": said(
        "`{value}` non è una data in ordine anno-mese-giorno",
        "scrivi {iso}",
        "`{value}` is not a date in the order year-month-day",
        "write {iso}",
    ),
    "day-shape": said(
        "`{value}` in `{field}` non è una data",
        "scrivi anno-mese-giorno, come 2026-11-28",
        "`{value}` in `{field}` is not a date",
        "write year-month-day, such as 2026-11-28",
    ),
    "end-shape": said(
        "`{value}` in `{field}` non è né un'ora né una data",
        "scrivi un'ora, come 20:00, o una data, come 2026-11-28",
        "`{value}` in `{field}` is neither a time nor a date",
        "write a time, such as 20:00, or a date, such as 2026-11-28",
    ),
    "day-impossible": said(
        "il giorno `{value}` non esiste", "controlla il calendario", "there is no day `{value}`", "check the calendar"
    ),
    "day-far": said("`{value}` è troppo lontano", "controlla l'anno", "`{value}` is too far away", "check the year"),
    "clock-shape": said(
        "`{value}` in `{field}` non è un'ora",
        "scrivi ore e minuti, come 18:30",
        "`{value}` in `{field}` is not a time",
        "write hours and minutes, such as 18:30",
    ),
    "hours-shape": said(
        "`{value}` in `{field}` non è un orario",
        "scrivi 09:00-13:00, 15:00-19:00, oppure closed",
        "`{value}` in `{field}` are no hours",
        "write 09:00-13:00, 15:00-19:00, or closed",
    ),
    "slug-shape": said(
        "`{value}` in `{field}` non va bene come nome",
        "usa lettere minuscole senza accenti, cifre e trattini",
        "`{value}` in `{field}` cannot be a name",
        "use lower-case letters without accents, digits and hyphens",
    ),
    "account-shape": said(
        "`{value}` in `{field}` non è il nome di un account",
        "scrivilo come sta nell'indirizzo della sua pagina, senza `@`: `ada-riva`, o `rete/ufficio` per una squadra",
        "`{value}` in `{field}` is not the name of an account",
        "write it as in the address of its page, without `@`: `ada-riva`, or `rete/ufficio` for a team",
    ),
    "file-name-shape": said(
        "`{value}` in `{field}` non va bene come nome di file",
        "usa minuscole, cifre e trattini: `cortile-estate.jpg`",
        "`{value}` in `{field}` cannot be a file's name",
        "use lower case, digits and hyphens: `cortile-estate.jpg`",
    ),
    "url-shape": said(
        "`{value}` in `{field}` non è un indirizzo",
        "scrivilo intero, da https://",
        "`{value}` in `{field}` is no address",
        "write it in full, from https:// on",
    ),
    "email-shape": said(
        "`{value}` in `{field}` non è un indirizzo di posta",
        "scrivilo come info@example.org",
        "`{value}` in `{field}` is no e-mail address",
        "write it like info@example.org",
    ),
    "phone-shape": said(
        "`{value}` in `{field}` non è un numero di telefono",
        'scrivilo tra virgolette, come "02 1234 5678"',
        "`{value}` in `{field}` is no telephone number",
        'write it in quotes, such as "02 1234 5678"',
    ),
    "postcode-shape": said(
        "`{value}` in `{field}` non è un CAP",
        'scrivilo tra virgolette, come "20139"',
        "`{value}` in `{field}` is no postcode",
        'write it in quotes, such as "20139"',
    ),
    "language-shape": said(
        "`{value}` in `{field}` non è il codice di una lingua",
        "scrivi it, en, ar, …",
        "`{value}` in `{field}` is no language code",
        "write it, en, ar, …",
    ),
    "colour-shape": said(
        "`{value}` in `{field}` non è un colore",
        'scrivilo tra virgolette, come "#c8102e"',
        "`{value}` in `{field}` is no colour",
        'write it in quotes, such as "#c8102e"',
    ),
    "branch-shape": said(
        "`{value}` in `{field}` non è il nome di un ramo",
        "scrivilo come main",
        "`{value}` in `{field}` is no name of a branch",
        "write it like main",
    ),
    "folder-shape": said(
        "`{value}` in `{field}` non è una cartella del deposito",
        "scrivila senza barre in testa e in coda, come siti/rete",
        "`{value}` in `{field}` is no folder of the repository",
        "write it without slashes at its ends, like sites/network",
    ),
    "domain-shape": said(
        "`{value}` in `{field}` non è un dominio",
        "scrivilo come rete.example.org",
        "`{value}` in `{field}` is no domain",
        "write it like rete.example.org",
    ),
    "tiles-shape": said(
        "`{value}` in `{field}` non è un indirizzo di tessere",
        "scrivilo tra virgolette con {{z}}, {{x}} e {{y}}, come https://tiles.example.org/{{z}}/{{x}}/{{y}}.png",
        "`{value}` in `{field}` is no address of tiles",
        "write it in quotes with {{z}}, {{x}} and {{y}}, like https://tiles.example.org/{{z}}/{{x}}/{{y}}.png",
    ),
    "country-shape": said(
        "`{value}` in `{field}` non è il codice di un paese",
        "due lettere maiuscole, come IT",
        "`{value}` in `{field}` is no country code",
        "two capital letters, such as IT",
    ),
    "currency-shape": said(
        "`{value}` in `{field}` non è il codice di una valuta",
        "tre lettere maiuscole, come EUR",
        "`{value}` in `{field}` is no currency code",
        "three capital letters, such as EUR",
    ),
    "event-type-shape": said(
        "`{value}` in `{field}` non è un codice di tipo di evento",
        'scrivilo tra virgolette, come "1.2.4" (laboratorio); l\'elenco è nella guida',
        "`{value}` in `{field}` is no code of an event type",
        'write it in quotes, such as "1.2.4" (workshop); the list is in the guide',
    ),
}
