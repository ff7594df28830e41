"""Phrases of every language, and a Jinja environment that speaks each of them, macros included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment

from ..model.network import Network
from ..model.phrases import Phrases
from ..model.remembering import made_anew
from ..outputs.gallery import apart
from ..reading.document import Unreadable, yaml_file
from ..reading.looks import is_there
from .compiled import Compiled
from .conditions import ConfigurationError

Remember = Callable[..., bytes]


def phrases_of(languages: Iterable[str], folders: Iterable[Path], remember: Remember = made_anew) -> dict[str, Phrases]:
    """The phrases of each language from `<lang>.yaml` in each folder, later folders over earlier ones.

    `remember` gives what a file says by its digest, from an earlier build where there was one. A phrase that a language
    lacks is said in English. Raises `ConfigurationError` for a language without any file.
    """
    folders = tuple(folders)
    english = merged("en", folders, remember, None)
    return {lang: english if lang == "en" else merged(lang, folders, remember, english) for lang in languages}


def with_phrases(network: Network, settings: Mapping[str, Any], remember: Remember = made_anew) -> Network:
    """A network with the theme of the settings, and the phrases of its languages."""
    folders = [Path(settings["THEME"]) / "phrases"]
    folders += [Path(settings["PATH"]) / folder for folder in settings.get("PHRASES", ())]
    return replace(network, theme=settings["THEME"], phrases=phrases_of(network.languages, folders, remember))


def merged(lang: str, folders: tuple[Path, ...], remember: Remember, fallback: Phrases | None) -> Phrases:
    """One language's phrases, from all folders."""
    texts: dict[str, Any] = {}
    digest = blake2b(digest_size=16)
    for folder in folders:
        file = folder / f"{lang}.yaml"
        if not is_there(file):
            continue
        content = file.read_bytes()
        digest.update(content)
        texts |= msgspec.msgpack.decode(remember(blake2b(content, digest_size=16).hexdigest(), said_in, file, content))
    if not texts:
        raise ConfigurationError(f"no phrases for the language `{lang}`: write {lang}.yaml in a folder of PHRASES")
    if fallback:
        digest.update(fallback.digest.encode())
    return Phrases(lang, texts, digest.hexdigest(), fallback)


def said_in(file: Path, content: bytes) -> bytes:
    """The phrases in a file's content, in MessagePack. Raises `ConfigurationError` where it cannot be read."""
    try:
        return msgspec.msgpack.encode(flat(yaml_file(str(file), content).data))
    except Unreadable as refused:
        raise ConfigurationError(refused.problem.told("en")) from None


PLURALS = {"zero", "one", "two", "few", "many", "other"}


def flat(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Phrases by dotted keys; a mapping of plural categories is one phrase."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, dict) and not set(value) <= PLURALS:
            found.update(flat(value, f"{prefix}{key}."))
        else:
            found[prefix + key] = phrase(prefix + key, value)
    return found


def phrase(key: str, value: Any) -> Any:
    """A phrase, or its forms. Raises `ConfigurationError` for anything else."""
    forms = value.values() if isinstance(value, dict) else [value]
    if not all(isinstance(each, str) for each in forms) or (isinstance(value, dict) and "other" not in value):
        raise ConfigurationError(f"the phrase `{key}` is no text (in quotes), nor forms with `other` among them")
    return value


def compiling(environment: Environment) -> Environment:
    """An environment whose templates are translated once, for all languages and for later builds."""
    return environment.overlay(auto_reload=False, bytecode_cache=Compiled(environment))


def speaking(environment: Environment, phrases: Phrases, site: Mapping[str, Any]) -> Environment:
    """An overlay of an environment whose templates and macros speak one language.

    `t` gives phrases, `lang` and `dir` are the language's, `site` is what every page shows of the network. The filter
    `apart` serves the gallery, where a component stands more than once.
    """
    spoken = environment.overlay(cache_size=-1)
    spoken.filters = {**environment.filters, "apart": apart}
    known = {**environment.globals, "t": partial(phrases), "lang": phrases.lang, "dir": phrases.dir, "site": site}
    spoken.globals = known
    spoken.make_globals = partial(joined, known)  # type: ignore[method-assign]
    return spoken


def joined(known: dict[str, Any], given: Mapping[str, Any] | None) -> dict[str, Any]:
    """The globals of a template as one dictionary: Jinja's own chain of two is asked anew at every import."""
    return {**known, **(given or {})}
