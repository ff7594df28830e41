"""The words of the interface in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct

RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


class PhraseError(LookupError):
    """A phrase that does not exist, or that cannot be filled in."""


class Phrases(Struct, frozen=True):
    """Phrases by key: text with `{names}` to fill in, or a form for each plural category (CLDR) of `n`."""

    lang: str
    texts: Mapping[str, str | Mapping[str, str]]
    digest: str = ""
    fallback: Phrases | None = None

    def __call__(self, key: str, **values: object) -> str:
        """The phrase filled in. Raises `PhraseError` where no language has it, or where its values do not fit."""
        text = self.texts.get(key)
        if text is None:
            if self.fallback is None:
                raise PhraseError(f"no phrase `{key}` in `{self.lang}`")
            return self.fallback(key, **values)
        if not isinstance(text, str):
            text = self.form(text, int(str(values.get("n", 0))))
        try:
            return text.format_map(values) if values else text
        except (LookupError, ValueError, AttributeError) as wrong:
            raise PhraseError(f"the phrase `{key}` in `{self.lang}` cannot be filled in: {wrong!r}") from wrong

    def has(self, key: str) -> bool:
        """Whether the phrase exists, here or in the language behind."""
        return key in self.texts or (self.fallback is not None and self.fallback.has(key))

    def form(self, forms: Mapping[str, str], count: int) -> str:
        """The form of a phrase for a count; `zero` serves for none where it is given."""
        if count == 0 and "zero" in forms:
            return forms["zero"]
        return forms.get(plural_of(self.lang)(count)) or forms["other"]

    @property
    def dir(self) -> str:
        """The direction of writing: `ltr` or `rtl`."""
        return "rtl" if self.lang.split("-")[0] in RIGHT_TO_LEFT else "ltr"


@cache
def plural_of(lang: str) -> Callable[[int], str]:
    """The plural category (CLDR) of numbers in a language."""
    from babel import Locale

    return Locale.parse(lang, sep="-").plural_form
