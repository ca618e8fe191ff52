"""How far a translation has come: section by section against the original of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from checker.publish.translations.pages import TOP, Docs, Page, Section
from checker.publish.translations.records import By, Record, Records


class State(StrEnum):
    """Of a page or of one of its sections."""

    CURRENT = "current"
    STALE = "stale"
    """Compared with another wording of the original than today's."""
    MISSING = "missing"
    UNRECORDED = "unrecorded"
    """There, but nobody has said what it was compared with."""


@dataclass(frozen=True, slots=True)
class PageState:
    """How far one page has come in one language. `sections` is empty where the page does not exist."""

    language: str
    name: str
    sections: dict[str, State]
    words: int = 0
    by: By | None = None
    reviewed: date | None = None

    @property
    def state(self) -> State:
        """The page's own: missing without a file, else the worst of its sections."""
        if not self.sections:
            return State.MISSING
        if State.UNRECORDED in self.sections.values():
            return State.UNRECORDED
        behind = {State.STALE, State.MISSING} & set(self.sections.values())
        return State.STALE if behind else State.CURRENT

    def behind(self, state: State) -> list[str]:
        """The ids of the sections in this state."""
        return [name for name, found in self.sections.items() if found is state]


def translation(docs: Docs, language: str, name: str, record: Record | None) -> Page | None:
    """A translated page, its headings named by the original's ids; by its record's, where only those fit.

    A page is compared with the original that its record names: while the original has gained a heading that the
    translation does not have yet, the record says which headings the translation has.
    """
    page = docs.page(language, name)
    if page is None or record is None or len(page.ids) == len(docs.ids.get(name, ())):
        return page
    recorded = [known for known in record.sections if known != TOP]
    return docs.page(language, name, recorded) if len(recorded) == len(page.ids) else page


def named(docs: Docs, page: Page, record: Record | None) -> bool:
    """Whether it is known which section each heading begins: they are as many as the original's, or as the record's."""
    recorded = [known for known in record.sections if known != TOP] if record else None
    return len(page.ids) == len(docs.ids.get(page.name, ())) or page.ids == recorded


def state(docs: Docs, language: str, name: str, record: Record | None) -> PageState:
    """How far the page `name` has come in `language`. Raises FileNotFoundError where there is no original."""
    original = docs.page(docs.source, name)
    if original is None:
        raise FileNotFoundError(docs.folder / docs.source / f"{name}.md")
    page = translation(docs, language, name, record)
    if page is None:
        return PageState(language, name, {})
    seen = record.sections if record else {}

    def judged(section: Section) -> State:
        if page.section(section.id) is None:
            return State.MISSING
        if section.id not in seen:
            return State.UNRECORDED
        return State.CURRENT if seen[section.id] == section.fingerprint else State.STALE

    found = PageState(language, name, {section.id: judged(section) for section in original.sections})
    words = sum(section.words for section in page.sections)
    return replace(found, words=words, by=record.by if record else None, reviewed=record.reviewed if record else None)


def states(docs: Docs) -> Iterator[PageState]:
    """How far every page has come, language by language."""
    records = Records(docs)
    for language in docs.languages:
        if language != docs.source:
            known = records.of(language)
            for name in filter(partial(docs.wanted, language), docs.names):
                yield state(docs, language, name, known.get(name))
