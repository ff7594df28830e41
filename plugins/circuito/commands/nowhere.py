"""What commands say where there is no network, and in which language they speak."""

from __future__ import annotations

import os

NO_NETWORK = {
    "it": "{folder}: non è la cartella di una rete (entra in quella giusta, o falla nascere: circuito new network DIR)",
    "en": "{folder}: not the folder of a network (go into the right one, or begin one: circuito new network DIR)",
}
NO_REPOSITORY = {
    "it": "{folder}: la rete non dice dove stanno i suoi file (scrivi `repository` in content/network.yaml)",
    "en": "{folder}: the network does not say where its files are (write `repository` in content/network.yaml)",
}


def spoken() -> str:
    """The language for messages: English where the environment asks for it, else Italian."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if asked.lower().startswith("en") else "it"


def no_network(folder: str) -> str:
    """That a folder holds no network, and what to do."""
    return NO_NETWORK[spoken()].format(folder=folder)


def no_repository(folder: str) -> str:
    """That a network names no repository, and what to do."""
    return NO_REPOSITORY[spoken()].format(folder=folder)
