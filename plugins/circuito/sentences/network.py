"""What is said of the network's own declaration and of its colours."""

from __future__ import annotations

from .sentence import said

NETWORK = {
    "network-missing": said(
        "manca content/network.yaml",
        "entra nella cartella della rete, o falla nascere: circuito new network DIR",
        "content/network.yaml is missing",
        "go into the folder of the network, or begin one: circuito new network DIR",
    ),
    "timezone-unknown": said(
        "il fuso orario `{name}` non esiste",
        "scrivilo come Europe/Rome",
        "there is no time zone `{name}`",
        "write it like Europe/Rome",
    ),
    "contrast-low": said(
        "`{text}` su `{ground}` si legge male: contrasto {ratio}, ne serve 4.5",
        "prova {near}",
        "`{text}` on `{ground}` is hard to read: contrast {ratio}, 4.5 is needed",
        "try {near}",
    ),
    "line-faint": said(
        "questa linea si vede male sul fondo chiaro: contrasto {ratio}, ne serve 3",
        "prova {near}",
        "this line is hard to see on the light paper: contrast {ratio}, 3 is needed",
        "try {near}",
    ),
}
