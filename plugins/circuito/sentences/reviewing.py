"""What a proposal is refused for, or must wait for, in Italian and English: the fact, then the remedy."""

from __future__ import annotations

from .sentence import said

REVIEWING = {
    "proposal-outside": said(
        "non è tra i file che `{author}` cura",
        "se il cambiamento serve, aspetta che l'ufficio della rete lo approvi; se no, lascia il file com'era",
        "is not among the files that `{author}` keeps",
        "if the change is needed, wait for the network's office to approve it; if not, leave the file as it was",
    ),
    "proposal-maintainers": said(
        "cambia chi cura lo spazio `{space}`",
        "aspetta che l'ufficio della rete lo approvi",
        "changes who keeps the space `{space}`",
        "wait for the network's office to approve it",
    ),
    "proposal-code": said(
        "è programma o impostazioni, non contenuto: va letto riga per riga, e non ha anteprima",
        "se il resto può uscire subito, fanne una proposta a parte",
        "is program or settings, not content: it is read line by line, and has no preview",
        "if the rest can be published at once, propose that on its own",
    ),
    "proposal-link": said(
        "è un collegamento a un altro file",
        "metti qui il file vero",
        "is a link to another file",
        "put the file itself here",
    ),
    "proposal-submodule": said(
        "è un altro deposito dentro a questo",
        "toglilo dalla proposta",
        "is another repository within this one",
        "take it out of the proposal",
    ),
    "proposal-derived": said(
        "si rifà da solo, e non sta in git",
        "toglilo dalla proposta: `git rm -r --cached {name}`",
        "is made anew by every build, and is not kept in git",
        "take it out of the proposal: `git rm -r --cached {name}`",
    ),
    "proposal-large": said(
        "il file è di {size} MB",
        "al massimo {most} MB: rimpiccioliscilo, o mettilo altrove e scrivi il collegamento",
        "the file has {size} MB",
        "at most {most} MB: make it smaller, or put it elsewhere and write the link",
    ),
    "proposal-conflict": said(
        "è cambiato nel frattempo anche sul ramo pubblicato",
        "unisci il ramo pubblicato nella proposta, e scegli che cosa resta",
        "was changed in the meantime on the published branch, too",
        "merge the published branch into the proposal, and choose what remains",
    ),
    "proposal-path": said(
        "è un percorso che nessuna cartella può avere",
        "rifai la proposta con git: di questa non si legge niente",
        "is a path that no folder can have",
        "make the proposal anew with git: nothing of this one is read",
    ),
    "proposal-huge": said(
        "è una di {count} modifiche per {size} MB: troppe per leggerle insieme",
        "dividi la proposta in più piccole",
        "is one of {count} changes of {size} MB: too much to be read at once",
        "divide the proposal into smaller ones",
    ),
}
