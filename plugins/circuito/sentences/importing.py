"""What is said about imported calendars, pages and tables."""

from __future__ import annotations

from .sentence import said

SOURCES = {
    "source-empty": (
        "è arrivato un file vuoto", "gli eventi restano come sono; controlla che il calendario sia pubblico",
        "an empty file came", "events stay as they are; see that the calendar is public",
    ),
    "source-html": (
        "è arrivata una pagina web, non un calendario",
        "di solito è una pagina di accesso: rendi pubblico il calendario, o copia l'indirizzo che finisce in .ics",
        "a web page came, not a calendar",
        "usually it is a sign-in page: make the calendar public, or copy the address that ends in .ics",
    ),
    "source-no-calendar": (
        "quello che è arrivato non è un calendario", "copia l'indirizzo in formato iCal, che di solito finisce in .ics",
        "what came is no calendar", "copy the address in iCal format, which usually ends in .ics",
    ),
    "source-many": (
        "il calendario ha {count} eventi", "al massimo {most}: esportane uno più piccolo",
        "the calendar has {count} events", "at most {most}: export a smaller one",
    ),
    "source-truncated": (
        "il calendario arriva interrotto: manca la fine", "gli eventi restano come sono; al prossimo giro si riprova",
        "the calendar is cut off: its end is missing", "events stay as they are; the next run tries again",
    ),
    "source-unwrapped": (
        "il file ha eventi ma non è un calendario intero (manca `BEGIN:VCALENDAR`)",
        "quello che c'è si prende; ciò che manca non si considera sparito",
        "the file has events but is no whole calendar (`BEGIN:VCALENDAR` is missing)",
        "what is there is taken; what is missing does not count as gone",
    ),
    "source-not-utf8": (
        "{count} righe non erano in UTF-8 e sono state lette come Windows-1252", "controlla le lettere accentate",
        "{count} lines were not UTF-8 and were read as Windows-1252", "check the accented letters",
    ),
    "source-without-events": (
        "il calendario non ha nessun evento", "non si annulla nulla; se è giusto, usa `--accept-shrink`",
        "the calendar has no event at all", "nothing is cancelled; if that is right, use `--accept-shrink`",
    ),
    "source-incomplete": (
        "{count} eventi futuri non ci sono più, ma il calendario è vuoto o non intero", "restano come sono",
        "{count} coming events are gone, but the calendar is empty or not whole", "they stay as they are",
    ),
    "source-shrunk": (
        "{count} eventi futuri su {known} non ci sono più: {titles}",
        "se è giusto, `circuito import --space {space} --calendar {calendar} --accept-shrink`; "
        "se no, rimettili nel calendario: dopo tre giri di fila vengono annullati",
        "{count} of {known} coming events are gone: {titles}",
        "if that is right, `circuito import --space {space} --calendar {calendar} --accept-shrink`; "
        "if not, put them back into the calendar: after three runs in a row they are cancelled",
    ),
    "source-endless": (
        "la lettura non è finita entro {seconds} secondi", "gli eventi restano come sono; avvisa chi cura il programma",
        "reading it did not end within {seconds} seconds", "events stay as they are; tell who keeps the program",
    ),
    "source-deadly": (
        "il programma si è fermato mentre lo leggeva", "gli eventi restano come sono; avvisa chi cura il programma",
        "the program came to a halt while reading it", "events stay as they are; tell who keeps the program",
    ),
    "source-moved": (
        "il calendario si è spostato su {host}", "aggiorna l'indirizzo in `calendars`",
        "the calendar has moved to {host}", "update its address in `calendars`",
    ),
    "source-removed": (
        "{count} eventi vengono dal calendario `{feed}`, che lo spazio non nomina più",
        "restano come sono: rimetti il calendario, oppure togli `source` dai file per tenerli a mano",
        "{count} events come from the calendar `{feed}`, which the space no longer names",
        "they stay as they are: name the calendar again, or remove `source` from the files to keep them by hand",
    ),
    "source-reader": (
        "non so leggere `{kind}`", "usa `read_as: calendar`",
        "`{kind}` cannot be read", "use `read_as: calendar`",
    ),
    "source-secret": (
        "manca l'indirizzo segreto", "aggiungi `{name}=https://…` al segreto {variable} di chi importa",
        "the secret address is missing", "add `{name}=https://…` to the secret {variable} of whoever imports",
    ),
    "calendar-room": (
        "la sala `{name}` non c'è", "correggi `room` in `calendars`",
        "there is no room `{name}`", "correct `room` in `calendars`",
    ),
    "calendar-zone": (
        "il fuso orario `{name}` non esiste", "scrivilo come Europe/Rome",
        "there is no time zone `{name}`", "write it like Europe/Rome",
    ),
    "file-missing": (
        "il file {path} non si può leggere: {why}", "controlla il nome",
        "the file {path} cannot be read: {why}", "check its name",
    ),
}  # fmt: skip

FETCHING = {
    "source-address": (
        "l'indirizzo del calendario non è un indirizzo", "copialo di nuovo, intero",
        "the calendar's address is none", "copy it again, whole",
    ),
    "source-scheme": (
        "l'indirizzo comincia con `{scheme}:`", "può cominciare solo con https, http o webcal",
        "the address begins with `{scheme}:`", "it may only begin with https, http or webcal",
    ),
    "source-credentials": (
        "nell'indirizzo ci sono un nome o una password", "usa l'indirizzo pubblico, o `secret: true`",
        "the address holds a name or a password", "use the public address, or `secret: true`",
    ),
    "source-host": (
        "{host} non è tra i siti da cui la rete importa", "l'ufficio può aggiungerlo a `import_hosts` in network.yaml",
        "{host} is not among the sites that the network imports from",
        "the office may add it to `import_hosts` in network.yaml",
    ),
    "source-port": (
        "l'indirizzo usa la porta {port}", "sono ammesse solo quelle di http e https",
        "the address uses port {port}", "only those of http and https are allowed",
    ),
    "source-name": (
        "il sito {host} non si trova", "controlla l'indirizzo; al prossimo giro si riprova",
        "the site {host} cannot be found", "check the address; the next run tries again",
    ),
    "source-private": (
        "{host} porta a un indirizzo interno, che non si può leggere", "usa un indirizzo pubblico",
        "{host} leads to an address inside, which may not be read", "use a public address",
    ),
    "source-redirects": (
        "l'indirizzo rimanda altrove più di {most} volte", "usa l'indirizzo finale",
        "the address leads elsewhere more than {most} times", "use the final address",
    ),
    "source-timeout": (
        "il sito non ha risposto entro {seconds} secondi", "vale l'ultima copia buona; al prossimo giro si riprova",
        "the site did not answer within {seconds} seconds", "the last good copy counts; the next run tries again",
    ),
    "source-tls": (
        "il certificato del sito non è valido: {why}", "vale l'ultima copia buona; avvisa chi gestisce il sito",
        "the site's certificate is not valid: {why}", "the last good copy counts; tell who runs the site",
    ),
    "source-broken": (
        "il collegamento con {host} si è interrotto", "vale l'ultima copia buona; al prossimo giro si riprova",
        "the connection with {host} broke", "the last good copy counts; the next run tries again",
    ),
    "source-short": (
        "è arrivata solo una parte del file", "vale l'ultima copia buona; al prossimo giro si riprova",
        "only a part of the file came", "the last good copy counts; the next run tries again",
    ),
    "source-large": (
        "il file supera {most} MB", "esporta meno eventi",
        "the file is larger than {most} MB", "export fewer events",
    ),
    "source-encoding": (
        "il file è compresso in un modo che non si conosce ({encoding})", "avvisa chi gestisce il sito",
        "the file is packed in an unknown way ({encoding})", "tell who runs the site",
    ),
    "source-busy": (
        "il sito ha risposto {status}: ora non può", "vale l'ultima copia buona; al prossimo giro si riprova",
        "the site answered {status}: not now", "the last good copy counts; the next run tries again",
    ),
    "source-sign-in": (
        "il sito ha risposto {status}: il calendario non è pubblico", "rendilo pubblico, o usa l'indirizzo segreto",
        "the site answered {status}: the calendar is not public", "make it public, or use its secret address",
    ),
    "source-gone": (
        "il sito ha risposto {status}: lì non c'è più nulla", "copia di nuovo l'indirizzo del calendario",
        "the site answered {status}: nothing is there any more", "copy the calendar's address again",
    ),
    "source-status": (
        "il sito ha risposto {status}", "vale l'ultima copia buona; controlla l'indirizzo",
        "the site answered {status}", "the last good copy counts; check the address",
    ),
}  # fmt: skip

REFUSED = {
    "entry-unended": (
        "«{title}» arriva interrotto: manca `END:VEVENT`", "salvalo di nuovo nel calendario",
        "“{title}” is cut off: `END:VEVENT` is missing", "save it again in the calendar",
    ),
    "entry-private": (
        "un evento è segnato come privato", "resta fuori; per pubblicarlo togli il segno nel calendario",
        "an event is marked private", "it stays out; to publish it, unmark it in the calendar",
    ),
    "entry-skipped": (
        "un evento porta la parola `{word}`", "resta fuori, come chiesto",
        "an event bears the word `{word}`", "it stays out, as asked",
    ),
    "entry-busy": (
        "«{title}» dice solo che lo spazio è occupato", "condividi il calendario con tutti i dettagli",
        "“{title}” only says that the space is busy", "share the calendar with all details",
    ),
    "entry-broken": (
        "un evento non si può leggere ({kind})", "resta fuori; mandalo a chi sviluppa il programma",
        "an event cannot be read ({kind})", "it stays out; send it to those who develop the program",
    ),
    "entry-without-start": (
        "«{title}» non ha una data", "dagliela nel calendario",
        "“{title}” has no date", "give it one in the calendar",
    ),
    "entry-start-unreadable": (
        "«{title}» ha una data che non si può leggere: `{value}`", "correggila nel calendario",
        "“{title}” has a date that cannot be read: `{value}`", "correct it in the calendar",
    ),
    "entry-other-scale": (
        "«{title}» conta i giorni in un altro calendario", "riscrivilo con le date comuni",
        "“{title}” counts its days in another calendar", "write it with common dates",
    ),
    "entry-twice": (
        "«{title}» c'è due volte con lo stesso identificativo", "vale la versione più recente",
        "“{title}” is there twice under one identifier", "the newer version counts",
    ),
    "entry-no-date": (
        "di «{title}» sono tolte tutte le date", "non ne resta nessuna da pubblicare",
        "all dates of “{title}” are left out", "none is left to publish",
    ),
    "entry-past": (
        "«{title}» è finito prima del {since}", "il passato non si importa",
        "“{title}” was over before {since}", "the past is not imported",
    ),
    "entry-refused": (
        "«{title}» non passa il controllo: {why}", "correggilo nel calendario",
        "“{title}” does not pass the check: {why}", "correct it in the calendar",
    ),
    "entry-left-out": (
        "«{title}» è tra quelli da non importare", "per riaverlo toglilo da `leave_out`",
        "“{title}” is among those not to be imported", "to have it again, remove it from `leave_out`",
    ),
    "entry-resembles": (
        "«{title}» ({starts}) somiglia a {path}, che c'è già",
        "se è lo stesso scrivi `leave_out: [\"{uid}\"]` nel calendario `{calendar}` dello spazio `{space}`; "
        "se è un altro, `take: [\"{uid}\"]`",
        "“{title}” ({starts}) resembles {path}, which is there already",
        "if it is the same, write `leave_out: [\"{uid}\"]` in the calendar `{calendar}` of the space `{space}`; "
        "if it is another, `take: [\"{uid}\"]`",
    ),
}  # fmt: skip

NOTES = {
    "entry-without-title": (
        "un evento non ha titolo", "daglielo nel calendario",
        "an event has no title", "give it one in the calendar",
    ),
    "zone-unknown": (
        "«{title}» usa il fuso orario `{zone}`, che nessuno conosce", "è letto come {default}: controlla l'ora",
        "“{title}” uses the time zone `{zone}`, which nobody knows", "it is read as {default}: check the time",
    ),
    "lines-stray": (
        "«{title}» ha righe spezzate", "sono state riunite: controlla il testo",
        "“{title}” has broken lines", "they were joined: check the text",
    ),
    "end-before-start": (
        "«{title}» finisce prima di cominciare", "è importato senza fine: correggila nel calendario",
        "“{title}” ends before it begins", "it is imported without an end: correct it in the calendar",
    ),
    "end-unreadable": (
        "di «{title}» non si legge la fine", "è importato senza fine",
        "the end of “{title}” cannot be read", "it is imported without an end",
    ),
    "tentative": (
        "«{title}» è segnato come provvisorio", "la pagina dice: da confermare",
        "“{title}” is marked tentative", "its page says: to be confirmed",
    ),
    "meeting-link": (
        "«{title}» ha l'indirizzo di una riunione in rete, che non si pubblica",
        "se è per tutti, scrivilo a mano in `online.url`",
        "“{title}” has the address of a meeting on the net, which is not published",
        "if it is for everybody, write it into `online.url` by hand",
    ),
    "picture-offered": (
        "«{title}» ha un'immagine: {url}", "mettila accanto al file con autore e descrizione",
        "“{title}” has a picture: {url}", "put it beside the file with its author and a description",
    ),
    "point-swapped": (
        "le coordinate di «{title}» erano scambiate", "sono state girate: controlla il punto",
        "the coordinates of “{title}” were swapped", "they were turned round: check the point",
    ),
    "point-unreadable": (
        "le coordinate di «{title}» non si leggono", "il luogo è senza punto sulla mappa",
        "the coordinates of “{title}” cannot be read", "the place has no point on the map",
    ),
    "rule-broken": (
        "la ripetizione di «{title}» non si capisce: `{value}`", "è importata solo la prima data",
        "the recurrence of “{title}” cannot be understood: `{value}`", "its first date alone is imported",
    ),
    "rule-refused": (
        "«{title}» si ripete in un modo che qui non si può dire: `{value}`", "è importata solo la prima data",
        "“{title}” recurs in a way that cannot be said here: `{value}`", "its first date alone is imported",
    ),
    "rule-more": (
        "«{title}» ha più di una regola", "vale la prima: controlla le date",
        "“{title}” has more than one rule", "the first counts: check the dates",
    ),
    "series-cut": (
        "«{title}» ha troppe date per elencarle tutte", "ci sono le prime {most}; le altre arrivano col tempo",
        "“{title}” has too many dates to list them all", "the first {most} are there; the others come in time",
    ),
    "series-simplified": (
        "le date di «{title}» si contraddicono", "è importata solo la prima",
        "the dates of “{title}” contradict each other", "the first alone is imported",
    ),
    "title-long": (
        "il titolo «{title}» è troppo lungo", "il resto sta nel testo; al massimo {most} caratteri",
        "the title “{title}” is too long", "the rest is in the text; at most {most} characters",
    ),
    "entry-text-long": (
        "il testo di «{title}» è troppo lungo", "sono tenuti i primi {most} KB",
        "the text of “{title}” is too long", "its first {most} KB are kept",
    ),
    "date-text-cut": (
        "il testo di una data di «{title}» è troppo lungo", "ne sono tenuti i primi {most} caratteri",
        "the text of one date of “{title}” is too long", "its first {most} characters are kept",
    ),
    "sequence-lower": (
        "di «{title}» è arrivata una versione più vecchia", "{path} resta com'è",
        "an older version of “{title}” came", "{path} stays as it is",
    ),
    "identifier-reused": (
        "«{title}» ha l'identificativo di un altro evento ({path})", "è trattato come un evento nuovo",
        "“{title}” has the identifier of another event ({path})", "it is treated as a new event",
    ),
    "kept-by-hand": (
        "{path}: `{field}` resta com'è stato scritto a mano; il calendario dice: {theirs}",
        "per seguire il calendario togli quel campo dal file e da `source.fields`",
        "{path}: `{field}` stays as it was written by hand; the calendar says: {theirs}",
        "to follow the calendar, remove the field from the file and from `source.fields`",
    ),
    "gone-cancelled": (
        "«{title}» non è più nel calendario", "{path} è segnato come annullato: se è uno sbaglio, rimetti lo stato",
        "“{title}” is no longer in the calendar", "{path} is marked as cancelled: if that is wrong, undo the status",
    ),
    "gone-hidden": (
        "«{title}» ora è privato", "{path} non si vede più",
        "“{title}” is private now", "{path} is no longer shown",
    ),
    "file-unfit": (
        "le novità di «{title}» non vanno d'accordo con quanto è scritto a mano", "{path} resta com'è: guardalo",
        "the news of “{title}” does not fit what is written by hand", "{path} stays as it is: look at it",
    ),
    "file-broken": (
        "{path} non si può leggere", "correggilo: `circuito check` dice come",
        "{path} cannot be read", "correct it: `circuito check` says how",
    ),
}  # fmt: skip

IMPORTING = {code: said(*each) for code, each in {**SOURCES, **FETCHING, **REFUSED, **NOTES}.items()}
