"""What is said of texts: those of spaces and projects, and the office's news and pages."""

from __future__ import annotations

from .sentence import said

TEXTS = {
    "text-too-large": said("il testo supera {most} KB", "accorcialo", "the text exceeds {most} KB", "shorten it"),
    "text-html": said(
        "nel testo c'è HTML, che qui non si usa",
        "usa il Markdown: **grassetto**, elenchi, [collegamenti](https://…)",
        "the text holds HTML, which is not used here",
        "use Markdown: **bold**, lists, [links](https://…)",
    ),
    "text-image": said(
        "le immagini non stanno nel testo",
        "mettile nel campo `pictures`, con `alt` e `credit`",
        "pictures do not stand in the text",
        "put them into the field `pictures`, with `alt` and `credit`",
    ),
    "office-missing": said(
        "manca `{field}:` nell'intestazione",
        "aggiungi la riga all'inizio del file",
        "`{field}:` is missing in the head",
        "add the line at the beginning of the file",
    ),
    "office-head": said(
        "questa riga non è un campo `Nome: valore`",
        "qui l'intestazione si scrive senza `---`, e una riga vuota la divide dal testo",
        "this line is not a field `Name: value`",
        "the head is written without `---` here, and an empty line parts it from the text",
    ),
    "office-lang": said(
        "`Lang: {value}` non è la lingua del nome del file",
        "scrivi Lang: {lang}, o cambia il nome del file",
        "`Lang: {value}` is not the language of the file's name",
        "write Lang: {lang}, or rename the file",
    ),
    "office-slug-twice": said(
        "`{slug}` è già lo Slug di {other}",
        "scrivine un altro",
        "`{slug}` is the Slug of {other} already",
        "write another",
    ),
    "office-attached": said(
        "in notizie e pagine non si mettono allegati",
        "togli il collegamento al file",
        "news and pages hold no attachments",
        "remove the link to the file",
    ),
    "office-picture": said(
        "l'immagine non è scritta come si deve",
        'su una riga sua, fra righe vuote: ![che cosa si vede](nome.jpg "chi l\'ha fatta, licenza")',
        "the picture is not written as it must be",
        'on a line of its own, between empty lines: ![what can be seen](name.jpg "who made it, licence")',
    ),
    "text-link": said(
        "un collegamento nel testo non porta da nessuna parte",
        "scrivi l'indirizzo intero, da https://",
        "a link in the text leads nowhere",
        "write the address in full, from https:// on",
    ),
}
