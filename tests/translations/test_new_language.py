"""A language begun in a copy of the project, as a writer begins it: one command, then words only."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from checker.words import LANGUAGES
from tests.conftest import build
from tests.site.built import NAMES, page
from tests.site.scratch import copied, translations, warnings
from tests.site.weight import entries

BEGUN = ("nl", "Nederlands", "Mijn bestelling")
PAGE = """---
title: Controleer je bestelling
excerpt: Vul in wat je over je bestelling weet en lees wat de status betekent en of je de overeenkomst nog kunt herroepen
---

Vul in wat je weet: de rest mag je leeg laten.

<!-- checker:form -->
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with Dutch begun."""
    project = copied(tmp_path_factory.mktemp("dutch") / "project")
    done = translations(project, "add", *BEGUN)
    assert 0 == done.returncode, done.stderr
    return project


def dutch(project: Path) -> list[str]:
    """What `status` says of Dutch."""
    return [line for line in translations(project, "status").stdout.splitlines() if line.startswith("nl")]


def test_the_site_stands_at_once(project: Path) -> None:
    """Built without a warning: each page in Italian with a notice, Dutch in every menu, a search and a 404 of its own."""
    built = build(project, project / "site", "--strict")
    assert (0, []) == (built.status, warnings(built.log)), built.log
    for name in NAMES:
        shown = page(built.site, "nl", name)
        (note,) = [element for element in shown.all("aside") if element.has_class("behind")]
        assert "non è ancora tradotta" in note.text
        assert ("nl", "it") == (shown.one("html").attributes["lang"], shown.one("h1").language)
    for language in (*LANGUAGES, "nl"):
        menu = {
            e.text.strip(): e.attributes["href"]
            for e in page(built.site, language, "index").all("a")
            if e.has_class("md-select__link")
        }
        assert len(LANGUAGES) + 1 == len(menu)
        assert menu["Nederlands"].endswith("nl/" if language != "nl" else "./")
    assert [] == json.loads(entries(built.site, "nl").read_text(encoding="utf-8"))
    assert 'lang="nl"' in (built.site / "nl/404.html").read_text(encoding="utf-8")


def test_status_lists_it_as_missing(project: Path) -> None:
    """Every page that is meant for all languages, and every sentence."""
    *pages, sentences = dutch(project)
    assert [f"nl  {name:<16} missing" for name in sorted(NAMES)] == pages
    count = sentences.split(" of ")[1].split()[0]
    assert f"nl  {'checker.po':<16} 0 of {count} sentences; missing: {count}" == sentences


def test_three_steps(tmp_path: Path) -> None:
    """Begin it; translate; lint and mark: then the page and the sentences are current, and nothing else was to do."""
    project = copied(tmp_path / "project")
    assert 0 == translations(project, "add", *BEGUN).returncode
    (project / "docs/nl/checker.md").write_text(PAGE, encoding="utf-8")
    translate_sentences(project)
    lint = translations(project, "lint")
    assert (0, "") == (lint.returncode, lint.stderr)
    assert 0 == translations(project, "mark", "nl", "checker").returncode
    *pages, sentences = dutch(project)
    assert f"nl  {'checker':<16} current" in pages
    assert "missing" not in sentences
    built = build(project, project / "site", "--strict")
    assert (0, []) == (built.status, warnings(built.log)), built.log
    shown = page(built.site, "nl", "checker")
    assert "nl" == shown.one("h1").language
    assert [] == [element for element in shown.all("aside") if element.has_class("behind")]
    assert "[it]" not in shown.one("article").text


def translate_sentences(project: Path) -> None:
    """Fill in the PO file, as a writer does in an editor; every sentence in as many forms as Dutch has."""
    path = project / "checker/words/locale/nl/LC_MESSAGES/checker.po"
    catalogue = read_po(BytesIO(path.read_bytes()), locale="nl")
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = tuple(f"nl: {form}" for form in message.id)
        elif message.id:
            message.string = f"nl: {message.id}"
    with path.open("wb") as file:
        write_po(file, catalogue, width=110)


@pytest.mark.parametrize(
    ("language", "way_out"),
    [
        ("nl", "is there already"),
        ("pl", "is there already"),
        ("xx", "give its code, such as nl"),
        ("Nederlands", "give its code, such as nl"),
        ("NL", "such as nl"),
        ("zh_Hant", "such as nl"),
    ],
)
def test_a_language_that_is_there_or_unknown_is_refused(project: Path, language: str, way_out: str) -> None:
    """With the way out, and nothing is written."""
    before = contents(project)
    done = translations(project, "add", language, "x", "y")
    assert (2, True) == (done.returncode, way_out in done.stderr), done.stderr
    assert before == contents(project)


def contents(project: Path) -> dict[str, bytes]:
    """All that `add` may write."""
    files = [project / "mkdocs.yml", *(project / "docs").rglob("*"), *(project / "checker").rglob("*.[jtp][so]*")]
    return {str(file): file.read_bytes() for file in files if file.is_file() and "node_modules" not in file.parts}
