"""Where the network's files are kept: the repository that forms, links and checks lead to."""

from typing import Annotated, Literal

from .declaration import Means, declared
from .values import URL, Flag, Line, Pattern

HostKind = Literal["github", "gitlab", "gitea", "forgejo"]
BRANCH = Pattern(r"[A-Za-z0-9][A-Za-z0-9._/-]*", "branch-shape", 100)
FOLDER = Pattern(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*", "folder-shape", 200)


@declared
class SignIn:
    """How people sign in to the forms, beside a personal access token, which always works."""

    app: Annotated[
        str | None,
        Line(1, 200),
        Means("Identificativo dell'applicazione OAuth", "Identifier of the OAuth application", "a1b2c3d4"),
    ] = None
    address: Annotated[
        str | None,
        URL,
        Means(
            "Servizio che fa entrare, se non è il sito che ospita i file",
            "Service that signs people in, if not the host of the files",
            "https://entra.example.org",
        ),
    ] = None


@declared
class Repository:
    """The git repository of the network's files: pages say where to correct them, and forms write there."""

    kind: Annotated[HostKind, Means("Che cosa lo ospita", "What hosts it", "forgejo")]
    address: Annotated[
        str,
        URL,
        Means("Indirizzo della pagina del deposito", "Address of its page", "https://git.example.org/rete/sito"),
    ]
    branch: Annotated[str, BRANCH, Means("Ramo che si pubblica", "Branch that is published", "main")] = "main"
    folder: Annotated[
        str | None,
        FOLDER,
        Means("Cartella della rete, se non è la radice", "Folder of the network, if not the root", "rete"),
    ] = None
    review: Annotated[
        bool,
        Flag(),
        Means(
            "Ciò che si scrive nei moduli aspetta l'approvazione (GitHub, GitLab)",
            "What is written in forms waits for approval (GitHub, GitLab)",
            True,
        ),
    ] = True
    sign_in: Annotated[
        SignIn | None, Means("Come si entra nei moduli", "How people sign in to the forms", {"app": "a1b2c3d4"})
    ] = None

    def path(self, path: str) -> str:
        """Where a file of the network lies in the repository."""
        return f"{self.folder}/{path}" if self.folder else path
