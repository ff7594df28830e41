"""What each problem says, in Italian and English: the fact, then the remedy."""

from __future__ import annotations

from .agenda import AGENDA
from .circulation import CIRCULATION
from .importing import IMPORTING
from .outside import OUTSIDE
from .reviewing import REVIEWING

Sentence = tuple[str, str]


def said(it: str, it_remedy: str, en: str, en_remedy: str) -> dict[str, Sentence]:
    """One sentence in both languages."""
    return {"it": (it, it_remedy), "en": (en, en_remedy)}


FILES = {
    "file-link": said(
        "è un collegamento, non un file", "metti qui il file vero", "is a link, not a file", "put the file itself here"
    ),
    "file-hard-link": said(
        "lo stesso file sta anche altrove", "fanne una copia", "the same file stands elsewhere too", "make a copy"
    ),
    "file-special": said("non è un file normale", "toglilo", "is not an ordinary file", "remove it"),
    "file-name": said(
        "il nome del file ha caratteri non ammessi",
        "chiamalo `{name}`",
        "the file's name has characters that are not allowed",
        "call it `{name}`",
    ),
    "file-name-long": said(
        "il nome del file o della cartella è troppo lungo",
        "al massimo {most} caratteri",
        "the name of the file or folder is too long",
        "at most {most} characters",
    ),
    "folder-deep": said(
        "le cartelle sono annidate troppo",
        "al massimo {most} livelli",
        "the folders are nested too deep",
        "at most {most} levels",
    ),
    "folder-incomplete": said(
        "nella cartella manca `{name}`",
        "scrivilo, o togli la cartella",
        "the folder lacks `{name}`",
        "write it, or remove the folder",
    ),
    "file-unexpected": said(
        "`{name}` non è un file che qui ci si aspetta",
        "guarda in docs/spazi dove sta ogni cosa, o toglilo",
        "`{name}` is not a file that belongs here",
        "see docs/spazi for what lies where, or remove it",
    ),
    "file-too-large": said(
        "il file è di {size} KB", "al massimo {most} KB", "the file has {size} KB", "at most {most} KB"
    ),
    "file-unreadable": said(
        "il file non si può leggere: {why}",
        "controlla i permessi",
        "the file cannot be read: {why}",
        "check its permissions",
    ),
    "file-empty": said("il file è vuoto", "scrivilo o toglilo", "the file is empty", "write it or remove it"),
    "not-utf8": said(
        "un carattere non è UTF-8",
        "salva il file con codifica UTF-8",
        "a character is not UTF-8",
        "save the file in UTF-8 encoding",
    ),
    "control-character": said(
        "c'è un carattere invisibile ({character})",
        "cancellalo e riscrivi la parola",
        "there is an invisible character ({character})",
        "delete it and write the word anew",
    ),
    "head-missing": said(
        "manca l'intestazione",
        "comincia il file con una riga `---`, poi i campi, poi ancora `---`",
        "the head is missing",
        "begin the file with a line `---`, then the fields, then `---` again",
    ),
    "head-unclosed": said(
        "l'intestazione non è chiusa",
        "dopo i campi scrivi una riga `---`",
        "the head is not closed",
        "after the fields write a line `---`",
    ),
    "head-not-mapping": said(
        "qui si aspettano campi come `nome: valore`",
        "scrivi un campo per riga",
        "fields such as `name: value` are expected here",
        "write one field a line",
    ),
    "head-too-large": said(
        "l'intestazione supera {most} KB",
        "sposta i testi lunghi dopo `---`",
        "the head exceeds {most} KB",
        "move long texts after `---`",
    ),
    "text-too-large": said("il testo supera {most} KB", "accorcialo", "the text exceeds {most} KB", "shorten it"),
    "yaml-syntax": said(
        "la riga non è scritta come un campo",
        "controlla rientri, due punti e virgolette",
        "the line is not written as a field",
        "check indentation, colons and quotes",
    ),
    "yaml-colon": said(
        "qui non ci si aspettano altri due punti",
        "metti il testo tra virgolette, o controlla la riga prima e il rientro",
        "no further colon is expected here",
        "put the text in quotes, or check the line before and the indentation",
    ),
    "yaml-sign": said(
        "un valore non può cominciare con questo segno",
        "mettilo tra virgolette; se è un rientro, usa spazi e non tabulazioni",
        "a value cannot begin with this sign",
        "put it in quotes; if it is an indentation, use blanks rather than tabs",
    ),
    "yaml-line": said(
        "questa riga non è un campo",
        "scrivi `nome: valore`, o rientrala se continua la riga prima",
        "this line is not a field",
        "write `name: value`, or indent it if it continues the line before",
    ),
    "yaml-after": said(
        "questo non segue dal campo di prima",
        "controlla il rientro; se il testo contiene un apostrofo, usa le virgolette doppie",
        "this does not follow from the field before",
        "check the indentation; if the text holds an apostrophe, use double quotes",
    ),
    "yaml-quote": said("le virgolette non sono chiuse", "chiudile", "the quotes are not closed", "close them"),
    "yaml-bracket": said(
        "la parentesi non è chiusa",
        "chiudila, e separa i valori con virgole",
        "the bracket is not closed",
        "close it, and put commas between the values",
    ),
    "yaml-documents": said(
        "c'è un secondo documento",
        "togli la riga `---` in mezzo",
        "there is a second document",
        "remove the line `---` in between",
    ),
    "yaml-deep": said(
        "i campi sono annidati oltre {most} livelli",
        "semplifica",
        "fields are nested deeper than {most} levels",
        "simplify",
    ),
    "yaml-anchors": said(
        "ancore, rimandi e etichette (`&`, `*`, `!`, `<<`) qui non si usano",
        "scrivi il valore per esteso, tra virgolette se comincia con uno di questi segni",
        "anchors, aliases and tags (`&`, `*`, `!`, `<<`) are not used here",
        "write the value out, in quotes if it begins with one of these signs",
    ),
    "yaml-key": said(
        "il nome di un campo dev'essere testo semplice",
        "scrivi `nome: valore`",
        "a field's name must be plain text",
        "write `name: value`",
    ),
    "key-repeated": said(
        "`{key}` c'è già alla riga {first}",
        "tieni una sola riga",
        "`{key}` stands already in line {first}",
        "keep one line",
    ),
    "json-syntax": said(
        "il file GeoJSON non è scritto bene",
        "esportalo di nuovo",
        "the GeoJSON file is not well formed",
        "export it again",
    ),
    "geojson-features": said(
        "non è una raccolta di aree GeoJSON",
        "esporta una FeatureCollection",
        "is not a GeoJSON collection of areas",
        "export a FeatureCollection",
    ),
    "area-unreadable": said(
        "l'area numero {number} non ha `{key}`, `{label}` o un poligono",
        "completala",
        "area number {number} lacks `{key}`, `{label}` or a polygon",
        "complete it",
    ),
    "area-of-two": said(
        "l'area `{name}` ha lo stesso nome di una in `{other}`",
        "dai a `{key}` un altro valore",
        "the area `{name}` has the same name as one in `{other}`",
        "give `{key}` another value",
    ),
    "area-repeated": said(
        "l'area numero {number} ha lo stesso `{key}` di un'altra",
        "cambialo",
        "area number {number} has the same `{key}` as another",
        "change it",
    ),
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
    "picture-suffix": said(
        "l'immagine è {format}, il nome dice {expected}",
        "cambia il nome del file",
        "the picture is {format}, its name says {expected}",
        "rename the file",
    ),
    "picture-name-twice": said(
        "accanto c'è `{other}`, che ha lo stesso nome",
        "dai un altro nome a una delle due immagini",
        "beside it lies `{other}`, which has the same name",
        "give one of the two pictures another name",
    ),
    "picture-unreadable": said(
        "non è un'immagine che si può leggere",
        "salvala di nuovo come JPEG, PNG o WebP",
        "is not a picture that can be read",
        "save it again as JPEG, PNG or WebP",
    ),
    "picture-pixels": said(
        "l'immagine ha {pixels} milioni di pixel",
        "al massimo {most}: rimpiccioliscila prima di aggiungerla",
        "the picture has {pixels} million pixels",
        "at most {most}: make it smaller before you add it",
    ),
    "picture-animated": said(
        "l'immagine si muove",
        "salvane un solo fotogramma; per un filmato metti un collegamento",
        "the picture moves",
        "save a single frame of it; for a film add a link",
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
    "pdf-unreadable": said("non è un PDF", "esportalo di nuovo come PDF", "is not a PDF", "export it again as PDF"),
}

VALUES = {
    "value-wrong": said(
        "`{field}` non va bene",
        "guarda l'esempio nella guida",
        "`{field}` is not right",
        "see the example in the guide",
    ),
    "field-missing": said("manca il campo `{field}`", "aggiungilo", "the field `{field}` is missing", "add it"),
    "field-unknown": said(
        "il campo `{field}` non esiste",
        "toglilo, o mettilo sotto `extra`",
        "unknown field `{field}`",
        "remove it, or put it under `extra`",
    ),
    "field-unknown-likely": said(
        "il campo `{field}` non esiste", "forse `{likely}`?", "unknown field `{field}`", "did you mean `{likely}`?"
    ),
    "field-unknown-here": said(
        "il campo `{field}` qui non esiste",
        "toglilo; si può: {names}",
        "there is no field `{field}` here",
        "remove it; possible: {names}",
    ),
    "field-untranslated": said(
        "`{field}` non si traduce",
        "toglilo: vale quello dell'originale; si traducono: {names}",
        "`{field}` is not translated",
        "remove it: that of the original holds; translated are: {names}",
    ),
    "field-empty": said(
        "`{field}` è senza valore",
        "scrivilo; se comincia con # mettilo tra virgolette",
        "`{field}` has no value",
        "write it; if it begins with # put it in quotes",
    ),
    "choice-unknown": said(
        "`{value}` non è tra le scelte di `{field}`",
        "scegli tra: {choices}",
        "`{value}` is none of the choices of `{field}`",
        "choose among: {choices}",
    ),
    "choice-unknown-likely": said(
        "`{value}` non è tra le scelte di `{field}`",
        "forse `{likely}`? Si può: {choices}",
        "`{value}` is none of the choices of `{field}`",
        "did you mean `{likely}`? Possible: {choices}",
    ),
    "text-expected": said(
        "in `{field}` si aspetta un testo", "scrivi parole", "text is expected in `{field}`", "write words"
    ),
    "text-unquoted": said(
        "`{value}` in `{field}` è letto come numero o sì/no, non come testo",
        'scrivi "{value}" tra virgolette',
        "`{value}` in `{field}` is read as a number or flag, not as text",
        'write "{value}" in quotes',
    ),
    "text-empty": said(
        "`{field}` è vuoto",
        "scrivi qualcosa o togli il campo",
        "`{field}` is empty",
        "write something or remove the field",
    ),
    "text-short": said(
        "`{field}` è troppo corto",
        "almeno {least} caratteri",
        "`{field}` is too short",
        "at least {least} characters",
    ),
    "text-long": said(
        "`{field}` ha {length} caratteri, {over} di troppo",
        "al massimo {most}",
        "`{field}` has {length} characters, {over} too many",
        "at most {most}",
    ),
    "line-has-breaks": said(
        "`{field}` dev'essere una riga sola", "togli gli a capo", "`{field}` must be one line", "remove the line breaks"
    ),
    "mapping-expected": said(
        "in `{field}` si aspettano campi con nome",
        "scrivili rientrati sotto `{field}:`",
        "named fields are expected in `{field}`",
        "write them indented below `{field}:`",
    ),
    "list-expected": said(
        "in `{field}` si aspetta un elenco",
        "scrivi [uno, due], o una riga `- …` per ciascuno",
        "a list is expected in `{field}`",
        "write [one, two], or a line `- …` each",
    ),
    "list-empty": said(
        "l'elenco `{field}` è vuoto",
        "scrivi almeno un valore",
        "the list `{field}` is empty",
        "write at least one value",
    ),
    "value-repeated": said(
        "`{value}` sta due volte in `{field}`",
        "tienilo una volta sola",
        "`{value}` stands twice in `{field}`",
        "keep it once",
    ),
    "order-reversed": said(
        "`{last}` viene prima di `{first}`",
        "scambiali o correggili",
        "`{last}` comes before `{first}`",
        "swap or correct them",
    ),
    "language-unknown": said(
        "`{value}` non è il codice di una lingua nota",
        "scrivi it, en, ar, …",
        "`{value}` is the code of no known language",
        "write it, en, ar, …",
    ),
    "list-length": said(
        "l'elenco `{field}` ha troppi o troppo pochi valori",
        "guarda l'esempio nella guida",
        "the list `{field}` has too many or too few values",
        "see the example in the guide",
    ),
    "flag-expected": said(
        "in `{field}` c'è `{value}`",
        "scrivi true (sì) o false (no)",
        "`{field}` holds `{value}`",
        "write true or false",
    ),
    "count-expected": said(
        "in `{field}` si aspetta un numero intero, c'è `{value}`",
        "scrivi solo cifre, senza virgolette",
        "a whole number is expected in `{field}`, there is `{value}`",
        "write digits only, without quotes",
    ),
    "number-expected": said(
        "in `{field}` si aspetta un numero, c'è `{value}`",
        "scrivi cifre, con il punto per i decimali",
        "a number is expected in `{field}`, there is `{value}`",
        "write digits, with a point for decimals",
    ),
    "number-range": said(
        "`{field}` è {value}",
        "dev'essere fra {least} e {most}",
        "`{field}` is {value}",
        "it must lie between {least} and {most}",
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
    "calendar-address": said(
        "il calendario `{id}` ha bisogno di un indirizzo, e di uno solo",
        "scrivi `url`, oppure `secret: true` se l'indirizzo lo conosce solo chi importa",
        "the calendar `{id}` needs an address, and only one",
        "write `url`, or `secret: true` if only who imports knows the address",
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

LINKS = {
    "network-missing": said(
        "manca content/network.yaml",
        "copialo dalla rete d'esempio",
        "content/network.yaml is missing",
        "copy it from the sample network",
    ),
    "timezone-unknown": said(
        "il fuso orario `{name}` non esiste",
        "scrivilo come Europe/Rome",
        "there is no time zone `{name}`",
        "write it like Europe/Rome",
    ),
    "translation-orphan": said(
        "è una traduzione senza originale",
        "manca {original}",
        "is a translation without its original",
        "{original} is missing",
    ),
    "translation-language": said(
        "qui non si traduce in `{lang}`",
        "le traduzioni sono in: {languages}",
        "there are no translations into `{lang}` here",
        "translations are in: {languages}",
    ),
    "slug-of-two": said(
        "anche uno spazio si chiama `{slug}`",
        "cambia il nome della cartella o del file",
        "a space is called `{slug}` too",
        "rename the folder or the file",
    ),
    "contrast-low": said(
        "`{text}` su `{ground}` si legge male: contrasto {ratio}, ne serve 4.5",
        "prova {near}",
        "`{text}` on `{ground}` is hard to read: contrast {ratio}, 4.5 is needed",
        "try {near}",
    ),
    "logo-unreadable": said(
        "non è un disegno SVG che si può leggere",
        "esportalo di nuovo come SVG semplice",
        "is not an SVG drawing that can be read",
        "export it again as plain SVG",
    ),
    "logo-box": said(
        "al disegno manca `viewBox`",
        'scrivi per esempio <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
        "the drawing has no `viewBox`",
        'write for example <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
    ),
    "logo-unsafe": said(
        "il logo contiene `{what}`",
        "un logo è fatto di sole forme: converti il testo in tracciati e togli script, immagini e collegamenti",
        "the logo holds `{what}`",
        "a logo is made of shapes alone: turn text into outlines and remove scripts, pictures and links",
    ),
    "line-faint": said(
        "questa linea si vede male sul fondo chiaro: contrasto {ratio}, ne serve 3",
        "prova {near}",
        "this line is hard to see on the light paper: contrast {ratio}, 3 is needed",
        "try {near}",
    ),
    "location-swapped": said(
        "latitudine e longitudine sembrano scambiate",
        "scrivi lat: {lat}, lon: {lon}",
        "latitude and longitude seem to be swapped",
        "write lat: {lat}, lon: {lon}",
    ),
    "former-name-taken": said(
        "qualcos'altro si chiama, o si chiamava, `{name}`",
        "toglilo da `formerly`",
        "something else is, or was, called `{name}`",
        "remove it from `formerly`",
    ),
    "event-id-twice": said(
        "l'identificativo `{id}` è già di {other}",
        "danne uno nuovo",
        "the identifier `{id}` is that of {other} already",
        "give a new one",
    ),
}

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

SENTENCES: dict[str, dict[str, Sentence]] = {
    **FILES,
    **VALUES,
    **LINKS,
    **AGENDA,
    **CIRCULATION,
    **OUTSIDE,
    **REVIEWING,
    **IMPORTING,
    **{code: said(it, "forse {near}?", en, "perhaps {near}?") for code, (it, en) in NAMES.items()},
    **{
        f"{code}-yet": said(
            it, "non ce n'è: aggiungi ciò che manca, o togli il nome", en, "there is none: add it, or remove the name"
        )
        for code, (it, en) in NAMES.items()
    },
}
