"""The translations of this site itself: what `lint` finds fails here; what is behind does not."""

from __future__ import annotations

import pytest

from checker.publish.translations import lint, sentences
from checker.publish.translations.pages import ROOT, Docs
from checker.publish.translations.records import Records
from checker.words import LANGUAGES, SOURCE

DOCS = Docs()
TRANSLATED = [language for language in LANGUAGES if language != SOURCE]


def test_pages() -> None:
    """No page has a problem that a machine can see."""
    assert [] == [problem.shown(ROOT) for problem in lint.pages(DOCS)]


def test_sentences() -> None:
    """Every sentence of the program is translated into every language, with its placeholders."""
    assert [] == [problem.shown(ROOT) for problem in sentences.problems(LANGUAGES, SOURCE)]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_original_s_words_are_kept(language: str) -> None:
    """`diff` can show what each recorded section was compared with."""
    records = Records(DOCS)
    seen = {fingerprint for record in records.of(language).values() for fingerprint in record.sections.values()}
    assert seen
    assert set() == {fingerprint for fingerprint in seen if records.original(fingerprint) is None}
