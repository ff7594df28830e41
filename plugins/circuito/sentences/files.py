"""What is said of files and folders, whatever they hold."""

from __future__ import annotations

from .sentence import said

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
    "pdf-unreadable": said("non è un PDF", "esportalo di nuovo come PDF", "is not a PDF", "export it again as PDF"),
}
