"""The sentences in each language: Italian in the code, the others in `locale/<language>/LC_MESSAGES/checker.po`."""

from __future__ import annotations

import io
import json
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pkgutil import get_data
from typing import Any

SOURCE = "it"


def N_(message: str) -> str:
    """Mark a sentence for translation where it stands; it is translated where it is used."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark a sentence that depends on a number."""
    return one, many


def text(message: str, language: str) -> str:
    """The Italian sentence `message` in `language`. Raises LookupError for a language that the site does not speak."""
    return _catalogue(language).gettext(message)


def plural(one: str, many: str, count: int, language: str) -> str:
    """The sentence for `count` things: Italian `one` or `many`, elsewhere as many forms as the language has."""
    return _catalogue(language).ngettext(one, many, count)


@cache
def cldr(language: str) -> Any:
    """Names of days, months, countries and regions, and date patterns, as CLDR has them (`cldr/<language>.json`)."""
    return json.loads(_read(f"cldr/{language}.json"))


@cache
def _catalogue(language: str) -> NullTranslations:
    if language not in LANGUAGES:
        raise LookupError(f"no words in {language!r}; the languages are {', '.join(LANGUAGES)}")
    if language == SOURCE:
        return NullTranslations()
    found = GNUTranslations(io.BytesIO(_read(f"locale/{language}/LC_MESSAGES/checker.mo")))
    found.add_fallback(_Untranslated())
    return found


class _Untranslated(NullTranslations):
    """What is not translated is said in Italian, and seen to be."""

    def gettext(self, message: str) -> str:
        return f"[{SOURCE}] {message}"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"[{SOURCE}] {one if count == 1 else many}"


def _read(name: str) -> bytes:
    found = get_data("checker.words", name)
    if found is None:
        raise FileNotFoundError(name)
    return found


LANGUAGES: tuple[str, ...] = tuple(json.loads(_read("languages.json")))
"""The languages of the site, the source first."""
