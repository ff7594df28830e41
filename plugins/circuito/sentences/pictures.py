"""What is said of pictures, and of the network's logo."""

from __future__ import annotations

from .sentence import said

PICTURES = {
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
    "picture-side": said(
        "l'immagine ha un lato di {side} pixel",
        "al massimo {most}: rimpiccioliscila, o tagliala in più immagini",
        "the picture has a side of {side} pixels",
        "at most {most}: make it smaller, or cut it into several",
    ),
    "picture-animated": said(
        "l'immagine si muove",
        "salvane un solo fotogramma; per un filmato metti un collegamento",
        "the picture moves",
        "save a single frame of it; for a film add a link",
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
}
