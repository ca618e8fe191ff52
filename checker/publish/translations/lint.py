"""Every problem of every page and of every sentence."""

from __future__ import annotations

from collections.abc import Iterator

from checker.publish.translations import checks
from checker.publish.translations.pages import Docs
from checker.publish.translations.problems import Problem
from checker.publish.translations.records import Records
from checker.publish.translations.states import translation


def pages(docs: Docs) -> Iterator[Problem]:
    """Every problem of every translated page; a page that is not there is no problem but a state."""
    records = Records(docs)
    for language in docs.languages:
        known = records.of(language)
        for name in docs.names:
            original = docs.page(docs.source, name)
            page = translation(docs, language, name, known.get(name)) if language != docs.source else original
            if original and page:
                for check in checks.PAGE_CHECKS if language != docs.source else checks.SOURCE_CHECKS:
                    yield from check(docs, original, page)
        for path in sorted((docs.folder / language).glob("*.md")):
            if path.stem not in docs.names:
                yield Problem(path, 1, f"docs/{docs.source}/ has no page of this name; rename or delete it")
