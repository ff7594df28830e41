"""What is said of the head of a file: its YAML, and how it is parted from the text."""

from __future__ import annotations

from .sentence import said

HEADS = {
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
}
