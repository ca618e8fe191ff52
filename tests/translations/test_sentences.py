"""The checker's sentences: what a PO file lacks is found, and readers see it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker.publish import words
from checker.publish.translations import sentences
from tests.translations.conftest import edit

MESSAGE = 'msgid "{lapses_on}. Se non lo vuoi più, non devi fare nulla; se lo vuoi ancora, paga prima."\n'


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    """A copy of the English sentences."""
    shutil.copytree(words.LOCALE / "en", tmp_path / "en")
    return tmp_path


def po(locale: Path) -> Path:
    """Give the copy's PO file."""
    return locale / "en" / "LC_MESSAGES" / "checker.po"


def found(locale: Path) -> list[str]:
    """Give the problems as lines."""
    return [problem.shown(locale) for problem in sentences.problems(("it", "en"), "it", locale)]


def test_english_is_complete(locale: Path) -> None:
    """The sentences as they stand have no problem."""
    assert [] == found(locale)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('msgstr "{lapses_on}. If', 'msgstr "{lapses}. If', "must have {lapses_on}, each once"),
        ('msgstr "{lapses_on}. If', 'msgstr "If', "must have {lapses_on}, each once"),
        (MESSAGE, f"#, fuzzy\n{MESSAGE}", "has changed; correct the translation and delete the word “fuzzy”"),
        ('msgstr "No, thanks"', 'msgstr ""', "“No, grazie” is not translated in every form"),
        ('msgid "No, grazie"', 'msgid "No grazie"', "“No, grazie” is missing; run `update`, then translate it"),
        ('msgid "No, grazie"', 'msgid "No grazie"', "no program says “No grazie” any more; run `update`"),
        ('msgstr[1] "{count} sentences"', 'msgstr[1] ""', "“{count} frase” is not translated in every form"),
    ],
)
def test_what_is_wrong_is_found(locale: Path, old: str, new: str, problem: str) -> None:
    """Each fault gives its problem."""
    edit(po(locale), old, new)
    assert [line for line in found(locale) if problem in line], found(locale)


def test_a_sentence_left_in_english_is_found(locale: Path) -> None:
    """Another language's PO file with the English words is not translated."""
    shutil.copytree(locale / "en", locale / "pl")
    problems = [problem.message for problem in sentences.problems(("it", "en", "pl"), "it", locale)]
    assert [problem for problem in problems if problem.endswith("is in English; translate it")]


def test_states_count_what_readers_see(locale: Path) -> None:
    """A fuzzy and an empty sentence are not translated."""
    (before,) = sentences.states(("it", "en"), "it", locale)
    edit(po(locale), MESSAGE, f"#, fuzzy\n{MESSAGE}")
    edit(po(locale), 'msgstr "No, thanks"', 'msgstr ""')
    (after,) = sentences.states(("it", "en"), "it", locale)
    assert (before.translated - 2, 1, 1) == (after.translated, after.fuzzy, after.missing)


def test_a_changed_italian_sentence_turns_its_translation_fuzzy(locale: Path) -> None:
    """`update` finds the sentence that a changed one was, keeps its translation, and marks it."""
    edit(po(locale), 'msgid "No, grazie"', 'msgid "No, grazie mille"')
    words.update(locale)
    message = words.catalogue("en", locale)["No, grazie"]
    assert (True, "No, thanks") == (message.fuzzy, message.string)


def test_what_is_fuzzy_is_not_compiled(locale: Path) -> None:
    """A fuzzy translation is not shown: readers get the Italian, marked as such."""
    edit(po(locale), MESSAGE, f"#, fuzzy\n{MESSAGE}")
    (mo,) = words.compile_all(locale)
    assert b"if you still do, pay before then" not in mo.read_bytes()
