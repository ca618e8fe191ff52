"""The checker's sentences in each language: what their PO files lack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from checker.publish import words
from checker.publish.translations.problems import SAME_WORDS, Problem

PLACEHOLDER = re.compile(r"\{\w*\}")


@dataclass(frozen=True, slots=True)
class WordsState:
    """How far the sentences of a language have come."""

    language: str
    translated: int
    fuzzy: int
    missing: int


def states(languages: tuple[str, ...], source: str, locale: Path = words.LOCALE) -> Iterator[WordsState]:
    """How far each language has come."""
    wanted = words.sentences()
    for language in languages:
        if language != source:
            catalogue = words.catalogue(language, locale)
            found = [_found(catalogue, message) for message in wanted if message.id]
            missing = sum(1 for message in found if message is None or not _filled(message))
            fuzzy = sum(1 for message in found if message is not None and message.fuzzy and _filled(message))
            yield WordsState(language, len(found) - missing - fuzzy, fuzzy, missing)


def problems(languages: tuple[str, ...], source: str, locale: Path = words.LOCALE) -> Iterator[Problem]:
    """Sentences that readers would see in Italian, with a hole in them, or that no program says any more."""
    wanted = words.sentences()
    english = words.catalogue("en", locale) if "en" in languages else None
    for language in languages:
        if language == source:
            continue
        path = locale / language / "LC_MESSAGES" / "checker.po"
        catalogue = words.catalogue(language, locale)
        for message in wanted:
            if message.id:
                yield from _of(message, _found(catalogue, message), catalogue, path, english if language != "en" else None)
        for name in [message.id for message in catalogue if message.id and _found(wanted, message) is None]:
            yield Problem(path, 1, f"no program says “{_text(name)}” any more; run `update`")


def _of(wanted: Message, found: Message | None, catalogue: Catalog, path: Path, english: Catalog | None) -> Iterator[Problem]:
    name = _text(wanted.id)
    if found is None:
        yield Problem(path, 1, f"“{name}” is missing; run `update`, then translate it")
        return
    line = found.lineno or 1
    forms = [found.string] if isinstance(found.string, str) else list(found.string or ())
    if not _filled(found) or (wanted.pluralizable and len(forms) != catalogue.num_plurals):
        yield Problem(path, line, f"“{name}” is not translated in every form; readers see it in Italian until it is")
    elif found.fuzzy:
        yield Problem(path, line, f"the Italian of “{name}” has changed; correct the translation and delete the word “fuzzy”")
    else:
        holes = Counter(PLACEHOLDER.findall(_text(wanted.id, -1)))
        for form in forms:
            if Counter(PLACEHOLDER.findall(form)) != holes:
                yield Problem(path, line, f"“{name}” must have {', '.join(sorted(holes)) or 'no {placeholder}'}, each once")
        theirs = english.get(wanted.id) if english else None
        if theirs is not None and theirs.string == found.string and len(forms[0].split()) >= SAME_WORDS:
            yield Problem(path, line, f"“{name}” is in English; translate it")


def _found(catalogue: Catalog, message: Message) -> Message | None:
    return catalogue.get(message.id)


def _filled(message: Message) -> bool:
    forms = message.string or ""
    return all(forms) if isinstance(forms, tuple | list) else bool(forms)


def _text(name: str | tuple[str, ...] | list[str], form: int = 0) -> str:
    return name if isinstance(name, str) else name[form]
