"""A page as writers see it: sections, each from its heading to the next, named by the ids that all languages share."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data

from checker.publish import anchors
from checker.words.catalogue import LANGUAGES, SOURCE

ROOT = Path(__file__).parents[3]
TOP = "top"
"""The id of what stands before the first heading, with the title and the excerpt of the front matter."""
TITLES = ("title", "excerpt")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its id, its heading's level (1 at the top), the line it begins on, its Markdown."""

    id: str
    level: int
    line: int
    text: str

    @property
    def fingerprint(self) -> str:
        """Ten hexadecimal digits of the words: line breaks and composed letters make no difference."""
        words = " ".join(unicodedata.normalize("NFC", self.text).split())
        return hashlib.sha256(words.encode()).hexdigest()[:10]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(re.findall(r"\w+", self.text))


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language. `sections` are in the order of the document, the top first."""

    name: str
    language: str
    path: Path
    meta: Mapping[str, Any]
    sections: tuple[Section, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of its sections, the top's left out."""
        return [section.id for section in self.sections[1:]]

    def section(self, name: str) -> Section | None:
        """The section with this id, where there is one."""
        return next((section for section in self.sections if section.id == name), None)


@dataclass(frozen=True, slots=True)
class Docs:
    """A tree of pages: `folder`/<language>/<name>.md. `ids` are the ids of the original's headings, page by page."""

    folder: Path = ROOT / "docs"
    ids: Mapping[str, Sequence[str]] = field(default_factory=lambda: anchors.IDS)
    languages: tuple[str, ...] = LANGUAGES
    source: str = SOURCE

    @property
    def names(self) -> list[str]:
        """The names of the original's pages."""
        return sorted(path.stem for path in (self.folder / self.source).glob("*.md"))

    def wanted(self, language: str, name: str) -> bool:
        """Whether a page is meant for a language: the original's front matter may name its `languages` ("it, en")."""
        original = self.page(self.source, name)
        listed = original.meta.get("languages") if original else None
        return listed is None or language in re.split(r"[,\s]+", str(listed))

    def has(self, language: str, name: str) -> bool:
        """Whether the page is written in the language."""
        return self._path(language, name).is_file()

    def page(self, language: str, name: str, ids: Sequence[str] | None = None) -> Page | None:
        """A page, where it exists. `ids` name its headings where they are not (any more) those of the original.

        A heading too many, or a page whose ids are not known, is named by its number: "#3".
        """
        path = self._path(language, name)
        if not path.is_file():
            return None
        text = path.read_text(encoding="utf-8")
        body, meta = get_data(text)
        first = text.count("\n") - body.count("\n") + 1
        named = self.ids.get(name, ()) if ids is None else ids
        return Page(name, language, path, meta, tuple(_sections(body, meta, first, named)))

    def _path(self, language: str, name: str) -> Path:
        return self.folder / language / f"{name}.md"


def _sections(body: str, meta: Mapping[str, Any], first: int, ids: Sequence[str]) -> Iterator[Section]:
    lines = body.split("\n")
    starts = anchors.headings_in(lines)
    titles = "\n".join(str(meta[key]) for key in TITLES if key in meta)
    yield Section(TOP, 1, 1, f"{titles}\n\n{_joined(lines[: starts[0] if starts else None])}".strip())
    for number, (start, end) in enumerate(pairwise([*starts, len(lines)])):
        name = ids[number] if number < len(ids) else f"#{number + 1}"
        level = len(lines[start]) - len(lines[start].lstrip("#"))
        yield Section(name, level, first + start, _joined(lines[start:end]))


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip()
