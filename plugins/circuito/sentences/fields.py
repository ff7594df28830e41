"""What is said of fields and their values."""

from __future__ import annotations

from .sentence import said

FIELDS = {
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
    "calendar-address": said(
        "il calendario `{id}` ha bisogno di un indirizzo, e di uno solo",
        "scrivi `url`, oppure `secret: true` se l'indirizzo lo conosce solo chi importa",
        "the calendar `{id}` needs an address, and only one",
        "write `url`, or `secret: true` if only who imports knows the address",
    ),
}
