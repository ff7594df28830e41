"""What is said of things outside: links that lead nowhere, pages and tables with events, the branch of what is kept."""

from __future__ import annotations

from .sentence import said

LINKS = {
    "link-gone": (
        "{url} è stato tolto per sempre (dal {since})", "togli il collegamento, o scrivi quello nuovo",
        "{url} was taken away for good (since {since})", "remove the link, or write the new one",
    ),
    "link-no-host": (
        "il sito di {url} non esiste più (dal {since})", "togli il collegamento, o scrivi quello nuovo",
        "the site of {url} is no longer there (since {since})", "remove the link, or write the new one",
    ),
    "link-no-answer": (
        "{url} non risponde (dal {since})", "aprilo nel browser: se non va nemmeno lì, toglilo",
        "{url} does not answer (since {since})", "open it in a browser: if it fails there too, remove it",
    ),
    "link-refused": (
        "{url} non si può aprire in sicurezza (dal {since})",
        "controlla l'indirizzo; forse ha una porta, o il certificato è scaduto",
        "{url} cannot be opened safely (since {since})",
        "check the address; perhaps it has a port, or its certificate has expired",
    ),
    "link-status": (
        "{url} risponde {status} (dal {since})", "correggi l'indirizzo, o togli il collegamento",
        "{url} answers {status} (since {since})", "correct the address, or remove the link",
    ),
    "link-once": (
        "oggi {url} non va ({status})", "niente, per ora: conta solo se non va anche un altro giorno",
        "{url} fails today ({status})", "nothing yet: it counts only if it fails on another day too",
    ),
}  # fmt: skip

PAGES = {
    "page-none": (
        "quello che è arrivato non è una pagina web", "gli eventi restano come sono; controlla l'indirizzo",
        "what came is no web page", "events stay as they are; check the address",
    ),
    "page-without-events": (
        "la pagina non dice di nessun evento in JSON-LD o h-event",
        "indica la pagina di un evento o dell'agenda; se il sito non ne scrive, usa un calendario o una tabella",
        "the page tells of no event in JSON-LD or h-event",
        "name the page of an event or of the agenda; if the site writes none, use a calendar or a table",
    ),
    "page-script-broken": (
        "un blocco JSON-LD della pagina non si può leggere", "gli altri si leggono; dillo a chi tiene il sito",
        "a block of JSON-LD on the page cannot be read", "the others are read; tell who keeps the site",
    ),
    "entry-untitled": (
        "«{title}» non ha un titolo", "dagliene uno dove l'evento è scritto",
        "“{title}” has no title", "give it one where the event is written",
    ),
    "entry-beside": (
        "«{title}» è solo segnalato a lato", "niente: si prende dalla pagina che lo racconta",
        "“{title}” is only pointed to", "nothing: it is taken from the page that tells it",
    ),
}  # fmt: skip

TABLES = {
    "table-unreadable": (
        "il file non si può aprire come tabella", "salvalo di nuovo come CSV, .xlsx o .ods",
        "the file cannot be opened as a table", "save it again as CSV, .xlsx or .ods",
    ),
    "table-quotes": (
        "le virgolette che si aprono alla riga {row} non si chiudono", "chiudile, o salva di nuovo la tabella",
        "the quotes that open in row {row} are not closed", "close them, or save the table again",
    ),
    "table-without-heads": (
        "nessuna riga ha le intestazioni: si è letto «{heads}»",
        "la prima riga dica almeno `titolo` e `data`; il modello è in docs/spazi/modello-eventi.csv",
        "no row has the heads: “{heads}” was read",
        "let the first row say at least `titolo` and `data`; the model is in docs/spazi/modello-eventi.csv",
    ),
    "table-long": (
        "la tabella ha {count} righe", "al massimo {most}: togli gli anni passati",
        "the table has {count} rows", "at most {most}: take out past years",
    ),
    "table-column": (
        "la colonna «{name}» non è tra quelle che si leggono",
        "resta dov'è; le colonne note sono in docs/spazi/dal-sito-e-da-tabelle.md",
        "the column “{name}” is none of those that are read",
        "it stays where it is; docs/spazi/dal-sito-e-da-tabelle.md has those that are",
    ),
    "row-lacks": (
        "riga {row}, colonna {column} (`{head}`): è vuota", "scrivi qualcosa: senza, l'evento non si può pubblicare",
        "row {row}, column {column} (`{head}`): it is empty", "write something: the event cannot be published without",
    ),
    "row-day": (
        "riga {row}, colonna {column} (`{head}`): «{value}» non è una data intera",
        "scrivi giorno, mese e anno: `28/11/2026`",
        "row {row}, column {column} (`{head}`): “{value}” is no whole date", "write day, month and year: `28/11/2026`",
    ),
    "row-clock": (
        "riga {row}, colonna {column} (`{head}`): «{value}» non è un'ora", "scrivi `18:00`, o `18:00-20:00`",
        "row {row}, column {column} (`{head}`): “{value}” is no time", "write `18:00`, or `18:00-20:00`",
    ),
    "row-price": (
        "riga {row}, colonna {column} (`{head}`): «{value}» non è un prezzo",
        "scrivi `gratis`, `offerta libera`, `8` o `intero 10; ridotto 7`",
        "row {row}, column {column} (`{head}`): “{value}” is no price",
        "write `gratis`, `offerta libera`, `8` or `intero 10; ridotto 7`",
    ),
    "row-status": (
        "riga {row}, colonna {column} (`{head}`): «{value}» non è uno stato",
        "scrivi `annullato`, `rinviato`, `esaurito`, o niente",
        "row {row}, column {column} (`{head}`): “{value}” is no status",
        "write `annullato`, `rinviato`, `esaurito`, or nothing",
    ),
}  # fmt: skip

STATE = {
    "state-name": (
        "`{name}` non è un file che i giri ricordano", "è lasciato stare, e il prossimo salvataggio lo toglie",
        "`{name}` is no file that runs remember", "it is left alone, and the next save removes it",
    ),
    "state-kind": (
        "`{name}` non è un file normale", "è lasciato stare, e il prossimo salvataggio lo sostituisce",
        "`{name}` is no ordinary file", "it is left alone, and the next save replaces it",
    ),
    "state-large": (
        "`{name}` supera {most} KB", "è lasciato stare, e il prossimo salvataggio lo sostituisce",
        "`{name}` is larger than {most} KB", "it is left alone, and the next save replaces it",
    ),
    "state-content": (
        "`{name}` dice cose che nessun giro può aver scritto", "è lasciato stare, e si ricomincia a contare",
        "`{name}` says what no run can have written", "it is left alone, and counting begins anew",
    ),
    "state-many": (
        "sul ramo ci sono più di {most} file, o troppo grandi", "è lasciato stare tutto, e si ricomincia a contare",
        "there are more than {most} files on the branch, or too large ones",
        "all of it is left alone, and counting begins anew",
    ),
}  # fmt: skip

OUTSIDE = {code: said(*each) for code, each in {**LINKS, **PAGES, **TABLES, **STATE}.items()}
