"""Begins a new language: everything that a machine can write for it, so that its writer has words to translate only."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from checker.publish import cldr, days, words
from checker.publish.translations.pages import ROOT

TABLES = ("links.toml", "labels.toml")
GUIDE = "en"
"""The language whose addresses and button labels stand in until the new language's own are known."""


def add(language: str, name: str, site_name: str, root: Path = ROOT) -> str | None:
    """Write all that the build needs for `language`, or say why not. Its pages are shown in Italian until they exist."""
    catalogue = root / "checker" / "words" / "languages.json"
    languages = json.loads(catalogue.read_text(encoding="utf-8"))
    if language in languages:
        return f"“{language}” is there already"
    try:
        if not re.fullmatch("[a-z]{2}", language):
            raise UnknownLocaleError(language)
        days.locale(language)
    except (UnknownLocaleError, ValueError):
        return f"“{language}” is no language that CLDR knows; give its code, such as nl"
    catalogue.write_text(json.dumps([*languages, language]) + "\n", encoding="utf-8")
    _insert(
        root / "mkdocs.yml", rf"(- {{locale: {languages[-1]}, .*\n)", rf"\g<1>{' ' * 8}{_entry(language, name, site_name)}\n"
    )
    for table in TABLES:
        _insert(root / "checker" / "publish" / table, rf'^{GUIDE} = (".*")$', rf"\g<0>\n{language} = \g<1>")
    for other in [*languages, language]:
        table = json.dumps(cldr.names(other, [*languages, language]), ensure_ascii=False, indent=1) + "\n"
        (root / "checker" / "words" / "cldr" / f"{other}.json").write_text(table, encoding="utf-8")
    po = root / "checker" / "words" / "locale" / language / "LC_MESSAGES" / "checker.po"
    po.parent.mkdir(parents=True)
    content = BytesIO()
    write_po(content, _sentences(language), include_lineno=False, width=110)
    po.write_bytes(content.getvalue())
    words.compile_all(root / "checker" / "words" / "locale")
    (root / "docs" / language).mkdir(exist_ok=True)
    return None


def _entry(language: str, name: str, site_name: str) -> str:
    return f"- {{locale: {language}, name: {json.dumps(name)}, build: true, site_name: {json.dumps(site_name)}}}"


def _insert(path: Path, pattern: str, replacement: str) -> None:
    text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if not count:
        raise LookupError(f"{path}: no place for a new language; nothing fits {pattern}")
    path.write_text(text, encoding="utf-8")


def _sentences(language: str) -> Catalog:
    catalogue = Catalog(locale=language, project="checker", version="1", charset="utf-8", fuzzy=False)
    catalogue.update(words.sentences())
    return catalogue
